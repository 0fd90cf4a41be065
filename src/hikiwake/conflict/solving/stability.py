"""Which outcomes hold: the states that are stable for each decision maker, and the equilibria.

A state is an *equilibrium* of a concept if it is stable for every decision maker. The concepts are defined in ``legal``
(Nash, GMR, SMR, SEQ, SSEQ) and ``simultaneous`` (SIM). Results name states by number, from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from hikiwake.conflict.concepts.definitions import Concept, Ranks, Stable
from hikiwake.conflict.concepts.solvers import best_solver, tables_by, usual
from hikiwake.conflict.model.checks import check
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.faults import nearest
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.states import States
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES
from hikiwake.wording.tables import table


@dataclass(frozen=True, slots=True)
class Holding:
    """A state by number and text: by each concept for whom it is stable, and the concepts for all of them."""

    number: int
    state: str
    stable_for: Mapping[Concept, tuple[str, ...]]
    equilibrium: tuple[Concept, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Stability(Result[Holding]):
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
        for known, found in self.tables.items():
            if known == concept:
                return found
        raise ModelError(f'no concept "{concept}" in this result; {nearest(concept, self.tables)}')

    @property
    def rows(self) -> tuple[Holding, ...]:
        """Every state, in order of number."""
        names = np.array(self.conflict.names)
        for_whom = {concept: [tuple(names[column].tolist()) for column in table.T]
                    for concept, table in self.tables.items()}  # fmt: skip
        return tuple(
            Holding(state + 1, text, {concept: made[state] for concept, made in for_whom.items()},
                    tuple(concept for concept, made in for_whom.items() if len(made[state]) == len(names)))
            for state, text in enumerate(self.states.texts)
        )  # fmt: skip

    def as_records(self) -> list[dict[str, Any]]:
        """Every state: number, code, state, equilibrium (concepts), and by concept for whom it is stable."""
        return [
            {**named, "equilibrium": list(row.equilibrium),
             "stable_for": {concept: list(names) for concept, names in row.stable_for.items()}}
            for named, row in zip(self.states.as_rows(), self.rows, strict=True)
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """The equilibria of each concept in words."""
        return tuple(
            wording.equilibria(NAMES[concept], [(number, self.states.text(number - 1))
                                                for number in self.equilibria(concept)])
            for concept in self.concepts
        )  # fmt: skip

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The equilibria, and by which concepts they are so."""
        held = sorted({number for concept in self.concepts for number in self.equilibria(concept)})
        return ("state", "", *(NAMES[concept] for concept in self.concepts)), (
            (number, self.states.text(number - 1),
             *("yes" if self.is_equilibrium(concept, number) else "" for concept in self.concepts))
            for number in held
        )  # fmt: skip

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        return {
            "options": list(self.states.options),
            "states": self.as_records(),
            "stability": {
                concept: {name: list(self.stable(concept, name)) for name in self.conflict.names}
                for concept in self.concepts
            },
            "equilibria": {concept: list(self.equilibria(concept)) for concept in self.concepts},
        }

    def _repr_html_(self) -> str:
        return table(*self.shown(), caption=f"Equilibria: {self.conflict.title}")


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
