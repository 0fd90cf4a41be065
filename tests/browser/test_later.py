"""Lists that wait as one text until they are asked for: opened, linked, filtered, printed, or read without script."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

MODEL, OUTLOOK = "model-1990-1994", "model-1990-1994-half"
ALL = "document.querySelectorAll('*').length"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, page_of: Callable[[str], Path]) -> Path:
    """The page of the small case with its model."""
    folder = tmp_path_factory.mktemp("later")
    shutil.copyfile(page_of("modelled"), folder / "small.html")
    return folder


def test_a_list_becomes_elements_when_it_is_opened_and_stays(small: Page) -> None:
    before = small.evaluate(ALL)
    expect(small.locator(f"#{OUTLOOK}")).to_have_count(0)
    summary = small.locator("#model-settlement-half > summary")
    summary.press("Enter")
    expect(small.locator(f"#{OUTLOOK}")).to_be_visible()
    assert small.evaluate(ALL) > before
    summary.press("Enter")
    expect(small.locator(f"#{OUTLOOK}")).to_be_hidden()
    expect(small.locator(f"#{MODEL} noscript.later")).to_have_count(1)


def test_a_permalink_takes_its_row_out_and_marks_it(page: Page, folder: Path) -> None:
    page.goto((folder / "small.html").as_uri() + f"#{OUTLOOK}")
    expect(page.locator(f"#{OUTLOOK}:target")).to_be_visible()
    expect(page.locator("#panel[open]")).to_contain_text("Half")
    page.go_back()
    page.go_forward()
    expect(page.locator(f"#{OUTLOOK}:target")).to_be_visible()


def test_a_link_to_what_waits_opens_it(small: Page) -> None:
    small.locator(f'.holding a.outlook[href="#{OUTLOOK}"]').first.click()
    expect(small.locator("#panel[open]")).to_contain_text("Half")
    small.locator('.holding a[href="#model-settlement-half"]').click()
    expect(small.locator(f"#{OUTLOOK}")).to_be_visible()


def test_an_era_holds_for_what_comes_out_later(page: Page, folder: Path) -> None:
    page.goto((folder / "small.html").as_uri() + "?era=1995-")
    page.locator("#model-settlement-half > summary").click()
    expect(page.locator(f"#{OUTLOOK}.elsewhere")).to_have_count(1)


def test_paper_has_what_is_open(small: Page) -> None:
    small.locator("#model-settlement-half > summary").click()
    small.emulate_media(media="print")
    expect(small.locator(f"#{OUTLOOK}")).to_be_visible()
    assert small.locator("noscript.later").count() > 0


def test_without_script_lists_open_as_ever(browser: Browser, folder: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / "small.html").as_uri())
        page.locator("#model-settlement-half > summary").click()
        expect(page.locator(f"#{OUTLOOK}")).to_be_visible()


def test_no_list_waits_in_another(folder: Path) -> None:
    text = (folder / "small.html").read_text(encoding="utf-8")
    waiting = [each.partition("</noscript>")[0] for each in text.split('<noscript class="later">')[1:]]
    assert waiting and not any("<noscript" in each for each in waiting)
