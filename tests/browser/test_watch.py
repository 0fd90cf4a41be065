"""The browser works, and the watch over its pages finds what it is there to find."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.barriers import barriers, grave, in_the_dark
from tests.browser.watch import Watch

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
BARRIER = f'<html lang="en"><title>t</title><main><h1>h</h1><img src="{PIXEL}"></main>'


def test_a_quiet_page_stays_without_faults(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<title>quiet</title><button onclick=\"document.title = 'clicked'\">b</button>")
    page.goto((tmp_path / "page.html").as_uri())
    page.click("button")
    assert page.title() == "clicked"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<script>console.error('planted')</script>", "console error: planted"),
        ("<script>throw new Error('planted')</script>", "uncaught error: planted"),
        ("<img src='http://127.0.0.1:9/planted.png'>", "outside request: http://127.0.0.1:9/planted.png"),
        ("<script>fetch('http://127.0.0.1:9/planted').catch(() => 0)</script>", "outside request: http://127.0.0.1:9/"),
    ],
)
def test_watch_finds_a_planted_fault(blank: Page, content: str, fault: str) -> None:
    watch = Watch(blank)
    blank.set_content(content)
    assert any(found.startswith(fault) for found in watch.faults), watch.faults


def test_axe_finds_a_planted_barrier(page: Page, axe: str) -> None:
    page.set_content(BARRIER)
    assert [rule for rule, _, _ in barriers(page, axe)] == ["image-alt"]
    assert grave(page, axe) == [("image-alt", "critical", f'<img src="{PIXEL}">')]
    assert grave(page, axe, "h1") == []


def test_axe_finds_colours_that_are_too_near_in_the_dark_alone(page: Page, axe: str) -> None:
    dark = "<style>@media (prefers-color-scheme: dark) { h1 { color: #222; background: #111 } }</style>"
    page.set_content(BARRIER.replace("<h1>h", f"{dark}<h1>In the dark"))
    assert [rule for rule, _, _ in barriers(page, axe)] == ["image-alt"]
    assert [rule for rule, _, _ in in_the_dark(page, axe)] == ["color-contrast"]
    assert in_the_dark(page, axe, "img") == []
    assert [rule for rule, _, _ in barriers(page, axe)] == ["image-alt"]
