"""A series of acts from a fixed seed: ten acts a day on average, three turns, a few acts known to the month only."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from hikiwake.periods import Period
from hikiwake.relation.scales import Act
from hikiwake.relation.series import Spread, periods_between, spread

LEVELS = (0.0, 1.5, -0.5, 2.0)


def drawn_series(periods: int, a_day: int = 10) -> Spread:
    """Acts on so many days, as a series by day."""
    chance = np.random.default_rng(1956)
    first = date(2000, 1, 1)
    counts = chance.poisson(a_day, size=periods)
    acts: list[Act] = []
    for day, count in enumerate(counts):
        level = LEVELS[day * len(LEVELS) // periods]
        for score in (level + chance.normal(scale=4.0, size=count)).clip(-10, 10):
            start = first + timedelta(days=day)
            last = start + timedelta(days=29 if chance.random() < 0.01 and day < periods - 30 else 0)
            teller = f"publisher-{chance.integers(40)}"
            acts.append(
                Act(str(len(acts)), Period(start, last), float(score), 1 if score > 0 else 3, (teller,), "plover")
            )
    return spread(acts, periods_between(first, first + timedelta(days=periods - 1), "day"))
