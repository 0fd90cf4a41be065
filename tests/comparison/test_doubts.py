"""The editor's doubts: a list of their own, with what contradicts the entry, and each fault counted once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.comparison import disagreements
from hikiwake.dossier import Dossier
from hikiwake.dossier.entries import Doubt, Position, Reading
from tests.synthetic import skerries

DOSSIER = skerries().dossier()
NORTH, SOUTH = "passage-0006", "passage-0008"  # "Trade built trust." and the visit that was cancelled, of the other one


def doubt(number: int, entry: str, kind: str, reason: str, passage: str, *against: str) -> Doubt:
    return Doubt(f"doubt-{number}", "case editor", entry, kind, reason, (passage,), against)


def doubted(*doubts: Doubt) -> Dossier:
    return replace(DOSSIER, doubts=doubts)


@pytest.mark.parametrize(
    ("kind", "against", "expected", "end"),
    [
        ("error", (), ("factual_error", True, False), "General knowledge, no source."),
        ("inconsistency", (), ("contradiction", True, False), "General knowledge, no source."),
        ("uncertain", (), ("uncertain", False, False), "No passage speaks against it."),
        ("tension", (), ("tension", False, False), "General knowledge, no source."),
        ("wording", (), ("wording", False, False), "General knowledge, no source."),
        ("tension", (SOUTH,), ("tension", False, True), "It did not."),
        ("wording", (SOUTH,), ("wording", False, True), "It did not."),
        ("error", (SOUTH,), ("factual_error", True, True), "It did not."),
        ("inconsistency", (SOUTH,), ("contradiction", True, True), "It did not."),
    ],
)
def test_a_doubt_says_what_it_rests_on(
    kind: str, against: tuple[str, ...], expected: tuple[str, bool, bool], end: str
) -> None:
    """A passage that contradicts the entry stands beside it; without one it is said that there is no source."""
    found = disagreements(doubted(doubt(1, "driver-001", kind, "It did not.", NORTH, *against)))
    row = found.doubts[0]
    assert (row.kind, row.real, row.across) == expected
    assert row.explanation.endswith(end)
    assert row.passages == (NORTH, *against)
    assert all(row.id != each.id for each in found)


def test_a_fault_that_is_computed_is_not_counted_once_more() -> None:
    """The dates of the closing clash by themselves: the editor's words join that row."""
    found = disagreements(doubted(doubt(1, "mention-001", "error", "It was April.", NORTH)))
    row = next(each for each in found if each.id == "disagreement-event-strait-closed")
    assert len(found.doubts) == 0
    assert row.explanation.endswith("The editor notes: It was April.")


def test_what_stands_on_an_uncertain_statement_is_apparent() -> None:
    """The dates exclude each other, but what one of them says is not sure; a doubt of another kind changes nothing."""
    for kind, real in (("uncertain", False), ("error", True)):
        found = disagreements(doubted(doubt(1, "mention-001", kind, "It may be April.", NORTH)))
        row = next(each for each in found if each.id == "disagreement-event-strait-closed")
        assert (row.kind, row.real) == ("contradiction" if real else "uncertain", real)
        assert [each.real for each in found] == sorted((each.real for each in found), reverse=True)


def test_a_doubt_says_what_is_doubted_where_the_entry_does_not() -> None:
    stated = replace(doubt(1, "driver-001", "error", "It was not.", NORTH), statement="Trade was free.")
    assert disagreements(doubted(stated)).doubts[0].what == "Trade was free."


def test_a_doubt_about_a_view_stays_though_the_view_is_disputed() -> None:
    """Rival answers are no fault: what the editor doubts about one of them is something else."""
    found = disagreements(doubted(doubt(1, "reading-003", "uncertain", "The source is one article.", NORTH)))
    assert [each.id for each in found.doubts] == ["disagreement-doubt-1"]


def test_one_fault_noted_on_two_entries_is_one_row() -> None:
    """The same reason, or the same passages against each other: once; another reason: twice."""
    once = disagreements(
        doubted(
            doubt(1, "driver-001", "error", "A slip.", NORTH),
            doubt(2, "claim-002", "error", "A slip.", "passage-0004"),
        )
    )
    assert [each.entries for each in once.doubts] == [("doubt-1", "doubt-2", "driver-001", "claim-002")]
    twice = disagreements(
        doubted(
            doubt(1, "driver-001", "error", "A slip.", NORTH), doubt(2, "driver-001", "error", "Too strong.", NORTH)
        )
    )
    assert len(twice.doubts) == 2
    against = disagreements(
        doubted(
            doubt(1, "driver-001", "error", "Denied.", NORTH, SOUTH),
            doubt(2, "driver-001", "error", "Contradicted.", NORTH, SOUTH),
        )
    )
    assert len(against.doubts) == 1


