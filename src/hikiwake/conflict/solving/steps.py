"""Moves out of single states, listed when they are asked for: for answers about one state, not for all states at once.

A decision maker may change any subset of its own options in one move, as far as the result is feasible, no one-way
option is turned the wrong way, and no rule forbids the passage. A coalesced state moves through any of its members.
Joint moves are legal sequences (``sequences``).

Reference: Fang, Hipel and Kilgour (1993), Interactive Decision Making (reachable lists).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.sequences import Onward, gathered, layers
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.states import States


@dataclass(frozen=True)
class Steps:
    """The moves of a conflict, looked up state by state and remembered.

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> parties = (DecisionMaker("A", (Option("a"),)), DecisionMaker("B", (Option("b", one_way="on"),)))
    >>> steps = Steps.of(Conflict(parties))
    >>> steps.moves(0, 0), steps.moves(1, 0), steps.moves(1, 2)
    ((1,), (2,), ())
    """

    conflict: Conflict
    listed: Moves
    _known: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, repr=False)
    _jointly: dict[tuple[tuple[int, ...], int], NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, conflict: Conflict, states: States | None = None) -> Steps:
        """The moves of a conflict; ``states`` spares listing them again."""
        return cls(conflict, moves_of(conflict, states))

    @property
    def states(self) -> States:
        """The states of the conflict."""
        return self.listed.states

    @property
    def arcs(self) -> tuple[Arcs, ...]:
        """Every decision maker's moves from all states."""
        return self.listed.arcs

    def moves(self, decision_maker: int, state: int) -> tuple[int, ...]:
        """The states one decision maker can move to in one move, ascending."""
        key = decision_maker, state
        if key not in self._known:
            self._known[key] = tuple(self.listed.targets(decision_maker, state).tolist())
        return self._known[key]

    def passages(self, decision_maker: int, place: int) -> NDArray[np.int64]:
        """The combinations (as places in the list of feasible ones) that one passage from a combination leads to."""
        return self.listed.passages(decision_maker, np.array([place]))[1]

    def improving(self, ranks: NDArray[np.int32]) -> Onward:
        """Moves on, for ``layers``, that are improvements; ranks: shape (n_decision_makers, n_states)."""

        def onward(mover: int, states: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
            rows, targets = self.listed.onward(mover, states)
            better = ranks[mover][targets] > ranks[mover][states[rows]]
            return rows[better], targets[better]

        return onward

    def reached(self, movers: tuple[int, ...], start: int) -> NDArray[np.int64]:
        """The states that movers can jointly reach by any moves, ascending, without the start; remembered."""
        if (movers, start) not in self._jointly:
            found = self._found(movers, start)
            self._jointly[movers, start] = found[found != start]
        return self._jointly[movers, start]

    def _found(self, movers: tuple[int, ...], start: int) -> NDArray[np.int64]:
        moves, n_states = self.listed, len(self.states)
        if moves.transitive:
            return gathered(movers, np.array([start]), moves.onward, n_states)
        return np.unique(np.concatenate([layer.states for layer in layers(movers, start, moves.onward, n_states)]))

    def at_once(
        self, decision_maker: int, state: int, target: int, step: Callable[[int, int], Iterable[int]]
    ) -> set[int]:
        """States that result when one decision maker's move and moves of at least one other are made at once.

        ``step`` gives the others' single moves. All start from the same member of the state; the result must be
        feasible.
        """
        chosen: list[dict[int, Iterable[int]]] = [{}]
        for other in self.others(decision_maker):
            targets = tuple(step(other, state))
            chosen += [{**before, other: targets} for before in chosen if targets]
        return set().union(*(self.all_at_once(decision_maker, state, target, moves) for moves in chosen[1:]))

    def all_at_once(
        self, decision_maker: int, state: int, target: int, others: Mapping[int, Iterable[int]]
    ) -> set[int]:
        """As ``at_once``, but every one of the others moves, to one of the states given for it."""
        results: set[int] = set()
        for place in self.states.places(state).tolist():
            own = self._changes(decision_maker, place, frozenset([target]))
            theirs = [self._changes(mover, place, frozenset(targets)) for mover, targets in others.items()]
            code = int(self.states.combinations[place])
            for changes in product(own, *theirs):
                found = self._state(code ^ sum(changes))
                results |= set() if found is None else {found}
        return results

    def _changes(self, decision_maker: int, place: int, targets: frozenset[int]) -> list[int]:
        """The options that passages from a combination to certain states change, as bits."""
        if not targets:
            return []
        code = int(self.states.combinations[place])
        return [int(self.states.combinations[to]) ^ code for to in self.passages(decision_maker, place).tolist()
                if int(self.states.state_of[to]) in targets]  # fmt: skip

    def _state(self, code: int) -> int | None:
        combinations = self.states.combinations
        place = min(int(np.searchsorted(combinations, code)), len(combinations) - 1)
        return int(self.states.state_of[place]) if combinations[place] == code else None

    def others(self, decision_maker: int) -> tuple[int, ...]:
        """Everyone else."""
        return tuple(other for other in range(len(self.conflict.decision_makers)) if other != decision_maker)
