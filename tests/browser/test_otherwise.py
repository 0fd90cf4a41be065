"""The documents side by side in a browser: opening, filters in the address, turns, a phone, the keyboard, barriers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise import context
from tests.browser.barriers import grave, in_the_dark
from tests.built_in import grounds, japan_russia
from tests.synthetic import Builder

PANEL = "#panel[open]"
NARROW, MIDDLE, WIDE = 360, 800, 1280
SHOWN = "#otherwise tr.row:not([hidden])"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages of the small case with its library, and of the built-in case."""
    folder = tmp_path_factory.mktemp("otherwise")
    shutil.copyfile(page_of("small"), folder / "small.html")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    hw.report(many_voices(), folder / "many.html")
    return folder


def many_voices() -> hw.Dossier:
    """Twelve documents that answer one question in two ways."""
    build = Builder()
    for number in range(12):
        document = build.document(
            f"paper-{number}", f"Institute for the Study of Islands {number}", "NOR", f"{1990 + number}"
        )
        passage = build.say(document, "They could not agree.")
        build.add("reading", passage, question="why_failed", side=f"refusal-by-side-{number % 2}", answer="Refused.")
        build.event("event-visit", passage, "1991", "CONSULT", "A visit takes place.")
        turned = {"about": "event-visit", "direction": "worse", "side": "named"}
        build.add("reading", passage, question="turning_point", answer="It turned.", **turned)
    return build.dossier()


