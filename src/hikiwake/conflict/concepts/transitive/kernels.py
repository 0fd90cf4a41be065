"""The inner loops of the fast path, on arrays. ``fast`` has the same functions compiled.

All work on ``Block``s. Values and best ranks have shape (n_states + 1,), the last entry stands for "no state"; ranks
have shape (n_states,); both are int32. Columns of a block never share a state that both may write.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.transitive.cells import Block

Values = NDArray[np.int32]
CHUNK = 1 << 17  # states at once: more do not fit into a cache, of less a block is cut, which copies it
NARROW = 32
NAME = "arrays"


def spread_improving(block: Block, values: Values) -> bool:
    """Lower each state's value to the least among the strictly better states of its list; whether any fell."""
    changed = False
    for places, tied, writes in _pieces(block):
        before = values.take(places)
        after = _beyond(np.minimum, before, tied, np.iinfo(np.int32).max)
        at = np.flatnonzero(_judged(after < before, writes))
        if len(at):
            changed = True
            values[places.ravel()[at]] = after.ravel()[at]
    return changed


def spread(block: Block, values: Values) -> bool:
    """Lower each state's value to the least in its list; whether any fell."""
    changed = False
    for places, _, writes in _pieces(block):
        before = values.take(places)
        least = before.min(axis=0)
        at = np.flatnonzero(_judged(before > least, writes))
        if len(at):
            changed = True
            values[places.ravel()[at]] = least[at % len(least)]
    return changed


def raise_to_best(block: Block, ranks: Values, best: Values) -> None:
    """Set ``best`` of each state to the highest rank in its list."""
    for places, _, writes in _pieces(block):
        highest = np.broadcast_to(ranks.take(places[-1], mode="clip"), places.shape)
        judged = slice(None) if writes is None else writes
        best[places[judged]] = highest[judged]


def sanctioned(block: Block, ranks: Values, values: Values, stable: NDArray[np.bool_]) -> None:
    """Clear ``stable`` where a strictly better state of the list has a value above the state's own rank."""
    for places, tied, writes in _pieces(block):
        open_ = _beyond(np.maximum, values.take(places), tied, 0) > ranks.take(places, mode="clip")
        stable[places.ravel()[np.flatnonzero(_judged(open_, writes))]] = False


def _pieces(
    block: Block,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.bool_] | None, NDArray[np.bool_] | None]]:
    """The block a few columns at a time, small enough for the cache."""
    length, count = block.index.shape
    step = max(1, CHUNK // max(length, 1))
    for first in range(0, count, step):
        piece = slice(first, first + step)
        tied = None if block.tied is None else block.tied[:, piece]
        writes = None if block.writes is None else block.writes[:, piece]
        yield block.index[:, piece].astype(np.int64, copy=False), tied, writes


def _judged(asked: NDArray[np.bool_], writes: NDArray[np.bool_] | None) -> NDArray[np.bool_]:
    """Where a change that is asked for may be made."""
    return asked if writes is None else asked & writes


def _beyond(reduce: np.ufunc, values: Values, tied: NDArray[np.bool_] | None, empty: int) -> Values:
    """For each row the reduction over the rows after it, leaving out those tied with it."""
    length, count = values.shape
    beyond = np.empty((length + 1, count), dtype=np.int32)
    beyond[length] = empty
    if count < NARROW < length:
        beyond[:length] = reduce.accumulate(values[::-1], axis=0)[::-1]
    else:
        for row in range(length - 1, -1, -1):
            reduce(values[row], beyond[row + 1], out=beyond[row])
    strictly = beyond[1:]
    if tied is not None:
        for row in range(length - 2, -1, -1):
            np.copyto(strictly[row], strictly[row + 1], where=tied[row])
    return strictly
