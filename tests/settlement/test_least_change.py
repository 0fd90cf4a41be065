"""The least change makes a settlement agreed, and nothing smaller of its kind does."""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.conflict import changed
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.settlement.findings import findings_as_is as findings
from hikiwake.settlement.judgement import judge
from hikiwake.settlement.least_change import Least
from hikiwake.settlement.playing import play
from hikiwake.settlement.terms import Ground, Terms
from tests.skerries_model import TRADE, modelled

FOUND = [row for row in findings(modelled(TRADE), draws=20) if row.levers]


def agreed_after(row: object, least: Least) -> bool:
    conflict = changed(row.conflict, list(least.changes))  # type: ignore[attr-defined]
    ground = Ground.of(conflict)
    terms = Terms.of(ground, next(one for one in conflict.settlements if one.formula == row.settlement))  # type: ignore[attr-defined]
    return judge(play(ground, conflict, ranks_of(conflict, ground.states), "seq"), terms).verdict == "agreed"


def test_there_are_some() -> None:
    assert {(row.settlement, row.variant) for row in FOUND} == {
        ("trade", ""),
        ("trade", "north-1996"),
        ("trade", "rival"),
    }


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.settlement}-{row.variant}")
def test_each_makes_the_settlement_agreed_and_no_part_of_it_does(row: object) -> None:
    for least in row.levers:  # type: ignore[attr-defined]
        assert agreed_after(row, least)
        for left_out in range(len(least.changes)):
            part = Least((*least.changes[:left_out], *least.changes[left_out + 1 :]), least.state)
            assert not agreed_after(row, part)


def test_sets_with_the_same_rankings_are_told_once() -> None:
    for row in FOUND:
        rankings = []
        for least in row.levers:
            after = changed(row.conflict, list(least.changes))
            rankings.append(ranks_of(after, Ground.of(after).states).tobytes())
        assert len(rankings) == len(set(rankings))
        assert len({least.cost for least in row.levers}) == 1
        assert np.isfinite(row.levers[0].cost)
