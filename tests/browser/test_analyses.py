"""Findings and range in a browser, and the page of very many events."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from tests.browser.barriers import grave, in_the_dark
from tests.built_in import japan_russia

PANEL = "#panel[open]"
NARROW, WIDE = 360, 1280
NEW = ("findings", "range", "otherwise", "surveys")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages: of the small case with its library, of the built-in case, and of one with very many events."""
    folder = tmp_path_factory.mktemp("analyses")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    for name in ("small", "many"):
        shutil.copyfile(page_of(name), folder / f"{name}.html")
    return folder


@pytest.fixture
def many(page: Page, folder: Path) -> Page:
    page.goto((folder / "many.html").as_uri())
    return page


def test_parts_stand_in_the_order_in_which_a_reader_asks(built_in: Page) -> None:
    ids = built_in.locator("main > section").evaluate_all("each => each.map(section => section.id)")
    assert ids == ["part-answer", "part-why", "part-otherwise", "part-record", "part-sources"]
    links = built_in.locator("nav.sections a").evaluate_all("each => each.map(link => link.hash.slice(1))")
    assert links == ids


def test_the_answer_stands_on_the_first_screen_and_its_clauses_open_their_grounds(built_in: Page) -> None:
    for each in ("When could both have agreed?", "What closed it?", "What would have to change?"):
        box = built_in.get_by_role("heading", name=each).bounding_box()
        assert box and box["y"] < 900
    for clause in built_in.locator("#answer .told-in-four a").all()[:6]:
        clause.click()
        expect(built_in.locator("#panel-passages li").nth(0)).to_be_visible()
        built_in.keyboard.press("Escape")
    built_in.locator("svg.gap.wide a.mark").first.click()
    expect(built_in.locator("#panel-passages blockquote, #panel-passages .place").first).to_be_visible()


def test_the_chart_of_the_gap_is_stacked_on_a_phone_and_one_stop_of_the_tab_key(browser: Browser, folder: Path) -> None:
    with browser.new_context(viewport={"width": NARROW, "height": 800}) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri())
        expect(page.locator("svg.gap.narrow")).to_be_visible()
        expect(page.locator("svg.gap.wide")).to_be_hidden()
        stops = "svg.gap.narrow a.mark:not([tabindex='-1']), svg.gap.narrow a.box:not([tabindex='-1'])"
        assert page.locator(stops).count() == 1
        page.locator("svg.gap.narrow a.box").first.focus()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.closest('svg.gap') !== null")


def test_finding_opens_its_entries_and_they_their_passages(small: Page) -> None:
    small.locator("#finding-facts a.open").click()
    panel = small.locator(PANEL)
    assert "On two facts the documents exclude each other" in panel.locator("h2").inner_text()
    expect(panel.locator("blockquote").nth(1)).to_be_visible()
    panel.locator(".rests a", has_text="closes the strait").click()
    assert small.evaluate("location.hash") == "#event-strait-closed"
    assert "In March 1991 Norland closed the strait" in small.locator(PANEL).inner_text()
    small.keyboard.press("Escape")
    assert small.evaluate("document.activeElement.getAttribute('href')") == "#finding-facts"


def test_every_finding_of_the_built_in_case_opens(built_in: Page) -> None:
    for link in built_in.locator("#findings a.open").all():
        link.dispatch_event("click")
        assert built_in.locator("#panel .rests a").count() > 0
        assert built_in.locator("#panel-passages li").count() > 0


def test_click_on_a_stop_of_the_range_shows_its_passages(small: Page) -> None:
    small.locator("#range > details.list > summary").first.click()
    small.locator("#range svg.wide a.stop").first.click()
    expect(small.locator("#panel blockquote")).to_have_count(1)


