"""The table of the record in a browser: facets, words, what stands in the address, and saving what is shown."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hikiwake.dossier.counting import events_by_era
from tests.browser.barriers import grave
from tests.built_in import japan_russia
from tests.crowded import MANY, crowded
from tests.report.lines import lines_of

BUILT_IN = japan_russia()
LINES = len([*BUILT_IN.events, *BUILT_IN.positions, *BUILT_IN.claims, *BUILT_IN.drivers])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages: of the built-in case, and of one with very many events."""
    folder = tmp_path_factory.mktemp("pages")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    shutil.copyfile(page_of("many"), folder / "many.html")
    return folder


@pytest.fixture
def many(page: Page, folder: Path) -> Page:
    page.goto((folder / "many.html").as_uri())
    return page


def choose(page: Page, facet: str, *values: str) -> None:
    """Open a facet and tick some of its values."""
    box = page.locator(f'[data-record] [data-facet="{facet}"]')
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    for value in values:
        box.locator(f'input[value="{value}"]').check()


def counted(page: Page) -> str:
    """What is said of how many entries are shown."""
    return page.locator("[data-record] [data-count]").inner_text()


def told(number: int, of: int) -> str:
    return f"{number:,} of {of:,} entries"


def test_rows_are_written_when_the_reader_comes_to_them(built_in: Page) -> None:
    expect(built_in.locator("#record .row")).to_have_count(0)
    built_in.locator("#record").scroll_into_view_if_needed()
    rows = built_in.locator("#record .row")
    expect(rows).to_have_count(100)
    built_in.locator(".further button").last.click()
    expect(rows).to_have_count(200)
    rows.nth(150).locator("a.open").click()
    expect(built_in.locator("#panel-passages li").nth(0)).to_be_visible()


def test_several_values_are_one_or_the_other_and_several_facets_both(built_in: Page) -> None:
    choose(built_in, "kind", "event")
    choose(built_in, "status", "cancelled", "postponed")
    wanted = sum(event.happened in ("cancelled", "postponed") for event in BUILT_IN.events)
    expect(built_in.locator("#record .row")).to_have_count(wanted)
    assert counted(built_in) == told(wanted, LINES)
    expect(built_in.locator("svg.chart.wide a.mark:not(.off)")).to_have_count(wanted)
    beside = built_in.locator(
        '[data-record] [data-facet="status"] label', has=built_in.locator('input[value="planned"]')
    )
    assert beside.locator("output").inner_text() == str(sum(event.happened == "planned" for event in BUILT_IN.events))
    built_in.locator("[data-record] [data-clear]").click()
    expect(built_in.locator("svg.chart.wide a.mark.off")).to_have_count(0)
    assert counted(built_in) == f"{LINES:,} entries"


def test_what_is_chosen_stands_in_the_address_and_back_goes_back(built_in: Page) -> None:
    choose(built_in, "kind", "position")
    choose(built_in, "actor", "RUS")
    wanted = sum(each.actor.partition("/")[0] == "RUS" for each in BUILT_IN.positions)
    assert "kind=position" in built_in.url and "actor=RUS" in built_in.url
    assert counted(built_in) == told(wanted, LINES)
    address = built_in.url
    built_in.go_back()
    assert counted(built_in) == told(len(BUILT_IN.positions), LINES)
    built_in.goto(address)
    expect(built_in.locator("[data-record] [data-count]")).to_have_text(told(wanted, LINES))
    expect(built_in.locator('[data-record] [data-facet="actor"] input[value="RUS"]')).to_be_checked()


def test_words_find_lines_whatever_their_accents_and_case(built_in: Page) -> None:
    built_in.locator("[data-words]").fill("PUTIN postpön")
    wanted = sum("putin" in each and "postpon" in each for each in _texts(built_in))
    expect(built_in.locator("[data-record] [data-count]")).to_have_text(told(wanted, LINES))
    assert 0 < wanted < LINES and "words=PUTIN" in built_in.url


def _texts(page: Page) -> list[str]:
    """What every line says, from the lines that the page carries."""
    lines = lines_of(page.content())
    return [
        " ".join([each["when"], each["said"], *each["tags"], *chain(*each["more"].items())]).lower() for each in lines
    ]


def test_the_era_of_the_bar_narrows_the_record(built_in: Page) -> None:
    built_in.locator('[data-asks="era"]').select_option("2022-")
    choose(built_in, "kind", "event")
    wanted = {era.id: len(events) for era, events in events_by_era(BUILT_IN)}["2022-"]
    assert counted(built_in) == told(wanted, LINES)


def test_what_is_shown_is_saved_as_a_table(built_in: Page, tmp_path: Path) -> None:
    choose(built_in, "kind", "survey")
    with built_in.expect_download() as download:
        built_in.locator("[data-save]").click()
    download.value.save_as(tmp_path / "record.csv")
    with (tmp_path / "record.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] and {row["kind"] for row in rows} == {"Survey"}
    assert {row["id"] for row in rows} == {claim.id for claim in BUILT_IN.claims if claim.table}


def test_a_link_to_an_entry_that_is_left_out_lifts_the_choice(page: Page, folder: Path) -> None:
    event = BUILT_IN.events[7]
    page.goto(f"{(folder / 'built_in.html').as_uri()}?kind=cause#{event.id}")
    assert event.summary in page.locator("#panel-title").inner_text()
    expect(page.locator(f"#{event.id}")).to_be_visible()


def test_permalink_finds_an_event_among_very_many(page: Page, folder: Path) -> None:
    event = crowded(MANY).events[-5]
    page.goto((folder / "many.html").as_uri() + f"#{event.id}")
    page.wait_for_timeout(600)
    assert event.summary in page.locator("#panel-title").inner_text()
    assert 0 <= page.evaluate(f"document.getElementById('{event.id}').getBoundingClientRect().top") < 900


def test_facets_and_piles_choose_among_very_many(many: Page) -> None:
    dossier = crowded(MANY)
    lines = len([*dossier.events, *dossier.positions, *dossier.claims, *dossier.drivers])
    choose(many, "kind", "event")
    choose(many, "about", "trade")
    assert counted(many) == told(sum("trade" in event.issues for event in dossier.events), lines)
    many.locator("[data-record] [data-clear]").click()
    pile = many.locator("svg.chart.wide a.pile").nth(20)
    number = (pile.get_attribute("aria-label") or "").split(" ")[0]
    pile.click()
    assert counted(many) == told(int(number.replace(",", "")), lines)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (800, "dark"), (360, "light")])
def test_no_barrier_and_no_scrolling_sideways(
    browser: Browser, folder: Path, axe: str, width: int, scheme: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri() + "?kind=event#record")
        choose(page, "about")
        expect(page.locator("#record .row").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('.told:not(#record)').forEach(each => each.remove())")
        assert grave(page, axe, "#record") == []
