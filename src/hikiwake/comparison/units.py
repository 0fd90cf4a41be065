"""What numbers a claim allows, in which unit, and how units that differ are made comparable.

A multiple belongs to the number (``billion yen`` is yen). A claim in ``a per b`` relates two units: through it a figure
in the one is a figure in the other. An age or a duration up to a time is the calendar year in which it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from math import inf

from hikiwake.dossier.entries import Claim
from hikiwake.periods import Period

NEARLY = 0.9  # "nearly" and "about" reach this far below the figure, and "about" as far above
ROUNDED = 0.05  # how far a figure and one turned into its unit may lie apart, both being rounded
MULTIPLES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
YEAR, DURATION, SINCE = "year", "years", ("years old", "years of age", "years since", "years ago")
ALWAYS = Period(date.min, None)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a claim says as numbers: from ``low`` to ``high`` (``None`` for words), in a unit, true of a time."""

    claim: Claim
    low: float | None
    high: float | None
    unit: str
    when: Period

    @property
    def value(self) -> tuple[object, ...]:
        """By what figures are the same: their numbers, or their words."""
        claim = self.claim
        return (self.low, self.high) if self.low is not None else (claim.comparator, claim.value)

    def compatible(self, other: Figure) -> bool:
        """Whether one and the same number could stand behind both."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        return self.low <= other.high and other.low <= self.high


def figure(claim: Claim) -> Figure:
    """What a claim says, in its unit without multiples."""
    unit, factor = plain_unit(claim.unit)
    low, high = interval(claim) or (None, None)
    if low is None or high is None:
        return Figure(claim, None, None, unit, claim.as_of)
    return Figure(claim, low * factor, high * factor, unit, claim.as_of)


def plain_unit(unit: str) -> tuple[str, float]:
    """A unit without its multiples, and what they come to.

    >>> plain_unit("billion yen")
    ('yen', 1000000000.0)
    """
    factor, words = 1.0, []
    for word in unit.split():
        if word in MULTIPLES:
            factor *= MULTIPLES[word]
        else:
            words.append(word)
    return " ".join(words), factor


def interval(claim: Claim) -> tuple[float, float] | None:
    """The numbers that a claim allows, or ``None`` where its value is words."""
    number = claim.number
    if number is None:
        return None
    return {
        "=": (number, number),
        "~": tuple(sorted((number * NEARLY, number / NEARLY))),
        "<": (-inf, number),
        "<=": (-inf, number),
        ">": (number, inf),
        ">=": (number, inf),
        "<~": tuple(sorted((number * NEARLY, number))),
    }[claim.comparator]  # type: ignore[return-value]


def in_years(claims: Iterable[Claim]) -> list[Figure]:
    """Claims of one measure as calendar years, where some are ages or durations up to a time; else none.

    Plain ``years`` are a duration up to then only beside a calendar year: they may as well be the length of a term.
    """
    given = list(claims)
    dated = any(_is_year(claim) for claim in given)
    reckoned = [claim for claim in given if claim.unit in SINCE or (dated and claim.unit == DURATION)]
    if not reckoned or (not dated and len(reckoned) == 1):
        return []
    years = [(claim, interval(claim) if _is_year(claim) else _began(claim)) for claim in given]
    return [Figure(claim, *bounds, YEAR, ALWAYS) for claim, bounds in years if bounds]


def _is_year(claim: Claim) -> bool:
    return claim.unit == YEAR or (not claim.unit and bool(re.fullmatch(r"[12]\d{3}", claim.value)))


def _began(claim: Claim) -> tuple[float, float] | None:
    """The years in which an age or a duration began: somebody aged 80 in 2018 was born in 1937 or 1938."""
    numbers = interval(claim)
    if numbers is None or claim.unit not in (*SINCE, DURATION):
        return None
    return claim.as_of.start.year - numbers[1] - 1, claim.as_of.last.year - numbers[0]


def began(claim: Claim) -> Period | None:
    """The years in which an age or a duration up to a time began, as a period; ``None`` for any other claim."""
    years = _began(claim) if claim.unit in SINCE else None
    if years is None:
        return None
    first, last = (int(min(max(year, MINYEAR), MAXYEAR)) for year in years)
    return Period(date(first, 1, 1), date(last, 12, 31), "range", claim.as_of.basis)


def rates(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Figure]]:
    """The claims that relate two units, as the figure of the first for one of the second, by both units."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for claim in claims:
        first, per, second = claim.unit.partition(" per ")
        each = figure(claim)
        if first.strip() and per and second.strip() and each.low and each.low > 0:
            (one, _), (other, factor) = plain_unit(first), plain_unit(second)
            rate = Figure(claim, each.low / factor, (each.high or inf) / factor, one, claim.as_of)
            found.setdefault((one, other), []).append(rate)
    return found


def turned(given: Figure, unit: str, related: Mapping[tuple[str, str], list[Figure]]) -> tuple[Figure, Claim] | None:
    """A figure in another unit, by the rate that lies nearest in time, and the claim that gives it."""
    if given.low is None or given.high is None or given.low < 0:
        return None
    options = [(rate, rate.low or 0, rate.high or inf) for rate in related.get((unit, given.unit), ())]
    options += [(rate, 1 / (rate.high or inf), 1 / (rate.low or inf)) for rate in related.get((given.unit, unit), ())]
    if not options:
        return None
    rate, low, high = min(options, key=lambda each: (_apart(each[0].when, given.when), each[0].claim.id))
    low, high = given.low * low * (1 - ROUNDED), given.high * high * (1 + ROUNDED)
    return Figure(given.claim, low, high, unit, given.when), rate.claim


def _apart(one: Period, other: Period) -> int:
    """How many days lie between two periods."""
    return max((one.start - other.last).days, (other.start - one.last).days, 0)
