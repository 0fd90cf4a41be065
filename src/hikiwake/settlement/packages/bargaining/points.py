"""The fair points of a negotiation, each with all its ties, decided in whole numbers and fractions.

Gains are measured from the reservation, and looked for in the zone of agreement:

- *Nash*: the largest product of gains;
- *Kalai-Smorodinsky*: the largest smallest ratio of a gain to the largest gain that the party has anywhere in the
  zone; a party that gains nothing anywhere is left out of it;
- *egalitarian*: the largest smallest gain, then the largest next one, and so on;
- *utilitarian*: the largest sum of worths, of all packages, whether or not a party accepts it.

Of packages that tie one that another dominates is left out; so all points are in the Pareto set.

Reference: Nash (1950), Econometrica 18(2), 155-162; Kalai and Smorodinsky (1975), Econometrica 43(3), 513-518; Moulin
(1988), Axioms of Cooperative Decision Making, chapters 1 to 3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Any, Literal, TypeAlias

import numpy as np

from hikiwake.settlement.packages.listing.collecting import Front, Mask
from hikiwake.settlement.packages.listing.worth import Scale, levels_of

Name = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
NAMES: tuple[Name, ...] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
Row: TypeAlias = tuple[int, ...]  # what a package is worth to every party, in units


@dataclass(frozen=True, slots=True)
class NoZone:
    """That no package is one that every party accepts; so there is no point that is measured within the zone."""


def points(front: Front, scales: Sequence[Scale]) -> dict[Name, Front | NoZone]:
    """Every point with its ties, out of the Pareto set; ``NoZone`` where the point is looked for in an empty zone.

    scales: those of the parties
    """
    zone, gains = _gains(front, scales)
    best = gains.units.max(axis=0, initial=0).tolist()
    units = [scale.unit for scale in scales]
    within: dict[Name, Callable[[Row], Any]] = {
        "kalai_smorodinsky": lambda row: min((Fraction(own, top) for own, top in zip(row, best, strict=True) if top),
                                             default=Fraction(0)),
        "egalitarian": lambda row: sorted(own * unit for own, unit in zip(row, units, strict=True)),
    }  # fmt: skip
    found: dict[Name, Front | NoZone] = {
        name: zone.kept(_best(gains, score)) if len(zone.numbers) else NoZone() for name, score in within.items()
    }
    every = _best(front, lambda row: sum(own * unit for own, unit in zip(row, units, strict=True)))
    return {"nash": nash(front, scales), **found, "utilitarian": front.kept(every)}


def nash(front: Front, scales: Sequence[Scale]) -> Front | NoZone:
    """The Nash point alone, as ``points`` has it."""
    zone, gains = _gains(front, scales)
    return zone.kept(_best(gains, prod)) if len(zone.numbers) else NoZone()


def _gains(front: Front, scales: Sequence[Scale]) -> tuple[Front, Front]:
    """The zone of agreement, and what each of its packages is worth beyond the reservations."""
    zone = front.accepted(scales)
    return zone, Front(zone.numbers, zone.units - levels_of(scales))


def _best(front: Front, score: Callable[[Row], Any]) -> Mask:
    """Which packages have the largest score; each row of worths is scored once."""
    rows = [*map(tuple, front.units.tolist())]
    scores = {row: score(row) for row in dict.fromkeys(rows)}
    top = max(scores.values(), default=None)
    good = {row: own == top for row, own in scores.items()}
    return np.array([good[row] for row in rows], dtype=np.bool_)
