"""Adjusted winner: issues are shared out so that both sides get as many of their points, at most one issue being split.

Each side puts 100 points on the issues. An issue goes first to the side that puts more on it. Then issues pass from
the side that has more to the other, in the order of the ratio of points, beginning where it is nearest to 1, until
both have as much; the last one is split. The outcome is efficient, equitable and free of envy. All in exact
fractions.

Reference: Brams and Taylor (1996), Fair Division, chapter 4; (1999), The Win-Win Solution, chapter 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Shares:
    """What comes of it.

    points: what each side put on each issue, 100 in all; first: of each issue the part that goes to the first side, 0
    to 1; totals: the points that both sides get
    """

    points: tuple[tuple[Fraction, ...], tuple[Fraction, ...]]
    first: tuple[Fraction, ...]
    totals: tuple[Fraction, Fraction]

    @property
    def split(self) -> int | None:
        """The place of the issue of which both sides get a part; None where there is none."""
        return next((place for place, part in enumerate(self.first) if 0 < part < 1), None)


def adjusted_winner(one: Sequence[Fraction], other: Sequence[Fraction]) -> Shares:
    """Share out issues between two sides by their points, which are first made 100 for each.

    >>> shares = adjusted_winner([Fraction(6), Fraction(4)], [Fraction(5), Fraction(5)])
    >>> [str(part) for part in shares.first], str(shares.totals[0])
    (['10/11', '0'], '600/11')
    """
    mine, theirs = _of_hundred(one), _of_hundred(other)
    order = sorted(range(len(mine)), key=lambda place: (-_leaning(mine[place], theirs[place]), place))
    first, left = [Fraction(0)] * len(mine), sum(theirs, Fraction(0))
    got = Fraction(0)
    for place in order:
        gain, loss = mine[place], theirs[place]
        if got >= left:
            break
        part = min(Fraction(1), (left - got) / (gain + loss)) if gain + loss else Fraction(0)
        first[place], got, left = part, got + part * gain, left - part * loss
    return Shares((mine, theirs), tuple(first), (got, left))


def _of_hundred(points: Sequence[Fraction]) -> tuple[Fraction, ...]:
    total = sum(points, Fraction(0))
    return tuple(each * HUNDRED / total for each in points)


def _leaning(one: Fraction, other: Fraction) -> Fraction:
    """How far an issue leans to the first side: 1 where it alone wants it, 0 where only the other does."""
    return one / (one + other) if one + other else Fraction(0)
