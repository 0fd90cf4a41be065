"""A page in headless Chromium that fails its test on any console error and any outside request."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.watch import Watch

QUIET = (
    "--no-sandbox",  # as root, Chromium starts only without it; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing(what: str, mend: str) -> NoReturn:
    """Skip a test on a user's machine, but never in CI, where everything has to be there."""
    message = f"browser tests need {what}: {mend}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium_program() -> str:
    """The path of the installed Chromium; HIKIWAKE_CHROMIUM may name another."""
    program = shutil.which(os.environ.get("HIKIWAKE_CHROMIUM") or "chromium")
    if program is None:
        missing("Chromium", "`apt-get install chromium`, or name the program in HIKIWAKE_CHROMIUM")
    return program


@pytest.fixture(scope="session")
def browser(chromium_program: str) -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program, headless=True, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page of its own context, which nobody watches."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.fixture
def page(blank: Page) -> Iterator[Page]:
    """An empty page that must stay without console errors and outside requests until the test ends."""
    watch = Watch(blank)
    yield blank
    assert watch.faults == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds barriers for people who read by keyboard or screen reader."""
    script = Path(__file__).parent / "node_modules" / "axe-core" / "axe.js"
    if not script.is_file():
        missing("axe-core", "`make test` fetches it by npm (`apt-get install npm`), which is missing or failed")
    return script.read_text(encoding="utf-8")


@pytest.fixture
def small(page: Page, folder: Path) -> Page:
    """The page of the small case, which the test's own module has written into its ``folder``."""
    page.goto((folder / "small.html").as_uri())
    return page


@pytest.fixture
def built_in(page: Page, folder: Path) -> Page:
    """The page of the built-in case, which the test's own module has written into its ``folder``."""
    page.goto((folder / "built_in.html").as_uri())
    return page
