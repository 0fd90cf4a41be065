"""Which outcomes hold: the states that are stable for each decision maker, and the equilibria.

A state is an *equilibrium* of a concept if it is stable for every decision maker. The concepts are defined in ``legal``
(Nash, GMR, SMR, SEQ, SSEQ) and ``simultaneous`` (SIM). Results name states by number, from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

import numpy as np

from hikiwake.conflict.concepts.definitions import Concept, Ranks, Stable
from hikiwake.conflict.concepts.solvers import best_solver, tables_by, usual
from hikiwake.conflict.model.checks import check, nearest
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.states import States
from hikiwake.errors import ModelError


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """What holds in a conflict, for whom, and by which concept; always exact.

    tables: by concept, who is stable where, bool, shape (n_decision_makers, n_states)
    method: how it was found
    """

    conflict: Conflict
    moves: Moves
    ranks: Ranks
    tables: Mapping[Concept, Stable]
    method: str
    exact: bool = field(default=True, init=False)

    @property
    def states(self) -> States:
        """The states of the conflict."""
        return self.moves.states

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were asked for."""
        return tuple(self.tables)

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for everybody; empty where there is none."""
        return numbers(self.everywhere(concept))

    def stable(self, concept: str, decision_maker: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for one decision maker."""
        return numbers(self.table(concept)[self.conflict.index(decision_maker)])

    def is_equilibrium(self, concept: str, state: str | int) -> bool:
        """Whether a state, given as number or text, is an equilibrium."""
        return bool(self.table(concept)[:, self.states.index(state)].all())

    def everywhere(self, concept: str) -> Stable:
        """Which states are stable for everybody, bool, shape (n_states,)."""
        stable: Stable = np.logical_and.reduce(self.table(concept), axis=0)
        return stable

    def table(self, concept: str) -> Stable:
        """Who is stable where, bool, shape (n_decision_makers, n_states); ModelError where it was not asked for."""
        for known, table in self.tables.items():
            if known == concept:
                return table
        raise ModelError(f'no concept "{concept}" in this result; {nearest(concept, self.tables)}')

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        return {
            "options": list(self.states.options),
            "states": self.states.as_rows(),
            "stability": {
                concept: {name: list(self.stable(concept, name)) for name in self.conflict.names}
                for concept in self.concepts
            },
            "equilibria": {concept: list(self.equilibria(concept)) for concept in self.concepts},
        }

    def _repr_html_(self) -> str:
        shown = sorted({number for concept in self.concepts for number in self.equilibria(concept)})[:50]
        head = "".join(f"<th>{escape(title)}</th>" for title in ("State", *map(str.upper, self.concepts)))
        rows = "".join(f"<tr><th>{number} <code>{self.states.text(number - 1)}</code></th>{self._marks(number)}</tr>"
                       for number in shown)  # fmt: skip
        return f"<table><caption>Equilibria: {escape(self.conflict.title)}</caption><tr>{head}</tr>{rows}</table>"

    def _marks(self, number: int) -> str:
        return "".join(f"<td>{'yes' if self.is_equilibrium(concept, number) else ''}</td>" for concept in self.concepts)


def solve(conflict: Conflict, concepts: Sequence[Concept] | None = None) -> Stability:
    """Find out which states are stable, for whom, by each concept.

    concepts: those asked for; else all, but for SIM where that takes longer than all others (some 14 options)
    Raises ModelError, with every fault at once, where the conflict is incomplete or contradictory, or where SIM is
    asked for and there are too many states.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option, PreferenceStatement, Statements
    >>> from hikiwake.conflict.model.statements import parse
    >>> def wants(*texts): return Statements(tuple(PreferenceStatement(parse(text)) for text in texts))
    >>> row = DecisionMaker("Row", (Option("quiet_1"),), wants("quiet_2", "not quiet_1"))
    >>> column = DecisionMaker("Column", (Option("quiet_2"),), wants("quiet_1", "not quiet_2"))
    >>> stability = solve(Conflict((row, column)))
    >>> stability.equilibria("nash"), stability.equilibria("seq")
    ((1,), (1, 4))
    """
    check(conflict)
    moves = moves_of(conflict)
    ranks = ranks_of(conflict, moves.states)
    solver = best_solver(moves, ranks)
    asked = usual(moves) if concepts is None else concepts
    return Stability(conflict, moves, ranks, tables_by(solver, ranks.shape, asked), solver.method)


def numbers(chosen: Stable) -> tuple[int, ...]:
    """The numbers, from 1, of the states where an array of bool is true."""
    return tuple((np.flatnonzero(chosen) + 1).tolist())
