"""Who would concede first by Zeuthen's rule, and which issues are all or nothing.

Two parties each begin with the package of the zone that is best for it, of several the one that is best for the
other. A party's *limit of risk* is what it would lose by taking the other's package, as a part of what it would lose
if there were no agreement. Who has the lower limit concedes; by concessions of this kind the parties come to the Nash
point.

An issue is *all or nothing* by these evaluations if each of its alternatives is the worst for some party to which it
matters, and the parties do not rank them alike.

Reference: Zeuthen (1930), Problems of Monopoly and Economic Warfare, chapter 4; Harsanyi (1956), Econometrica 24(2),
144-157; Fearon (1995), International Organization 49(3), 379-414, on indivisible issues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.worth import Scale, levels_of


@dataclass(frozen=True, slots=True)
class Concession:
    """Each side's first package and limit of risk (0 to 1); who concedes: a place, or none where both are as ready."""

    packages: tuple[int, int]
    limits: tuple[Fraction, Fraction]
    concedes: int | None


def concession(zone: Front, scales: Sequence[Scale]) -> Concession | None:
    """Zeuthen's rule at the best packages of both; none for an empty zone, more parties, or where both want the same.

    zone: the Pareto set within the zone
    """
    if len(scales) != 2 or not len(zone.numbers):
        return None
    gains = zone.units - levels_of(scales)
    first = [int(np.lexsort((-zone.numbers, gains[:, 1 - own], gains[:, own]))[-1]) for own in (0, 1)]
    if (gains[first[0]] == gains[first[1]]).all():
        return None
    limits = tuple(Fraction(int(gains[first[own], own] - gains[first[1 - own], own]), int(gains[first[own], own]))
                   for own in (0, 1))  # fmt: skip
    concedes = None if limits[0] == limits[1] else int(limits[1] < limits[0])
    return Concession((int(zone.numbers[first[0]]), int(zone.numbers[first[1]])), (limits[0], limits[1]), concedes)


def all_or_nothing(scales: Sequence[Scale]) -> tuple[int, ...]:
    """The issues that are all or nothing.

    scales: those of the parties
    """
    found = []
    for issue in range(len(scales[0].units)):
        mattering = [scale.units[issue] for scale in scales if np.ptp(scale.units[issue]) > 0]
        if len(mattering) < 2:
            continue
        somebodys_worst = np.any([units == units.min() for units in mattering], axis=0).all()
        opposed = any((np.sign(np.subtract.outer(one, one)) * np.sign(np.subtract.outer(other, other)) < 0).any()
                      for one in mattering for other in mattering)  # fmt: skip
        if somebodys_worst and opposed:
            found.append(issue)
    return tuple(found)
