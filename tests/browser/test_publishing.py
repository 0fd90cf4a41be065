"""Publishing from the page: each figure as SVG, PNG and CSV, embedded alone, and the record cited as it is shown."""

from __future__ import annotations

import csv
import json
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import hikiwake as hw
from tests.browser.barriers import grave
from tests.browser.watch import Watch
from tests.built_in import japan_russia
from tests.synthetic import skerries

SVG = "{http://www.w3.org/2000/svg}"
BUILT_IN = japan_russia()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    hw.report(skerries().dossier(), folder / "small.html")
    shutil.copyfile(page_of("hostile"), folder / "hostile.html")
    return folder


def tools(page: Page, section: str) -> Locator:
    """The row of a section's first figure."""
    return page.locator(f"#{section} .tools").first


def saved(page: Page, row: Locator, kind: str, folder: Path) -> Path:
    """What a button of a row saves."""
    with page.expect_download() as download:
        row.locator(f'[data-saves="{kind}"]').click()
    place = folder / download.value.suggested_filename
    download.value.save_as(place)
    return place


def drawn(file: Path) -> ElementTree.Element:
    """A saved drawing, which needs nothing else: no style sheet, no name of a colour, no address, nothing undefined."""
    text = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert not any(
        word in text for word in ("var(", " class=", " style=", "href=", "<use", "<script", "NaN", "undefined")
    )
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert {each.partition(")")[0] for each in text.split("url(#")[1:]} <= ids
    return root


def words(root: ElementTree.Element) -> str:
    return " ".join(" ".join(each.itertext()) for each in root.iter(f"{SVG}text"))


@pytest.mark.parametrize(
    "section", ["answer", "settlements", "range", "turning", "timeline", "positions", "surveys", "places"]
)
def test_a_figure_is_saved_as_a_drawing_that_opens_alone(
    built_in: Page, section: str, tmp_path: Path, browser: Browser
) -> None:
    row = tools(built_in, section)
    file = saved(built_in, row, "SVG", tmp_path)
    root = drawn(file)
    said = words(root)
    assert BUILT_IN.case.title in said and "SHA-256" in said
    title = root.findtext(f"{SVG}title")
    assert title and row.get_attribute("aria-label") == f"Save or embed: {title}"
    with browser.new_context() as context:
        alone = context.new_page()
        watch = Watch(alone)
        alone.goto(file.as_uri())
        assert alone.evaluate("document.documentElement.getBBox().width") > 100
        assert watch.faults == []


def test_pixels_are_twice_as_many_as_the_drawing_is_wide_and_high(built_in: Page, tmp_path: Path) -> None:
    row = tools(built_in, "answer")
    root = drawn(saved(built_in, row, "SVG", tmp_path))
    picture = saved(built_in, row, "PNG", tmp_path).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    wanted = tuple(2 * int(root.get(side) or 0) for side in ("width", "height"))
    assert struct.unpack(">II", picture[16:24]) == wanted
    assert len(picture) > 20_000  # something is drawn


def test_a_drawing_is_in_the_colours_that_are_seen(browser: Browser, folder: Path, tmp_path: Path) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            page.goto((folder / "small.html").as_uri())
            root = drawn(saved(page, tools(page, "answer"), "SVG", tmp_path))
            grounds.append(root.find(f"{SVG}rect").get("fill"))  # type: ignore[union-attr]
    assert grounds[0] != grounds[1]


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def test_the_rows_behind_a_figure_are_its_entries_or_its_cells(built_in: Page, tmp_path: Path) -> None:
    chart = rows(saved(built_in, tools(built_in, "answer"), "CSV", tmp_path))
    assert len(chart) == 1 + len(BUILT_IN.case.eras) and {len(row) for row in chart} == {8}
    events = rows(saved(built_in, tools(built_in, "timeline"), "CSV", tmp_path))
    assert {row[0] for row in events[1:]} == {event.id for event in BUILT_IN.events}
    deals = rows(saved(built_in, tools(built_in, "settlements"), "CSV", tmp_path))
    assert deals[0][:2] == ["Group", "Way to settle"] and len(deals[0]) == 2 + len(BUILT_IN.case.eras)
    assert {row[1] for row in deals[1:]} <= {formula.title for formula in BUILT_IN.formulas} | {
        f"{formula.title} {formula.share}%" for formula in BUILT_IN.formulas
    }
    places = rows(saved(built_in, tools(built_in, "places"), "CSV", tmp_path))
    assert len(places) == 1 + len(BUILT_IN.case.places)


