"""What stands in the way of people who read by keyboard or screen reader: one way to ask axe-core."""

from __future__ import annotations

from playwright.sync_api import Page

GRAVE = ("serious", "critical")
RUN = """
async where => {
    const found = await axe.run(where ?? document, { resultTypes: ["violations"], selectors: false });
    return found.violations.map(each => [each.id, each.impact, each.nodes[0].html]);
}
"""  # every rule runs on every element; only the long account of what passed is not written


def barriers(page: Page, axe: str, where: str | None = None) -> list[tuple[str, str, str]]:
    """Rule, gravity and first element of each barrier in a page, or in the part of it that a selector names."""
    page.evaluate(axe)
    return [tuple(each) for each in page.evaluate(RUN, where)]


def grave(page: Page, axe: str, where: str | None = None) -> list[tuple[str, str, str]]:
    """The barriers that shut people out."""
    return [each for each in barriers(page, axe, where) if each[1] in GRAVE]
