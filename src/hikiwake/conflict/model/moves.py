"""Who can move where: the unilateral moves of each decision maker.

A decision maker may change any subset of its own options in one move, as far as its one-way options, the feasible
combinations and the forbidden moves allow. A move between coalesced states exists where one exists between some of
their members. Moving to the state where one already is, is no move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model import content
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError

MOST_ARCS = 1 << 28
PAIRS = 1 << 20
REMEMBERED, FEW = 16, 1 << 20  # grounds, and moves of each: some megabytes
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class OwnOptions:
    """The bits of a code that one decision maker controls: ``width`` of them from ``low`` on, and the one-way ones."""

    low: int
    width: int
    on: int
    off: int

    @property
    def mask(self) -> int:
        """All of them as bits."""
        return ((1 << self.width) - 1) << self.low

    @property
    def changes(self) -> NDArray[np.int64]:
        """Every way to change some of the bits, as a mask for exclusive or."""
        return np.arange(1, 1 << self.width, dtype=np.int64) << self.low

    def allowed(self, codes: NDArray[np.int64], change: int | NDArray[np.int64]) -> NDArray[np.bool_]:
        """From which codes the one-way options allow this change."""
        fixed: NDArray[np.bool_] = ((codes & (change & self.on)) | (~codes & (change & self.off))) == 0
        return fixed


@dataclass(frozen=True, slots=True)
class Cells:
    """The feasible combinations in which all others stand still, side by side; by place in the list of combinations.

    order: the places, cell by cell, ascending in each; shape (n_combinations,)
    begins: where in the order each cell begins, shape (n_cells,); of: the cell of each combination
    first, size: where in the order each combination's cell begins, and how many it holds, shape (n_combinations,)
    """

    order: NDArray[np.int64]
    begins: NDArray[np.int64]
    of: NDArray[np.int64]
    first: NDArray[np.int64]
    size: NDArray[np.int64]

    @classmethod
    def by(cls, combinations: NDArray[np.int64], mask: int) -> Cells:
        """Cells of the combinations that differ in the bits of a mask only."""
        others = combinations & ~np.int64(mask)
        order = np.argsort(others, kind="stable")
        begins = np.flatnonzero(np.diff(others[order], prepend=-1))
        sizes = np.diff(np.append(begins, len(order)))
        of = np.empty_like(order)
        of[order] = np.repeat(np.arange(len(begins)), sizes)
        return cls(order, begins, of, begins[of], sizes[of])

    def over(self, reduce: np.ufunc, values: NDArray[T]) -> NDArray[T]:
        """For each combination the reduction of the values over its cell; values: shape (n_combinations, ...)."""
        values = values.take(self.order, axis=0)
        reduced: NDArray[T] = reduce.reduceat(values, self.begins, axis=0).take(self.of, axis=0)
        return reduced

    def pairs(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Each of these combinations (by its number among them) with every other of its cell (by place), in order."""
        sizes = self.size[places]
        before = np.cumsum(sizes) - sizes
        rows = np.repeat(np.arange(len(places)), sizes)
        targets = self.order[np.repeat(self.first[places] - before, sizes) + np.arange(len(rows))]
        other = places[rows] != targets
        return rows[other], targets[other]


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
        return np.unique(self.onward(mover, np.array([state]))[1]).astype(np.int32)

    def passages(self, mover: int, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """What one decision maker can do from combinations, given by place in the list of them.

        The number among the given ones (ascending) and the place that is moved to, a pair for every move.
        """
        rows, targets = self.cells(mover).pairs(places)
        own, combinations = self.own[mover], self.states.combinations
        if own.on or own.off:
            codes = combinations[places[rows]]
            legal = own.allowed(codes, codes ^ combinations[targets])
            rows, targets = rows[legal], targets[legal]
        for origin, target in self.forbidden:
            legal = ~(origin[places[rows]] & target[targets])
            rows, targets = rows[legal], targets[legal]
        return rows, targets

    def onward(self, mover: int, states: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The same from states to states; a coalesced one moves through any of its members."""
        if not self.states.coalesced:
            return self.passages(mover, states)
        members = [self.states.places(state) for state in states.tolist()]
        of = np.repeat(np.arange(len(states)), [len(each) for each in members])
        rows, targets = self.passages(mover, np.concatenate([np.zeros(0, dtype=np.int64), *members]))
        rows, reached = of[rows], self.states.state_of[targets].astype(np.int64)
        other = states[rows] != reached
        return rows[other], reached[other]

    def cells(self, mover: int) -> Cells:
        """The combinations that differ in one decision maker's options only."""
        if mover not in self._cells:
            self._cells[mover] = Cells.by(self.states.combinations, self.own[mover].mask)
        return self._cells[mover]

    def best_after(self, mover: int, ranks: NDArray[T]) -> NDArray[T]:
        """The best rank that a decision maker has at each state or one own move away from it; shape (n_states, ...)."""
        return self.within_a_move(mover, np.maximum, ranks)

    def within_a_move(self, mover: int, reduce: np.ufunc, values: NDArray[T]) -> NDArray[T]:
        """The reduction (maximum, bitwise or) of the values, at least 0, over each state and its own moves from it."""
        if self.transitive and len(values) and not (self.own[mover].on or self.own[mover].off):
            return self.cells(mover).over(reduce, values)
        reduced: NDArray[T] = reduce(values, self.arcs[mover].over(reduce, values, 0))
        return reduced

    @cached_property
    def _cells(self) -> dict[int, Cells]:
        return {}

    @cached_property
    def arcs(self) -> tuple[Arcs, ...]:
        """All moves, one table for each decision maker; ModelError where they are too many to list."""
        count = sum(int(cells.size.sum()) - len(cells.size) for cells in map(self.cells, range(len(self.own))))
        if count > MOST_ARCS:
            raise ModelError(f"up to {count:,} moves; more than {MOST_ARCS:,} cannot be listed")
        return tuple(self._arcs(mover) for mover in range(len(self.own)))

    def _arcs(self, mover: int) -> Arcs:
        found = [(places, *self.passages(mover, places)) for places in self._pieces(mover)]
        sources = np.concatenate([places[rows] for places, rows, _ in found])
        targets = np.concatenate([reached for _, _, reached in found])
        n_states = len(self.states)
        if self.states.coalesced:
            state_of = self.states.state_of.astype(np.int64)
            arcs = np.unique(state_of[sources] * n_states + state_of[targets])
            sources, targets = np.divmod(arcs, n_states)
            sources, targets = sources[sources != targets], targets[sources != targets]
        first = np.searchsorted(sources, np.arange(n_states + 1))
        return Arcs(first.astype(np.int64), targets.astype(np.int32))

    def _pieces(self, mover: int) -> Iterator[NDArray[np.int64]]:
        """All combinations, a few at a time, so that few pairs are held at once."""
        before = np.cumsum(self.cells(mover).size) // PAIRS
        yield from np.split(np.arange(len(before), dtype=np.int64), np.flatnonzero(np.diff(before)) + 1)


def moves_of(conflict: Conflict, states: States | None = None) -> Moves:
    """The moves of a conflict.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> parties = (DecisionMaker("A", (Option("a"),)), DecisionMaker("B", (Option("b", one_way="on"),)))
    >>> moves = moves_of(Conflict(parties))
    >>> [moves.targets(1, state).tolist() for state in range(4)]
    [[2], [3], [], []]
    """
    ground = content.ground(conflict)
    return _remembered(ground) if _few(ground) else _moves(ground, states_of(ground) if states is None else states)


def _few(conflict: Conflict) -> bool:
    """Whether a conflict has so few moves that a table of them may be kept."""
    widths = [len(maker.options) for maker in conflict.decision_makers]
    return sum(widths) < FEW.bit_length() and sum(1 << width for width in widths) << sum(widths) <= FEW


@lru_cache(maxsize=REMEMBERED)
def _remembered(ground: Conflict) -> Moves:
    """The moves of the last grounds: the readings of a model, and the editions of a case, have theirs in common."""
    return _moves(ground, states_of(ground))


def _moves(conflict: Conflict, states: States) -> Moves:
    own, low = [], 0
    for maker in conflict.decision_makers:
        bits = list(enumerate(maker.options, start=low))
        on = sum(1 << bit for bit, option in bits if option.one_way == "on")
        off = sum(1 << bit for bit, option in bits if option.one_way == "off")
        own.append(OwnOptions(low, len(bits), on, off))
        low += len(bits)
    forbidden = tuple((states.holding(move.origin), states.holding(move.target)) for move in conflict.forbidden_moves)
    return Moves(states, tuple(own), forbidden)
