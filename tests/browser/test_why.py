"""Why, in a browser: what blocks, the switches of what would have to change, the matrix; by mouse, key and address."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import hikiwake as hw
from hikiwake.settlement.changing.assumed import assumed
from tests.browser.barriers import grave, in_the_dark
from tests.built_in import japan_russia

WEIGHT = 4_000  # elements of this part at opening


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in_page: Path, page_of: Callable[[str], Path]) -> Path:
    """The pages of the built-in case, of the small case with its model, and of one that has no model."""
    folder = tmp_path_factory.mktemp("why")
    shutil.copyfile(built_in_page, folder / "built_in.html")
    shutil.copyfile(page_of("modelled"), folder / "small.html")
    shutil.copyfile(page_of("small"), folder / "unmodelled.html")
    return folder


@pytest.fixture(scope="module")
def changed() -> hw.Finding:
    """A deal of the built-in case with a least change, which makes another verdict than the record's."""
    return next(each for each in hw.findings(japan_russia(), variant="", draws=5) if each.levers)


def switch_of(page: Page, finding: hw.Finding) -> str:
    """The id of the switch of a finding's least change."""
    return page.locator(f'[data-lever^="{finding.era}-{finding.settlement}"]').first.get_attribute("data-lever") or ""


def test_every_era_of_which_something_is_told_says_what_blocks_and_opens_its_grounds(built_in: Page) -> None:
    eras = built_in.locator("#blocking .by-era > li")
    told = {row.era for row in hw.bargaining_range(japan_russia()) if row.overlap != "unknown"}
    assert {each.get_attribute("data-of-era") for each in eras.all()} >= told
    for each in eras.locator("a").all()[::3]:
        each.click()
        expect(built_in.locator("#panel-passages li").first).to_be_visible()
        built_in.keyboard.press("Escape")


def test_a_switch_shows_what_would_be_said_then_and_is_undone(built_in: Page, changed: hw.Finding) -> None:
    id_ = switch_of(built_in, changed)
    lever = built_in.locator(f"#lever-{id_}")
    cell = built_in.locator(f'[data-cell="{changed.settlement} {changed.era}"]')
    before = cell.inner_text()
    expect(lever.locator(".after")).to_be_hidden()
    lever.get_by_role("switch").click()
    then = {each.settlement: each.look for each in assumed(japan_russia(), changed, changed.levers[0])}
    shown = lever.locator(f'[data-changes="{changed.settlement} {changed.era}"]')
    expect(shown).to_be_visible()
    expect(shown.locator(f"svg.look.{then[changed.settlement]}")).to_have_count(1)
    expect(cell.locator(f"a.assumed svg.look.{then[changed.settlement]}")).to_be_visible()
    expect(cell.locator(f"a.outlook svg.look.{changed.look}").first).to_be_visible()
    lever.get_by_role("switch").click()
    expect(lever.locator(".after")).to_be_hidden()
    expect(built_in.locator("a.assumed")).to_have_count(0)
    assert cell.inner_text() == before


def test_the_address_holds_the_switches_and_back_goes_back(page: Page, folder: Path) -> None:
    page.goto((folder / "built_in.html").as_uri())
    first, second = page.get_by_role("switch").all()[:2]
    first.click()
    second.click()
    address = page.url
    assert "lever=" in address
    page.go_back()
    expect(first).to_be_checked()
    expect(second).not_to_be_checked()
    page.go_back()
    expect(page.locator("[data-lever]:checked")).to_have_count(0)
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[data-lever]:checked")).to_have_count(2)
    assert page.locator("td a.assumed").count() >= 2


def test_a_switch_is_turned_by_keyboard_and_is_told(built_in: Page) -> None:
    switch = built_in.get_by_role("switch").first
    switch.focus()
    built_in.keyboard.press("Space")
    expect(switch).to_be_checked()
    expect(built_in.locator("#spoken")).to_contain_text("Under this assumption")
    name = built_in.locator(f"#{switch.get_attribute('aria-labelledby')}")
    assert name.inner_text().strip()
    built_in.keyboard.press("Tab")
    assert built_in.evaluate("document.activeElement.closest('.lever') !== null")


def test_a_frame_in_the_matrix_leads_to_its_switch(built_in: Page) -> None:
    built_in.get_by_role("switch").first.click()
    frame = built_in.locator("td a.assumed").first
    href = frame.get_attribute("href") or ""
    frame.click()
    expect(built_in.locator(f"{href}")).to_be_in_viewport()


def test_an_era_alone_leaves_the_others_out(page: Page, folder: Path) -> None:
    page.goto((folder / "built_in.html").as_uri() + "?era=2016-2018")
    for section in ("blocking", "changing"):
        expect(page.locator(f"#{section} .by-era > li:visible")).to_have_count(1)


def test_deals_stand_apart_from_what_one_side_does_alone_and_no_row_is_empty(built_in: Page) -> None:
    groups = built_in.locator(".holding tbody")
    expect(groups).to_have_count(2)
    looks = [each.locator("a.outlook.alone").count() for each in groups.all()]
    assert looks[1] == groups.nth(1).locator("td > a.outlook").count() > 0
    for row in built_in.locator(".holding tbody tr:not(.heading)").all():
        assert row.locator("td > a.outlook").count() > 0


def test_without_script_the_results_stand_there_in_words(browser: Browser, folder: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri())
        for each in page.locator(".lever .after").all():
            expect(each).to_be_visible()
        page.locator("#range > details.list > summary").first.click()
        expect(page.locator("#range .window").first).to_be_visible()


def test_a_case_without_a_model_shows_what_is_told_and_no_switch(page: Page, folder: Path) -> None:
    page.goto((folder / "unmodelled.html").as_uri())
    assert "Suderland" in page.locator("#blocking").inner_text()
    for section in ("changing", "settlements", "models"):
        expect(page.locator(f"#{section}")).to_have_count(0)


def test_another_dispute_has_its_own_switches(small: Page) -> None:
    assert "Half of the islands" in small.locator("#blocking").inner_text()
    told = small.locator("#changing").inner_text()
    assert "Half of the islands" in told


def test_the_part_is_light_at_opening(built_in: Page) -> None:
    assert built_in.evaluate("document.querySelectorAll('#part-why *').length") < WEIGHT


@pytest.mark.parametrize("width", [360, 1280])
def test_no_barrier_and_no_scrolling_sideways(browser: Browser, folder: Path, axe: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto((folder / "built_in.html").as_uri())
        for each in page.get_by_role("switch").all()[:3]:
            each.click()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('.part:not(#part-why)').forEach(each => each.remove())")
        assert grave(page, axe, "#part-why") + in_the_dark(page, axe, "#part-why") == []
