"""Where a level changes, by penalised segmentation: the breaks that make the squared residuals plus a penalty least.

The cost of a segment is the sum of its squared residuals from its own mean, each weighted by how much carries the value
(a mean of ten acts weighs ten times one of a single act). The penalty of a break is a multiple of Schwarz's (BIC),
2 σ² log n, for a level and a place; σ² is taken from the differences of neighbours, so that a change of level hardly
swells it. The optimum is exact: by optimal partitioning every end looks at all beginnings, and at once at those of many
series (Jackson and others 2005, IEEE Signal Processing Letters 12(2): 105-108). No beginning is given up on the way, as
PELT does (Killick, Fearnhead and Eckley 2012, Journal of the American Statistical Association 107(500): 1590-1598):
where a segment has to be of some length, one that was given up can be the best later.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

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
    return segmented_each([(values, weights, noise)], penalty)[0]


def segmented_each(series: Sequence[tuple[Numbers, Numbers, float]], penalty: float = 1.0) -> list[list[int]]:
    """The breaks of each of many series, given by values, weights and noise: some series at a time, side by side.

    >>> import numpy as np
    >>> steps = np.array([0.1, -0.1, 0.0, 0.1, 5.0, 5.1, 4.9, 5.0])
    >>> segmented_each([(steps, np.ones(8), 0.1), (steps[:4], np.ones(4), 0.1), (steps[2:], np.ones(6), 0.1)])
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
