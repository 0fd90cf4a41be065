"""Moves of one decision maker that are listed one by one: arcs of the graph, by the state that each starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

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

    def onward(self, states: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every move from some states: the number among them (ascending), and the state that is moved to."""
        counts = self.first[states + 1] - self.first[states]
        rows = np.repeat(np.arange(len(states)), counts)
        at = np.repeat(self.first[states] - (np.cumsum(counts) - counts), counts) + np.arange(len(rows))
        return rows, self.targets[at].astype(np.int64)

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
        if values.dtype == np.uint8 and values.ndim == 2:
            return self._over_bits(reduce, values, empty)
        result: NDArray[T] = np.full(values.shape, empty, dtype=values.dtype)
        some = np.flatnonzero(np.diff(self.first))
        if len(some):
            result[some] = reduce.reduceat(values.take(self.targets, axis=0), self.first[some], axis=0)
        return result

    def _over_bits(self, reduce: np.ufunc, rows: NDArray[T], empty: int) -> NDArray[T]:
        """The same for rows of bits, eight bytes at a time."""
        width = rows.shape[1]
        whole = np.pad(rows, ((0, 0), (0, -width % 8))).view(np.uint64)
        reduced: NDArray[Any] = self.over(reduce, whole, empty * 0x0101010101010101)
        return reduced.view(rows.dtype)[:, :width]
