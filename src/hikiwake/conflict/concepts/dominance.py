"""Which states have, within reach, one that is better for several decision makers at once.

Points are vectors of numbers, one for each member of a coalition. The *frontier* of some points are those that no other
is at least as high as in everything; something is higher in everything than a given point iff a frontier point is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.moves import Cells, Moves
from hikiwake.conflict.model.reach import Bits, itself, kinds_of, members, reached

Points = NDArray[np.int32]
ROOM = 1 << 22


@dataclass(frozen=True, slots=True)
class Within:
    """What a coalition can bring about from each state, the state itself included.

    of: the kind of each state, shape (n_states,); rows: what is within reach of each kind, a row of bits
    """

    of: NDArray[np.int64]
    rows: Bits

    @property
    def kinds(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """For each kind the states of that kind, and the states within their reach."""
        order = np.argsort(self.of, kind="stable")
        ends = np.searchsorted(self.of[order], np.arange(len(self.rows) + 1))
        for kind, row in enumerate(self.rows):
            yield order[ends[kind] : ends[kind + 1]], members(row, len(self.of))

    def least(self, ranks: Points) -> Points:
        """The least rank within reach of each state, shape (n_states,)."""
        return np.array([ranks[reach].min() for _, reach in self.kinds], dtype=np.int32)[self.of]

    def meeting(self, other: Within) -> Bits:
        """For each kind those kinds of another coalition that are within reach, a row of bits."""
        met = np.zeros((len(self.rows), len(other.rows)), dtype=np.bool_)
        for kind, (_, reach) in enumerate(self.kinds):
            met[kind, other.of[reach]] = True
        return np.packbits(met, axis=1)

    def dominated(self, points: Points, least: Points, among: NDArray[np.bool_] | None = None) -> NDArray[np.bool_]:
        """For which states some point within reach (``among`` these) is higher in everything than their own ``least``.

        points, least: shape (n_members, n_states)
        """
        found = np.zeros(len(self.of), dtype=np.bool_)
        for states, reach in self.kinds:
            counted = reach if among is None else reach[among[reach]]
            found[states] = _exceeded(frontier(points[:, counted]), least[:, states])
        return found

    def dominating(self, points: Points, least: Points) -> Bits:
        """For each state the kinds within whose reach some point is higher in everything than its own ``least``."""
        found = [_exceeded(frontier(points[:, reach]), least) for _, reach in self.kinds]
        return np.packbits(np.array(found, dtype=np.bool_).reshape(len(found), least.shape[1]), axis=0).T


def within(moves: Moves, coalition: Sequence[int]) -> Within:
    """What legal sequences of a coalition's moves reach from each state."""
    arcs, n_states = [moves.arcs[member] for member in coalition], len(moves.states)
    if not moves.transitive:
        kinds = kinds_of(reached(arcs, n_states))
        return Within(kinds.of, kinds.rows)
    pieces = _pieces(moves, coalition)
    led = np.unpackbits(_between(arcs, pieces), axis=1)
    return Within(pieces, np.array([np.packbits(row[pieces]) for row in led]).reshape(len(led), (n_states + 7) // 8))


def _pieces(moves: Moves, coalition: Sequence[int]) -> NDArray[np.int64]:
    """States that lead to each other by moves that can be taken back are one piece: its number for each state."""
    label = np.arange(len(moves.states), dtype=np.int64)
    own = [moves.own[member] for member in coalition]
    cells = [Cells.by(moves.states.combinations, each.mask & ~(each.on | each.off)) for each in own]
    while len(label):
        lower = label
        for each in cells:
            lower = each.over(np.minimum, lower)
        if (lower == label).all():
            break
        label = lower
    return np.unique(label, return_inverse=True)[1]


def _between(arcs: list[Arcs], pieces: NDArray[np.int64]) -> Bits:
    """Which pieces lead to which, by any number of moves or none, a row of bits each."""
    count = int(pieces.max(initial=-1)) + 1
    pairs = [np.zeros(0, dtype=np.int64), *(pieces[own.sources] * count + pieces[own.targets] for own in arcs)]
    sources, targets = np.divmod(np.unique(np.concatenate(pairs)), max(count, 1))
    once = Arcs(np.searchsorted(sources, np.arange(count + 1)).astype(np.int64), targets.astype(np.int32))
    rows = itself(count, 0, (count + 7) // 8)
    while True:
        further = rows | once.over(np.bitwise_or, rows, 0)
        if (further == rows).all():
            return rows
        rows = further


def frontier(points: Points) -> Points:
    """The points that no other is at least as high as in everything, shape (n_members, n_left).

    >>> frontier(np.array([[1, 2, 2, 3], [3, 2, 1, 1]], dtype=np.int32)).tolist()
    [[1, 2, 3], [3, 2, 1]]
    """
    left = points[:, np.argsort(-points.sum(axis=0, dtype=np.int64), kind="stable")]
    kept = 0
    while kept < left.shape[1]:
        higher = (left[:, kept + 1 :] > left[:, kept, None]).any(axis=0)
        left = np.concatenate((left[:, : kept + 1], left[:, kept + 1 :][:, higher]), axis=1)
        kept += 1
    return left


def _exceeded(points: Points, least: Points) -> NDArray[np.bool_]:
    """For which columns of ``least`` some point is higher in everything."""
    found = np.zeros(least.shape[1], dtype=np.bool_)
    step = max(1, ROOM // max(points.shape[1], 1))
    for first in range(0, len(found), step):
        piece = least[:, first : first + step]
        found[first : first + step] = (points[:, :, None] > piece[:, None, :]).all(axis=0).any(axis=0)
    return found
