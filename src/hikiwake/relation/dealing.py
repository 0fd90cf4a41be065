"""Where the kind of the acts changes, against the same acts dealt at random among the same times.

How much is told of a time says little of the relation: five authors tell more of their own years. So the times and the
telling stay as they are, and only what the acts were is dealt anew: the scores of the acts, month by month as they
stand, are put back in random order of the months. What is told in one month hangs together (a round of sanctions, a
visit) and stays together. A break is found where the largest change between two stretches of a series is larger than in
all but one of twenty series dealt so; both stretches are then looked at in the same way.

The search by permutation is that of Matteson and James 2014 (Journal of the American Statistical Association 109(505):
334-345), with the weighted difference of means in place of their distance. A series in which nothing changes has a
first break in at most one of twenty cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.relation.segmentation import SHORTEST
from hikiwake.relation.series import LEAST, Spread

if TYPE_CHECKING:
    from numpy import intp
    from numpy.random import Generator
    from numpy.typing import NDArray

    from hikiwake.relation.noise import Numbers

    Places = NDArray[intp]

DEALS = 1999
LEVEL = 0.05
MOST_CELLS = 2_000_000  # periods by deals that are looked at at once


@dataclass(frozen=True, slots=True)
class Dealt:
    """A break that dealing finds: the row of the first period after it, and how many dealt series have one as large."""

    row: int
    p: float


def dealt(series: Spread, measure: str, seed: int = 0, deals: int = DEALS) -> tuple[Dealt, ...]:
    """The breaks that at most one of twenty dealt series would have, in order of time; none where too little is told.

    >>> from hikiwake.relation.series import spread
    >>> dealt(spread((), ()), "mean")
    ()
    """
    import numpy as np

    if not len(series.acts):
        return ()
    chance = np.random.default_rng(seed)
    found = _within(series, measure, (0, len(series.periods)), deals, chance)
    return tuple(sorted(found, key=lambda each: each.row))


def _within(series: Spread, measure: str, ends: tuple[int, int], deals: int, chance: Generator) -> Iterator[Dealt]:
    """The breaks between two rows: the largest, where it is larger than chance has it, and those on either side."""
    import numpy as np

    first, end = ends
    there = np.flatnonzero(series.shares[first:end].sum(axis=0) > LEAST)
    shares, scores = series.shares[first:end][:, there], series.scores[there]
    rows = np.flatnonzero(shares.sum(axis=1) > LEAST)
    if len(rows) < 2 * SHORTEST + 1 or not scores.std():
        return
    shares, acts = shares[rows], shares.sum(axis=1)[rows]
    gain, last = _largest(shares, acts, scores[:, None], measure)
    step = max(1, MOST_CELLS // max(len(rows), len(there)))
    again = [
        _largest(shares, acts, some, measure)[0]
        for some in _dealt_again(scores, series.acts.months[there], deals, step, chance)
    ]
    p = (1 + int((np.concatenate(again) >= gain[0] * (1 - 1e-12)).sum())) / (deals + 1)
    if p <= LEVEL:
        row = first + int(rows[last[0] + 1])
        yield Dealt(row, p)
        for part in ((first, row), (row, end)):
            yield from _within(series, measure, part, deals, chance)


def _dealt_again(scores: Numbers, months: Places, deals: int, step: int, chance: Generator) -> Iterator[Numbers]:
    """The scores dealt anew, acts by deals, some deals at a time: whole months in random order, one after another."""
    import numpy as np

    by_time = np.argsort(months, kind="stable")
    places = slice(None) if (months[1:] >= months[:-1]).all() else by_time  # nothing to put elsewhere
    _, starts = np.unique(months[by_time], return_index=True)
    by_month = np.split(scores[by_time], starts[1:])
    drawn = np.argsort(chance.random((deals, len(starts))), axis=1, kind="stable")
    for at in range(0, deals, step):
        some = drawn[at : at + step].tolist()
        found = np.empty((len(scores), len(some)))
        for column, order in enumerate(some):
            found[places, column] = np.concatenate([by_month[month] for month in order])
        yield found


def _carried(shares: Numbers, acts: Numbers, scores: Numbers, measure: str) -> Numbers:
    """What carries each period: of each series its scores, or of all of them alike the acts, in one column."""
    import numpy as np

    carried: Numbers = shares @ np.abs(scores) if measure == "net" else acts[:, None]
    return carried


def largest(shares: Numbers, scores: Numbers, measure: str) -> tuple[Numbers, Places]:
    """The largest change of each series, and the last row before it; shares: periods by acts, scores: acts by series.

    >>> import numpy as np
    >>> gain, last = largest(np.eye(6), np.array([[0.0, 0, 0, 5, 5, 5]]).T, "mean")
    >>> float(gain[0]), int(last[0])
    (37.5, 2)
    """
    return _largest(shares, shares.sum(axis=1), scores, measure)


def _largest(shares: Numbers, acts: Numbers, scores: Numbers, measure: str) -> tuple[Numbers, Places]:
    """The same; acts: how many each period has."""
    import numpy as np

    told, totals = _carried(shares, acts, scores, measure), shares @ scores
    weights = np.where(told > LEAST, 1.0, 0.0) if measure == "sum" else np.where(told > LEAST, told, 0.0)
    before, sums = np.cumsum(weights, axis=0), np.cumsum(totals, axis=0)
    count = np.cumsum(told > LEAST, axis=0)
    after, rest = before[-1] - before, sums[-1] - sums
    allowed = (count >= SHORTEST) & (count[-1] - count >= SHORTEST) & (before > 0) & (after > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.where(allowed, (sums / before - rest / after) ** 2 / (1 / before + 1 / after), 0.0)
    return gain.max(axis=0), gain.argmax(axis=0)
