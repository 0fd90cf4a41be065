"""Numbers over all combinations of options, for what asks for no order: the best or the least that moves lead to.

Where most combinations are states, a table of all of them is quicker than lists of states: a decision maker's moves
change its own bits of the code, so that the least over all that it can move to is found bit by bit, a one-way bit in
one direction only. Combinations that are no states hold a number that changes nothing, and are set back to it after
each decision maker, so that nothing passes through them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Moves, OwnOptions

SPARSE = 4  # combinations for each state: with more of them, lists are quicker
HIGHEST = np.iinfo(np.int32).max
Values = NDArray[np.int32]


def is_sparse(moves: Moves) -> bool:
    """Whether the rules leave few states of all combinations."""
    return (1 << len(moves.states.options)) > SPARSE * len(moves.states)


@dataclass(frozen=True)
class Whole:
    """The combinations of a model with transitive moves of which most are states; values: int32, (..., n_states)."""

    moves: Moves

    def best(self, mover: int, values: Values) -> Values:
        """The highest value, all above 0, at each state and where the decision maker can move from it."""
        table = self._placed(values, 0)
        _reduce(np.maximum, table, self.moves.own[mover])
        return table.take(self.moves.states.codes, axis=-1)

    def least(self, mover: int, values: Values) -> Values:
        """The lowest value at each state and wherever legal sequences of all others lead from it."""
        table = self._placed(values, HIGHEST)
        opponents = [own for other, own in enumerate(self.moves.own) if other != mover]
        quiet, turn = 0, 0
        while quiet < len(opponents):
            before = table.copy()
            _reduce(np.minimum, table, opponents[turn % len(opponents)])
            if self._absent is not None:
                np.maximum(table, self._absent, out=table)
            quiet = quiet + 1 if np.array_equal(before, table) else 1
            turn += 1
        return table.take(self.moves.states.codes, axis=-1)

    def _placed(self, values: Values, absent: int) -> Values:
        table = np.full((*values.shape[:-1], 1 << len(self.moves.states.options)), absent, dtype=np.int32)
        table[..., self.moves.states.codes] = values
        return table

    @cached_property
    def _absent(self) -> Values | None:
        """The highest number where a combination is no state, else 0; None where all are."""
        return None if self.moves.states.complete else self._placed(np.zeros(len(self.moves.states), np.int32), HIGHEST)


def _reduce(reduce: np.ufunc, table: Values, own: OwnOptions) -> None:
    """Put at each combination what the values come to over it and all that differ in own options as moves allow."""
    for low, width in _runs(own):
        cells = table.reshape(-1, 1 << width, 1 << low)
        if own.on >> low & 1:
            reduce(cells[:, 0], cells[:, 1], out=cells[:, 0])
        elif own.off >> low & 1:
            reduce(cells[:, 1], cells[:, 0], out=cells[:, 1])
        else:
            _level(reduce, cells)


def _level(reduce: np.ufunc, cells: Values) -> None:
    """Put the reduction over the middle axis everywhere along it, by halves: long stretches are quick to go through."""
    half, found = cells.shape[1] // 2, cells
    while half:
        found = reduce(found[:, :half], found[:, half:])
        half //= 2
    cells[:, :1], done = found, 1
    while done < cells.shape[1]:
        cells[:, done : 2 * done] = cells[:, :done]
        done *= 2


def _runs(own: OwnOptions) -> Iterator[tuple[int, int]]:
    """The own bits: each one-way bit by itself, those between them together; the lowest of each run, and how many."""
    low, end = own.low, own.low + own.width
    for bit in range(own.low, end + 1):
        if bit == end or (own.on | own.off) >> bit & 1:
            if bit > low:
                yield low, bit - low
            if bit < end:
                yield bit, 1
            low = bit + 1