def test_what_was_written_later_is_not_shown_against_it() -> None:
    """As written by a day: a passage of a later document is no part of what could be known."""
    dossier = doubted(doubt(1, "driver-001", "error", "It did not.", NORTH, SOUTH))
    earlier = disagreements(dossier.as_written_by("1996")).doubts[0]
    assert earlier.passages == (NORTH,)
    assert earlier.explanation.endswith("General knowledge, no source.")


@pytest.mark.parametrize(
    "reason", ["General knowledge: it did not.", "It did not (general knowledge).", "It did; GENERAL KNOWLEDGE has it."]
)
def test_what_the_editor_calls_general_knowledge_is_not_called_so_twice(reason: str) -> None:
    row = disagreements(doubted(doubt(1, "driver-001", "error", reason, NORTH))).doubts[0]
    assert row.explanation.casefold().count("general knowledge") == 1


def test_a_doubt_says_of_whom_or_what_it_speaks() -> None:
    """A position with its actor, a reading with its question; the voice is whose entry it is."""
    of_position = disagreements(doubted(doubt(1, "position-001", "error", "No.", NORTH))).doubts[0]
    position = DOSSIER.by_id["position-001"]
    assert isinstance(position, Position)
    assert of_position.what == f"{DOSSIER.actor[position.actor].name()}: {position.stance}"
    of_reading = disagreements(doubted(doubt(1, "reading-001", "error", "No.", NORTH, SOUTH))).doubts[0]
    reading = DOSSIER.by_id["reading-001"]
    assert isinstance(reading, Reading)
    assert of_reading.what.endswith(f"? {reading.answer}")
    assert of_reading.groups == ((reading.holder,), ("Institute of the South",))


@pytest.mark.parametrize(
    ("holder", "groups"),
    [
        ("Institute of the South", (("Institute of the North",), ("Institute of the South",))),
        ("Old Crown", (("Institute of the North",), ("Old Crown (quoted by Institute of the South)",))),
        ("", (("Institute of the North",), ("Institute of the South",))),
    ],
)
def test_who_contradicts_is_the_holder_of_what_stands_there(holder: str, groups: tuple[tuple[str, ...], ...]) -> None:
    """Not the author who quotes it, who is named only where no entry stands on the passage."""
    mentioned = [
        replace(one, holder=holder) for event in DOSSIER.events for one in event.mentions if one.event == "event-visit"
    ]
    events = [replace(each, mentions=tuple(mentioned)) if each.id == "event-visit" else each for each in DOSSIER.events]
    kept = tuple(each for each in events if holder or each.id != "event-visit")
    dossier = replace(doubted(doubt(1, "driver-001", "tension", "It did not.", NORTH, SOUTH)), events=kept)
    assert disagreements(dossier).doubts[0].groups == groups


def test_inside_a_document_a_quoted_voice_contradicts_its_author() -> None:
    claims = tuple(replace(each, holder="A survey") if each.id == "claim-001" else each for each in DOSSIER.claims)
    dossier = replace(doubted(doubt(1, "driver-001", "tension", "It did not.", NORTH, "passage-0004")), claims=claims)
    assert disagreements(dossier).doubts[0].groups == (
        ("Institute of the North",),
        ("Institute of the North", "A survey"),
    )


@pytest.mark.parametrize(
    ("kind", "against", "open_", "left"),
    [
        ("tension", ("passage-0010",), False, 0),
        ("error", ("passage-0010", SOUTH), False, 0),
        ("tension", (SOUTH,), False, 1),
        ("uncertain", ("passage-0010",), False, 1),
        ("tension", ("passage-0010",), True, 1),
    ],
)
def test_a_doubt_that_is_a_clash_of_views_already_is_told_there(
    kind: str, against: tuple[str, ...], open_: bool, left: int
) -> None:
    """Where the answers exclude each other, and what speaks against one of them is another of them."""
    questions = tuple(replace(each, open=open_) for each in DOSSIER.case.questions)
    dossier = doubted(doubt(1, "reading-003", kind, "It did not.", NORTH, *against))
    found = disagreements(replace(dossier, case=replace(dossier.case, questions=questions)))
    row = next(each for each in found if {"reading-003", "reading-005"} <= {*each.entries})
    assert (len(found.doubts), row.real) == (left, not open_)
    assert row.explanation.endswith("The editor notes: It did not.") == (not left)
