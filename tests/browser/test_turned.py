"""Under the charts of a relation, in a browser: acts open, tables are read without script, no barriers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from tests.browser.barriers import grave
from tests.relation.planted_series import built, turned

OPEN = "document.querySelectorAll('#relation details, #drivers details').forEach(each => each.open = true)"
UP = turned(1950, 1970, 1989, ("ACCUSE", "SANCTION"), ("SUPPORT", "CONSULT"))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a planted turn, with a cause and a reading that names the turn."""
    build = built(UP)
    passage = build.say("one", "In 1970 all changed.")
    build.add("reading", passage, question="turning_point", side="named", answer="It turned.", about="act-041",
              direction="better")  # fmt: skip
    build.add("driver", passage, cause="sanctions", effect="criticism", sign="+", summary="One led to the other.")
    path = tmp_path_factory.mktemp("turned") / "planted.html"
    hw.report(build.dossier(), path)
    return path


def test_a_turning_point_opens_its_acts(page: Page, planted: Path) -> None:
    page.goto(planted.as_uri())
    link = page.locator("#relation ul.turned a").first
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.locator("#panel[open] #panel-passages li").first).to_be_visible()


def test_what_remains_without_each_document_is_read_without_script(browser: Browser, planted: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(planted.as_uri())
        table = page.locator("#relation table.without").first
        expect(table.locator("thead th")).to_have_count(4)
        expect(table.locator("td").first).to_contain_text("remains")
        expect(page.locator("#relation")).to_contain_text("The authors’ turning points against the acts")
        expect(page.locator("#drivers")).to_contain_text("Held against the timeline")


@pytest.mark.parametrize(("scheme", "width"), [("dark", 360), ("light", 1280)])
def test_no_serious_barrier_and_nothing_beside_the_page(
    browser: Browser, built_in_page: Path, axe: str, scheme: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(built_in_page.as_uri())
        page.evaluate(OPEN)
        expect(page.locator("#relation table.named")).to_be_attached()
        expect(page.locator("#drivers table.tested")).to_be_attached()
        for part in (
            "#relation ul.turned",
            "#relation table.without",
            "#relation table.named",
            "#drivers table.tested",
        ):
            assert grave(page, axe, part) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
