"""The page at the desk: the same as the static one, made again when the record has changed, kept while it has not."""

from __future__ import annotations

import html
import re
from pathlib import Path
from threading import Event

import pytest

import hikiwake as hw
from hikiwake.desk import Desk
from hikiwake.desk.page import making
from hikiwake.report.editions import choices
from hikiwake.report.page import edition
from tests.desk.conftest import Asked, asked
from tests.synthetic import skerries


def content(page: str) -> str:
    return page[page.index('<div id="edition">\n') + 19 : page.index("\n</div>\n<dialog")]


def made(ask: Asked, address: str = "/case") -> str:
    """The page when it is made."""
    while "being made" in (page := ask.see(address)):
        pass
    return content(page)


def test_it_shows_what_the_static_page_shows_with_the_words_of_the_workbench(water: Asked) -> None:
    (first, *_) = re.findall(r'id="proposal-(\w+)"', water.see("/review"))
    water.send("/review/accept", id=first)
    with water.opened.workbench() as bench:
        library = making.TextsHeld(water.opened.folder, bench.texts_of(["letter-2015"]))
    shown = made(water)
    assert shown == edition(water.opened.dossier, library, "full")
    assert "agreed on shared gauges" in shown


def test_it_is_made_once_for_each_state_of_the_record(water: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()

    def counting(*_: object) -> str:
        made.append("")
        return f"<p>edition {len(made)}</p>"

    monkeypatch.setattr(making, "edition", counting)
    ids = re.findall(r'id="proposal-(\w+)"', water.see("/review"))
    assert "edition 1" in water.see("/case") and "edition 1" in water.see("/case")
    water.send("/review/reject", id=ids[1])
    assert "edition 1" in water.see("/case")
    water.send("/review/accept", id=ids[0])
    assert "edition 2" in water.see("/case")
    water.send("/review/undo")
    assert "edition 1" in water.see("/case")


def test_while_it_is_made_the_last_one_is_shown_with_how_far_it_is(
    water: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slow(*told: object) -> str:
        told[3]("A section")  # type: ignore[operator]
        go_on.wait(20)
        return "<p>made</p>"

    monkeypatch.setattr(making, "edition", slow)
    monkeypatch.setattr(making, "AT_ONCE", 0.1)
    page = water.see("/case")
    assert re.search(r"The page is being made: 1 of \d+", page) and '<meta http-equiv="refresh"' in page
    go_on.set()
    while "<p>made</p>" not in (page := water.see("/case")):
        pass
    assert "being made" not in page
    go_on.clear()
    (first, *_) = re.findall(r'id="proposal-(\w+)"', water.see("/review"))
    water.send("/review/accept", id=first)
    page = water.see("/case")
    assert "<p>made</p>" in page and "The record has changed; the page is being made" in page
    go_on.set()


def test_a_case_whose_models_are_at_fault_has_no_page_and_says_why(water: Asked) -> None:
    (water.opened.folder / "conflicts" / "1990.toml").write_text("title = 1")
    answer = water.client.get("/case")
    assert answer.status_code == 422 and "1990.toml" in answer.text


def test_it_is_read_as_an_address_of_the_static_page_reads_it(tmp_path: Path) -> None:
    hw.save(skerries().dossier(), tmp_path / "skerries")
    ask = asked(Desk(tmp_path, str(tmp_path / "skerries")))
    dossier = ask.opened.dossier
    ways = choices(dossier)
    assert {each.asks for each in ways} == {"as-written-by", "following"}
    for choice in (*ways[:1], *ways[-1:]):
        shown = made(ask, f"/case?{choice.address}")
        assert shown == edition(dossier, making.TextsHeld(tmp_path, {}), "full", choice=choice) != made(ask)
        assert choice.leaves_out in html.unescape(shown)
        assert re.search(f'value="{choice.value}" selected', shown)
    assert made(ask, "/case?following=nobody") == made(ask)
