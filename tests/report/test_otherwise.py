"""Documents as columns, questions as rows: each disagreement, question, turn and doubt once, real ones first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hikiwake.comparison import disagreements
from hikiwake.dossier import Case, Dossier, Reading
from hikiwake.periods import Period
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise import context, doubts_context, turning_context
from hikiwake.report.otherwise.cells import order
from hikiwake.report.otherwise.matters import QUESTION, TURN, matters
from hikiwake.report.otherwise.section import Row
from hikiwake.report.page import edition
from hikiwake.wording.clauses.beside import GROUPS
from tests.built_in import japan_russia
from tests.synthetic import Builder, skerries

CASES = {"small": skerries().dossier(), "built-in": japan_russia()}


@pytest.fixture(params=CASES)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return CASES[request.param]


def shown(dossier: Dossier) -> dict[str, list[Row]]:
    """The rows of each group."""
    table = context(Grounds(dossier))
    assert table
    return {group.id: group.rows for group in table.groups}


def rows(dossier: Dossier) -> list[Row]:
    return [row for group in shown(dossier).values() for row in group]


def asked(dossier: Dossier, kind: str) -> set[str]:
    return {question.id for question in dossier.case.questions if question.kind == kind}


def test_every_disagreement_stands_in_one_row(dossier: Dossier) -> None:
    found = [clash.id for row in rows(dossier) for clash in row.clashes]
    assert sorted(found) == sorted(each.id for each in disagreements(dossier))


def test_every_answered_question_and_every_turn_is_one_row(dossier: Dossier) -> None:
    told = matters(dossier, disagreements(dossier))
    questions = [each.key[1] for each in told if each.sort == QUESTION]
    turns = [each.key[1] for each in told if each.sort == TURN]
    answered = {each.question for each in dossier.readings}
    assert sorted(questions) == sorted(asked(dossier, "rival") & answered)
    named = {each.about or each.id for each in dossier.readings if each.question in asked(dossier, "turning point")}
    assert sorted(turns) == sorted(named)
    titles = [row.title for row in rows(dossier)]
    wordings = {question.wording for question in dossier.case.questions if question.id in questions}
    assert all(titles.count(wording) == 1 for wording in wordings)


def test_every_answer_has_one_place_of_its_own(dossier: Dossier) -> None:
    told = [saying.href for row in rows(dossier) for cell in row.cells for saying in cell.sayings if saying.answer]
    wanted = asked(dossier, "rival") | asked(dossier, "turning point")
    assert sorted(told) == sorted(reading.id for reading in dossier.readings if reading.question in wanted)


def test_groups_stand_from_what_is_really_in_dispute_to_what_one_says_alone(dossier: Dossier) -> None:
    found = shown(dossier)
    assert list(found) == [group for group in GROUPS if group in found]
    by_id = {each.id: each for each in disagreements(dossier)}
    for group, told in found.items():
        for row in told:
            clashes = [by_id[each.id] for each in row.clashes]
            assert (group in ("across", "inside", "apparent")) == bool(clashes)
            assert any(each.real and each.across for each in clashes) == (group == "across")
            assert any(each.real for each in clashes) == (group in ("across", "inside"))
            documents = [cell for cell in row.cells if cell.sayings]
            assert group != "agreed" or len(documents) > 1
            assert group != "alone" or len(documents) == 1


def test_columns_stand_in_order_of_writing_and_a_cell_holds_what_its_document_says(dossier: Dossier) -> None:
    grounds = Grounds(dossier)
    written = [dossier.documents[index].written.last for index in order(grounds)]
    assert written == sorted(written)
    columns = [dossier.documents[index].id for index in order(grounds)]
    for row in rows(dossier):
        assert [cell.label for cell in row.cells] == [dossier.document[id_].label for id_ in columns]
        for cell, id_ in zip(row.cells, columns, strict=True):
            for saying in cell.sayings:
                assert id_ in dossier.documents_of(dossier.by_id[saying.href])


def test_only_what_was_written_before_is_hatched_and_it_says_nothing() -> None:
    dossier = CASES["built-in"]
    row = next(row for row in rows(dossier) if "crisis over Ukraine" in row.title and row.when)
    early = {cell.label: cell.early for cell in row.cells}
    assert [label for label, each in early.items() if each] == []
    row = next(row for row in rows(dossier) if "Suga" in row.title and row.when)
    assert [cell.label for cell in row.cells if cell.early] == ["Indrani Talukdar 2014", "Yoko Hirose 2018"]
    assert not any(cell.early and cell.sayings for each in rows(dossier) for cell in each.cells)


def test_a_question_and_its_disagreement_are_one_row_and_so_are_a_turn_and_its() -> None:
    found = shown(CASES["small"])
    (row,) = (row for row in found["across"] if row.title == "Why did the talks fail?")
    assert [cell.sayings[0].words for cell in row.cells] == ["Refusal", "No offer"]
    assert row.id == "disagreement-why_failed"
    (turn,) = found["alone"]
    assert [[saying.words for saying in cell.sayings] for cell in turn.cells] == [[], ["▼ worse"]]
    assert turn.id == "turn-event-strait-closed"
    build = skerries()
    north = next(each["id"] for each in build.documents)
    build.add("reading", build.say(north, "Nothing turned with it."), question="turning_point", side="denied",
              answer="It was no turn.", about="event-strait-closed", direction="none")  # fmt: skip
    (turned,) = (row for row in rows(build.dossier()) if any("turn-event" in each.id for each in row.clashes))
    assert [[saying.words for saying in cell.sayings] for cell in turned.cells] == [["✕ denied"], ["▼ worse"]]
    assert turned.facets["kind"] == "interpretation turn"


def test_a_count_told_twice_is_one_row() -> None:
    """Two counts of one series, each against the acts that are told, differ from the same thing."""
    found = disagreements(CASES["built-in"])
    twice = [each.what for each in found if each.kind == "different_precision"]
    (title,) = {what for what in twice if twice.count(what) > 1}
    (row,) = (row for row in rows(CASES["built-in"]) if row.title == title)
    assert len(row.clashes) == twice.count(title) > 1


def test_a_row_says_why_and_who_is_against_whom() -> None:
    (row,) = (row for row in rows(CASES["small"]) if row.title == "Why did the talks fail?")
    (clash,) = row.clashes
    assert clash.strength == "Real, between documents."
    assert clash.why.startswith("The answers exclude each other.")
    assert clash.groups == [("on one side", "Institute of the North"), ("against it", "Institute of the South")]


def test_a_row_belongs_to_the_eras_of_all_it_speaks_of_or_to_none() -> None:
    found = {row.title: row.eras for row in rows(CASES["small"])}
    assert found["Norland closes the strait to shipping."] == "1990-1994"
    assert found["Why did the talks fail?"] == ""


def test_the_same_words_of_several_stand_once_in_a_cell() -> None:
    build = Builder()
    document = build.document("north", "Institute of the North", "NOR", "2000")
    for number, holder in enumerate(("The premier", "Institute of the North", "The premier")):
        build.add("reading", build.say(document, f"Because of it: {number}."), question="why_failed", side="refusal",
                  answer=f"It was refused, {number}.", holder=holder, as_of=Period.parse("1992"))  # fmt: skip
    (row,) = rows(build.dossier())
    (cell,) = row.cells
    assert [(each.words, each.who, each.again) for each in cell.sayings] == [
        ("Refusal", "", False),
        ("Refusal", "The premier", True),
        ("Refusal", "The premier", True),
    ]


def test_what_every_row_opens_stands_on_the_page(dossier: Dossier, built_in_page: Path) -> None:
    text = built_in_page.read_text(encoding="utf-8") if dossier is CASES["built-in"] else edition(dossier)
    ids = re.findall(r' id="([^"]+)"', text)
    told = disagreements(dossier)
    wanted = [each.id for each in (*told, *told.doubts, *dossier.doubts, *dossier.readings)]
    assert [(id_, ids.count(id_)) for id_ in wanted if ids.count(id_) != 1] == []


def test_disagreement_opens_its_own_passages() -> None:
    dossier = CASES["built-in"]
    grounds = Grounds(dossier)
    context(grounds)
    doubts_context(grounds)
    for each in disagreements(dossier):
        assert len(grounds._entries[each.id]) == len(each.passages)
    for doubt in disagreements(dossier).doubts:  # passages inside one another are shown as one
        assert 1 <= len(grounds._entries[doubt.id]) <= len(doubt.passages)


def test_every_doubt_stands_once_and_apart(dossier: Dossier) -> None:
    told = doubts_context(Grounds(dossier))
    assert told
    points = [point for group in told.groups for point in group.points]
    assert sorted(point.id for point in points if point.id) == sorted(each.id for each in disagreements(dossier).doubts)
    assert sorted(each.id for point in points for each in point.reasons) == sorted(each.id for each in dossier.doubts)
    assert not {point.id for point in points if point.id} & {clash.id for row in rows(dossier) for clash in row.clashes}


def test_what_several_documents_call_a_turn_is_numbered() -> None:
    told = turning_context(Grounds(CASES["built-in"]))
    assert told
    assert [when for when, _, _ in told.shared] == sorted((when for when, _, _ in told.shared), key=_year)
    turns = [each for each in CASES["built-in"].readings if each.question == "turning_point"]
    assert len(told.shared) == sum(len(documents(each, turns)) > 1 for each in {each.about for each in turns})


def documents(about: str, turns: list[Reading]) -> set[str]:
    return {id_ for each in turns if each.about == about for id_ in CASES["built-in"].documents_of(each)}


def _year(when: str) -> int:
    return int(re.findall(r"\d{4}", when)[0])


def test_nothing_to_show_no_section() -> None:
    empty = Grounds(Dossier(Case("t", "q", ("AAA", "BBB"))))
    assert (context(empty), turning_context(empty), doubts_context(empty)) == (None, None, None)
