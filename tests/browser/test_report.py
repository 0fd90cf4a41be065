"""The page in a browser: it opens quietly, every mark leads to its passages, and everybody can use it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hikiwake.dossier import Dossier, Event
from hikiwake.dossier.counting import events_by_era
from tests.browser.barriers import barriers, in_the_dark
from tests.browser.watch import Watch
from tests.built_in import japan_russia

PANEL = "#panel[open]"
NARROW, WIDE = 360, 1280


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages: of the small case with its library, of the built-in case, and of a hostile one."""
    folder = tmp_path_factory.mktemp("pages")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    for name in ("small", "hostile"):
        shutil.copyfile(page_of(name), folder / f"{name}.html")
    return folder


def events_of(dossier: Dossier, era: str) -> list[Event]:
    """The events that begin in an era."""
    return next(events for each, events in events_by_era(dossier) if each.id == era)


def test_page_opens_without_error_or_request(built_in: Page) -> None:
    assert built_in.title()
    expect(built_in.locator("svg.chart.wide a.mark")).to_have_count(len(japan_russia().events))


def test_click_on_an_event_shows_its_passages(small: Page) -> None:
    small.locator('svg.chart.wide a[href="#event-strait-closed"]').click()
    panel = small.locator(PANEL)
    assert "Norland closes the strait" in panel.inner_text()
    quotes = panel.locator("blockquote").all_inner_texts()
    assert quotes[0].startswith("In March 1991 Norland closed the strait")
    assert quotes[1].startswith("The strait was closed on 4 April 1991")
    assert "here: 4 April 1991" in panel.inner_text()
    assert "characters" in panel.locator(".place").first.inner_text()


def test_every_kind_of_mark_opens_its_entry(small: Page) -> None:
    for section, mark in {
        "positions": "td a.dot",
        "formulas": "td a.dot",
        "drivers": "td a.sign",
        "surveys": "a.segment",
        "turning": "svg.turns.wide a",
        "relation": "svg.relation.wide a",
        "otherwise": "td a.open",
        "voices": "a.open",
        "doubts": "a.open",
    }.items():
        small.evaluate(f"document.querySelectorAll('#{section} details').forEach(each => {{ each.open = true; }})")
        small.locator(f"#{section} {mark}").first.dispatch_event("click")
        expect(small.locator("#panel-passages li").nth(0), section).to_be_visible()
        assert small.locator("#panel-title").inner_text().strip(), section
        small.keyboard.press("Escape")


def test_keyboard_opens_moves_and_gives_the_focus_back(small: Page) -> None:
    first = small.locator("svg.chart.wide a.mark").first
    first.focus()
    small.keyboard.press("ArrowRight")
    chosen = small.evaluate("document.activeElement.getAttribute('href')")
    assert chosen != first.get_attribute("href")
    assert small.locator("#tip").is_visible()
    small.keyboard.press("Enter")
    assert small.locator(PANEL).is_visible()
    assert small.evaluate("document.activeElement.id") == "panel-title"
    small.keyboard.press("Escape")
    expect(small.locator(PANEL)).to_have_count(0)
    assert small.evaluate("document.activeElement.getAttribute('href')") == chosen


def test_marks_of_a_figure_are_one_stop_of_the_tab_key(built_in: Page) -> None:
    stops = built_in.locator("svg.chart.wide a.mark:not([tabindex='-1'])").count()
    assert stops == 1
    names = built_in.locator("svg.chart.wide a.mark[aria-label]").count()
    assert names == built_in.locator("svg.chart.wide a.mark").count()


def test_escape_closes_the_list_of_values_first_and_then_the_panel(small: Page) -> None:
    small.locator(".noted a.open").first.click()
    small.locator('[data-record] [data-facet="kind"] summary').click()
    small.keyboard.press("Escape")
    expect(small.locator("details.facet[open]")).to_have_count(0)
    assert small.locator(PANEL).is_visible()
    small.keyboard.press("Escape")
    expect(small.locator(PANEL)).to_have_count(0)


def test_permalink_opens_its_entry(page: Page, folder: Path) -> None:
    page.goto((folder / "small.html").as_uri() + "#position-002")
    assert "Half is too little" in page.locator(PANEL).inner_text()
    assert page.locator("#position-002").is_visible()
    page.locator("#panel-close").click()
    assert page.evaluate("location.hash") == ""


def test_opening_an_entry_makes_its_permalink_the_address(small: Page) -> None:
    small.locator(".noted a.open").first.click()
    assert small.evaluate("location.hash") == "#event-strait-closed"
    assert small.locator("#panel-link").get_attribute("href") == "#event-strait-closed"


