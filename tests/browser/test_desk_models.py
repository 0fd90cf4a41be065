"""Models and assumptions at the desk in a browser: wishes moved by keys and dragged, solved as one edits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hikiwake.dossier import save
from tests.browser.barriers import grave
from tests.browser.test_desk import Server, opened, served
from tests.skerries_model import modelled

FORM = "/models/form?name=1990-1994"


@pytest.fixture(scope="module")
def skerries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A desk with the small dispute open, which has a model of its first era; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("modelled")
    save(modelled(), folder / "skerries")
    with served(folder, "skerries") as server:
        yield server


def says(page: Page) -> list[str]:
    """The wishes in the order in which they stand."""
    return [
        str(each) for each in page.eval_on_selector_all('input[name^="says:"]', "all => all.map((one) => one.value)")
    ]


def test_wishes_are_moved_and_solved_as_one_edits(browser: Browser, skerries: Server, axe: str) -> None:
    with opened(browser, skerries) as page:
        page.goto(skerries.place + FORM)
        assert says(page) == ["accept if give_half", "close", "give_half", "insist", "not accept"]
        assert grave(page, axe) == []
        page.get_by_label("Wish 2").first.focus()
        page.keyboard.press("Alt+ArrowUp")
        assert says(page)[:2] == ["close", "accept if give_half"]
        assert page.evaluate("document.activeElement.value") == "close"
        page.keyboard.press("Alt+ArrowDown")
        page.keyboard.press("Alt+ArrowDown")
        assert says(page)[:3] == ["accept if give_half", "give_half", "close"]

        grips = page.locator(".grip")
        grips.nth(1).evaluate("grip => grip.scrollIntoView({ block: 'center', behavior: 'instant' })")
        start, end = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
        assert start and end
        page.mouse.move(start["x"] + 4, start["y"] + 30)
        page.mouse.down()
        page.mouse.move(end["x"] + 4, end["y"] + 40, steps=8)
        page.mouse.move(end["x"] + 4, end["y"] + 4, steps=4)
        page.mouse.up()
        assert says(page)[0] == "close"

        page.get_by_label("Wish 1").first.fill("clsoe")
        expect(page.locator(".at", has_text="did you mean")).to_be_visible()
        expect(page.locator("#solution")).to_contain_text("1 fault to be mended first")
        page.get_by_label("Wish 1").first.fill("not close")
        expect(page.locator(".words").first).to_have_text("does not want “Close the strait”")
        expect(page.locator("#solution")).to_contain_text("no more")
        assert not page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
        page.locator("h1").click()
        page.keyboard.press("s")
        expect(page.locator(".history .done")).to_have_count(1)
        assert page.url.endswith("name=1990-1994")
        assert page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
        expect(page.locator("#solution")).to_contain_text("The same outcomes hold")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_label("Wish 1").first).to_have_value("accept if give_half")


def test_a_fault_leads_to_its_field_where_that_is_folded_away(browser: Browser, skerries: Server, axe: str) -> None:
    with opened(browser, skerries) as page:
        page.goto(skerries.place + FORM)
        folded = page.locator(".wish details").first
        folded.locator("summary").click()
        about = page.get_by_label("Its rank may be wrong by so many places").first
        about.fill("one")
        expect(page.locator("#at-whole a")).to_have_count(1)
        folded.locator("summary").click()
        expect(about).to_be_hidden()
        page.locator("#at-whole a").click()
        expect(about).to_be_focused()
        assert grave(page, axe) == []


def test_assumptions_are_gone_back_from_by_the_browser(browser: Browser, skerries: Server, axe: str) -> None:
    with opened(browser, skerries) as page:
        page.goto(f"{skerries.place}/whatif?model=1990-1994")
        assert grave(page, axe) == []
        page.get_by_role("link", name="Turn round: does not want “Accept half”").click()
        expect(page.get_by_role("heading", name="What is otherwise")).to_be_visible(timeout=20_000)
        assert page.locator("td.otherwise").count() > 0
        assert grave(page, axe) == []
        page.get_by_role("link", name="One more beside it").click()
        expect(page.get_by_role("heading", name="Assumptions B")).to_be_visible()
        page.go_back()
        page.go_back()
        expect(page.get_by_text("Nothing is assumed yet")).to_be_visible()


def test_a_phone_shows_all_of_it(browser: Browser, skerries: Server, axe: str) -> None:
    with opened(browser, skerries, viewport={"width": 360, "height": 740}) as page:
        for address in ("/models", FORM, "/models/new?era=1990-1994", "/models/text?name=1990-1994", "/whatif"):
            page.goto(skerries.place + address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
            assert grave(page, axe) == [], address


def test_a_model_is_edited_without_script(browser: Browser, skerries: Server) -> None:
    with opened(browser, skerries, java_script_enabled=False) as page:
        page.goto(skerries.place + FORM)
        page.get_by_role("button", name="Down: accept if give_half").click()
        expect(page.get_by_label("Wish 1").first).to_have_value("close")
        page.get_by_role("button", name=re.compile("^Save")).click()
        expect(page.get_by_text("last decision: change of 1 model")).to_be_visible()
        page.get_by_role("button", name=re.compile("^Undo")).click()
        expect(page.get_by_label("Wish 1").first).to_have_value("accept if give_half")
