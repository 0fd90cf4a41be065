"""Sharing in a browser: a file is made and saved, comments are sent back; without script, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import hikiwake as hw
from tests.browser.barriers import grave
from tests.browser.test_desk import Server, opened, water

__all__ = ["water"]


@pytest.mark.parametrize("script", [True, False])
def test_a_workbook_is_made_and_comments_come_back(
    browser: Browser, axe: str, water: Server, tmp_path: Path, *, script: bool
) -> None:
    comments = tmp_path / "comments.csv"
    comments.write_text("entry,comment,author\nnone,<b>Why?</b>,A reader\n", "utf-8")
    with opened(browser, water, java_script_enabled=script) as page:
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(f"{water.place}/share")
        page.get_by_role("button", name="Make: A workbook").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="water-case.xlsx").click()
        download.value.save_as(tmp_path / "case.xlsx")
        page.set_input_files("input[name=file]", comments)
        page.get_by_role("button", name="Take it in").click()
        expect(page.locator("#sharing")).to_contain_text("0 comments taken.")
        expect(page.locator("#sharing")).to_contain_text("'none': no entry of the case")
        if script:
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert grave(page, axe) == []
    assert hw.load(tmp_path / "case.xlsx") == hw.load(tmp_path / "water")
