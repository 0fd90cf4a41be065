"""Why one decision maker ranks one state above, below or level with another: what decides the comparison.

With prioritised statements the most important statement that is true of one of the two states and false of the other
decides. With a ranking it is the groups, with weights the sums. Grounds are the ids the model carries along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from hikiwake.conflict.model.conflict import Preference, PreferenceStatement, Ranking, Statements, Weights
from hikiwake.conflict.model.states import States

Relation = Literal["better", "worse", "level"]


@dataclass(frozen=True, slots=True)
class Decided:
    """How a state compares with another for one decision maker, and what decides it.

    statement: the deciding statement, where preferences are statements and the states are not level
    holds_at: the index of the state of which it is true
    worths: the two sums of weights, or the two groups counted from the best, where preferences are of that kind
    """

    decision_maker: int
    state: int
    other: int
    relation: Relation
    statement: PreferenceStatement | None = None
    holds_at: int | None = None
    worths: tuple[Decimal, Decimal] | None = None
    groups: tuple[int, int] | None = None
    grounds: tuple[str, ...] = ()


def compare(states: States, preferences: Sequence[Preference], maker: int, state: int, other: int) -> Decided:
    """How a state compares with another for one decision maker (all given by index)."""
    preference = preferences[maker]
    match preference:
        case Statements():
            return _by_statement(states, preference, maker, state, other)
        case Ranking():
            groups = _group(states, preference, state), _group(states, preference, other)
            relation = _relation(-groups[0], -groups[1])
            return Decided(maker, state, other, relation, groups=groups, grounds=preference.grounds)
        case Weights():
            worths = _worth(states, preference, state), _worth(states, preference, other)
            relation = _relation(worths[0], worths[1])
            return Decided(maker, state, other, relation, worths=worths, grounds=preference.grounds)


def _by_statement(states: States, preference: Statements, maker: int, state: int, other: int) -> Decided:
    here, there = taken(states, state), taken(states, other)
    for statement in preference.statements:
        truths = statement.says.holds_in(here), statement.says.holds_in(there)
        if truths[0] != truths[1]:
            relation: Relation = "better" if truths[0] else "worse"
            holds_at = state if truths[0] else other
            return Decided(maker, state, other, relation, statement, holds_at, grounds=statement.grounds)
    return Decided(maker, state, other, "level")


def taken(states: States, state: int) -> dict[str, bool]:
    """Which options are taken in a state (in the smallest member of a coalesced one)."""
    code = int(states.codes[state])
    return {option: bool(code >> bit & 1) for bit, option in enumerate(states.options)}


def _group(states: States, ranking: Ranking, state: int) -> int:
    return next(number for number, group in enumerate(ranking.groups, start=1)
                if any(state in states.matching(pattern) for pattern in group))  # fmt: skip


def _worth(states: States, weights: Weights, state: int) -> Decimal:
    here = taken(states, state)
    return sum((weight for option, weight in weights.weights if here[option]), Decimal(0))


def _relation(worth: int | Decimal, other: int | Decimal) -> Relation:
    return "better" if worth > other else "worse" if worth < other else "level"
