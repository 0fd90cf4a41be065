"""The desk in a browser, over a real server on a free port: by mouse, by keys alone, without script, on a phone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from tests.browser.barriers import grave, in_the_dark
from tests.browser.watch import INSIDE, Watch
from tests.workbench.conftest import agreed, made

DOCUMENTS = {
    "letter.txt": "A letter of the Egyptian ministry, 5 May 2015\n\n"
    "Egypt and Ethiopia agreed on shared gauges in June 2013. On 4 July 2014 Egypt rejected the plan for a dam.\n"
    "Egypt insists on its old quota.\n",
    "note.txt": "A note of the Ethiopian bureau, March 2016\n\n"
    "In March 2015 Ethiopia signed a treaty with Egypt. Ethiopia demands a fair share of the water.\n",
}


@dataclass
class Server:
    """A desk that is served by a program of its own."""

    program: subprocess.Popen[str]
    address: str
    folder: Path

    @property
    def place(self) -> str:
        """The address without a path."""
        return self.address.removesuffix("/case").rstrip("/")


@contextmanager
def served(folder: Path, *words: str) -> Iterator[Server]:
    """A desk over a folder, ended as a user ends it."""
    command = [sys.executable, "-m", "hikiwake", "desk", *words, "--no-open"]
    environment = {**os.environ, "HIKIWAKE_USER": "a coder"}
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stdout
        try:
            yield Server(program, program.stdout.readline().strip(), folder)
        finally:
            program.send_signal(signal.SIGINT)
            assert program.wait(20) == 0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Server]:
    """A desk over a folder without a case, in which two documents lie."""
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with served(tmp_path) as server:
        yield server


@pytest.fixture
def water(tmp_path: Path) -> Iterator[Server]:
    """A desk with a small case open: one document, four proposals."""
    made(tmp_path / "water").workbench.close()
    with served(tmp_path, "water") as server:
        yield server


@contextmanager
def opened(browser: Browser, server: Server, **more: object) -> Iterator[Page]:
    """A page of its own context that asks nothing outside the desk and writes no error."""
    settings = {"viewport": {"width": 1280, "height": 900}, **more}
    with browser.new_context(**settings) as context:  # type: ignore[arg-type]
        page = context.new_page()
        watch = Watch(page, (*INSIDE, server.place))
        yield page
        assert [fault for fault in watch.faults if "422" not in fault] == []


def test_from_an_empty_folder_to_the_page_by_mouse_and_keys(browser: Browser, desk: Server, axe: str) -> None:
    with opened(browser, desk) as page:
        page.goto(desk.address)
        expect(page.get_by_text("There is no case here yet.")).to_be_visible()
        assert grave(page, axe) == []
        page.get_by_label("What is the dispute called?").fill("The river")
        page.get_by_label("The first side").fill("EGY:Egypt")
        page.get_by_label("The second side").fill("ETH:Ethiopia")
        page.get_by_role("button", name="Make the case").click()
        page.get_by_label("Add documents").set_input_files([desk.folder / name for name in DOCUMENTS])
        page.get_by_role("button", name="Read them").click()
        expect(page.locator(".read")).to_contain_text("2 documents are new", timeout=20_000)
        assert grave(page, axe) == []

        page.get_by_role("link", name="Review", exact=True).click()
        items = page.locator("[data-item]")
        expect(items.first).to_be_focused()
        count = items.count()
        assert count > 4 and grave(page, axe) == []
        accepted = page.locator('[data-item]:has-text("AGREE")').first.get_attribute("id") or ""
        while page.evaluate("document.activeElement.id") != accepted:
            page.keyboard.press("j")
        page.keyboard.press("a")
        expect(items).to_have_count(count - 1)
        expect(page.locator(f"#{accepted}")).to_have_count(0)
        expect(page.locator("[data-item]:focus")).to_have_count(1)
        page.keyboard.press("r")
        expect(items).to_have_count(count - 2)
        expect(page.locator(".decided")).to_contain_text("last decision: reject of 1")
        page.keyboard.press("u")
        expect(items).to_have_count(count - 1)
        expect(page.locator("#said")).to_contain_text("accept of 1 event")
        (event,) = hw.load(desk.folder / "the-river").events

        page.get_by_role("link", name="Page", exact=True).click()
        expect(page.locator(f"#{event.id}").first).to_be_attached()
        page.goto(f"{desk.place}/case#{event.id}")
        expect(page.locator("#panel blockquote")).to_contain_text("agreed on shared gauges")
        assert grave(page, axe) == []


def test_keys_do_nothing_while_somebody_types_or_where_they_are_off(browser: Browser, water: Server) -> None:
    with opened(browser, water) as page:
        page.goto(f"{water.place}/review")
        items = page.locator("[data-item]")
        count = items.count()
        words = page.get_by_label("Words")
        words.press_sequentially("arjk?")
        expect(words).to_have_value("arjk?")
        items.first.focus()
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Keys")
        expect(dialog).to_contain_text("Accept")
        page.keyboard.press("a")
        dialog.get_by_label("Single keys act").uncheck()
        dialog.get_by_role("button", name="Close").click()
        items.first.focus()
        page.keyboard.press("r")
        page.reload()
        expect(items).to_have_count(count)
        items.first.focus()
        page.keyboard.press("a")
        expect(items).to_have_count(count)


def test_keys_are_chosen_kept_in_the_browser_and_two_acts_never_share_one(browser: Browser, water: Server) -> None:
    with opened(browser, water) as page:
        page.goto(f"{water.place}/review")
        items = page.locator("[data-item]")
        expect(items.first).to_be_focused()
        expect(items.first.locator(".changes li").first).to_be_visible()
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Keys")
        dialog.get_by_text("Change the keys").click()
        accept, reject = dialog.get_by_label("Accept", exact=True), dialog.get_by_label("Reject", exact=True)
        accept.fill("r")
        dialog.get_by_role("button", name="Keep these keys").click()
        expect(dialog.get_by_role("alert")).to_contain_text("Accept and Reject have the same key")
        for nothing in ("?", " ", "ab"):
            accept.fill(nothing)
            dialog.get_by_role("button", name="Keep these keys").click()
            expect(dialog.get_by_role("alert")).to_contain_text("Accept needs one key")
        accept.fill("x")
        reject.fill("a")
        dialog.get_by_role("button", name="Keep these keys").click()
        expect(dialog.get_by_role("alert")).to_be_hidden()
        dialog.get_by_role("button", name="Close").click()
        page.reload()
        expect(items.first.get_by_role("button", name="Accept")).to_have_attribute("aria-keyshortcuts", "x")
        page.keyboard.press("r")
        page.keyboard.press("a")
        expect(page.locator(".decided")).to_contain_text("last decision: reject of 1")
        page.keyboard.press("x")
        expect(page.locator(".decided")).to_contain_text("last decision: accept of 1")
        expect(page.locator("[data-item]:focus")).to_have_count(1)
        page.keyboard.press("n")
        page.keyboard.type("An a, an r and a ?.")
        page.keyboard.press("Escape")
        expect(page.locator("[data-item]:focus")).to_have_count(1)
        expect(page.locator(".decided")).to_contain_text("last decision: accept of 1")
        page.keyboard.press("?")
        dialog.get_by_text("Change the keys").click()
        dialog.get_by_role("button", name="As at first").click()
        expect(accept).to_have_value("a")


AT_ONCE = """keys => { for (const key of keys)
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }"""


def test_a_refused_decision_is_told_at_its_proposal_and_another_window_shows_what_was_decided(
    browser: Browser, water: Server
) -> None:
    with opened(browser, water) as page, opened(browser, water) as other:
        page.add_init_script("delete window.EventSource")  # a browser that is not told what others do
        page.goto(f"{water.place}/review")
        other.goto(f"{water.place}/review")
        first, second = (page.locator("[data-item]").nth(at).get_attribute("id") or "" for at in range(2))
        other.get_by_role("button", name="Accept").first.click()
        expect(other.locator(f"#{first}")).to_have_count(0)
        page.locator(f"#{first}").focus()
        page.evaluate(AT_ONCE, [*"rja"])
        expect(page.get_by_role("alert")).to_contain_text("accepted already")
        expect(page.locator("#said")).to_contain_text("2 keys pressed since then did nothing")
        expect(page.locator(f"#{second}")).to_be_focused()
        assert len(hw.load(water.folder / "water").events) == 1


VIEWS = (
    "/", "/case", "/documents", "/documents?find=side", "/documents/letter-2015?find=side",
    "/documents/letter-2015/bibliography", "/review", "/share", "/entries?kind=actors",
    "/entries/form?kind=actors&id=AAA", "/entries/form?kind=claims&document=letter-2015&from=0&until=9",
    "/history", "/entries/form?kind=events&document=letter-2015&words=side", "/entries/case", "/hypotheses",
    "/review/second?coder=two", "/review/differences",
    *(f"/review/{view}?id={{}}" for view in ("merge", "split", "two", "changes")),
)  # fmt: skip


def test_no_view_is_barred_or_wider_than_a_phone(browser: Browser, water: Server, axe: str) -> None:
    with opened(browser, water) as page:
        for view in VIEWS:
            page.goto(water.place + view.format(agreed().id))
            for width in (1280, 360):
                page.set_viewport_size({"width": width, "height": 800})
                assert grave(page, axe) + in_the_dark(page, axe) == [], (view, width)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_without_script_every_step_is_a_form(browser: Browser, desk: Server) -> None:
    with opened(browser, desk, java_script_enabled=False) as page:
        page.goto(desk.place)
        page.get_by_label("What is the dispute called?").fill("By hand")
        page.locator("input[type=file]").set_input_files([desk.folder / name for name in DOCUMENTS])
        page.get_by_role("button", name="Make the case").click()
        expect(page.locator(".read")).to_contain_text("2 documents are new", timeout=20_000)
        page.get_by_role("link", name="Correct title, author, date").first.click()
        page.get_by_label("Title").fill("The letter of May")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("link", name="The letter of May")).to_be_visible()
        page.goto(f"{desk.place}/review?kind=event")
        page.locator('[data-item]:has-text("AGREE")').get_by_role("button", name="Accept").first.click()
        assert len(hw.load(desk.folder / "by-hand").events) == 1
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("button", name="Do again")).to_be_visible()
        assert hw.load(desk.folder / "by-hand").events == ()
        page.goto(f"{desk.place}/case")
        expect(page.get_by_role("heading", name="By hand").first).to_be_visible()
