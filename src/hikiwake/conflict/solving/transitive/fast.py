"""The inner loops of the fast path, compiled by numba: the same functions as ``kernels``.

A few neighbouring lists are walked side by side, so that the states next to each other in memory are used together. One
thread: the walks are bound by memory, and on a busy machine waiting for a second thread costs more than it gives.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from hikiwake.conflict.solving.transitive.cells import Block

Values = NDArray[np.int32]
NAME = "numba"
SIDE_BY_SIDE = 256
HIGHEST = np.iinfo(np.int32).max


def spread_improving(block: Block, values: Values) -> bool:
    """Lower each state's value to the least among the strictly better states of its list; whether any fell."""
    return bool(_spread_improving(block.index, _tied(block), _writes(block), values))


def spread(block: Block, values: Values) -> bool:
    """Lower each state's value to the least in its list; whether any fell."""
    return bool(_spread(block.index, _writes(block), values))


def raise_to_best(block: Block, ranks: Values, best: Values) -> None:
    """Set ``best`` of each state to the highest rank in its list."""
    _raise_to_best(block.index, _writes(block), ranks, best)


def sanctioned(block: Block, ranks: Values, values: Values, stable: NDArray[np.bool_]) -> None:
    """Clear ``stable`` where a strictly better state of the list has a value above the state's own rank."""
    _sanctioned(block.index, _tied(block), _writes(block), ranks, values, stable)


def _tied(block: Block) -> NDArray[np.bool_]:
    return np.broadcast_to(np.False_, block.index.shape) if block.tied is None else block.tied


def _writes(block: Block) -> NDArray[np.bool_]:
    return np.broadcast_to(np.True_, block.index.shape) if block.writes is None else block.writes


@njit(cache=True)
def _spread_improving(index: Any, tied: Any, writes: Any, values: Any) -> Any:
    length, count = index.shape
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    fell = False
    for piece in range(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        least = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        beyond = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        for row in range(length - 1, -1, -1):
            for lane in range(width):
                state = index[row, first + lane]
                value = values[state]
                better = beyond[lane] if tied[row, first + lane] else least[lane]
                beyond[lane] = better
                if (better < value) & writes[row, first + lane]:
                    value = better
                    values[state] = value
                    fell = True
                least[lane] = min(least[lane], value)
    return fell


@njit(cache=True)
def _spread(index: Any, writes: Any, values: Any) -> Any:
    length, count = index.shape
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    fell = False
    for piece in range(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        least = np.full(SIDE_BY_SIDE, HIGHEST, dtype=np.int32)
        for row in range(length):
            for lane in range(width):
                least[lane] = min(least[lane], values[index[row, first + lane]])
        for row in range(length):
            for lane in range(width):
                state = index[row, first + lane]
                if (values[state] > least[lane]) & writes[row, first + lane]:
                    values[state] = least[lane]
                    fell = True
    return fell


@njit(cache=True)
def _raise_to_best(index: Any, writes: Any, ranks: Any, best: Any) -> None:
    length, count = index.shape
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    for piece in range(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        for row in range(length):
            for lane in range(width):
                if writes[row, first + lane]:
                    best[index[row, first + lane]] = ranks[index[length - 1, first + lane]]


@njit(cache=True)
def _sanctioned(index: Any, tied: Any, writes: Any, ranks: Any, values: Any, stable: Any) -> None:
    length, count = index.shape
    last = len(ranks) - 1
    pieces = (count + SIDE_BY_SIDE - 1) // SIDE_BY_SIDE
    for piece in range(pieces):
        first = piece * SIDE_BY_SIDE
        width = min(SIDE_BY_SIDE, count - first)
        most = np.zeros(SIDE_BY_SIDE, dtype=np.int32)
        beyond = np.zeros(SIDE_BY_SIDE, dtype=np.int32)
        for row in range(length - 1, -1, -1):
            for lane in range(width):
                state = index[row, first + lane]
                better = beyond[lane] if tied[row, first + lane] else most[lane]
                beyond[lane] = better
                if (better > ranks[min(state, last)]) & writes[row, first + lane]:
                    stable[state] = False
                most[lane] = max(most[lane], values[state])