def test_the_rows_are_those_that_are_shown(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto((folder / "built_in.html").as_uri() + "?kind=event&status=cancelled#record")
    events = rows(saved(page, tools(page, "timeline"), "CSV", tmp_path))
    assert {row[0] for row in events[1:]} == {each.id for each in BUILT_IN.events if each.happened == "cancelled"}


def test_figures_of_a_hostile_case_are_files_that_do_nothing(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto((folder / "hostile.html").as_uri())
    for index in range(page.locator(".tools:visible").count()):
        page.reload()  # a page may save only so many files at once
        row = page.locator(".tools:visible").nth(index)
        if row.locator('[data-saves="SVG"]').is_visible():
            drawn(saved(page, row, "SVG", tmp_path))
        for line in rows(saved(page, row, "CSV", tmp_path)):
            assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in line)


def test_an_embedded_figure_is_copied_and_stands_alone(browser: Browser, folder: Path) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri() + "?era=2016-2018")
        tools(page, "settlements").locator('[data-saves="Embed"]').click()
        expect(page.locator("#spoken")).to_have_text("Copied")
        frame = page.evaluate("navigator.clipboard.readText()")
        assert frame.startswith('<iframe src="built_in.html?era=2016-2018#figure=settlements" title="')
        (folder / "embedding.html").write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
        page.goto((folder / "embedding.html").as_uri())
        inner = page.frame_locator("iframe")
        expect(inner.locator(".matrix.holding")).to_be_visible()
        expect(inner.locator("h1:visible")).to_have_count(1)


@pytest.mark.parametrize(
    "name", ["answer", "timeline", "survey-best-solution", "places", "graph-of-drivers", "scale-law"]
)
def test_with_its_name_in_the_address_a_figure_is_all_that_is_shown(page: Page, folder: Path, name: str) -> None:
    page.goto((folder / "built_in.html").as_uri() + f"#figure={name}")
    expect(page.locator("html.alone .kept").first).to_be_visible()
    for gone in ("div.bar", ".masthead", ".tools", "footer", "#record", ".lead"):
        expect(page.locator(f"{gone}:visible")).to_have_count(0)
    assert BUILT_IN.case.title in page.locator("body > .note").inner_text()
    whole = page.get_by_role("link", name="The whole page")
    assert whole.get_attribute("href") == (folder / "built_in.html").as_uri()
    assert page.title().endswith(BUILT_IN.case.title) and " · " in page.title()
    assert page.locator("svg:not(.shapes):visible").count()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_mark_of_a_figure_that_stands_alone_opens_the_whole_page_at_its_entry(page: Page, folder: Path) -> None:
    page.goto((folder / "built_in.html").as_uri() + "#figure=timeline")
    link = page.locator("svg.chart.wide a.mark").first
    with page.context.expect_page() as opened:
        link.dispatch_event("click")
    assert opened.value.url.endswith(f"built_in.html{link.get_attribute('href')}")
    expect(opened.value.locator("#panel[open]")).to_be_visible()
    expect(page.locator("html.alone")).to_have_count(1)


def test_the_citation_says_what_the_page_shows(browser: Browser, folder: Path) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri() + "?following=hirose-2018&era=2016-2018")
        text = page.locator('[data-cited="text"] p')
        expect(text).to_contain_text("following Yoko Hirose 2018")
        expect(text).to_contain_text("Era: 2016–18")
        page.get_by_role("button", name="Copy the citation").click()
        assert page.evaluate("navigator.clipboard.readText()") == text.inner_text()
        for form in ("BibTeX", "CSL-JSON"):
            page.locator("#citing summary", has_text=form).click()
            page.get_by_role("button", name=f"Copy {form}").click()
            copied = page.evaluate("navigator.clipboard.readText()")
            assert "following Yoko Hirose 2018" in copied and "2016–18" in copied and "file:" not in copied
        assert json.loads(copied)[0]["note"].startswith("Era: 2016–18")
        page.locator('[data-asks="era"]').select_option("")
        expect(text).not_to_contain_text("Era")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_rows_of_figures_are_within_reach_and_without_barrier(
    browser: Browser, folder: Path, axe: str, width: int, scheme: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto((folder / "small.html").as_uri())
        sizes = page.eval_on_selector_all(
            ".tools button, .cited button",
            "all => all.map(each => [each.offsetWidth, each.offsetHeight]).filter(([width]) => width)",
        )
        assert sizes and all(min(size) >= 24 for size in sizes)
        names = page.eval_on_selector_all(".tools button", "all => all.map(each => each.getAttribute('aria-label'))")
        assert len(names) == len(set(names))
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate(
            "document.querySelectorAll('.told:not(#citing, #method, #answer)').forEach(each => each.remove())"
        )
        assert grave(page, axe, "main") == []


def test_rows_of_figures_are_not_printed(small: Page) -> None:
    small.emulate_media(media="print")
    expect(small.locator(".tools:visible, .cited button:visible")).to_have_count(0)


def test_the_map_marks_what_passes_by_the_formula_that_is_asked_for(built_in: Page) -> None:
    formula = next(each for each in BUILT_IN.formulas if each.passes)
    names = {place.id: place.name("en", BUILT_IN.case.dyad[0]) for place in BUILT_IN.case.places}
    built_in.locator('[data-asks="formula"]').select_option(formula.id)
    assert f"formula={formula.id}" in built_in.url
    marked = built_in.locator(".map .passing")
    assert {each.get_attribute("data-place") for each in marked.all()} == {*formula.passes}
    said = built_in.locator("[data-cut]").inner_text()
    assert formula.title in said and all(names[id_] in said for id_ in formula.passes)
    assert all("→" in each for each in marked.all_text_contents())
    built_in.locator("[data-names]").select_option("1")
    assert all(each.endswith(marked.first.get_attribute("data-claimed") or "?") for each in marked.all_text_contents())
    built_in.go_back()
    expect(marked).to_have_count(0)
