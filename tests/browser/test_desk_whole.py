"""The whole way at the desk in a browser, from an empty folder to the page for others, killed twice on it."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

import hikiwake as hw
from hikiwake.workbench import Workbench
from tests.browser.barriers import grave
from tests.browser.watch import INSIDE, Watch
from tests.desk.together import Confirmed, amiss
from tests.skerries_files import files

CASE = "the-skerries"
WHO = "a coder"
DROP = """
files => {
    const carried = new DataTransfer();
    for (const [name, text] of files)
        carried.items.add(new File([Uint8Array.from(atob(text), each => each.charCodeAt(0))], name));
    const event = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
    document.querySelector("main").dispatchEvent(event);
}
"""
PLACE = """
words => {
    const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        const boxes = [...range.getClientRects()], last = boxes.at(-1);
        return [boxes[0].left + 1, boxes[0].top + 9, last.right - 1, last.bottom - 9];
    }
}
"""


@dataclass
class Server:
    """A desk in a program of its own, which can be killed and begun again at the same address."""

    folder: Path
    port: int = 0
    program: subprocess.Popen[str] | None = None
    confirmed: list[Confirmed] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Its address without a path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def case(self) -> Path:
        """The folder of the case."""
        return self.folder / CASE

    def begin(self, *words: str) -> None:
        """Begin it, at the port that it had before."""
        command = [sys.executable, "-m", "hikiwake", "desk", *words, "--no-open", "--port", str(self.port)]
        environment = {**os.environ, "HIKIWAKE_USER": WHO}
        self.program = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, text=True, env=environment)
        assert self.program.stdout
        self.port = int(re.findall(r":(\d+)/", self.program.stdout.readline())[0])

    def end(self, how: signal.Signals) -> int:
        """End it by a signal; what it ended with."""
        assert self.program and self.program.stdout
        self.program.send_signal(how)
        self.program.stdout.close()
        return self.program.wait(20)

    def kill(self) -> None:
        """Kill it; whatever was confirmed is in the log once, and the folder checks clean."""
        assert self.end(signal.SIGKILL) == -signal.SIGKILL
        assert amiss(self.case, self.confirmed, killed=True) == []


@contextmanager
def desk(folder: Path) -> Iterator[Server]:
    """A desk over an empty folder, ended as a user ends it."""
    server = Server(folder)
    server.begin()
    try:
        yield server
        assert server.end(signal.SIGINT) == 0
    finally:
        if server.program and server.program.poll() is None:
            server.end(signal.SIGKILL)


@contextmanager
def watched(browser: Browser, server: Server) -> Iterator[Page]:
    """A page that asks nothing outside the desk; the only errors are those of a server that was killed."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        watch = Watch(page, (*INSIDE, server.place))
        yield page
        assert [each for each in watch.faults if not re.search("422|net::ERR_", each)] == []


