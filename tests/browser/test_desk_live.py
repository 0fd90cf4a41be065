"""Several at one desk in browsers: what one does the others see at once, and nothing that somebody types is lost."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

import hikiwake as hw
from hikiwake.workbench import Workbench
from hikiwake.workbench.by_hand import Wanted
from tests.browser.barriers import grave
from tests.browser.test_desk import Server, opened, water
from tests.workbench.conftest import span

__all__ = ["water"]
CLAIM = {
    "holder": "A commission", "subject": "wells", "measure": "dry_wells", "comparator": "~", "value": "40",
    "kind": "actual", "as_of": "2014", "start": "2014", "summary": "About 40 wells were dry.",
}  # fmt: skip


def test_the_queue_of_another_browser_follows_and_keeps_what_is_in_focus_and_typed(
    browser: Browser, water: Server
) -> None:
    with opened(browser, water) as mine, opened(browser, water) as theirs:
        for page in (mine, theirs):
            page.goto(f"{water.place}/review")
        items = mine.locator("[data-item]")
        first, kept = (items.nth(at).get_attribute("id") or "" for at in (0, 2))
        mine.locator(f"#{kept}").focus()
        theirs.locator(f"#{first}").get_by_role("button", name="Accept").click()
        expect(mine.locator(f"#{first}")).to_have_count(0)
        expect(mine.locator(f"#{kept}")).to_be_focused()
        expect(mine.locator("#said")).to_contain_text("accept of 1 event")
        words = mine.get_by_label("Words")
        words.fill("half a wor")
        theirs.locator("[data-item]").first.get_by_role("button", name="Reject").click()
        expect(items).to_have_count(2)
        expect(words).to_have_value("half a wor")
        mine.locator(f"#{kept}").focus()
        mine.keyboard.press("r")
        expect(theirs.locator(f"#{kept} button")).to_have_count(0)
        expect(mine.locator("#news")).to_be_hidden()


def test_no_key_acts_on_another_proposal_where_that_in_focus_was_decided(browser: Browser, water: Server) -> None:
    with opened(browser, water) as mine, opened(browser, water) as theirs:
        for page in (mine, theirs):
            page.goto(f"{water.place}/review")
        first = mine.locator("[data-item]").first.get_attribute("id") or ""
        mine.locator(f"#{first}").focus()
        theirs.locator(f"#{first}").get_by_role("button", name="Reject").click()
        expect(mine.locator(f"#{first}")).to_have_text("a coder: reject of 1 event (“AGREE AAA, BBB → AAA, BBB”)")
        expect(mine.locator(f"#{first}")).to_be_focused()
        mine.keyboard.press("a")
        mine.keyboard.press("j")
        mine.keyboard.press("r")
        expect(mine.locator("[data-item]")).to_have_count(2)
    with Workbench(water.folder / "water") as bench:
        assert [line.what for line in bench.log if line.turns] == ["reject", "reject"]


def test_who_types_in_a_form_is_told_and_decides_field_by_field(browser: Browser, water: Server, axe: str) -> None:
    folder = water.folder / "water"
    with Workbench(folder) as bench:
        id_ = bench.enter(Wanted("claims", CLAIM, spans=span(3), adding=True), "Ann")
    with opened(browser, water) as mine, opened(browser, water) as theirs:
        for page in (mine, theirs):
            page.goto(f"{water.place}/entries/form?kind=claims&id={id_}")
        mine.get_by_label("Summary").fill("I say so.")
        theirs.get_by_label("Summary").fill("They say so.")
        theirs.get_by_label("Value").fill("41")
        theirs.get_by_role("button", name="Save").click()
        expect(mine.locator("#changed")).to_be_visible()
        expect(mine.locator("#news")).to_contain_text(re.compile("change of 1 claim"))
        expect(mine.get_by_label("Summary")).to_have_value("I say so.")
        mine.get_by_role("button", name="Save").click()
        expect(mine.get_by_label("Value")).to_have_value("41")
        expect(mine.get_by_label("Summary")).to_have_value("I say so.")
        assert grave(mine, axe) == []
        mine.get_by_label("keep theirs").check()
        mine.get_by_role("button", name="Save").click()
        expect(mine.get_by_role("heading", name="They say so.")).to_be_visible()
    (claim,) = hw.load(folder).claims
    assert (claim.summary, claim.value) == ("They say so.", "41")


def test_without_script_the_page_is_as_it_was_and_nothing_listens(browser: Browser, water: Server) -> None:
    with opened(browser, water, java_script_enabled=False) as page:
        page.goto(f"{water.place}/review")
        expect(page.locator("#news")).to_be_hidden()
        expect(page.locator("[data-item]")).to_have_count(4)
