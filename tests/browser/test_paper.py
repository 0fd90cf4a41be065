"""On paper: the brief of the built-in case has six to eight pages, the whole page at most forty."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from hikiwake.report.brief import Brief, brief_page
from tests.browser.barriers import grave

FEWEST, MOST = 6, 8  # pages of the brief
MOST_OF_PAGE = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, built_in_brief: Brief) -> Path:
    """The brief and the page of the built-in case as files."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "brief.html").write_text(brief_page(built_in_brief), encoding="utf-8")
    (folder / "built_in.html").write_bytes(built_in_page.read_bytes())
    return folder


def printed(page: Page, path: Path) -> list[str]:
    """The text of each page as it is printed."""
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    with pypdfium2.PdfDocument(path) as document:
        sizes = {tuple(round(side) for side in each.get_size()) for each in document}
        assert sizes == {(595, 842)} or sizes == {(594, 841)} or sizes == {(595, 841)} or sizes == {(596, 842)}
        return [each.get_textpage().get_text_range() for each in document]


def test_the_brief_has_six_to_eight_pages(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto((folder / "brief.html").as_uri())
    pages = printed(page, tmp_path / "brief.pdf")
    assert FEWEST <= len(pages) <= MOST
    assert all(len(each) > 150 for each in pages)
    assert "How sure is this?" in pages[0] and "refuses to talk" in pages[0]  # answer and chart on the first page


def test_the_brief_is_free_of_barriers_and_of_scrolling_sideways(page: Page, folder: Path, axe: str) -> None:
    page.goto((folder / "brief.html").as_uri())
    assert grave(page, axe) == []
    page.set_viewport_size({"width": 800, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 800


def test_a_note_leads_there_and_back(page: Page, folder: Path) -> None:
    page.goto((folder / "brief.html").as_uri())
    page.locator("#told-5").click()
    expect(page.locator("#note-5")).to_be_in_viewport()
    page.locator("#note-5 a").click()
    expect(page.locator("#told-5")).to_be_in_viewport()


def test_the_page_has_at_most_forty_pages_on_paper(built_in: Page, tmp_path: Path) -> None:
    assert len(printed(built_in, tmp_path / "page.pdf")) <= MOST_OF_PAGE


def test_on_paper_what_is_open_is_printed_and_what_is_closed_is_named(built_in: Page) -> None:
    built_in.emulate_media(media="print")
    for control in (".filters", ".bar", "#panel"):
        assert not built_in.locator(control).first.is_visible()
    closed = built_in.locator("main details:not([open])").first
    assert closed.locator("summary").first.is_visible()
    assert closed.locator("> :not(summary)").count() > 0
    assert not closed.locator("> :not(summary)").first.is_visible()
    closed.evaluate("each => { each.open = true; }")
    assert built_in.locator("main details[open] > :not(summary)").first.is_visible()
    assert built_in.locator(".on-paper").is_visible()
    built_in.emulate_media(media="screen")
    assert not built_in.locator(".on-paper").is_visible()


def test_on_paper_the_marks_of_turns_are_there(built_in: Page) -> None:
    built_in.emulate_media(media="print")
    built_in.set_viewport_size({"width": 720, "height": 900})
    assert built_in.locator("svg.turns.wide .turn path").first.is_visible()
    assert not built_in.locator("svg.turns.middle, svg.turns.narrow").first.is_visible()
