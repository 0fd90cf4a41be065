"""Who can move where: the unilateral moves of each decision maker.

A decision maker may change any subset of its own options in one move, as far as its one-way options, the feasible
combinations and the forbidden moves allow. A move between coalesced states exists where one exists between some of
their members. Moving to the state where one already is, is no move.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError

MOST_ARCS = 1 << 28
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Arcs:
    """Moves of one decision maker: from state s to ``targets[first[s]:first[s + 1]]``, ascending indices.

    first: int64, shape (n_states + 1,); targets: int32, shape (n_arcs,)
    """

    first: NDArray[np.int64]
    targets: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.targets)

    def of(self, state: int) -> NDArray[np.int32]:
        """The states that can be moved to from one state."""
        return self.targets[self.first[state] : self.first[state + 1]]

    @cached_property
    def sources(self) -> NDArray[np.int32]:
        """The state each arc starts from, shape (n_arcs,)."""
        return np.repeat(np.arange(len(self.first) - 1, dtype=np.int32), np.diff(self.first))

    def kept(self, keep: NDArray[np.bool_]) -> Arcs:
        """Only the arcs where ``keep``, shape (n_arcs,), is true."""
        before = np.concatenate(([0], np.cumsum(keep)))
        return Arcs(before[self.first], self.targets[keep])

    def improving(self, ranks: NDArray[np.int32]) -> Arcs:
        """Only the moves to a state that is strictly better by these ranks: the unilateral improvements."""
        return self.kept(ranks[self.targets] > ranks[self.sources])

    def over(self, reduce: np.ufunc, values: NDArray[T], empty: int) -> NDArray[T]:
        """For each state the reduction (minimum, maximum, bitwise or) of the values over its targets.

        values: shape (n_states, ...); ``empty`` stands where there is no target.
        """
        result: NDArray[T] = np.full(values.shape, empty, dtype=values.dtype)
        some = np.flatnonzero(np.diff(self.first))
        if len(some):
            result[some] = reduce.reduceat(values[self.targets], self.first[some], axis=0)
        return result


@dataclass(frozen=True, slots=True)
class OwnOptions:
    """The bits of a code that one decision maker controls: ``width`` of them from ``low`` on, and the one-way ones."""

    low: int
    width: int
    on: int
    off: int

    @property
    def changes(self) -> NDArray[np.int64]:
        """Every way to change some of the bits, as a mask for exclusive or."""
        return np.arange(1, 1 << self.width, dtype=np.int64) << self.low

    def allowed(self, codes: NDArray[np.int64], change: int) -> NDArray[np.bool_]:
        """From which codes the one-way options allow this change."""
        fixed: NDArray[np.bool_] = ((codes & (change & self.on)) | (~codes & (change & self.off))) == 0
        return fixed


@dataclass(frozen=True)
class Moves:
    """The moves of a conflict, by decision maker (index from 0) and state (index from 0)."""

    states: States
    own: tuple[OwnOptions, ...]
    forbidden: tuple[tuple[NDArray[np.bool_], NDArray[np.bool_]], ...] = ()

    @property
    def transitive(self) -> bool:
        """Whether two moves of one decision maker in a row are always one move."""
        return not self.forbidden and not self.states.coalesced

    def targets(self, mover: int, state: int) -> NDArray[np.int32]:
        """The states that one decision maker can move to from one state, ascending, found without any table."""
        found = [self.steps(mover, change, member)[1]
                 for member in np.searchsorted(self.states.combinations, self.states.members(state))[:, None]
                 for change in self.own[mover].changes.tolist()]  # fmt: skip
        reached = self.states.state_of[np.concatenate([np.zeros(0, dtype=np.int64), *found])]
        return np.unique(reached[reached != state])

    @cached_property
    def arcs(self) -> tuple[Arcs, ...]:
        """All moves, one table for each decision maker; ModelError where they are too many to list."""
        count = len(self.states.combinations) * sum((1 << own.width) - 1 for own in self.own)
        if count > MOST_ARCS:
            raise ModelError(f"up to {count:,} moves; more than {MOST_ARCS:,} cannot be listed")
        return tuple(self._arcs(mover) for mover in range(len(self.own)))

    def _arcs(self, mover: int) -> Arcs:
        everywhere = np.arange(len(self.states.combinations), dtype=np.int64)
        n_states, state_of = len(self.states), self.states.state_of.astype(np.int64)
        found = [np.zeros(0, dtype=np.int64)]
        for change in self.own[mover].changes.tolist():
            sources, targets = self.steps(mover, change, everywhere)
            found.append(state_of[sources] * n_states + state_of[targets])
        arcs = np.sort(np.concatenate(found))
        arcs = arcs[np.diff(arcs, prepend=-1) != 0]
        sources, targets = np.divmod(arcs, max(n_states, 1))
        keep = sources != targets
        first = np.searchsorted(sources[keep], np.arange(n_states + 1))
        return Arcs(first.astype(np.int64), targets[keep].astype(np.int32))

    def steps(self, mover: int, change: int, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """From these combinations (by place in the list), the pairs of places that one change of options makes."""
        combinations = self.states.combinations
        sources = places[self.own[mover].allowed(combinations[places], change)]
        changed = combinations[sources] ^ change
        targets = np.searchsorted(combinations, changed)
        targets[targets == len(combinations)] = 0
        legal = combinations[targets] == changed
        for origin, target in self.forbidden:
            legal &= ~(origin[sources] & target[targets])
        return sources[legal], targets[legal]


def moves_of(conflict: Conflict, states: States | None = None) -> Moves:
    """The moves of a conflict.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> parties = (DecisionMaker("A", (Option("a"),)), DecisionMaker("B", (Option("b", one_way="on"),)))
    >>> moves = moves_of(Conflict(parties))
    >>> [moves.targets(1, state).tolist() for state in range(4)]
    [[2], [3], [], []]
    """
    states = states_of(conflict) if states is None else states
    own, low = [], 0
    for maker in conflict.decision_makers:
        bits = list(enumerate(maker.options, start=low))
        on = sum(1 << bit for bit, option in bits if option.one_way == "on")
        off = sum(1 << bit for bit, option in bits if option.one_way == "off")
        own.append(OwnOptions(low, len(bits), on, off))
        low += len(bits)
    forbidden = tuple((states.holding(move.origin), states.holding(move.target)) for move in conflict.forbidden_moves)
    return Moves(states, tuple(own), forbidden)
