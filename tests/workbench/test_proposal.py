"""A proposal refuses what cannot be one, and is known by what it says and where."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Span

HERE = (Span("letter", 10, 60),)


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "rumour", "passages": HERE},
        {"kind": "event", "passages": ()},
        {"kind": "event", "passages": HERE, "types": (("AGREE", 0.5), ("CONSULT", 0.3), ("AID", 0.2))},
    ],
)
def test_what_no_proposal_can_be_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"kind|passage|types"):
        Proposal(**given)  # type: ignore[arg-type]


def test_the_id_depends_on_what_is_proposed_and_where_and_not_on_how_sure() -> None:
    one = Proposal("event", HERE, types=(("AGREE", 1.0),), sources=("JPN",), targets=("RUS",))
    assert one.id == replace(one, confidence=0.4, why=(("rule", "agree"),)).id
    others = [
        replace(one, passages=(Span("letter", 11, 60),)),
        replace(one, types=(("REJECT", 1.0),)),
        replace(one, sources=("RUS",)),
        replace(one, happened="negated"),
        replace(one, cells=(("summary", "They agree."),)),
    ]
    assert len({one.id, *(each.id for each in others)}) == 1 + len(others)


def test_a_row_is_plain_and_whole() -> None:
    types = (("AGREE", 0.7), ("CONSULT", 0.3))
    row = Proposal("event", HERE, types=types, period=Period.parse("2013-06"), why=(("trigger", "agreed"),)).as_row()
    assert json.loads(json.dumps(row)) == row
    assert row["types"] == [{"type": "AGREE", "weight": 0.7}, {"type": "CONSULT", "weight": 0.3}]
    assert row["period"] == {"start": "2013-06-01", "end": "2013-06-30", "precision": "month", "basis": "stated"}
    assert (row["document"], row["start"], row["end"]) == ("letter", 10, 60)
    assert "cells" not in row
