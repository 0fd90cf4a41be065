"""Sharing in a browser: a file is made and saved, comments are sent back; without script, on a phone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.desk import Desk, application
from hikiwake.desk.working import Works
from tests.browser.barriers import grave
from tests.browser.test_desk import Server, opened, water
from tests.browser.watch import INSIDE, Watch
from tests.workbench.conftest import made

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


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a desk that waits for no file to be made before it answers."""
    monkeypatch.setattr(Works.begin, "__defaults__", (0.0,))
    made(tmp_path / "water").workbench.close()
    app = application(Desk(tmp_path, str(tmp_path / "water")))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


def test_a_file_that_takes_its_time_is_not_lost(blank: Page, slow: str) -> None:
    watch = Watch(blank, (*INSIDE, slow))
    blank.goto(f"{slow}/share")
    blank.get_by_role("button", name="Make: The page").click()
    expect(blank.get_by_role("link", name="water.html")).to_be_visible(timeout=20_000)
    assert watch.faults == []
