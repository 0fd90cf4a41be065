"""Comments on a page: kept and saved as a file without any network, and taken into the case as doubts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.taking import take
from tests.browser.barriers import grave
from tests.browser.watch import Watch
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    hw.save(skerries().dossier(), folder / "case")
    hw.report(hw.load(folder / "case"), folder / "page.html")
    return folder


def opened(page: Page, case: Path, id_: str) -> None:
    page.goto(f"{(case / 'page.html').as_uri()}#{id_}")
    page.locator("#commenting summary").click()


def test_comments_are_saved_and_taken_in(browser: Browser, axe: str, case: Path, tmp_path: Path) -> None:
    first, second = (each.id for each in hw.load(case / "case").claims[:2])
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        opened(page, case, first)
        page.locator("#comment-keep").click()
        expect(page.locator("#comment-said")).to_contain_text("needs a name or role")
        page.locator("#comment-author").fill("A reviewer 😀")
        page.locator("#comment-words").fill('Not so: <b>"𠮷"</b>.')
        page.goto(f"{(case / 'page.html').as_uri()}#{second}")
        expect(page.locator("#comment-words")).to_have_value("")
        page.locator("#commenting summary").click()
        page.locator("#comment-words").fill("Nor this.")
        page.locator("#comment-keep").click()
        page.goto(f"{(case / 'page.html').as_uri()}#{first}")
        expect(page.locator("#comment-words")).to_have_value('Not so: <b>"𠮷"</b>.')
        page.locator("#comment-keep").click()
        expect(page.locator("#comment-said")).to_have_text("2 comments kept; not yet saved.")
        assert grave(page, axe) == []
        with page.expect_download() as download:
            page.locator("#comment-save").click()
        download.value.save_as(tmp_path / "comments.json")
        assert watch.faults == []
    taken = take(case / "case", tmp_path / "comments.json")
    assert (len(taken.new), taken.left_out) == (2, [])
    doubts = hw.load(case / "case").doubts[-2:]
    assert [(each.entry, each.holder) for each in doubts] == [(second, "A reviewer 😀"), (first, "A reviewer 😀")]
    assert doubts[1].reason.endswith(': Not so: <b>"𠮷"</b>.')