def test_as_written_by_turns_the_whole_page_and_back(built_in: Page) -> None:
    dossier = japan_russia()
    first = min(dossier.documents, key=lambda document: document.written.last)
    built_in.locator('[data-asks="as-written-by"]').select_option(first.written.last.isoformat())
    expect(built_in.locator(".then")).to_be_visible()
    known = dossier.as_written_by(first.written.last)
    expect(built_in.locator("svg.chart.wide a.mark")).to_have_count(len(known.events))
    expect(built_in.locator("#documents .source")).to_have_count(len(known.documents))
    built_in.locator("svg.chart.wide a.mark").first.click()
    expect(built_in.locator("#panel-passages li").nth(0)).to_be_visible()
    built_in.go_back()
    expect(built_in.locator(PANEL)).to_have_count(0)
    built_in.go_back()
    expect(built_in.locator(".then")).to_have_count(0)
    expect(built_in.locator("svg.chart.wide a.mark")).to_have_count(len(dossier.events))


def test_following_one_document_shows_what_it_says_alone_and_its_models(built_in: Page) -> None:
    alone = japan_russia().following("hirose-2018")
    built_in.locator('[data-asks="following"]').select_option("hirose-2018")
    expect(built_in.locator(".then")).to_contain_text("alone")
    expect(built_in.locator("svg.chart.wide a.mark")).to_have_count(len(alone.events))
    expect(built_in.locator("#documents .source")).to_have_count(1)
    assert "following=hirose-2018" in built_in.url
    built_in.locator('[data-asks="as-written-by"]').select_option("2014-03-18")
    expect(built_in.locator('[data-asks="following"]')).to_have_value("")
    built_in.go_back()
    expect(built_in.locator('[data-asks="following"]')).to_have_value("hirose-2018")


def test_an_era_is_looked_at_alone_and_stands_in_the_address_and_the_title(built_in: Page) -> None:
    bar = built_in.locator('[data-asks="era"]')
    bar.select_option("2016-2018")
    assert "era=2016-2018" in built_in.url and built_in.title().startswith("2016–18")
    shown = built_in.locator("#models .model:not(.elsewhere)")
    expect(shown).to_have_count(1)
    expect(built_in.locator("svg.gap.wide g.row-of:not(.elsewhere)")).to_have_count(1)
    address = built_in.url
    built_in.go_back()
    expect(bar).to_have_value("")
    expect(built_in.locator(".elsewhere")).to_have_count(0)
    built_in.goto(address)
    expect(shown).to_have_count(1)


def test_back_closes_what_was_opened_last(built_in: Page) -> None:
    first, second = (each.get_attribute("href") for each in built_in.locator("#findings a.open").all()[:2])
    for href in (first, second):
        built_in.locator(f'#findings a.open[href="{href}"]').click()
    assert built_in.evaluate("location.hash") == second
    assert built_in.title() != japan_russia().case.title
    built_in.go_back()
    assert built_in.evaluate("location.hash") == first and built_in.locator(PANEL).is_visible()
    built_in.go_back()
    expect(built_in.locator(PANEL)).to_have_count(0)


def test_a_link_into_an_earlier_edition_opens_its_entry(page: Page, folder: Path) -> None:
    dossier = japan_russia()
    first = min(dossier.documents, key=lambda document: document.written.last)
    entry = dossier.as_written_by(first.written.last).positions[0]
    day = first.written.last.isoformat()
    page.goto(f"{(folder / 'built_in.html').as_uri()}?as-written-by={day}#{entry.id}")
    expect(page.locator(PANEL)).to_be_visible()
    assert page.locator('[data-asks="as-written-by"]').input_value() == day


def test_a_closer_look_draws_one_era_and_its_state_is_in_the_address(built_in: Page) -> None:
    dossier = japan_russia()
    whole, closer = built_in.locator("svg.chart.wide:not(.close)"), built_in.locator("svg.chart.close")
    built_in.locator("[data-zoom]").select_option("2013-2015")
    assert "zoom=2013-2015" in built_in.evaluate("location.search")
    expect(closer.locator("a.mark")).to_have_count(len(events_of(dossier, "2013-2015")))
    assert not whole.is_visible()
    built_in.locator('[data-step="1"]').click()
    expect(closer.locator("a.mark")).to_have_count(len(events_of(dossier, "2016-2018")))
    closer.locator("a.mark").first.focus()
    built_in.keyboard.press("ArrowRight")
    assert built_in.evaluate("document.activeElement.getAttribute('aria-label')")
    built_in.keyboard.press("Enter")
    expect(built_in.locator(PANEL)).to_be_visible()
    for _ in range(3):
        built_in.go_back()
    assert whole.is_visible()
    expect(closer).to_have_count(0)


