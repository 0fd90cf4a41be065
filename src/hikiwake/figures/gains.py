"""The two-sided chart of packages: what each gains for one side against what it gains for the other.

Gains are measured from where a side accepts, so that the upper right quarter is what both accept. A package that has a
name stands as its number at the middle of what is told, with a line each way as far as that may be wrong: both sides
accept it for sure where neither line leaves the quarter. Small dots are the packages than which, at the middle, none is
better for one side and worse for neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hikiwake.figures.drawing import svg

WIDTH, LEFT, TOP, SIDE = 340.0, 34.0, 26.0, 296.0  # of the whole, where the field begins, its side
RADIUS, LETTER = 8.5, 5.6
MOST_DOTS = 60


class Span(NamedTuple):
    """What a package gains for a side: at least, at the middle, at most."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A package with its number, its name, what it opens, what both sides gain, and whether both accept it."""

    number: int
    name: str
    href: str
    first: Span
    second: Span
    sure: str


class Fair(NamedTuple):
    """A fair point: its letters, and what both sides gain."""

    letters: str
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the least to the most that occurs, on a line of the field's length."""

    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> _Axis:
        low, high = min([0.0, *values]), max([0.0, *values])
        room = (high - low) * 0.06 or 1.0
        return cls(low - room, high + room)

    def at(self, value: float) -> float:
        """Where a value stands, from the beginning of the line."""
        return round(SIDE * (value - self.low) / (self.high - self.low), 1)

    @property
    def ticks(self) -> list[float]:
        """Whole numbers on the axis, at most seven."""
        step = max(1, round((self.high - self.low) / 6))
        return [float(each) for each in range(-step * 50, step * 50 + 1, step) if self.low < each < self.high]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A package as drawn: where its middle and its ends are, and where its number stands."""

    shown: Shown
    x: float
    y: float
    ends: tuple[float, float, float, float]
    label: float


def gains(
    packages: Sequence[Shown],
    front: Sequence[tuple[float, float]],
    fair: Sequence[Fair],
    sides: tuple[str, str],
    label: str,
) -> str:
    """The chart as SVG text; of the front at most sixty dots are drawn, spread over it.

    >>> gains([], [], [], ("Norland", "Suderland"), "What each gains")[:18]
    '<svg class="gains"'
    """
    dots = [*front][:: max(1, -(-len(front) // MOST_DOTS))]
    across, up = (
        _Axis.of([
            *(value for one in packages for value in (one.first, one.second)[side]),
            *(dot[side] for dot in dots), *((point.first, point.second)[side] for point in fair),
        ])
        for side in (0, 1)
    )  # fmt: skip
    return svg(
        "gains", marks=_marks(packages, across, up), label=label, sides=sides, width=WIDTH, left=LEFT, top=TOP,
        side=SIDE, zero=(LEFT + across.at(0), TOP + SIDE - up.at(0)), radius=RADIUS,
        dots=[(LEFT + across.at(x), TOP + SIDE - up.at(y)) for x, y in dots],
        fair=[(each.letters, LEFT + across.at(each.first), TOP + SIDE - up.at(each.second)) for each in fair],
        across=[(_figure(tick), LEFT + across.at(tick)) for tick in across.ticks],
        up=[(_figure(tick), TOP + SIDE - up.at(tick)) for tick in up.ticks],
    )  # fmt: skip


def _figure(tick: float) -> str:
    return f"{tick:g}".replace("-", "−")


def _marks(packages: Sequence[Shown], across: _Axis, up: _Axis) -> list[_Mark]:
    """Packages where they stand; a number that would stand on another moves to its right."""
    found: list[_Mark] = []
    for one in packages:
        x, y = LEFT + across.at(one.first.middle), TOP + SIDE - up.at(one.second.middle)
        label = x
        while any(abs(each.y - y) < 2 * RADIUS and abs(each.label - label) < 2 * RADIUS for each in found):
            label += 2 * RADIUS + 1
        ends = (
            LEFT + across.at(one.first.low), LEFT + across.at(one.first.high),
            TOP + SIDE - up.at(one.second.low), TOP + SIDE - up.at(one.second.high),
        )  # fmt: skip
        found.append(_Mark(one, x, y, ends, round(label, 1)))
    return found
