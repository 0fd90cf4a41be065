"""Where a level changes, by penalised segmentation: the breaks that make the squared residuals plus a penalty least.

The cost of a segment is the sum of its squared residuals from its own mean, each weighted by how much carries the value
(a mean of ten acts weighs ten times one of a single act). The penalty of a break is a multiple of Schwarz's (BIC),
2 σ² log n, for a level and a place; σ² is taken from the differences of neighbours, so that a change of level hardly
swells it. The optimum is exact: PELT of the library ruptures (Killick, Fearnhead and Eckley 2012, Journal of the
American Statistical Association 107(500): 1590-1598; Truong, Oudre and Vayatis 2020, Signal Processing 167, 107299),
and optimal partitioning in numpy for hundreds of resamples and for long series with weights, which gives the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

LONG = 400  # values of several weights: from here the library's own search takes seconds
PENALTIES = (0.5, 1.0, 2.0)  # times that of Schwarz
MOST_CELLS = 50_000  # values of series that are looked at side by side
SHORTEST = 2  # values in a segment: one value out of line is no change of level


def segmented(values: Numbers, weights: Numbers, noise: float, penalty: float = 1.0) -> list[int]:
    """The breaks of a series, each as the place of the first value after it, in order; none in a short series.

    noise: the variance of a value of weight one, above 0; penalty: as a multiple of Schwarz's

    >>> import numpy as np
    >>> segmented(np.array([0.1, -0.1, 0.0, 0.1, 5.0, 5.1, 4.9, 5.0]), np.ones(8), noise=0.1)
    [4]
    """
    import numpy as np

    size, even = len(values), bool((weights == weights[:1]).all())
    if size < 2 * SHORTEST:
        return []
    if size > LONG and not even:
        return quickly(values, weights, noise, penalty)
    signal = np.column_stack([values - values.mean(), weights])
    price = 2 * noise * math.log(size) * penalty
    ends = _model(float(weights[0]) if even else None).fit(signal).predict(price)
    return [int(place) for place in ends[:-1]]


def quickly(values: Numbers, weights: Numbers, noise: float, penalty: float = 1.0) -> list[int]:
    """The same breaks as ``segmented`` by optimal partitioning in numpy, for long series and hundreds of them.

    >>> import numpy as np
    >>> quickly(np.array([0.1, -0.1, 0.0, 0.1, 5.0, 5.1, 4.9, 5.0]), np.ones(8), noise=0.1)
    [4]
    """
    return quickly_each([(values, weights, noise)], penalty)[0]


def quickly_each(series: Sequence[tuple[Numbers, Numbers, float]], penalty: float = 1.0) -> list[list[int]]:
    """The breaks of each of many series, given by values, weights and noise: some series at a time, side by side.

    Jackson and others 2005, IEEE Signal Processing Letters 12(2): 105-108; every end looks at all beginnings at once.

    >>> import numpy as np
    >>> steps = np.array([0.1, -0.1, 0.0, 0.1, 5.0, 5.1, 4.9, 5.0])
    >>> quickly_each([(steps, np.ones(8), 0.1), (steps[:4], np.ones(4), 0.1), (steps[2:], np.ones(6), 0.1)])
    [[4], [], [2]]
    """
    found: list[list[int]] = []
    at_once = max(1, MOST_CELLS // (1 + max((len(values) for values, _, _ in series), default=0)))
    for start in range(0, len(series), at_once):
        some = series[start : start + at_once]
        came_from = _best_begins(*_running(some, penalty))
        found += [traced(row[: len(values) + 1]) for row, (values, _, _) in zip(came_from, some, strict=True)]
    return found


def _running(series: Sequence[tuple[Numbers, Numbers, float]], penalty: float) -> tuple[Numbers, Numbers, Numbers]:
    """The running sums of weights and of weighted values of each series, and its price of a break.

    Each is in a row as long as the longest; what fills up a shorter one comes after it, so that no cut of it is other.
    """
    import numpy as np

    longest = max(len(values) for values, _, _ in series)
    weight, first = np.ones((len(series), longest + 1)), np.zeros((len(series), longest + 1))
    for row, (values, weights, _) in enumerate(series):
        place = slice(1, len(values) + 1)
        weight[row, place] = weights
        first[row, place] = weights * (values - values.mean()) if len(values) else values
    weight[:, 0] = 0.0
    prices = [2 * noise * math.log(max(1, len(values))) * penalty for values, _, noise in series]
    return np.cumsum(weight, axis=1), np.cumsum(first, axis=1), np.array(prices)


def _best_begins(weight: Numbers, first: Numbers, price: Numbers) -> list[list[int]]:
    """Where the last segment begins in the best cut of the values before each place, of each series.

    weight, first: the running sums of weights and of weighted values; price: of a break. The sum of squares is the same
    for every cut and is left out. The arrays of a step are those of the step before: for a long series there are
    thousands of steps.
    """
    import numpy as np

    count, size = weight.shape[0], weight.shape[1] - 1
    came_from, best = np.zeros((count, size + 1), dtype=np.intp), np.full((count, size + 1), np.inf)
    best[:, 0] = -price
    room, less, row = np.empty((count, size)), np.empty((count, size)), np.arange(count)
    for end in range(SHORTEST, size + 1):
        to = end - SHORTEST + 1
        total, between = room[:, :to], less[:, :to]
        np.subtract(first[:, end : end + 1], first[:, :to], out=total)
        np.multiply(total, total, out=total)
        np.subtract(weight[:, end : end + 1], weight[:, :to], out=between)
        np.divide(total, between, out=total)
        np.subtract(best[:, :to], total, out=total)
        place = total.argmin(axis=1)
        came_from[:, end], best[:, end] = place, total[row, place] + price
    begins: list[list[int]] = came_from.tolist()
    return begins


def traced(came_from: Sequence[int]) -> list[int]:
    """The places where segments begin, the first left out, from where the best segment that ends at each place begins.

    >>> traced([0, 0, 0, 2, 2])
    [2]
    """
    place, found = came_from[-1], []
    while place:
        found.append(place)
        place = came_from[place]
    return found[::-1]


def _model(weight: float | None) -> Any:  # the library has no types
    """The search of the library, with the quicker of its costs where all values have one weight."""
    import ruptures

    if weight is not None:
        return _Even(ruptures.KernelCPD(kernel="linear", min_size=SHORTEST), weight)
    return ruptures.Pelt(custom_cost=_weighted_cost(), min_size=SHORTEST, jump=1)


class _Even:
    """The search over values of one weight, which the library's own cost does not know."""

    def __init__(self, search: Any, weight: float) -> None:
        self.search, self.weight = search, weight

    def fit(self, signal: Numbers) -> _Even:
        """Take in the signal."""
        self.search.fit(signal[:, :1])
        return self

    def predict(self, penalty: float) -> list[int]:
        """The ends of the segments."""
        ends: list[int] = self.search.predict(pen=penalty / self.weight)
        return ends


def _weighted_cost() -> Any:
    """The weighted squared residuals, as a cost of the library, from running sums."""
    from itertools import accumulate

    from ruptures.base import BaseCost

    class Weighted(BaseCost):  # type: ignore[misc]
        model, min_size = "weighted", SHORTEST

        def fit(self, signal: Numbers) -> Weighted:
            """Take in the signal: values and weights."""
            self.signal = signal
            values, weights = signal.T
            columns = (weights, weights * values, weights * values**2)
            self.sums = [[0.0, *accumulate(column.tolist())] for column in columns]
            return self

        def error(self, start: int, end: int) -> float:
            """The cost of a segment."""
            weight, first, second = (sums[end] - sums[start] for sums in self.sums)
            return float(second - first * first / weight)

    return Weighted()
