"""How two series of regular periods go together: Pearson's correlation at lags, and how sure it is.

Of two series x and y, at lag k, the pairs are (x of a period, y of the k-th period after it) wherever both are told: at
a lag above 0 the second series comes later. **levels** pairs the values, **changes** their differences from one period
to the next, where both of these are told. Two series that trend correlate in their levels without any tie between them
(Yule 1926, Journal of the Royal Statistical Society 89(1): 1-63); their changes do not.

A pair weighs as the second series does in it: a value with weight w has a variance in the measure of 1 / w, and the
difference of two the sum of theirs. So a share of one roll call counts next to nothing beside those of a hundred.

How sure a correlation is: blocks of neighbouring pairs, the last followed by the first, are drawn with replacement
until there are as many as there are pairs, so that what holds from one period to the next stays (Kuensch 1989, Annals
of Statistics 17(3): 1217-1241; Politis and Romano 1992, in LePage and Billard, Exploring the Limits of Bootstrap:
263-270). A block is as long as the cube root of the number of pairs, rounded up. Nine in ten drawings lie within.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.relation.uncertainty import HIGH, LOW

if TYPE_CHECKING:
    from numpy import intp
    from numpy.typing import NDArray

    from hikiwake.relation.noise import Numbers

LEAST_PAIRS = 10
LEVELS, CHANGES = "levels", "changes"
Series = Mapping[int, tuple[float, float]]  # by the number of the period: value and weight


@dataclass(frozen=True, slots=True)
class Correlation:
    """A correlation of levels or of changes at a lag, -1 to 1, its interval (``None`` without drawings), its pairs."""

    of: str
    lag: int
    pairs: int
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class NoCorrelation:
    """A result: at this lag there are too few pairs for a correlation, or one of the two never varies in them."""

    of: str
    lag: int
    pairs: int
    too_few: bool


def correlations(
    first: Series, second: Series, lags: int, resamples: int, seed: int
) -> tuple[Correlation | NoCorrelation, ...]:
    """The correlations of levels, then of changes, from lag -``lags`` to ``lags``.

    >>> ramp = {year: (float(year % 7), 1.0) for year in range(2000, 2030)}
    >>> found = correlations(ramp, ramp, 0, resamples=20, seed=0)
    >>> [(each.of, each.pairs, round(each.value, 6)) for each in found]
    [('levels', 30, 1.0), ('changes', 29, 1.0)]
    """
    return tuple(_correlations(first, second, lags, resamples, seed))


def _correlations(
    first: Series, second: Series, lags: int, resamples: int, seed: int
) -> Iterator[Correlation | NoCorrelation]:
    for of, one, other in ((LEVELS, first, second), (CHANGES, changes(first), changes(second))):
        for lag in range(-lags, lags + 1):
            at = [number for number in sorted(one) if number + lag in other]
            pairs = [(one[number][0], *other[number + lag]) for number in at]
            yield _correlation(of, lag, pairs, resamples, seed)


def changes(series: Series) -> dict[int, tuple[float, float]]:
    """The difference of each value from that of the period before it, where that is told, and what it weighs.

    >>> changes({1: (2.0, 1.0), 2: (5.0, 1.0), 4: (1.0, 1.0)})
    {2: (3.0, 0.5)}
    """
    both = ((number, now, series[number - 1]) for number, now in series.items() if number - 1 in series)
    return {number: (now[0] - past[0], 1 / (1 / now[1] + 1 / past[1])) for number, now, past in both}


def _correlation(
    of: str, lag: int, pairs: Sequence[tuple[float, float, float]], resamples: int, seed: int
) -> Correlation | NoCorrelation:
    import numpy as np

    size = len(pairs)
    if size < LEAST_PAIRS:
        return NoCorrelation(of, lag, size, too_few=True)
    columns = np.array(pairs, dtype=float).T
    value = float(pearson(*columns[:, None, :])[0])
    if math.isnan(value):
        return NoCorrelation(of, lag, size, too_few=False)
    again = pearson(*columns[:, blocks(size, resamples, seed)])
    there = again[~np.isnan(again)]
    low, high = (float(each) for each in np.quantile(there, (LOW, HIGH))) if len(there) else (None, None)
    return Correlation(of, lag, size, value, low, high)


def pearson(one: Numbers, other: Numbers, weights: Numbers) -> Numbers:
    """The weighted correlation of each row with the same row of another, ``nan`` where one of them never varies.

    >>> import numpy as np
    >>> rows = np.array([[1.0, 2.0, 3.0]])
    >>> pearson(rows, -rows, np.ones((1, 3))).round(6).tolist()
    [-1.0]
    """
    import numpy as np

    share = weights / weights.sum(axis=1, keepdims=True)
    left, right = (each - (share * each).sum(axis=1, keepdims=True) for each in (one, other))
    size = np.sqrt((share * left**2).sum(axis=1) * (share * right**2).sum(axis=1))
    steady = (one == one[:, :1]).all(axis=1) | (other == other[:, :1]).all(axis=1) | (size == 0)
    found: Numbers = np.where(steady, np.nan, (share * left * right).sum(axis=1) / np.where(steady, 1.0, size))
    return found.clip(-1.0, 1.0)


def blocks(size: int, count: int, seed: int) -> NDArray[intp]:
    """The places of pairs drawn again, in blocks of neighbours round the end: ``count`` rows of ``size`` places.

    >>> blocks(8, 1, 0).shape, (blocks(8, 5, 1) == blocks(8, 5, 1)).all().item()
    ((1, 8), True)
    """
    import numpy as np

    length = math.ceil(size ** (1 / 3) - 1e-9)
    number = math.ceil(size / length)
    starts = np.random.default_rng(seed).integers(size, size=(count, number))
    places: NDArray[intp] = (starts[:, :, None] + np.arange(length)).reshape(count, number * length) % size
    return places[:, :size]
