"""What every alternative is worth to every voice, in whole units, so that sums and ties are exact.

The worth of an alternative is weight times evaluation, that of a package the sum over its issues. Fractions become
whole numbers by their common denominator where these fit 62 bits; else they are rounded to about fifteen digits, and
ties are those of what was rounded: ``exact`` says which. An interval counts with its middle; of what only an order is
told the best counts 1, the worst 0 and the others evenly between, unless other evaluations are given, as draws do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.settlement.packages.listing.within import narrowed
from hikiwake.settlement.packages.negotiation import Level, Negotiation, Order, Range, Stake, Voice

Units: TypeAlias = NDArray[np.int64]
LARGEST = 2**60  # in units, of a package and of a level
FINE = 2**50  # units in the largest worth, where fractions do not fit

Worth: TypeAlias = tuple[tuple[Fraction, ...], ...]  # by issue and alternative


@dataclass(frozen=True, slots=True)
class Scale:
    """What a voice gets, in units: an array over the alternatives of each issue, and the level from which it accepts.

    unit: what one unit is worth; exact: whether nothing was rounded
    """

    units: tuple[Units, ...]
    level: int
    unit: Fraction
    exact: bool

    def at(self, package: Sequence[int]) -> int:
        """What a package is worth, in units."""
        return sum(int(units[place]) for units, place in zip(self.units, package, strict=True))


def middle(stake: Stake) -> tuple[Fraction, ...]:
    """The evaluations of an issue where intervals count with their middle, and orders as evenly spaced.

    >>> from hikiwake.settlement.packages.negotiation import Range
    >>> [str(each) for each in middle(Stake(Range(Fraction(1), Fraction(1)), Order(((2,), (0, 1)))))]
    ['0', '0', '1']
    """
    told = stake.evaluations
    if isinstance(told, Order) and not told.between:
        return spaced(told.groups)
    return tuple(each.middle for each in (narrowed(told) if isinstance(told, Order) else told))


def spaced(groups: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    """Evenly spaced evaluations of an order: 1 for the best group, 0 for the worst; 1 where all are equal."""
    steps = max(len(groups) - 1, 1)
    found = {place: 1 - Fraction(rank, steps) for rank, group in enumerate(groups) for place in group}
    return tuple(found[place] for place in sorted(found))


def worth(voice: Voice, weights: Sequence[Fraction], evaluations: Sequence[Sequence[Fraction]]) -> Worth:
    """Weight times evaluation for every alternative; by the reading ``scaled`` divided by the best of its issue."""
    scaled = voice.reading == "scaled"
    return tuple(
        tuple(weight * each / (best(own) if scaled else 1) for each in own)
        for weight, own in zip(weights, evaluations, strict=True)
    )


def best(evaluations: Sequence[Fraction]) -> Fraction:
    """What evaluations are divided by: their best, or 1 where that is not above nought."""
    return max((*evaluations, Fraction(0))) or Fraction(1)


def worth_of(voice: Voice) -> Worth:
    """What every alternative is worth to a voice by the middle of what is told of it."""
    return worth(voice, [stake.weight.middle for stake in voice.stakes], [middle(stake) for stake in voice.stakes])


def level_of(level: Level, worths: Worth) -> Fraction:
    """The level from which packages are accepted, as a number."""
    if isinstance(level, Range):
        return level.middle
    return sum((own[at] for own, at in zip(worths, level, strict=True)), Fraction(0))


def in_units(worths: Worth, level: Fraction) -> Scale:
    """Worths and a level as whole numbers of one unit."""
    largest = sum((max(map(abs, own), default=Fraction(0)) for own in worths), abs(level)) or Fraction(1)
    unit = Fraction(1, lcm(*(each.denominator for own in worths for each in own), level.denominator))
    exact = largest / unit <= LARGEST
    unit = unit if exact else largest / FINE
    whole = tuple(np.array([_whole(each / unit) for each in own], dtype=np.int64) for own in worths)
    near = 0 if exact else len(worths)  # what is at the level but for rounding is accepted
    return Scale(whole, _whole(level / unit) - near, unit, exact)


def _whole(number: Fraction) -> int:
    return number.numerator if number.denominator == 1 else round(number)


def scale_of(voice: Voice) -> Scale:
    """A voice in units, by the middle of what is told of it."""
    worths = worth_of(voice)
    scale = in_units(worths, level_of(voice.level, worths))
    return scale if isinstance(voice.level, Range) else replace(scale, level=scale.at(voice.level))


def voices_of(negotiation: Negotiation) -> tuple[Voice, ...]:
    """All voices: the parties in their order, then the constituencies of each party in theirs."""
    inside = (one for party in negotiation.parties for one in party.constituencies)
    return (*(party.voice for party in negotiation.parties), *inside)


def scales_of(negotiation: Negotiation) -> tuple[Scale, ...]:
    """Every voice in units, in the order of ``voices_of``."""
    return tuple(map(scale_of, voices_of(negotiation)))


def levels_of(scales: Sequence[Scale]) -> Units:
    """From where each voice accepts, in its units."""
    return np.array([scale.level for scale in scales], dtype=np.int64)
