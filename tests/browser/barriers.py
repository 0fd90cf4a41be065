"""What stands in the way of people who read by keyboard or screen reader: one way to ask axe-core."""

from __future__ import annotations

from playwright.sync_api import Page

GRAVE = ("serious", "critical")
OF_COLOURS = ("color-contrast", "link-in-text-block")  # the rules whose answer hangs on the colours of a page
RUN = """
async ([where, rules]) => {
    const asked = { resultTypes: ["violations"], selectors: false, ...(rules && { runOnly: rules }) };
    const found = await axe.run(where ?? document, asked);
    return found.violations.map(each => [each.id, each.impact, each.nodes[0].html]);
}
"""  # every rule runs on every element; only the long account of what passed is not written


def barriers(
    page: Page, axe: str, where: str | None = None, rules: tuple[str, ...] | None = None
) -> list[tuple[str, str, str]]:
    """Rule, gravity and first element of each barrier in a page, or in the part of it that a selector names.

    rules: the only ones that are asked for; every one where none are named.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    return [tuple(each) for each in page.evaluate(RUN, [where, rules and list(rules)])]


def grave(page: Page, axe: str, where: str | None = None) -> list[tuple[str, str, str]]:
    """The barriers that shut people out."""
    return [each for each in barriers(page, axe, where) if each[1] in GRAVE]


def in_the_dark(page: Page, axe: str, where: str | None = None) -> list[tuple[str, str, str]]:
    """The barriers of the dark colours of a page that is open in its light ones: nothing else in it is otherwise."""
    page.emulate_media(color_scheme="dark")
    found = barriers(page, axe, where, OF_COLOURS)
    page.emulate_media(color_scheme="light")
    return found