def test_many_documents_are_scrolled_in_their_table_alone(browser: Browser, folder: Path) -> None:
    for width in (NARROW, MIDDLE, WIDE):
        with browser.new_context(viewport={"width": width, "height": 900}) as context_:
            page = context_.new_page()
            page.goto((folder / "many.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == width
            cell = page.locator("#otherwise td .saying").first.bounding_box()
            assert cell and cell["width"] >= 90


def test_a_question_opens_why_it_is_real_and_who_is_against_whom(small: Page) -> None:
    small.locator("#disagreement-why_failed > th a.open").click()
    panel = small.locator(PANEL)
    assert panel.locator("h2").inner_text() == "Why did the talks fail?"
    for words in ("Real, between documents.", "exclude each other", "against it", "rival interpretation"):
        expect(panel).to_contain_text(words)
    expect(panel.locator(".rests a")).to_have_count(2)
    expect(panel.locator("blockquote")).to_have_count(2)


def test_a_cell_opens_what_its_document_says(small: Page) -> None:
    row = small.locator("#disagreement-meetings")
    assert [each.strip() for each in row.locator("td").all_inner_texts()] == ["9 meetings", "11 meetings"]
    row.locator("td a").last.click()
    expect(small.locator(f"{PANEL} blockquote")).to_have_count(1)
    small.keyboard.press("Escape")
    small.locator("#reading-003 a.open").click()
    expect(small.locator(PANEL)).to_contain_text("Suderland refused half.")


def test_only_the_first_group_stands_open_and_the_others_wait(built_in: Page) -> None:
    table = context(grounds())
    assert table
    expect(built_in.locator("#otherwise details[open]")).to_have_count(1)
    expect(built_in.locator("#otherwise tr.row")).to_have_count(len(table.groups[0].rows))
    for group in table.groups[1:]:
        summary = built_in.locator(f"#otherwise-{group.id} > summary")
        assert summary.inner_text().split()[-1] == str(len(group.rows))
        summary.click()
        expect(built_in.locator(f"#otherwise-{group.id} tr.row")).to_have_count(len(group.rows))


def test_a_filter_stands_in_the_address_and_back_takes_it_away(built_in: Page) -> None:
    table = context(grounds())
    assert table
    told = [row for group in table.groups for row in group.rows]
    for asks, facet, value in (
        ("holds", "holds", "real"),
        ("clash", "kind", "turn"),
        ("told-by", "document", "gandhi-2024"),
    ):
        built_in.locator(f'#otherwise [data-asks="{asks}"]').select_option(value)
        assert f"{asks}={value}" in built_in.url
        told = [row for row in told if value in row.facets[facet].split()]
        expect(built_in.locator(SHOWN)).to_have_count(len(told))
        assert built_in.locator("#otherwise output").inner_text().startswith(f"{len(told)} of ")
    assert told
    built_in.reload()
    expect(built_in.locator(SHOWN)).to_have_count(len(told))
    expect(built_in.locator('#otherwise [data-asks="clash"]')).to_have_value("turn")
    for _ in range(3):
        built_in.go_back()
    expect(built_in.locator("#otherwise tr.row[hidden]")).to_have_count(0)
    assert built_in.locator("#otherwise output").inner_text() == ""
    built_in.go_forward()
    expect(built_in.locator('#otherwise [data-asks="holds"]')).to_have_value("real")
    built_in.locator("#otherwise [data-clear]").click()
    assert "holds" not in built_in.url


def test_an_era_leaves_what_belongs_to_others_out_and_pales_their_turns(built_in: Page) -> None:
    built_in.locator('[data-asks="era"]').select_option("2016-2018")
    rows = built_in.locator("#otherwise tr.row[data-of-era]")
    for each in rows.all():
        assert each.is_visible() == ("2016-2018" in (each.get_attribute("data-of-era") or "").split())
    pale = built_in.locator("svg.turns.wide a.elsewhere")
    assert 0 < pale.count() < built_in.locator("svg.turns.wide a").count()


def test_a_turn_opens_its_reading_and_the_arrow_keys_go_from_mark_to_mark(built_in: Page) -> None:
    marks = built_in.locator("svg.turns.wide a.mark")
    expect(built_in.locator("svg.turns.wide a[tabindex='0']")).to_have_count(1)
    marks.first.focus()
    built_in.keyboard.press("ArrowRight")
    chosen = built_in.evaluate("document.activeElement.getAttribute('aria-label')")
    assert built_in.locator("#tip").inner_text() == chosen
    assert all(each.get_attribute("aria-label") for each in marks.all())
    built_in.keyboard.press("Enter")
    expect(built_in.locator(f"{PANEL} #panel-passages li").first).to_be_visible()
    expect(built_in.locator(PANEL)).to_contain_text("on ")
    built_in.keyboard.press("Escape")
    assert built_in.evaluate("document.activeElement.getAttribute('aria-label')") == chosen


def test_a_permalink_opens_an_answer_that_waits(page: Page, folder: Path) -> None:
    dossier = japan_russia()
    table = context(Grounds(dossier))
    assert table
    last = next(saying.href for cell in table.groups[-1].rows[-1].cells for saying in cell.sayings)
    doubt = dossier.doubts[-1].id
    for id_ in (last, table.groups[2].rows[-1].id, doubt):
        page.goto("about:blank")
        page.goto((folder / "built_in.html").as_uri() + f"#{id_}")
        expect(page.locator(PANEL)).to_be_visible()
        expect(page.locator(f"#{id_}")).to_be_in_viewport()


def test_keyboard_alone_reaches_a_cell_and_comes_back_to_it(small: Page) -> None:
    small.locator("#disagreement-why_failed > th a.open").focus()
    small.keyboard.press("Tab")
    at = small.evaluate("document.activeElement.getAttribute('href')")
    assert at == "#reading-003"
    small.keyboard.press("Enter")
    expect(small.locator(PANEL)).to_be_visible()
    small.keyboard.press("Escape")
    assert small.evaluate("document.activeElement.getAttribute('href')") == at


@pytest.mark.parametrize("name", ["small", "built_in"])
@pytest.mark.parametrize("width", [NARROW, MIDDLE])
def test_nothing_scrolls_sideways_and_one_drawing_fits(browser: Browser, folder: Path, name: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context_:
        page = context_.new_page()
        page.goto((folder / f"{name}.html").as_uri())
        page.evaluate("document.querySelectorAll('#part-otherwise details').forEach(each => { each.open = true; })")
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        inside = "each => each.every(one => one.getBoundingClientRect().right <= innerWidth + 1)"
        assert page.locator("#otherwise td, #otherwise th").evaluate_all(inside)
        visible = [each for each in page.locator("svg.turns").all() if each.is_visible()]
        drawn = "narrow" if width == NARROW else "middle"
        assert [each.get_attribute("class") for each in visible] == [f"turns {drawn}"]
        stacked = page.locator("#otherwise tbody th").first.evaluate("each => getComputedStyle(each).display")
        assert (stacked == "block") == (width == NARROW)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_serious_barrier(browser: Browser, folder: Path, axe: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context_:
        page = context_.new_page()
        page.goto((folder / "built_in.html").as_uri())
        page.evaluate("document.querySelectorAll('#part-otherwise details').forEach(each => { each.open = true; })")
        page.wait_for_timeout(100)
        page.locator("#otherwise th a.open").first.click()
        page.evaluate("document.querySelectorAll('.part:not(#part-otherwise)').forEach(each => each.remove())")
        for part in ("#part-otherwise", "#panel"):
            assert grave(page, axe, part) + in_the_dark(page, axe, part) == []
