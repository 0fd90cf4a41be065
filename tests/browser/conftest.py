"""A page in headless Chromium that fails its test on any console error and any outside request."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import hikiwake as hw
from tests.browser.watch import Watch
from tests.crowded import MANY, crowded
from tests.report.hostile import hostile
from tests.skerries_model import modelled
from tests.synthetic import skerries

if TYPE_CHECKING:
    from tests.conftest import Once

QUIET = (
    "--no-sandbox",  # as root, Chromium starts only without it; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

CASES: dict[str, Callable[[], hw.Dossier]] = {  # of which several modules open the page
    "hostile": hostile,
    "many": lambda: crowded(MANY),
    "modelled": modelled,
    "small": lambda: skerries().dossier(),
}
IN_WORDS = ("modelled", "small")  # with the words of their library


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


@pytest.fixture(scope="session")
def page_of(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Ask for the page of one of ``CASES`` by its name: it is written once for all workers of a run."""

    def write(name: str, path: Path) -> None:
        library = skerries().library(tmp_path_factory.mktemp(name) / "library") if name in IN_WORDS else None
        hw.report(CASES[name](), path, library)

    return lambda name: once(f"page-{name}.html", lambda path: write(name, path))


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
