"""What a set of decision makers can bring about together: states reached by legal sequences, as rows of bits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.moves import T

Bits = NDArray[np.uint8]
COLUMNS = 64


def reached(movers: Sequence[Arcs], n_states: int) -> Bits:
    """For each state the states that legal sequences of one move or more reach, eight to a byte.

    Nobody moves twice in a row. Shape (n_states, ceil(n_states / 8)), in the bit order of ``numpy.packbits``.
    """
    width = (n_states + 7) // 8
    result = np.zeros((n_states, width), dtype=np.uint8)
    for first in range(0, width if movers else 0, COLUMNS):
        result[:, first : first + COLUMNS] = reaching(movers, itself(n_states, first, min(first + COLUMNS, width)))
    return result


def reaching(movers: Sequence[Arcs], here: Bits) -> Bits:
    """For each state the union of the rows of the states that legal sequences of one move or more reach."""
    return over_sequences(movers, here, np.bitwise_or, 0)


def over_sequences(movers: Sequence[Arcs], values: NDArray[T], reduce: np.ufunc, empty: int) -> NDArray[T]:
    """For each state the reduction (minimum, bitwise or) of the values over all that legal sequences reach from it.

    values: shape (n_states, ...); ``empty`` stands where nothing is reached. by[k] is the reduction over sequences
    that k opens; they go on with anybody but k.
    """
    nothing: NDArray[T] = np.full_like(values, empty)
    by = [nothing] * len(movers)
    changed = True
    while changed:
        changed = False
        for k, arcs in enumerate(movers):
            onward = reduce.reduce([values, *(by[other] for other in range(len(by)) if other != k)])
            now = arcs.over(reduce, onward, empty)
            changed |= bool((now != by[k]).any())
            by[k] = now
    reduced: NDArray[T] = reduce.reduce([nothing, *by])
    return reduced


@dataclass(frozen=True, slots=True)
class Kinds:
    """Rows of bits of which many are alike: the different ones, and which of them each state has."""

    rows: Bits
    of: NDArray[np.int64]

    def meeting(self, wanted: Bits) -> NDArray[np.bool_]:
        """For each kind whether it has a bit in common with the wanted ones."""
        meets: NDArray[np.bool_] = np.logical_or.reduce(self.rows & wanted, axis=1)
        return meets


def kinds_of(rows: Bits) -> Kinds:
    """Gather the rows that are alike once each state counts as reached from itself."""
    whole = np.ascontiguousarray(rows | itself(len(rows), 0, rows.shape[1]))
    alike = whole.view(np.dtype((np.void, whole.shape[1]))).ravel()
    _, first, of = np.unique(alike, return_index=True, return_inverse=True)
    return Kinds(whole[first], of)


def itself(n_states: int, first: int, last: int) -> Bits:
    """Each state's own bit, as the bytes ``first`` to ``last`` of its row."""
    states = np.arange(8 * first, min(8 * last, n_states))
    bits = np.zeros((n_states, last - first), dtype=np.uint8)
    bits[states, states // 8 - first] = 128 >> (states % 8)
    return bits


def members(row: Bits, n_states: int) -> NDArray[np.int64]:
    """The indices of the states in one row of bits."""
    return np.flatnonzero(np.unpackbits(row, count=n_states))
