"""Choosing a passage at the desk in a browser, by mouse, by keys alone and without script: always in code points."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.documents import text_hash
from hikiwake.workbench import StoredText
from tests.browser.test_desk import Server, opened, served
from tests.workbench.conftest import document, made

TEXT = "𠮷田 wrote: 😀 we agree.\fThe wells, 40 of them, were dry. The quota stays.\n" + "A line more.\n" * 900


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A desk with a case whose document has pages, and characters of two units in UTF-16."""
    folder = tmp_path_factory.mktemp("odd")
    bench = made(folder / "water")
    bench.workbench.take([StoredText("letter-2015", "letter.txt", text_hash(TEXT), TEXT)], [document(TEXT)])
    bench.workbench.close()
    with served(folder, "water") as server:
        yield server


def passage_of(server: Server) -> str:
    """The words of the claim that was entered last."""
    dossier = hw.load(server.folder / "water")
    passage = dossier.passage[dossier.claims[-1].passages[-1]]
    return TEXT[passage.start : passage.end]


def fill(page: Page, measure: str) -> None:
    """Fill in the form of a claim on what was not measured yet, and send it."""
    said = {"Subject": "wells", "Measure": measure, "Value": "40", "As of": "2014", "Summary": "Dry"}
    for name, value in said.items():
        page.get_by_label(name, exact=True).fill(value)
    page.get_by_label("Comparator").select_option("=")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("Add to the lists").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".made")).to_contain_text("claim-")


def test_by_mouse(browser: Browser, odd: Server) -> None:
    with opened(browser, odd) as page:
        page.goto(f"{odd.place}/documents/letter-2015")
        first, second = (page.locator(".block").nth(number) for number in range(2))
        box, other = first.bounding_box(), second.bounding_box()
        assert box and other
        page.mouse.move(box["x"] + 1, box["y"] + 12)
        page.mouse.down()
        page.mouse.move(other["x"] + 75, other["y"] + 30)
        page.mouse.up()
        start, end = (int(page.locator(f"#cite [name={name}]").input_value()) for name in ("from", "until"))
        assert start == 0 and TEXT[start:end].startswith("𠮷田 wrote: 😀 we agree.\fThe ")
        page.get_by_label("It becomes").select_option("claims")
        page.get_by_role("button", name="Go on").click()
        expect(page.locator(".chosen q")).to_contain_text("😀 we agree. The")
        fill(page, "wells")
        assert passage_of(odd) == TEXT[start:end].strip()
        expect(page.locator("mark .at").first).to_be_attached()


def test_by_keys_alone(browser: Browser, odd: Server) -> None:
    with opened(browser, odd) as page:
        page.goto(f"{odd.place}/documents/letter-2015")
        words = page.locator("#cite [name=words]")
        page.locator("#text").focus()
        page.keyboard.press("ArrowRight")
        expect(words).to_have_value("𠮷田 wrote: 😀 we agree.")
        page.keyboard.press("ArrowRight")
        expect(words).to_have_value("The wells, 40 of them, were dry.")
        page.keyboard.press("Shift+ArrowRight")
        expect(words).to_have_value("The wells, 40 of them, were dry. The quota stays.")
        page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("Control+ArrowRight")
        page.keyboard.press("Control+Shift+ArrowLeft")
        expect(words).to_have_value("wells, 40 of them, were")
        page.keyboard.press("Enter")
        page.keyboard.press("c")
        expect(page.get_by_label("It becomes")).to_have_value("claims")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".chosen q")).to_have_text("wells, 40 of them, were")


def test_without_script_the_words_are_written(browser: Browser, odd: Server) -> None:
    with opened(browser, odd, java_script_enabled=False) as page:
        page.goto(f"{odd.place}/documents/letter-2015")
        page.get_by_label("Its words").fill("The wells, 40 of them … stays.")
        page.get_by_label("It becomes").select_option("claims")
        page.get_by_role("button", name="Go on").click()
        fill(page, "dry_wells")
        assert passage_of(odd) == "The wells, 40 of them, were dry. The quota stays."
        page.get_by_role("link", name="claim-").first.click()
        page.get_by_label("Subject").fill("the wells")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".history")).to_contain_text("the wells")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_label("Subject")).to_have_value("wells")
        page.get_by_role("button", name="Take it out").click()
        expect(page).to_have_url(f"{odd.place}/entries?kind=claims")
