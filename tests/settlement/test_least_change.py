"""The least change makes a settlement agreed, and nothing smaller of its kind does."""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.conflict import changed, solve
from hikiwake.settlement import findings
from hikiwake.settlement.least_change import Least
from hikiwake.settlement.signing import Signing
from tests.skerries_model import modelled

FOUND = [row for row in findings(modelled(), draws=20) if row.levers]


def agreed_after(row: object, least: Least) -> bool:
    conflict = changed(row.conflict, list(least.changes))  # type: ignore[attr-defined]
    stability, signing = solve(conflict, ("seq",)), Signing.of(conflict)
    state = stability.states.index(least.state)
    return bool(stability.everywhere("seq")[state] and signing.would_sign(stability.ranks)[state])


def test_there_are_some() -> None:
    assert {(row.settlement, row.variant) for row in FOUND} == {("half", ""), ("half", "north-1996")}


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.settlement}-{row.variant}")
def test_each_makes_the_settlement_agreed_and_no_part_of_it_does(row: object) -> None:
    for least in row.levers:  # type: ignore[attr-defined]
        assert agreed_after(row, least)
        for left_out in range(len(least.changes)):
            part = Least((*least.changes[:left_out], *least.changes[left_out + 1 :]), least.state)
            assert not agreed_after(row, part)


def test_sets_that_touch_the_same_statements_are_told_once() -> None:
    for row in FOUND:
        touched = [frozenset((one.decision_maker, getattr(one, "statement", 0)) for one in least.changes)
                   for least in row.levers]  # fmt: skip
        assert len(touched) == len(set(touched))
        assert len({least.cost for least in row.levers}) == 1
        assert np.isfinite(row.levers[0].cost)
