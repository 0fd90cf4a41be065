"""The inner loops of the fast path, compiled by numba: the same functions as ``kernels``.

A few neighbouring lists are walked side by side, so that the states next to each other in memory are used together.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from hikiwake.conflict.cells import Block

Values = NDArray[np.int32]
NAME = "numba"
SIDE_BY_SIDE = 256
HIGHEST = np.iinfo(np.int32).max
_NO_MASK = np.zeros((0, 0), dtype=np.bool_)


def spread_improving(block: Block, values: Values) -> bool:
    """Lower each state's value to the least among the strictly better states of its list; whether any fell."""
    return bool(_spread_improving(block.index, _mask(block.tied), _mask(block.writes), values))


def spread(block: Block, values: Values) -> bool:
    """Lower each state's value to the least in its list; whether any fell."""
    return bool(_spread(block.index, _mask(block.writes), values))


def raise_to_best(block: Block, ranks: Values, best: Values) -> None:
    """Set ``best`` of each state to the highest rank in its list."""
    _raise_to_best(block.index, _mask(block.writes), ranks, best)


def sanctioned(block: Block, ranks: Values, values: Values, stable: NDArray[np.bool_]) -> None:
    """Clear ``stable`` where a strictly better state of the list has a value above the state's own rank."""
    _sanctioned(block.index, _mask(block.tied), _mask(block.writes), ranks, values, stable)


def _mask(mask: NDArray[np.bool_] | None) -> NDArray[np.bool_]:
    return _NO_MASK if mask is None else mask


@njit(cache=True, parallel=True)
def _spread_improving(index: Any, tied: Any, writes: Any, values: Any) -> Any:
    length, count = index.shape
    absent = len(values) - 1
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    changed = np.zeros(pieces, dtype=np.bool_)
    for piece in prange(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        least = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        beyond = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        fell = False
        for row in range(length - 1, -1, -1):
            for lane in range(width):
                column = first + lane
                state = index[row, column]
                value = values[state]
                if not (tied.size and tied[row, column]):
                    beyond[lane] = least[lane]
                if beyond[lane] < value and state != absent and not (writes.size and not writes[row, column]):
                    value = beyond[lane]
                    values[state] = value
                    fell = True
                least[lane] = min(least[lane], value)
        changed[piece] = fell
    return changed.any()


@njit(cache=True, parallel=True)
def _spread(index: Any, writes: Any, values: Any) -> Any:
    length, count = index.shape
    absent = len(values) - 1
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    changed = np.zeros(pieces, dtype=np.bool_)
    for piece in prange(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        least = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        fell = False
        for row in range(length):
            for lane in range(width):
                least[lane] = min(least[lane], values[index[row, first + lane]])
        for row in range(length):
            for lane in range(width):
                state = index[row, first + lane]
                judged = not (writes.size and not writes[row, first + lane])
                if judged and values[state] > least[lane] and state != absent:
                    values[state] = least[lane]
                    fell = True
        changed[piece] = fell
    return changed.any()


@njit(cache=True, parallel=True)
def _raise_to_best(index: Any, writes: Any, ranks: Any, best: Any) -> None:
    length, count = index.shape
    absent = len(ranks)
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    for piece in prange(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        for row in range(length):
            for lane in range(width):
                state = index[row, first + lane]
                if state != absent and not (writes.size and not writes[row, first + lane]):
                    best[state] = ranks[index[length - 1, first + lane]]


@njit(cache=True, parallel=True)
def _sanctioned(index: Any, tied: Any, writes: Any, ranks: Any, values: Any, stable: Any) -> None:
    length, count = index.shape
    absent = len(ranks)
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    for piece in prange(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        most = np.zeros(SIDE_BY_SIDE, dtype=np.int32)
        beyond = np.zeros(SIDE_BY_SIDE, dtype=np.int32)
        for row in range(length - 1, -1, -1):
            for lane in range(width):
                column = first + lane
                state = index[row, column]
                if not (tied.size and tied[row, column]):
                    beyond[lane] = most[lane]
                if state != absent and beyond[lane] > ranks[state] and not (writes.size and not writes[row, column]):
                    stable[state] = False
                most[lane] = max(most[lane], values[state])
