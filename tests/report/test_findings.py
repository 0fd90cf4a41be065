"""The findings: sentences made from entries, each with grounds, for any case."""

from __future__ import annotations

import re

import pytest

from hikiwake.comparison import bargaining_range
from hikiwake.dossier import Case, Dossier
from hikiwake.report.findings import findings
from hikiwake.report.findings.on_settlement import PROPOSING, REFUSING
from hikiwake.report.grounds import MOST_ENTRIES, MOST_PASSAGES, Grounds
from tests.built_in import japan_russia
from tests.crowded import crowded
from tests.synthetic import skerries

CASES = {"small": skerries().dossier(), "built-in": japan_russia(), "very many": crowded(2_500)}


@pytest.fixture(scope="module")
def built_in() -> Grounds:
    return Grounds(CASES["built-in"])


@pytest.mark.parametrize("name", CASES)
def test_every_finding_is_a_sentence_with_grounds(name: str) -> None:
    dossier = CASES[name]
    found = findings(Grounds(dossier))
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert re.fullmatch(r"\S.*[.?!]", each.sentence), each.sentence
        assert "  " not in each.sentence
        assert each.sentence[0].isupper() or each.sentence[0].isdigit()
        assert {entry.id for entry in each.grounds} <= {*dossier.by_id}


def test_built_in_case_has_a_dozen_of_them(built_in: Grounds) -> None:
    assert 8 <= len(findings(built_in)) <= 14


def test_small_case_is_told_right() -> None:
    told = {each.id: each.sentence for each in findings(Grounds(CASES["small"]))}
    assert told["finding-opposed"] == (
        "One formula was put forward by one side and refused by the other: "
        "“Half of the islands” (put forward by Norland, refused by Suderland)."
    )
    assert told["finding-facts"] == (
        "On two facts the documents exclude each other: “Norland closes the strait to shipping” and “Meetings”."
    )
    assert told["finding-windows"].startswith(
        "On “Who has the Skerries”: of two eras Norland and Suderland had nothing"
    )
    assert "“Why did the talks fail?” (two answers in two documents)" in told["finding-questions"]
    assert told["finding-single"].startswith("Two of 3 events rest on one document alone")


def test_formulas_of_one_side_are_refused_by_the_other(built_in: Grounds) -> None:
    found = next(each for each in findings(built_in) if each.id == "finding-opposed")
    by_formula: dict[str, set[tuple[str, bool]]] = {}
    for position in found.grounds:
        assert position.verb in (*PROPOSING, *REFUSING)  # type: ignore[union-attr]
        state = built_in.dossier.actor[position.actor].state.replace("SUN", "RUS")  # type: ignore[union-attr]
        by_formula.setdefault(position.on, set()).add((state, position.verb in PROPOSING))  # type: ignore[union-attr]
    assert len(by_formula) == int(found.figure)
    for told in by_formula.values():
        assert any((one, True) in told and (other, False) in told for one, other in (("JPN", "RUS"), ("RUS", "JPN")))


def test_windows_are_counted_as_the_range_has_them(built_in: Grounds) -> None:
    first = built_in.dossier.case.scales[0].id
    rows = [row for row in bargaining_range(built_in.dossier) if row.scale == first]
    found = next(each for each in findings(built_in) if each.id == "finding-windows")
    assert found.figure == f"{sum(row.overlap == 'open' for row in rows)}/{len(rows)}"


def test_hindsight_is_what_happened_after_the_first_document(built_in: Grounds) -> None:
    first = min(built_in.dossier.documents, key=lambda each: each.written.last)
    later = [event for event in built_in.dossier.events if event.period.start > first.written.last]
    found = next(each for each in findings(built_in) if each.id == "finding-hindsight")
    assert found.figure == str(len(later))
    assert {each.id for each in found.grounds} <= {event.id for event in later}


def test_one_document_knows_no_disagreement_between_documents() -> None:
    one = CASES["small"].from_documents(["north-1996"])
    ids = {each.id for each in findings(Grounds(one))}
    assert not ids & {"finding-questions", "finding-facts", "finding-single", "finding-agreed"}


def test_empty_case_shows_nothing() -> None:
    assert findings(Grounds(Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB"))))) == []


def test_what_opens_with_a_finding_is_bounded() -> None:
    grounds = Grounds(CASES["very many"])
    for each in findings(grounds):
        grounds.rest(each.id, each.grounds)
    assert max(map(len, grounds._rests.values())) == MOST_ENTRIES
    assert max(len(grounds._entries[id_]) for id_ in grounds._rests) <= MOST_PASSAGES