def test_looking_at_an_era_looks_closer_at_its_events(built_in: Page) -> None:
    wanted = len(events_of(japan_russia(), "1956-1959"))
    built_in.locator('[data-asks="era"]').select_option("1956-1959")
    expect(built_in.locator("svg.chart.close a.mark")).to_have_count(wanted)
    built_in.locator("[data-zoom]").select_option("")
    expect(built_in.locator("svg.chart.close")).to_have_count(0)
    assert "zoom=all" in built_in.evaluate("location.search")


def test_filters_hold_in_a_closer_look(built_in: Page) -> None:
    told = events_of(japan_russia(), "2016-2018")
    built_in.locator("[data-zoom]").select_option("2016-2018")
    built_in.locator('[data-record] [data-facet="status"] summary').click()
    built_in.locator('[data-record] [data-facet="status"] input[value="ongoing"]').check()
    left = built_in.locator("svg.chart.close a.mark:not(.off)")
    expect(left).to_have_count(sum(event.happened == "ongoing" for event in told))


def test_a_tap_beside_a_mark_opens_the_nearest(built_in: Page) -> None:
    mark = built_in.locator("svg.chart.wide a.mark path").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    built_in.mouse.click(box["x"] + box["width"] / 2, box["y"] - 7)
    expect(built_in.locator(PANEL)).to_be_visible()


def test_graph_of_the_drivers_is_drawn_when_it_is_asked_for(built_in: Page) -> None:
    expect(built_in.locator("svg.drivers")).to_have_count(0)
    built_in.locator("#drivers summary", has_text="As a graph").click()
    expect(built_in.locator("svg.drivers")).to_be_visible()
    built_in.locator("#drivers a.edge").first.dispatch_event("click")
    expect(built_in.locator("#panel-passages li").nth(0)).to_be_visible()


def test_reader_chooses_whose_names_stand_first(built_in: Page) -> None:
    label = built_in.locator(".map .disputed text").first
    before = label.text_content() or ""
    built_in.locator("[data-names]").select_option("1")
    assert (label.text_content() or "").split(" / ") == before.split(" / ")[::-1]


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_no_barrier(page: Page, folder: Path, axe: str, name: str) -> None:
    page.goto((folder / f"{name}.html").as_uri())
    page.locator("a.open").first.click()
    assert barriers(page, axe) + in_the_dark(page, axe) == []


def test_no_barrier_on_a_phone_or_before_anything_is_opened(browser: Browser, folder: Path, axe: str) -> None:
    for width in (NARROW, WIDE):
        with browser.new_context(viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto((folder / "built_in.html").as_uri())
            assert barriers(page, axe) == []


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_no_scrolling_sideways_on_a_phone(browser: Browser, folder: Path, name: str) -> None:
    with browser.new_context(viewport={"width": NARROW, "height": 760}) as context:
        page = context.new_page()
        page.goto((folder / f"{name}.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW
        assert page.locator("svg.chart.narrow").first.is_visible()
        assert not page.locator("svg.chart.wide").is_visible()


def test_dark_is_dark(browser: Browser, folder: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            page.goto((folder / "small.html").as_uri())
            colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours == ["rgb(255, 253, 248)", "rgb(23, 22, 20)"]


def test_hostile_texts_do_nothing(page: Page, folder: Path) -> None:
    page.goto((folder / "hostile.html").as_uri())
    title = page.title()
    for link in page.locator("a.open").all():
        link.dispatch_event("click")
    for each in (title, page.title()):
        assert "owned" not in each.replace("document.title='owned'", "")
    expect(page.locator("img")).to_have_count(0)


def test_request_that_someone_smuggles_in_is_refused(blank: Page, folder: Path, tmp_path: Path) -> None:
    text = (folder / "small.html").read_text(encoding="utf-8")
    smuggled = "<img src='http://127.0.0.1:9/a.png'><script>document.title = 'owned'</script></main>"
    (tmp_path / "smuggled.html").write_text(text.replace("</main>", smuggled), encoding="utf-8")
    watch, refused = Watch(blank), []
    blank.on("requestfailed", lambda request: refused.append(request.failure))
    blank.goto((tmp_path / "smuggled.html").as_uri())
    assert blank.title() != "owned"
    assert refused == ["csp"]
    assert any("Content Security Policy" in fault for fault in watch.faults)


def test_page_reads_without_a_script(browser: Browser, folder: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / "small.html").as_uri() + "#event-talks")
        expect(page.locator("#event-talks")).to_have_count(1)
        assert "The two sides hold talks" in (page.locator("#event-talks").text_content() or "")