def test_range_is_walked_by_arrow_keys(built_in: Page) -> None:
    built_in.locator("#range > details.list > summary").first.click()
    figure = built_in.locator("#range svg.lanes.wide").nth(1)
    expect(figure.locator("a.stop[tabindex='0']")).to_have_count(1)
    first = figure.locator("a.stop").first
    first.focus()
    built_in.keyboard.press("ArrowRight")
    assert built_in.evaluate("document.activeElement.closest('a.stop') !== null")
    assert built_in.evaluate("document.activeElement.getAttribute('href')") != first.get_attribute("href")
    assert built_in.locator("#tip").is_visible()
    built_in.keyboard.press("Enter")
    assert built_in.locator(PANEL).is_visible()


def test_overview_leads_to_every_window(built_in: Page) -> None:
    rows = hw.bargaining_range(japan_russia())
    cells = built_in.locator("#range .overview a.cell")
    expect(cells).to_have_count(len(rows))
    assert [each.strip() for each in cells.all_inner_texts()] == [row.overlap for row in rows]


def test_scales_are_folded(built_in: Page) -> None:
    folded = built_in.locator("#range > details.list")
    expect(folded).to_have_count(len(japan_russia().case.scales))
    expect(built_in.locator("#range > details.list[open]")).to_have_count(0)
    folded.first.locator("summary").first.click()
    assert folded.first.locator(".window").first.is_visible()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_permalink_of_a_folded_disagreement_brings_it_into_view(browser: Browser, folder: Path, width: int) -> None:
    last = hw.disagreements(japan_russia())[-1].id
    for id_ in (last, "finding-signs", "range-land-2016-2018"):
        with browser.new_context(viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto((folder / "built_in.html").as_uri() + f"#{id_}")
            page.wait_for_timeout(600)
            top = page.evaluate(f"document.getElementById('{id_}').getBoundingClientRect().top")
            assert 0 <= top < 900, id_
            assert page.locator(PANEL).is_visible()


def test_text_stands_beside_the_table_that_it_does_not_fit(small: Page) -> None:
    beside = small.locator("#surveys .checked")
    assert "The two answers leave ten percent unexplained." in beside.inner_text()
    beside.locator("a").first.click()
    assert small.evaluate("location.hash") == "#disagreement-doubt-001"


def test_no_serious_barrier_in_the_page_of_very_many_events(many: Page, axe: str) -> None:
    many.locator("#record").scroll_into_view_if_needed()
    expect(many.locator("#record .row").first).to_be_visible()
    assert grave(many, axe, "#part-record") + in_the_dark(many, axe, "#part-record") == []


@pytest.mark.parametrize("name", ["small", "built_in", "many"])
def test_no_scrolling_sideways_on_a_phone(browser: Browser, folder: Path, name: str) -> None:
    with browser.new_context(viewport={"width": NARROW, "height": 760}) as context:
        page = context.new_page()
        page.goto((folder / f"{name}.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW
        assert page.locator("#range svg.lanes.narrow").first.is_visible()
        assert not page.locator("#range svg.lanes.wide").first.is_visible()


def test_on_paper_the_new_sections_are_there(built_in: Page) -> None:
    built_in.locator("#range > details.list > summary").first.click()
    built_in.emulate_media(media="print")
    for section in NEW:
        assert built_in.locator(f"#{section}").is_visible()
        assert not built_in.locator(f"#{section} .filters").first.is_visible()
    assert built_in.locator("#otherwise td .saying").first.is_visible()
    assert built_in.locator("#range svg.lanes.wide").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_overlaps_differ_in_shape_and_not_in_colour_alone(browser: Browser, folder: Path, scheme: str) -> None:
    with browser.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri())
        page.locator("#range > details.list > summary").first.click()
        shapes = page.locator('g[id^="overlap-"]').evaluate_all("each => each.map(shape => shape.innerHTML)")
        words = page.locator("#range .verdict").all_text_contents()
    assert len(set(shapes)) == 5
    assert words and all(word.strip() for word in words)


def test_piles_are_walked_by_arrow_keys(many: Page) -> None:
    chart = many.locator("svg.chart.wide")
    expect(chart.locator("a.pile[tabindex='0']")).to_have_count(1)
    chart.locator("a.pile").first.focus()
    many.keyboard.press("ArrowRight")
    assert many.evaluate("document.activeElement.getAttribute('aria-label')")
    assert many.locator("#tip").is_visible()