def test_from_an_empty_folder_to_the_page_for_others_though_killed_twice(
    browser: Browser, tmp_path: Path, axe: str
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    with desk(shelf) as server, watched(browser, server) as page:
        begun(page, server)
        decided_by_keys(page, server, 9)
        killed_under_a_decision(page, server)
        decided_by_keys(page, server, 20)
        cited_by_mouse(page, server)
        edited_and_undone(page, server)
        an_era(page)
        killed_at_the_model(page, server)
        supposed(page, server)
        shared(page, server, tmp_path)
        nobody_is_barred(page, server, axe)
    assert amiss(server.case, server.confirmed, killed=True) == []


def bar(page: Page, name: str) -> Locator:
    """A view by its link in the bar."""
    return page.get_by_role("navigation", name="The desk").get_by_role("link", name=name, exact=True)


def begun(page: Page, server: Server) -> None:
    """Make the case by the form, its five files dropped, and wait until they are read."""
    page.goto(server.place)
    page.get_by_label("What is the dispute called?").fill("The Skerries")
    page.get_by_label("What is the case to answer?").fill("Who could have the Skerries?")
    page.get_by_label("The first side").fill("NOR:Norland")
    page.get_by_label("The second side").fill("SUD:Suderland")
    page.evaluate(DROP, [[name, base64.b64encode(text).decode()] for name, text in files().items()])
    page.get_by_role("button", name="Make the case").press("Enter")
    expect(page.locator(".read")).to_contain_text("5 documents are new", timeout=20_000)
    expect(page.locator(".unread")).to_have_count(0)


def decided_by_keys(page: Page, server: Server, until: int) -> None:
    """Decide with nothing but keys, until so many are confirmed; the first is taken back and done again."""
    bar(page, "Review").press("Enter")
    items = page.locator("[data-item]")
    expect(items.first).to_be_focused()
    while len(server.confirmed) < until:
        decide(page, server, 1 if len(server.confirmed) < 15 else 3)
        if len(server.confirmed) == 1:
            first = page.locator(f"#proposal-{server.confirmed[0].id}")
            page.keyboard.press("u")
            expect(first).to_be_visible()
            page.keyboard.press("U")
            expect(first).to_have_count(0)
            page.keyboard.press("j")
            page.keyboard.press("k")
            expect(page.locator("[data-item]:focus")).to_have_count(1)


def decide(page: Page, server: Server, count: int) -> None:
    """Accept what is in focus where it is sure, else reject it, and so many that follow without waiting for an answer.

    A decision is confirmed when its proposal is gone from the queue.
    """
    items = page.locator("[data-item]")
    first = items.evaluate_all("all => all.indexOf(document.activeElement)")
    made = [chosen(items.nth(first + number)) for number in range(count)]
    for key, _, _ in made:
        page.keyboard.press(key)
    for _, decision, id_ in made:
        expect(page.locator(f"#{id_}")).to_have_count(0)
        server.confirmed.append(Confirmed(id_.removeprefix("proposal-"), decision, WHO, 0))


def chosen(item: Locator) -> tuple[str, str, str]:
    """What is to be decided on a proposal, by which key, and its id."""
    said = item.inner_text()
    sure = float(re.findall(r"([01]\.\d\d) sure", said)[0])
    key, decision = ("a", "accept") if said.startswith("event") and sure >= 0.6 else ("r", "reject")
    return key, decision, str(item.get_attribute("id"))


def killed_under_a_decision(page: Page, server: Server) -> None:
    """Kill the desk in the moment in which a key is pressed; the same page goes on with the one begun after it."""
    page.keyboard.press("r")
    server.kill()
    page.keyboard.press("r")
    told = page.get_by_role("alert").filter(has_text="The desk does not answer")
    expect(told).to_have_count(1)
    server.begin()
    page.keyboard.press("r")
    expect(told).to_have_count(0)
    assert amiss(server.case, server.confirmed, killed=True) == []


def cited_by_mouse(page: Page, server: Server) -> None:
    """Select words in a text by mouse, which become a formula; two positions on it quote words that are written."""
    bar(page, "Documents").click()
    page.get_by_role("link", name="A letter of the ministry").click()
    words = "Norland offered half of the Skerries to Suderland."
    expect(page.locator("#text")).to_contain_text(words)
    left, top, right, bottom = page.evaluate(PLACE, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=3)
    page.mouse.up()
    expect(page.get_by_label("Its words")).to_have_value(words)
    entered(page, "formulas", Id="half", Title="Half of the islands", Kind="sovereignty", Includes="Half for each.")
    (formula,) = hw.load(server.case).formulas
    passage = hw.load(server.case).passage[formula.passages[0]]
    with Workbench(server.case) as bench:
        assert bench.texts_of([passage.document])[passage.document][passage.start : passage.end] == words
    page.get_by_label("Its words").fill(words)
    position = {"On (issue or formula)": "half", "Strength": "moderate"}
    entered(page, "positions", Actor="NOR", Verb="offers", Stance="Half", When="1992-07-04", **position)
    bar(page, "Documents").click()
    page.get_by_role("link", name="A note of the bureau").click()
    page.get_by_label("Its words").fill("Suderland would accept half of the Skerries if Norland opened the strait.")
    entered(page, "positions", Actor="SUD", Verb="accepts", Stance="Half", When="1996-03", **position)


def entered(page: Page, kind: str, **said: str) -> None:
    """Make an entry of the words that were chosen."""
    page.get_by_label("It becomes").select_option(kind)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#entry [autofocus]")).to_be_focused()
    for name, value in said.items():
        fill(page.get_by_label(name, exact=True), value)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".made")).to_be_visible()


