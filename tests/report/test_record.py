"""The table of the record: a line for every entry, in order of time, with what it can be found by."""

from __future__ import annotations

import re
from functools import cache

import pytest

from hikiwake.dossier import Case, Dossier, Entry
from hikiwake.dossier.counting import eras_held
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import edition
from hikiwake.report.record import context
from tests import built_in
from tests.crowded import crowded
from tests.report.hostile import hostile
from tests.report.lines import lines_of
from tests.synthetic import skerries

CASES = {"small": skerries().dossier(), "built-in": built_in.japan_russia(), "very many": crowded(2_500)}


@pytest.fixture(scope="module", params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def case(name: str) -> Dossier:
    return CASES[name]


@pytest.fixture
def text(name: str) -> str:
    return text_of(name)


@cache
def text_of(name: str) -> str:
    """The page of one of the cases, made once."""
    return built_in.edition() if name == "built-in" else edition(CASES[name])


def test_every_entry_has_one_line_in_order_of_time(case: Dossier, text: str) -> None:
    lines = lines_of(text)
    entries: list[Entry] = [*case.events, *case.positions, *case.claims, *case.drivers]
    assert sorted(line["id"] for line in lines) == sorted(entry.id for entry in entries)
    days = [line["days"] for line in lines]
    assert days == sorted(days, key=lambda each: (not each, each))
    assert {line["kind"][0] for line in lines if not line["days"]} <= {"cause"}


def test_a_line_is_found_by_what_its_entry_says(case: Dossier, text: str) -> None:
    lines = {line["id"]: line for line in lines_of(text)}
    for event in case.events:
        line = lines[event.id]
        assert line["about"] == list(event.issues) and line["status"] == [event.happened]
        assert set(line["actor"]) == {actor.partition("/")[0] for actor in event.actors}
        told = {int(index) for index in line["document"]}
        assert {case.documents[index].id for index in told} == {case.passage[each].document for each in event.passages}
    for position in case.positions:
        assert lines[position.id]["about"] == [position.on]
        assert lines[position.id]["era"] == list(eras_held(case, position))
    for claim in case.claims:
        assert lines[claim.id]["kind"] == ["survey" if claim.table else "figure"]


def test_a_facet_offers_every_value_that_occurs_once_and_by_name(case: Dossier, text: str) -> None:
    shown, lines = context(Grounds(case)), lines_of(text)
    assert shown
    for facet in shown.facets:
        offered = [value for value, _ in facet.values]
        assert sorted(offered) == sorted({value for line in lines for value in line[facet.name]})
        assert all(title for _, title in facet.values)


def test_without_a_script_the_lines_are_read_all_the_same(case: Dossier, text: str) -> None:
    plain = "".join(re.findall(r"<noscript>(.*?)</noscript>", text, re.DOTALL))
    few = len(case.events) < 2_000
    assert [event.id for event in case.events if (f'id="{event.id}"' in plain) != few] == []


def test_a_case_without_entries_has_no_table() -> None:
    assert context(Grounds(Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB"))))) is None


def test_no_text_ends_the_element_that_carries_the_lines() -> None:
    text = edition(hostile())
    assert [line["id"] for line in lines_of(text)]
    assert text.count("<script") == text_of("small").count("<script")
