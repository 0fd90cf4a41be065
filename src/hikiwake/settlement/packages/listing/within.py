"""An order inside intervals: what is known of evaluations of which intervals are told, and which are better than which.

Only what stands in different groups of the order is ordered. The interval of an alternative is *narrowed* by those that
are not better, whose low ends it may not fall below, and by those that are not worse. A point of the narrowed intervals
that keeps the order is drawn by Gibbs sampling: each alternative in turn evenly between its neighbours in the order.

Reference: Geman and Geman (1984), IEEE Transactions on Pattern Analysis and Machine Intelligence 6(6), 721-741.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from hikiwake.settlement.packages.negotiation import Order, Range

SWEEPS = 12
FINE = 10**6

Evaluations = tuple[Fraction, ...]


def narrowed(order: Order) -> tuple[Range, ...]:
    """Between which numbers each evaluation lies once the order is kept.

    A range whose low end is above its high end says that the order contradicts the intervals.

    >>> def between(low, high):
    ...     return Range(Fraction(low), Fraction(high))
    >>> [tuple(map(int, each)) for each in narrowed(Order(((1,), (0,)), 0, (between(0, 4), between(-1, 3))))]
    [(0, 3), (0, 3)]
    """
    rank = ranks(order)
    return tuple(
        Range(
            max([own.low, *(order.between[other].low for other, its in rank.items() if _behind(rank, at, its))]),
            min([own.high, *(order.between[other].high for other, its in rank.items() if _ahead(rank, at, its))]),
        )
        for at, own in enumerate(order.between)
    )


def ranks(order: Order) -> dict[int, int]:
    """The place of each alternative that the order names, 0 for the best."""
    return {place: number for number, group in enumerate(order.groups) for place in group}


def _behind(rank: dict[int, int], at: int, other: int) -> bool:
    return at in rank and other > rank[at]


def _ahead(rank: dict[int, int], at: int, other: int) -> bool:
    return at in rank and other < rank[at]


def drawn(order: Order, rng: np.random.Generator) -> Evaluations:
    """Evaluations at random, inside the intervals and in the order."""
    spans = narrowed(order)
    low, high = [float(span.low) for span in spans], [float(span.high) for span in spans]
    values = [(least + most) / 2 for least, most in zip(low, high, strict=True)]
    beside = _neighbours(order)
    for row in rng.random((SWEEPS, len(values))).tolist():
        for at, share in enumerate(row):
            worse, better = beside[at]
            least = max([low[at], *[values[other] for other in worse]])
            most = min([high[at], *[values[other] for other in better]])
            values[at] = least + share * (most - least)
    return tuple(
        min(max(Fraction(round(value * FINE), FINE), span.low), span.high)
        for value, span in zip(values, spans, strict=True)
    )


def _neighbours(order: Order) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Of each alternative the next worse and the next better group, which stand between it and all others."""
    groups = [group for group in order.groups if group]
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((), ())] * len(order.between)
    for number, group in enumerate(groups):
        worse = groups[number + 1] if number + 1 < len(groups) else ()
        better = groups[number - 1] if number else ()
        for at in group:
            found[at] = worse, better
    return found


def moved(order: Order, values: Sequence[Fraction], alternative: int, end: Fraction) -> Evaluations:
    """Evaluations with one at an end: the better do not stay below it, and the worse not above.

    >>> order = Order(((0,), (1,)), 0, (Range(Fraction(0), Fraction(2)),) * 2)
    >>> [int(each) for each in moved(order, (Fraction(1), Fraction(1)), 1, Fraction(2))]
    [2, 2]
    """
    rank, fresh = ranks(order), [*values]
    fresh[alternative] = end
    for other, its in rank.items():
        if _behind(rank, alternative, its):
            fresh[other] = min(fresh[other], end)
        elif _ahead(rank, alternative, its):
            fresh[other] = max(fresh[other], end)
    return tuple(fresh)