def fill(field: Locator, value: str) -> None:
    """Fill in a field, or choose in it."""
    if field.evaluate("each => each.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def edited_and_undone(page: Page, server: Server) -> None:
    """Change the entry that was made last, and take it back."""
    page.locator(".made a").click()
    page.get_by_label("Strength").select_option("weak")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".history")).to_contain_text("weak")
    assert strengths(server) == ["moderate", "weak"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Strength")).to_have_value("moderate")
    assert strengths(server) == ["moderate", "moderate"]


def strengths(server: Server) -> list[str]:
    """How firmly both positions on the formula are held."""
    return [each.strength for each in hw.load(server.case).positions if each.on == "half"]


def an_era(page: Page) -> None:
    """Make the era of which the model is to be."""
    bar(page, "Models").click()
    page.get_by_role("link", name="make one first").click()
    page.get_by_role("link", name="New era").click()
    for name, value in {"Id": "1990s", "Title": "The talks", "When": "1990/1999"}.items():
        page.get_by_label(name, exact=True).fill(value)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="The talks")).to_be_visible()


def killed_at_the_model(page: Page, server: Server) -> None:
    """Draft a model and edit it; the desk is killed before it is saved. What was filled in is saved by the next one."""
    bar(page, "Models").click()
    page.get_by_role("button", name="Draft it from the record").click()
    expect(page.locator("#solution")).to_contain_text("hold for everybody")
    page.get_by_label("Title").fill("Half of it")
    for each in page.get_by_label("At the end", exact=True).all():
        each.select_option("N")
    server.kill()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").filter(has_text="The desk does not answer")).to_be_visible()
    server.begin()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Half of it")).to_be_visible()
    expect(page.locator("#solution")).to_contain_text("hold for everybody")
    assert [name for name, _ in hw.load(server.case).conflicts] == ["1990s"]


def supposed(page: Page, server: Server) -> None:
    """Assume that a side wants otherwise, see what that changes, and keep it in the case."""
    page.get_by_role("link", name="what if", exact=True).click()
    page.get_by_role("link", name=re.compile("^Turn round: wants “Sign")).first.click()
    expect(page.get_by_role("heading", name="What is otherwise")).to_be_visible(timeout=20_000)
    page.get_by_text("Keep or send A").click()
    page.get_by_label("What it is called").fill("Norland signs nothing")
    page.get_by_label("Name of its file").fill("no-signature")
    page.get_by_role("button", name="Save as a scenario").click()
    expect(page.locator("#scenario-no-signature")).to_be_visible()
    assert [name for name, _ in hw.load(server.case).scenarios] == ["no-signature"]


def shared(page: Page, server: Server, folder: Path) -> None:
    """Make the page for others, and open it without the desk."""
    bar(page, "Share").click()
    page.get_by_role("button", name="Make: The page").click()
    with page.expect_download(timeout=30_000) as download:
        page.get_by_role("link", name=re.compile(r"\.html$")).click()
    download.value.save_as(folder / "page.html")
    entry = hw.load(server.case).events[0].id
    page.goto(f"{(folder / 'page.html').as_uri()}#{entry}")
    expect(page.get_by_role("heading", name="The Skerries").first).to_be_visible()
    expect(page.locator("#panel blockquote").first).to_be_visible()


VIEWS = (
    "/", "/documents", "/documents/document-1995", "/review", "/entries/form?kind=formulas&id=half", "/models",
    "/models/form?name=1990s", "/whatif?model=1990s", "/history", "/case",
)  # fmt: skip


def nobody_is_barred(page: Page, server: Server, axe: str) -> None:
    """No main view of the case as it is now has barriers, or is wider than a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    for view in VIEWS:
        page.goto(server.place + view)
        assert grave(page, axe) == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, view
