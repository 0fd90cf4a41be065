"""The turning points of a comparison series, by the methods and the criterion of a relation.

Nothing is tuned for a series. Where values weigh as much as stands behind them (a share of 100 roll calls is surer than
one of 10) they do so here; the noise is that of neighbouring values. A resample adds such noise to each value anew, as
drawing its roll calls again would; a turning point is a break that at least half of the resamples have too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.periods import Period
from hikiwake.relation.breaks import Told
from hikiwake.relation.noise import variance
from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint, search, turning_points

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

REMEMBERED = 32  # series
Turns = tuple[tuple[TurningPoint, ...], tuple[TurningPoint, ...], NoTurningPoint | None]


def turns_of(head: Comparison, values: Sequence[Compared], resamples: int, seed: int) -> Turns:
    """The turning points of a series, those that fewer than half of the resamples have, and why there is none."""
    told = tuple((value.period, value.value, weight(head, value)) for value in values)
    return _turns(told, resamples, seed)


@lru_cache(maxsize=REMEMBERED)
def _turns(values: tuple[tuple[Period, float, float], ...], resamples: int, seed: int) -> Turns:
    """The same of periods, values and weights, on which alone it depends: editions of a case have series in common."""
    whole = _told(values)
    firm, weaker = turning_points(
        [period for period, _, _ in values], search(whole, _again(whole, resamples, seed), {})
    )
    return firm, weaker, None if firm else NoTurningPoint(len(values), whole.too_few)


def weight(head: Comparison, value: Compared) -> float:
    """What a value weighs: as much as stands behind it where the series says so, else one."""
    return float(value.count or 1) if head.weighs else 1.0


def _told(values: Sequence[tuple[Period, float, float]]) -> Told:
    import numpy as np

    numbers = np.array([value for _, value, _ in values], dtype=float)
    weights = np.array([weight for _, _, weight in values], dtype=float)
    return Told(tuple(range(len(values))), numbers, weights, variance(numbers, weights))


def _again(whole: Told, resamples: int, seed: int) -> Iterator[Told]:
    """The series with noise added to each value, as often as is asked; the same seed gives the same."""
    import numpy as np

    chance = np.random.default_rng(seed)
    spread: Numbers = np.sqrt(whole.noise / whole.weights)
    for _ in range(resamples):
        numbers = whole.values + chance.normal(size=len(spread)) * spread
        yield Told(whole.rows, numbers, whole.weights, variance(numbers, whole.weights))
