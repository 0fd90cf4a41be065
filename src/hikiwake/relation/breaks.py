"""The breaks that each method finds in a series: between which periods, which way, and from which level to which.

Where a break lies is known within so many acts to either side as the change is small against the noise (Bai 1997,
Review of Economics and Statistics 79(4): 551-563). Two breaks are one where these intervals overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from hikiwake.relation.bayesian import changes, normal, poisson
from hikiwake.relation.noise import variance
from hikiwake.relation.segmentation import SHORTEST, segmented, segmented_each
from hikiwake.relation.series import LEAST, Spread

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

PERMUTATION = "permutation"
METHODS = ("segmentation", "normal", "poisson", PERMUTATION)
MOST_CELLS = 200_000  # shares of acts, or values of series, that are held at once
REACH = 11.0  # Bai: of noise / change², the acts on either side within which the break lies in 95 of 100 cases


@dataclass(frozen=True, slots=True)
class Break:
    """A change of level: the last period of the old one, the first of the new one, both levels, and how sure the place.

    Periods are rows of a series; those between the two are silent. earliest, latest: the confidence interval of the
    first period of the new level.
    """

    last: int
    first: int
    before: float
    after: float
    earliest: int
    latest: int

    @property
    def up(self) -> bool:
        """Whether the new level is the higher one."""
        return self.after > self.before

    def is_near(self, other: Break) -> bool:
        """Whether another break is the same change: it goes the same way, and their confidence intervals overlap."""
        return self.up == other.up and self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True)
class Told:
    """What a series says where it is not silent: rows of periods, values, what carries them, and their noise.

    counts: of how many acts of conflict, and of how many acts at all, each once; ``None`` where acts are not counted
    """

    rows: tuple[int, ...]
    values: Numbers
    weights: Numbers
    noise: float
    counts: tuple[Numbers, Numbers] | None = None

    @property
    def too_few(self) -> bool:
        """Whether there are too few values for two levels."""
        return len(self.rows) < 2 * SHORTEST


def told(series: Spread, measure: str) -> Told:
    """The part of a series that is not silent."""
    values, weights = series.measured(measure)
    found = _told(values, weights)
    return replace(found, noise=series.noise(measure), counts=_counts(series, found.rows))


def told_again(series: Spread, measure: str, drawn: Iterable[Numbers]) -> Iterator[Told]:
    """The same for each of some draws, which say how often each act counts; the acts are not counted anew."""
    import numpy as np

    waiting, at_once = iter(drawn), max(1, MOST_CELLS // max(1, len(series.rows)))
    while some := [*islice(waiting, at_once)]:
        for times, values, weights in zip(some, *series.measured(measure, np.array(some)), strict=True):
            found = _told(values, weights)
            noise = variance(found.values, found.weights) if measure == "sum" else series.noise(measure, times)
            yield replace(found, noise=noise)


def _told(values: Numbers, weights: Numbers) -> Told:
    import numpy as np

    there = weights > 0
    return Told(tuple(np.flatnonzero(there).tolist()), values[there], weights[there], 0.0)


def _counts(series: Spread, rows: Sequence[int]) -> tuple[Numbers, Numbers]:
    quads = series.quads()[list(rows)]
    return quads[:, 2:].sum(axis=1), quads.sum(axis=1)


def breaks(series: Told, method: str, penalty: float = 1.0) -> tuple[Break, ...]:
    """The breaks that a method finds (permutation stands apart), in order; none where nothing differs, or is told.

    poisson looks at how many of the acts are of conflict, the others at the values; the levels are those of the values.
    penalty: of the segmentation, as a multiple of Schwarz's
    """
    if series.too_few or series.noise <= 0:
        return ()
    if method == "segmentation":
        places: Sequence[int] = segmented(series.values, series.weights, series.noise, penalty)
    elif method == "normal":
        places = changes(normal(series.values, series.weights, series.noise)).breaks
    else:
        places = _of_counts(*series.counts) if series.counts else ()
    return tuple(_levels(series, places))


def _of_counts(counts: Numbers, exposure: Numbers) -> Sequence[int]:
    """The breaks in how many of the acts are of conflict; periods whose acts have no class are looked over."""
    import numpy as np

    there = np.flatnonzero(exposure > LEAST)
    if len(there) < 2 * SHORTEST:
        return ()
    return [int(there[place]) for place in changes(poisson(counts[there], exposure[there])).breaks]


def breaks_at(series: Told, rows: Iterable[int]) -> tuple[Break, ...]:
    """The breaks before given periods, in order of time."""
    wanted = {*rows}
    places = [place for place, row in enumerate(series.rows) if row in wanted]
    return tuple(_levels(series, places)) if places else ()


def breaks_again(series: Iterable[Told]) -> Iterator[tuple[Break, ...]]:
    """The breaks that the segmentation finds in each of many series, drawn again or with a document left out."""
    waiting = iter(series)
    for first in waiting:
        some = [first, *islice(waiting, MOST_CELLS // (len(first.rows) + 1))]
        able = [each for each in some if not each.too_few and each.noise > 0]
        found = iter(segmented_each([(each.values, each.weights, each.noise) for each in able]))
        for each in some:
            yield tuple(_levels(each, next(found))) if not each.too_few and each.noise > 0 else ()


def _levels(series: Told, places: Sequence[int]) -> Iterable[Break]:
    if not places:
        return
    cuts, carried = [0, *places, len(series.rows)], series.values * series.weights
    means = [float(carried[a:z].sum() / series.weights[a:z].sum()) for a, z in pairwise(cuts)]
    for number, (place, (before, after)) in enumerate(zip(places, pairwise(means), strict=True)):
        if before != after:
            reach = REACH * series.noise / (after - before) ** 2
            ends = _interval(series, (cuts[number], place, cuts[number + 2]), reach)
            yield Break(series.rows[place - 1], series.rows[place], before, after, *ends)


def _interval(series: Told, places: tuple[int, int, int], reach: float) -> tuple[int, int]:
    """The rows between which a break lies: so many acts to either side, one period at least, within its segments.

    places: where the old level begins, the new one begins, and that ends
    """
    start, place, end = places
    early, late, before, after = place, place, 0.0, 0.0
    while early > start + 1 and before < reach:
        early -= 1
        before += float(series.weights[early])
    while late < end - 1 and after < reach:
        after += float(series.weights[late])
        late += 1
    return series.rows[early - 1] + 1, series.rows[late]
