"""Scores, on proposals and gold made by hand."""

from __future__ import annotations

import pytest

from hikiwake.coding import Coded, Share, score
from hikiwake.coding.judging.gold import from_lines, from_table
from hikiwake.coding.judging.matching import matched
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

YEAR = Period.parse("1999")


def proposed(start: int, kind: str, happened: str = "occurred", period: Period | None = YEAR) -> Proposal:
    """A proposal of ten characters."""
    return Proposal(
        "event",
        (Span("a", start, start + 10),),
        ((kind, 1.0),),
        sources=("NOR",),
        targets=("SWE",),
        period=period,
        happened=happened,
    )


def coded(start: int, kind: str, happened: str = "occurred") -> Coded:
    """A mention of ten characters."""
    return Coded("event", "a", start, start + 10, (kind,), ("NOR",), ("DNK",), YEAR, happened)


def test_one_to_one() -> None:
    """Two proposals over one mention find it once; a mention elsewhere is not found."""
    told = score([proposed(0, "AID"), proposed(5, "AID")], [coded(0, "AID"), coded(90, "AID")])
    assert told["recall"] == Share(1, 2)
    assert told["precision"] == Share(1, 2)
    assert told["source"] == Share(1, 1)
    assert told["target"] == Share(0, 1)


def test_a_passage_with_another_type_is_found_but_not_right() -> None:
    """Passage found counts overlap alone."""
    told = score([proposed(0, "AID")], [coded(0, "ASSAULT")])
    assert told["recall"] == Share(0, 1)
    assert told["passage found"] == Share(1, 1)


def test_what_did_not_happen_must_be_told_so() -> None:
    """An act that was negated is wrong as an act that occurred, and right as one that did not."""
    assert score([proposed(0, "AID")], [coded(0, "AID", "negated")])["recall"].right == 0
    right = score([proposed(0, "AID", "negated")], [coded(0, "AID", "negated")])
    assert right["recall"].right == 1
    assert right["status of what did not happen"] == Share(1, 1)


def test_the_second_type_counts_and_the_first_has_its_own_row() -> None:
    """A proposal with two types is right if one of them is."""
    both = Proposal("event", (Span("a", 0, 10),), (("AID", 0.6), ("SUPPORT", 0.4)))
    told = score([both], [coded(0, "SUPPORT")])
    assert told["recall"].right == 1
    assert told["recall, first type"].right == 0


def test_long_passages_count_with_their_first_characters() -> None:
    """A passage over a whole document finds nothing at its end."""
    whole = Proposal("event", (Span("a", 0, 9_000),), (("AID", 1.0),))
    assert score([whole], [coded(8_000, "AID")])["recall"].right == 0


@pytest.mark.parametrize(("period", "right"), [("1999-05", 1), ("1998/2001", 0), ("1998", 0), ("1999/2000", 1)])
def test_years(period: str, right: int) -> None:
    """A year is right where the periods meet and the proposed one is no vague one."""
    assert score([proposed(0, "AID", period=Period.parse(period))], [coded(0, "AID")])["year"].right == right


def test_positions_and_documents_not_read() -> None:
    """Other kinds are scored by overlap; what nobody read is not counted."""
    position = Proposal("position", (Span("a", 0, 10),))
    elsewhere = Proposal("position", (Span("b", 0, 10),))
    told = score([position, elsewhere], [Coded("position", "a", 5, 20)], "position")
    assert (told["recall"], told["precision"]) == (Share(1, 1), Share(1, 1))


def test_matching_moves_others() -> None:
    """A largest matching is found even where the first choice has to give way."""
    assert matched([[0, 1], [0], [1, 2]]) == [(0, 1), (1, 0), (2, 2)]
    assert matched([[0], [0], [0]]) == [(0, 0)]
    assert len(matched([[0, 1], [0, 1], [0, 2], [2, 3]])) == 4


def test_gold_lines() -> None:
    """Keys of an event; a status that is not given is that it occurred."""
    line = '{"doc": "a", "char_start": 3, "char_end": 9, "plover": "AID", "plover_alt": "SUPPORT", '
    line += '"source": ["NOR"], "target": []}'
    (one,) = from_lines([line, ""])
    assert (one.types, one.sources, one.targets, one.period, one.happened) == (
        ("AID", "SUPPORT"),
        ("NOR",),
        (),
        None,
        "occurred",
    )


def test_gold_tables_name_the_row() -> None:
    """A quote that is not there, or twice, is told with its row; a number tells which."""
    head = "kind,quote,type\n"
    with pytest.raises(ValueError, match=r"row 2.*no “left”"):
        from_table("a", "They met.", head + "event,left,CONSULT\n")
    with pytest.raises(ValueError, match=r"row 3.*more than once"):
        from_table("a", "met met", head + "event,met#1,CONSULT\nevent,met,CONSULT\n")
    assert from_table("a", "met met", head + "event,met#2,CONSULT\n")[0].start == 4
