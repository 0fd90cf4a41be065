"""Counting rankings inside a window without listing them.

A ranking with an open window: the groups of states on the ranks ``first`` to ``last`` (1 is the best rank) may stand in
any strict order among themselves; everything above and below stays where it is, and ties stay ties. With w ranks in the
window there are w! rankings. What decides stability is seldom the whole order but a few answers to the question
*which of these items stand above that item?* The table of those answers, with the number of rankings behind each, is
built rank by rank from the best: 2^w sets of items already placed, not w! orders.

Reference: Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution, IEEE
Transactions on Systems, Man, and Cybernetics: Systems 45 (rank windows, counted there by listing permutations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from hikiwake.errors import ModelError

MOST_ITEMS = 20


@dataclass(frozen=True)
class OpenRanking:
    """One decision maker's ranking with an open window.

    rank: rank of each state, 0 for the best, shape (n_states,)
    first, last: the window as a half-open interval of ranks; empty where first == last
    """

    rank: NDArray[np.int64]
    first: int
    last: int

    @property
    def width(self) -> int:
        """How many ranks the window holds."""
        return self.last - self.first

    def item(self, state: int) -> int | None:
        """The place of a state's group in the window as it stands, from 0; None for a state outside."""
        rank = int(self.rank[state])
        return rank - self.first if self.first <= rank < self.last else None

    def above(self, state: int, other: int) -> bool | None:
        """Whether a state is preferred to another; None where the window leaves it open."""
        items = self.item(state), self.item(other)
        if items[0] is None or items[1] is None or items[0] == items[1]:
            return bool(self.rank[state] < self.rank[other])
        return None


Question = tuple[int, int]  # an item, and the set (as bits) of the items that may stand above it


def answers(width: int, questions: Sequence[Question]) -> tuple[NDArray[np.int64], list[int]]:
    """How many of the ``width``! orders give which answers.

    questions: pairs (item, set of items as bits); the answer is the part of the set that stands above the item.
    Returns the different answers, shape (n_rows, n_questions), and the number of orders of each row.
    ModelError where more than 20 items matter.

    >>> rows, orders = answers(3, [(0, 0b110)])
    >>> dict(zip(rows[:, 0].tolist(), orders))
    {0: 2, 2: 1, 4: 1, 6: 2}
    """
    items = _that_matter(questions)
    if len(items) > MOST_ITEMS:
        raise ModelError(f"{len(items)} ranks of the window matter; expected at most {MOST_ITEMS}: narrow the window")
    asked = {item: [place for place, (pivot, _) in enumerate(questions) if pivot == item] for item in items}
    layer: dict[int, dict[int, int]] = {0: {0: 1}}
    for _ in items:
        layer = _next_rank(layer, items, asked, questions, width)
    found = next(iter(layer.values()))
    orders = factorial(width) // factorial(len(items))
    mask = (1 << width) - 1
    rows = [[key >> place * width & mask for place in range(len(questions))] for key in found]
    return np.array(rows, dtype=np.int64).reshape(len(found), len(questions)), [n * orders for n in found.values()]


def _that_matter(questions: Sequence[Question]) -> list[int]:
    """Items that some question is about; all others only fill the gaps."""
    bits = 0
    for item, others in questions:
        bits |= 1 << item | others
    return [item for item in range(bits.bit_length()) if bits >> item & 1]


def _next_rank(
    layer: dict[int, dict[int, int]],
    items: Sequence[int],
    asked: dict[int, list[int]],
    questions: Sequence[Question],
    width: int,
) -> dict[int, dict[int, int]]:
    """Put every item that is left on the next rank; the items already placed are those above it."""
    following: dict[int, dict[int, int]] = {}
    for placed, keys in layer.items():
        for item in items:
            if placed >> item & 1:
                continue
            answer = sum((placed & questions[place][1]) << place * width for place in asked[item])
            row = following.setdefault(placed | 1 << item, {})
            for key, count in keys.items():
                row[key | answer] = row.get(key | answer, 0) + count
    return following
