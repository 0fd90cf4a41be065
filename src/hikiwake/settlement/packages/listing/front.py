"""The Pareto set: packages than which no other is better for one and worse for none. Pure kernels over arrays.

Points are rows, the more the better in every column. Equal rows do not dominate each other. Two columns are settled by
one sort. With more columns the rows are sorted so that none is dominated by a later one, and taken block by block.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.int64]
Mask = NDArray[np.bool_]
BLOCK = 512  # rows that are looked at together
FEW = 64  # rows that they are compared with at once
STRONG = 12  # rows that go first: each takes out what it dominates


def undominated(points: Points) -> Mask:
    """Which rows no other row dominates.

    points: (n, columns)

    >>> undominated(np.array([[1, 3], [2, 2], [1, 2], [2, 2]])).tolist()
    [True, True, False, True]
    """
    hopeful = beside_strong(points)
    rows, back = _distinct(points[hopeful])
    front = _of_two(rows) if points.shape[1] == 2 else _of_many(rows)
    found = np.zeros(len(points), dtype=np.bool_)
    found[hopeful] = front[back]
    return found


def _distinct(points: Points) -> tuple[Points, NDArray[np.int64]]:
    """The distinct rows in ascending order, and which of them each row is."""
    order = np.lexsort(points.T[::-1])
    ordered = points[order]
    fresh = np.ones(len(points), dtype=np.bool_)
    fresh[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    back = np.empty(len(points), dtype=np.int64)
    back[order] = np.cumsum(fresh) - 1
    return ordered[fresh], back


def beside_strong(points: Points) -> NDArray[np.int64]:
    """The places of the rows that a few strong ones do not dominate: a quick look that leaves little to sort."""
    left = np.arange(len(points))
    if len(points) < BLOCK:
        return left
    columns = np.ascontiguousarray(points.T)
    for row in points[_strong(columns)]:
        over, same = np.ones(len(left), dtype=np.bool_), np.ones(len(left), dtype=np.bool_)
        for column, value in zip(columns, row, strict=True):
            over &= column <= value
            same &= column == value
        kept = ~over | same
        left, columns = left[kept], columns[:, kept]
    return left


def _strong(columns: NDArray[np.int64]) -> list[int]:
    """The places of rows that are best by some weighing of the columns, the even one first."""
    weights = np.random.default_rng(0).dirichlet(np.ones(len(columns)), STRONG)
    even = np.ones((1, len(columns)))
    sums = np.vstack([even, weights]) / _spans(columns) @ columns
    return list(dict.fromkeys(sums.argmax(axis=1).tolist()))


def _spans(columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """How far each column goes from its worst to its best, at least 1."""
    return np.asarray(np.maximum(np.ptp(columns, axis=1), 1), dtype=np.float64)


def _of_two(rows: Points) -> Mask:
    """The same for two columns: from the best in the first down, a row has to be better than all in the second.

    rows: distinct, in ascending order
    """
    if not len(rows):
        return np.zeros(0, dtype=np.bool_)
    second = rows[::-1, 1]
    before = np.r_[np.iinfo(np.int64).min, np.maximum.accumulate(second)[:-1]]
    return np.asarray((second > before)[::-1])


def _of_many(rows: Points) -> Mask:
    """The same for any number of columns; rows: distinct."""
    found = np.zeros(len(rows), dtype=np.bool_)
    if not len(rows):
        return found
    order = np.lexsort((*rows.T[::-1], (rows / _spans(rows.T)).sum(axis=1)))[::-1]
    front = rows[:0]
    for start in range(0, len(order), BLOCK):
        places = order[start : start + BLOCK]
        places = places[~_under(rows[places], front)]
        places = places[~_under(rows[places], rows[places])]
        found[places] = True
        front = np.vstack([front, rows[places]])
    return found


def _under(rows: Points, others: Points) -> Mask:
    """Which rows are dominated by some of the others, from which they differ or are themselves; strong others first."""
    left = np.arange(len(rows))
    for start in range(0, len(others), FEW):
        block, own = others[start : start + FEW], rows[left]
        over = np.ones((len(own), len(block)), dtype=np.bool_)
        same = np.ones((len(own), len(block)), dtype=np.bool_)
        for mine, other in zip(own.T, block.T, strict=True):
            over &= mine[:, None] <= other
            same &= mine[:, None] == other
        left = left[~(over & ~same).any(axis=1)]
    found = np.ones(len(rows), dtype=np.bool_)
    found[left] = False
    return found
