"""The matrix of competing hypotheses in a browser: by keys alone, without script, on a phone, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.dossier.competing import Cell
from tests.browser.barriers import grave
from tests.browser.test_desk import Server, opened, served
from tests.desk.test_hypotheses import FILE, MATRIX
from tests.synthetic import skerries

PIECE = "/hypotheses/evidence?id=who&evidence=event-talks"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Server]:
    """A desk with a case open that has one analysis, at which "a coder" sits."""
    hw.save(skerries().dossier(), tmp_path / "skerries")
    (tmp_path / "skerries" / "hypotheses.toml").write_text(FILE, encoding="utf-8")
    with served(tmp_path, "skerries") as server:
        yield server


def marks(desk: Server) -> dict[str, list[Cell]]:
    """What the coder has marked, by the evidence."""
    (analysis,) = hw.load(desk.folder / "skerries").analyses
    return {id_: [*each.cells] for id_, each in analysis.by("a coder").items()}


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name"))


def test_a_matrix_is_marked_by_keys_and_what_it_comes_to_follows(browser: Browser, desk: Server) -> None:
    with opened(browser, desk) as page:
        page.goto(desk.place + MATRIX)
        page.locator(".ach select").first.focus()
        expect(page.locator("#aim")).to_contain_text("with “Suderland”")
        for key in ("5", "ArrowDown", "3", "ArrowRight", "2", "ArrowUp", "1", "ArrowUp", "ArrowRight"):
            page.keyboard.press(key)
        expect(page.locator(".comes")).to_contain_text("All 4 cells are marked.", timeout=20_000)
        expect(page.locator(".comes")).to_contain_text("“Both” is least inconsistent")
        expect(page.locator("#said")).to_contain_text("“Both” is least inconsistent")
        assert focused(page) == "cell a%20letter south"
        assert marks(desk)["event-talks"] == [Cell("south", "II"), Cell("both", "N")]
        page.keyboard.press("0")
        expect(page.locator(".comes")).to_contain_text("1 of 4 cells is not marked.", timeout=20_000)
        page.get_by_label("credibility of E1").select_option("low")
        expect(page.locator("#weighed")).to_contain_text("weight 0.71", timeout=20_000)


def test_what_is_marked_just_before_the_page_is_left_is_kept(browser: Browser, desk: Server) -> None:
    with opened(browser, desk) as page:
        page.goto(desk.place + MATRIX)
        page.locator(".ach select").first.focus()
        page.keyboard.press("4")
        page.goto(f"{desk.place}/hypotheses")
        page.wait_for_timeout(500)
        page.goto(desk.place + PIECE)
        expect(page.get_by_label("Mark").first).to_have_value("I")


def test_a_clash_is_told_and_nothing_is_written_over_by_itself(browser: Browser, desk: Server) -> None:
    with opened(browser, desk) as page, opened(browser, desk) as other:
        page.goto(desk.place + MATRIX)
        other.goto(desk.place + MATRIX)
        other.locator(".ach select").first.select_option("CC")
        expect(other.locator(".comes")).to_contain_text("3 of 4", timeout=20_000)
        page.locator(".ach select").first.select_option("II")
        expect(page.locator("#faults")).to_contain_text(
            "you wrote “very inconsistent”; now it is “very consistent”", timeout=20_000
        )
        page.locator(".ach select").nth(1).select_option("N")
        page.wait_for_timeout(2_500)
        assert marks(desk) == {"event-talks": [Cell("south", "CC")]}
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("#faults")).to_be_empty(timeout=20_000)
        assert marks(desk)["event-talks"] == [Cell("south", "II")]


def test_without_script_an_analysis_is_begun_filled_and_marked(browser: Browser, desk: Server) -> None:
    with opened(browser, desk, java_script_enabled=False) as page:
        page.goto(f"{desk.place}/hypotheses")
        page.get_by_label("What is asked?").fill("Who now?")
        page.locator("textarea[name=texts]").fill("North\nSouth")
        page.get_by_role("button", name="Begin").click()
        page.get_by_label("Words in entries of the case").fill("talks")
        page.get_by_role("button", name="Find").click()
        page.locator('input[value="event-talks"]').check()
        page.get_by_role("button", name="Add the chosen").click()
        page.locator(".ach select").nth(1).select_option("I")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator(".comes")).to_contain_text("By your marks “South” is least inconsistent.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".comes")).to_contain_text("2 of 2 cells are not marked.")


def test_no_view_of_hypotheses_is_barred_or_wider_than_a_phone(browser: Browser, desk: Server, axe: str) -> None:
    for width, scheme in [(360, "dark"), (1280, "light")]:
        with opened(browser, desk, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
            for view in (f"{MATRIX}&others=1&find=talks", PIECE):
                page.goto(desk.place + view)
                page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
                assert grave(page, axe) == [], view
                assert page.evaluate("document.documentElement.scrollWidth") <= width, view
            page.goto(desk.place + MATRIX)
            page.locator(".ach select").nth(2).focus()
            page.keyboard.press("5")
            assert grave(page, axe) == []
