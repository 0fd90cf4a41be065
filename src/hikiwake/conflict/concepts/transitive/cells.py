"""The cells of a decision maker: the states it can reach when everybody else stands still.

Where no move is forbidden and no states are coalesced, moves are transitive, and so are improvements. A decision
maker's options lie side by side in the code, so its cells are the columns of a matrix with one row for each setting of
its own options. One-way options split a cell: from each setting of them only some rows can be reached, so each setting
has a list of its own, of which it may *write* (judge) only the rows with that very setting.

A ``Block`` holds many such lists as columns, sorted by the decision maker's own rank from worst (row 0) to best. The
index n_states stands for "no state" and sorts below everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.transitive.whole import is_sparse
from hikiwake.conflict.model.moves import Moves, OwnOptions

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Block:
    """Lists of states that one decision maker can move between, one list a column, worst state first.

    index: state indices, int32 (int64 where several rankings stand side by side), shape (length, n_lists)
    tied: whether the state in the next row is as good, shape (length, n_lists); None where nothing is tied
    writes: whether there is a state, to be judged by this list, shape (length, n_lists); None for everywhere
    """

    index: NDArray[np.int32] | NDArray[np.int64]
    tied: NDArray[np.bool_] | None
    writes: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True)
class Lists:
    """Unsorted lists: columns ``first`` to ``last`` are asked for a piece at a time, so that little is held at once.

    rows: the settings of the own options; columns: those of all others
    place: state index by code (n_states where infeasible), or None where every combination is a state
    """

    own: OwnOptions
    rows: NDArray[np.int64]
    judged: NDArray[np.bool_]
    columns: NDArray[np.int64]
    place: NDArray[np.int32] | None
    absent: int

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self.columns)

    @property
    def partial(self) -> bool:
        """Whether some entries are not to be judged."""
        return self.place is not None or not bool(self.judged.all())

    def piece(self, first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """State indices and whether they are judged, shape (last - first, length) each."""
        cells = self.columns[first:last]
        base = (cells >> self.own.low << (self.own.low + self.own.width)) | (cells & ((1 << self.own.low) - 1))
        codes = base[:, None] | (self.rows << self.own.low)
        if self.place is None:
            return codes, np.broadcast_to(self.judged, codes.shape)
        places = self.place[codes].astype(np.int64)
        return places, self.judged & (places != self.absent)


@dataclass(frozen=True, slots=True)
class SparseLists:
    """Unsorted lists of about one length, written out: for models of which the rules leave few states."""

    places: NDArray[np.int64]
    judged: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self.places)

    @property
    def partial(self) -> bool:
        """Whether some entries are not to be judged."""
        return not bool(self.judged.all())

    def piece(self, first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """State indices and whether they are judged, shape (last - first, length) each."""
        return self.places[first:last], self.judged[first:last]


def sorted_blocks(moves: Moves, mover: int, rankings: NDArray[np.int32]) -> list[list[Block]]:
    """The cells of one decision maker, sorted by each of some rankings of its; shape (n_rankings, n_states)."""
    if rankings.size == 0:
        return [[] for _ in rankings]
    strict = bool((rankings.max(axis=1) == rankings.shape[1]).all())
    found = [_sorted(lists, rankings, strict) for lists in _lists(moves, mover)]
    return [list(blocks) for blocks in zip(*found, strict=True)]


def _sorted(lists: Lists | SparseLists, rankings: NDArray[np.int32], strict: bool) -> list[Block]:
    count, length = len(rankings), lists.piece(0, 1)[0].shape[1]
    bits = max(length - 1, 0).bit_length()
    narrow = int(rankings.max()).bit_length() + bits <= 32
    index = np.empty((count, length, lists.count), dtype=np.int32)
    tied = np.zeros((count, 0 if strict else length, lists.count), dtype=np.bool_)
    writes = np.empty(index.shape, dtype=np.bool_) if lists.partial else None
    levels = np.append(rankings, np.zeros((count, 1), dtype=np.int32), axis=1)  # "no state" sorts below everything
    step = max(1, CHUNK // (length * count))
    for first in range(0, lists.count, step):
        last = min(first + step, lists.count)
        places, judged = lists.piece(first, last)
        keys = _sort_keys(levels.take(places, axis=1), bits, narrow)
        at = (keys & ((1 << bits) - 1)).astype(np.int64)
        at += np.arange(last - first)[:, None] * length
        index[:, :, first:last] = places.take(at).swapaxes(1, 2)
        if not strict:
            keys >>= bits
            tied[:, :-1, first:last] = (keys[:, :, :-1] == keys[:, :, 1:]).swapaxes(1, 2)
        if writes is not None:
            writes[:, :, first:last] = judged.take(at).swapaxes(1, 2)
    return [Block(index[each], tied[each] if tied[each].any() else None, None if writes is None else writes[each])
            for each in range(count)]  # fmt: skip


def _sort_keys(ranks: NDArray[np.int32], bits: int, narrow: bool) -> NDArray[Any]:
    """Rank and row packed into one number, sorted along each list (the last axis)."""
    keys: NDArray[Any] = ranks.astype(np.uint32 if narrow else np.uint64)
    keys <<= bits
    keys |= np.arange(ranks.shape[-1], dtype=keys.dtype)
    keys.sort(axis=-1)
    return keys


def _lists(moves: Moves, mover: int) -> Iterator[Lists | SparseLists]:
    own, states = moves.own[mover], moves.states
    n_options = len(states.options)
    if is_sparse(moves):
        yield from _sparse_lists(moves, own)
        return
    rows, columns = (np.arange(1 << width, dtype=np.int64) for width in (own.width, n_options - own.width))
    place = None
    if not states.complete:
        place = np.full(1 << n_options, len(states), dtype=np.int32)
        place[states.codes] = np.arange(len(states), dtype=np.int32)
        present = (place < len(states)).reshape(-1, len(rows), 1 << own.low)
        rows, columns = rows[present.any(axis=(0, 2))], columns[present.any(axis=1).ravel()]
    for reached, judged in _settings(own, rows << own.low):
        if judged.any():
            yield Lists(own, rows[reached], judged[reached], columns, place, len(states))


def _settings(own: OwnOptions, codes: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """For each setting of the one-way options: the codes that can be reached from it, and those that have it."""
    fixed = own.on | own.off
    setting = fixed
    while True:
        gained, lost = codes & own.on, setting & own.on
        taken_kept = (gained & lost) == lost
        off_kept = (codes & own.off & ~setting) == 0
        yield taken_kept & off_kept, (codes & fixed) == setting
        if setting == 0:
            return
        setting = (setting - 1) & fixed


def _sparse_lists(moves: Moves, own: OwnOptions) -> Iterator[SparseLists]:
    """Cells gathered by what the others do; lists of similar length together, padded to the longest of them."""
    codes, n_states = moves.states.codes, len(moves.states)
    mask = ((1 << own.width) - 1) << own.low
    order = np.argsort(codes & ~mask, kind="stable")
    others = (codes & ~mask)[order]
    starts = np.flatnonzero(np.append(True, others[1:] != others[:-1]))
    lengths = np.diff(np.append(starts, n_states))
    for bits in range(own.width + 1):
        chosen = np.ceil(np.log2(lengths)).astype(np.int64) == bits
        if not chosen.any():
            continue
        offset = np.arange(lengths[chosen].max())
        present = offset < lengths[chosen][:, None]
        at = np.where(present, starts[chosen][:, None] + offset, 0)
        places = np.where(present, order[at], n_states)
        for reached, judged in _settings(own, codes[order[at]]):
            yield SparseLists(np.where(reached, places, n_states), judged & present)
