"""Where a level changes, by a Bayesian model with any number of change points, solved exactly.

A series is cut into segments; whether a new one begins is as likely at every place. Given the segments, their levels
are independent, and the probability of the values in a segment is known in closed form:

- **Normal**: value i ~ N(level, noise / weight i), level unknown (conjugate Normal prior, centred on the whole series,
  worth one act: as wide as the noise of one);
- **Poisson**: count i ~ Poisson(rate × exposure i), rate unknown (conjugate gamma prior with the mean rate of the whole
  series, worth one event).

The recursion over the place of the first change gives the probability of the whole series (Fearnhead 2006, Statistics
and Computing 16: 203-213; on line Adams and MacKay 2007, arXiv:0710.3742); forward and backward together give that of
a change at each place, without sampling; the same with maxima in place of sums gives the likeliest segments. The prior
says that it is as likely as not that nothing ever changed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.relation.segmentation import traced

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers


@dataclass(frozen=True)
class Changes:
    """What the model finds: the probability of a change before each value, and the breaks of the likeliest segments.

    probability: one for each value; that of the first is 0. breaks: places of first values after a break, in order.
    evidence: the logarithm of the probability of the whole series. unchanged: the probability that nothing changed.
    """

    probability: Numbers
    breaks: tuple[int, ...]
    evidence: float
    unchanged: float


def hazard(size: int) -> float:
    """The prior probability of a change before a value, for which no change at all is as likely as not.

    >>> round((1 - hazard(101)) ** 100, 3)
    0.5
    """
    return 1.0 - float(0.5 ** (1 / max(1, size - 1)))


def changes(segments: Numbers, chance: float | None = None) -> Changes:
    """Solve the model; ``segments[i, j]`` is the log probability of values i to j - 1 as one segment (i < j).

    chance: the prior probability of a change before each value, that of ``hazard`` where nothing is given

    >>> import numpy as np
    >>> found = changes(normal(np.array([0.1, 0.0, -0.1, 0.1, 9.0, 9.1, 8.9, 9.0]), np.ones(8), noise=1.0))
    >>> found.breaks, bool(found.probability[4] > 0.9)
    ((4,), True)
    """
    import numpy as np

    size = len(segments) - 1
    step = hazard(size) if chance is None else chance
    new, same = (math.log(step) if step else -math.inf), math.log1p(-step) if step < 1 else -math.inf
    lengths = np.arange(size, dtype=float)
    stay = np.where(lengths > 0, lengths, 0.0) * (same if math.isfinite(same) else -1e300)
    forward, came_from = _forward(segments, stay, new)
    backward = _backward(segments, stay, new)
    evidence = float(forward[size])
    places = np.arange(1, size)
    probability = np.zeros(size)
    probability[1:] = np.exp(forward[places] + new + backward[places] - evidence)
    whole = float(np.exp(segments[0, size] + stay[size - 1] - evidence))
    return Changes(np.minimum(probability, 1.0), tuple(traced(came_from)), evidence, min(whole, 1.0))


def _forward(segments: Numbers, stay: Numbers, new: float) -> tuple[Numbers, list[int]]:
    """The log probability of the values before each place, and where the segment of the likeliest cut begins."""
    import numpy as np

    size = len(segments) - 1
    total, best = np.full(size + 1, -np.inf), np.full(size + 1, -np.inf)
    total[0] = best[0] = 0.0
    came_from = [0] * (size + 1)
    for end in range(1, size + 1):
        own = segments[:end, end] + stay[end - 1 :: -1][:end]
        own[1:] += new
        total[end] = _log_sum(total[:end] + own)
        came_from[end] = int(np.argmax(best[:end] + own))
        best[end] = best[came_from[end]] + own[came_from[end]]
    return total, came_from


def _backward(segments: Numbers, stay: Numbers, new: float) -> Numbers:
    """The log probability of the values from each place on, given that a segment begins there."""
    import numpy as np

    size = len(segments) - 1
    total = np.full(size + 1, -np.inf)
    for start in range(size - 1, -1, -1):
        own = segments[start, start + 1 :] + stay[: size - start]
        following = total[start + 1 :] + new
        following[-1] = 0.0
        total[start] = _log_sum(own + following)
    return total


def _log_sum(logs: Numbers) -> float:
    import numpy as np

    top = float(logs.max())
    return top + math.log(float(np.exp(logs - top).sum())) if math.isfinite(top) else top


def normal(values: Numbers, weights: Numbers, noise: float) -> Numbers:
    """The log probability of every segment under the Normal model: (n + 1) by (n + 1), -inf where there is none.

    noise: the variance of a value of weight one, above 0
    """
    import numpy as np

    rounds = values - float(np.average(values, weights=weights))
    columns = (weights, weights * rounds, weights * rounds**2, np.log(weights / (2 * math.pi * noise)))

    def from_(sums: list[Numbers]) -> Numbers:
        weight, first, second, scale = sums
        found: Numbers = 0.5 * (scale - np.log1p(weight) - (second - first**2 / (weight + 1)) / noise)
        return found

    return _segments(columns, from_)


def poisson(counts: Numbers, exposure: Numbers) -> Numbers:
    """The log probability of every segment under the Poisson model: (n + 1) by (n + 1), -inf where there is none."""
    import numpy as np
    from scipy.special import gammaln

    rate = float(counts.sum() / exposure.sum()) or 0.5 / float(exposure.sum())
    shape, inverse = 1.0, 1.0 / rate
    columns = (counts, exposure, counts * np.log(exposure) - gammaln(counts + 1))
    prior = shape * math.log(inverse) - math.lgamma(shape)

    def from_(sums: list[Numbers]) -> Numbers:
        seen, time, own = sums
        after = shape + seen
        found: Numbers = gammaln(after) + prior - after * np.log(inverse + time) + own
        return found

    return _segments(columns, from_)


def _segments(columns: Sequence[Numbers], probability: Callable[[list[Numbers]], Numbers]) -> Numbers:
    """The log probability of every segment from the sums of columns over it, those of one beginning at a time."""
    import numpy as np

    sums = [np.concatenate([[0.0], np.cumsum(column)]) for column in columns]
    size = len(sums[0]) - 1
    found = np.full((size + 1, size + 1), -np.inf)
    for begin in range(size):
        found[begin, begin + 1 :] = probability([each[begin + 1 :] - each[begin] for each in sums])
    return found
