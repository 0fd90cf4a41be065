"""Fallback bargaining with impasse: all fall back in step from what they want most, until enough of them agree.

Each side ranks the packages. At depth 1 each accepts what it ranks first, at depth 2 also what comes next, and so on;
a side never goes below impasse, which is its reservation: what is worth less to it is never accepted. The outcome is
what enough sides accept at the least depth; where there is nothing of the kind it is *impasse*. Of packages that a
side finds as good the rank of each is one more than the number of better ones.

With unanimity the outcome maximises the satisfaction of the least satisfied, and no other package is better for all.

Reference: Brams and Kilgour (2001), Group Decision and Negotiation 10(4), 287-316.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Impasse:
    """That nothing is accepted by enough sides before each comes to its impasse."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed at which depth: places of packages, with the rank of each for every side (packages by sides)."""

    depth: int
    places: NDArray[np.int64]
    ranks: NDArray[np.int64]


def fallback(worth: NDArray[np.int64], levels: NDArray[np.int64], enough: int | None = None) -> Agreed | Impasse:
    """Fall back until enough sides agree; all where nothing else is asked.

    worth: (packages, sides), the more the better; levels: (sides,), of the impasse

    >>> ranks_by_worth = np.array([[4, 1], [3, 2], [1, 4]])
    >>> fallback(ranks_by_worth, np.array([0, 0])).places.tolist(), fallback(ranks_by_worth, np.array([4, 4]))
    ([1], Impasse())
    """
    sides = worth.shape[1]
    ranks = np.stack([ranks_of(column) for column in worth.T], axis=1)
    depths = np.where(worth >= levels, ranks, np.iinfo(np.int64).max)
    needed = np.sort(depths, axis=1)[:, (enough or sides) - 1]
    depth = int(needed.min(initial=np.iinfo(np.int64).max))
    if depth == np.iinfo(np.int64).max:
        return Impasse()
    places = np.flatnonzero(needed == depth)
    return Agreed(depth, places, ranks[places])


def ranks_of(worth: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rank of each package for one side: one more than the number of better ones.

    >>> ranks_of(np.array([5, 7, 5, 1])).tolist()
    [2, 1, 2, 4]
    """
    ordered = np.sort(worth)
    return len(worth) - np.searchsorted(ordered, worth, side="right") + 1
