"""The least change makes a settlement agreed, and nothing smaller of its kind does."""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.conflict import Conflict, changed, conflict_from, levers, survivors
from hikiwake.conflict.model.changes import Drop, Flip, MoveTo, OnStatements, statement_changes
from hikiwake.conflict.model.checks import faults
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.settlement.findings import findings_as_is as findings
from hikiwake.settlement.judgement import judge
from hikiwake.settlement.least_change import Least, Search
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


TORN = """
status_quo = "YN"
coalesce = [{ when = "b" }]
settlements = [{ formula = "deal", when = "b" }]
decision_makers = [{ name = "A", options = [{ id = "a" }] }, { name = "B", options = [{ id = "b" }] }]
[preferences.A]
statements = [{ says = "b" }]
[preferences.B]
statements = [{ says = "not b" }, { says = "SECOND" }]
"""
FIRST = (Drop("B", 1), Flip("B", 1), MoveTo("B", 1, 2), MoveTo("B", 2, 1))


@pytest.mark.parametrize(
    ("second", "enough"),
    [
        ("b", {FIRST[0], FIRST[1], *FIRST[2:]}),
        ("not a and b", {FIRST[1]}),  # alone, and first, it would rank the merged state by its member without a
        ("b or a and not a", {FIRST[0], FIRST[1], *FIRST[2:]}),
    ],
)
def test_changes_that_leave_a_merged_state_undecided_are_none(second: str, enough: set[OnStatements]) -> None:
    conflict = conflict_from(TORN.replace("SECOND", second))
    ground = Ground.of(conflict)
    terms = Terms.of(ground, conflict.settlements[0])
    one = play(ground, conflict, ranks_of(conflict, ground.states), "seq")
    found, searched = Search(conflict, one).least(terms, judge(one, terms), frozenset())
    assert {least.changes[0] for least in found} <= enough
    assert searched is not None and searched.most == 1
    every = (changed(conflict, [change]) for change in FIRST)
    assert [not faults(after) for after in every] == [change in enough for change in FIRST]
    alone = {change for lever in levers(conflict, "-Y", "nash", most=1) for change in lever.changes}
    assert alone & set(FIRST) <= enough
    assert survivors(conflict).tried == sum(not faults(changed(conflict, [each])) for each in single(conflict))


def single(conflict: Conflict) -> list[OnStatements]:
    return [change for name in conflict.names for change in statement_changes(conflict, name, ())]
