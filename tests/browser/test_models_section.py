"""What would hold, in a browser: from a cell of the matrix down to the passage, on a phone, on paper, in the dark."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import grave, in_the_dark

PANEL = "#panel[open]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages of the small case with its model, and of the built-in case."""
    folder = tmp_path_factory.mktemp("models")
    shutil.copyfile(page_of("modelled"), folder / "small.html")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    return folder


def test_a_click_goes_from_a_cell_down_to_the_passage(page: Page, folder: Path) -> None:
    page.goto((folder / "small.html").as_uri())
    page.locator("#settlements .holding a.outlook").first.click()
    panel = page.locator(PANEL)
    assert "What blocks it" in panel.inner_text()
    expect(panel.locator("blockquote").nth(0)).to_be_visible()
    panel.locator(".facts a").first.click()
    assert page.locator("#panel-title").inner_text().startswith(("Norland", "Suderland"))
    expect(page.locator(f"{PANEL} .rests a").nth(0)).to_be_visible()
    page.locator(f"{PANEL} .rests a").first.click()
    expect(page.locator(f"{PANEL} blockquote").nth(0)).to_be_visible()
    assert page.locator("#panel-kind").inner_text() != "What would hold"


def test_permalinks_open_findings_statements_and_reasons(page: Page, folder: Path) -> None:
    for target, words in {
        "model-1990-1994-half": "Half",
        "model-1990-1994-suderland-1": "Suderland",
        "model-1990-1994": "",
    }.items():
        page.goto("about:blank")
        page.goto((folder / "small.html").as_uri() + f"#{target}")
        assert page.locator(f"#{target}").is_visible()
        if words:
            assert words in page.locator(PANEL).inner_text()


def test_a_letter_opens_why(page: Page, folder: Path) -> None:
    page.goto((folder / "built_in.html").as_uri() + "#model-2016-2018")
    page.locator("#model-2016-2018 th a.letter").nth(1).click()
    expect(page.locator(f"{PANEL} .facts p").nth(2)).to_be_visible()
    page.locator(f"{PANEL} .facts a").first.click()
    expect(page.locator("#panel-passages li").nth(0)).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_serious_barrier_and_no_scrolling_sideways(browser: Browser, folder: Path, axe: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri() + "#models")
        page.evaluate("document.querySelectorAll('#models details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('.told:not(#models)').forEach(each => each.remove())")
        assert grave(page, axe, "#models") + in_the_dark(page, axe, "#models") == []


def test_on_a_phone_the_paths_are_a_list_and_on_paper_a_drawing(browser: Browser, folder: Path) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri() + "#model-2016-2018")
        assert page.locator("#model-2016-2018 ul.paths").first.is_visible()
        assert not page.locator("#model-2016-2018 svg.paths").is_visible()
        page.set_viewport_size({"width": 1000, "height": 800})
        page.emulate_media(media="print")  # the address has opened this model, so it is printed
        assert page.locator("#model-2016-2018 svg.paths").is_visible()
        assert page.locator("#settlements .holding").is_visible()
