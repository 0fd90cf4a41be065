"""Telling changes and conditions: names and statements are handed to ``wording``, which makes the sentences."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.conflict.changing.conditions import Clause, Comparison
from hikiwake.conflict.explaining.telling import state_words
from hikiwake.conflict.model.changes import Add, Change, Drop, Flip, TakeAway
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.states import States
from hikiwake.conflict.model.titles import titles
from hikiwake.wording import changes as wording


def change_words(conflict: Conflict, change: Change) -> str:
    """One change to the model in words, without the full stop."""
    if isinstance(change, TakeAway):
        return wording.taken_away(titles(conflict)[change.option])
    name = change.decision_maker
    if isinstance(change, Add):
        return wording.added(name, change.says, change.rank)
    says = statement_of(conflict, change)
    if isinstance(change, Drop):
        return wording.dropped(name, says)
    if isinstance(change, Flip):
        return wording.flipped(name, says)
    return wording.moved(name, says, change.statement, change.rank)


def statement_of(conflict: Conflict, change: Change) -> str:
    """The text of the statement that a change is made to; nothing where it is made to none."""
    if isinstance(change, TakeAway | Add):
        return ""
    preference = conflict.decision_maker(change.decision_maker).preference
    return preference.statements[change.statement - 1].says.text if isinstance(preference, Statements) else ""


def conditions_told(names: Sequence[str], states: States, found: Sequence[Sequence[Clause]]) -> tuple[str, ...]:
    """The conditions of an inverse answer in words, one sentence for each move of each decision maker."""
    told = [
        _clause(names, states, name, clause)
        for name, clauses in zip(names, found, strict=True)
        for clause in clauses
    ]  # fmt: skip
    return tuple(told) or (wording.nothing_needed(),)


def _clause(names: Sequence[str], states: States, name: str, clause: Clause) -> str:
    there = state_words(states, clause.move)
    if not clause.ways:
        return wording.always_moves(name, there)
    return wording.kept_by(name, there, [[_comparison(names, states, one) for one in way] for way in clause.ways])


def _comparison(names: Sequence[str], states: States, one: Comparison) -> str:
    name, state, than = names[one.decision_maker], state_words(states, one.state), state_words(states, one.than)
    return wording.preferred(name, state, than) if one.strictly else wording.not_preferred(name, than, state)
