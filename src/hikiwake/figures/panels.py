"""The chart of the events: one panel per era with its own scale, acts towards the other above, against it below.

What is no act between parties stands in a strip of its own under the others.

Every event is one mark, however many documents report it. Its length is its period, so a month is a bar of a month;
marks that would overlap are stacked in lanes away from the axis. The same layout is drawn across (wide) and downward
(narrow): ``along`` is the direction of time, ``away`` the distance from the axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from hikiwake.figures.marks import AGAINST, APART, WITH
from hikiwake.figures.stretches import Act, Stretch

GAP = 14.0  # between panels
SHORTEST = 6.0  # of a mark
LANE, THIN = 8.5, 4.5  # distance of lanes, for marks and for what lasts through most of a panel
LONG = 0.4  # of a panel: from here on a mark is thin
AXIS = 3.0  # free room beside the axis
STRIP = 13.0  # between the acts against the other and what is no act between parties


@dataclass(frozen=True, slots=True)
class Mark:
    """An act in the chart: along time, away from the axis (negative for against), with its length and thickness."""

    act: Act
    along: float
    length: float
    away: float
    thick: float
    open: bool  # the period goes on beyond the panel


@dataclass(frozen=True, slots=True)
class Panel:
    """An era's part of the chart: where it begins, how long it is, its marks and its ticks (place, label)."""

    era: Stretch
    along: float
    length: float
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    floor: float  # below the axis: from here on, what is no act between parties

    @property
    def reach(self) -> tuple[float, float]:
        """How far the marks reach away from the axis, against (negative) and with."""
        places = [mark.away for mark in self.marks]
        return min([-AXIS, *places]) - LANE, max([AXIS, *places]) + LANE


def panels(eras: Sequence[Stretch], total: float, shortest: float) -> list[Panel]:
    """The panels of the chart, side by side over a total length; each gets room by how much it holds."""
    weights = [len(era.acts) ** 0.8 for era in eras]
    room = total - GAP * (len(eras) - 1) - shortest * len(eras)
    along, spans = 0.0, []
    for era, weight in zip(eras, weights, strict=True):
        length = round(shortest + room * weight / sum(weights), 1)
        spans.append(_Span(era, along, length))
        along = round(along + length + GAP, 1)
    floor = max((span.depth(AGAINST) for span in spans), default=0.0) + AXIS + STRIP
    return [span.panel(floor) for span in spans]


class _Placed(NamedTuple):
    """An act with its place along its panel, and how far out and how thick its lane makes it."""

    act: Act
    along: float
    size: float
    open: bool
    out: float = 0.0
    thick: float = 0.0


class _Span:
    """An era with its acts, stretched over a length."""

    def __init__(self, era: Stretch, along: float, length: float) -> None:
        self.era, self.along, self.length = era, along, length
        self.last = max(era.last, era.first + timedelta(days=1))
        self.per_day = length / ((self.last - era.first).days + 1)
        self.laid = {
            way: _in_lanes([self._place(act) for act in era.acts if act.way == way], length)
            for way in (WITH, APART, AGAINST)
        }

    def _place(self, act: Act) -> _Placed:
        start = (act.start - self.era.first).days * self.per_day
        end = (min(act.end, self.last) - self.era.first).days * self.per_day + self.per_day
        size = min(max(end - start, SHORTEST), self.length)
        return _Placed(act, max(0.0, min(start, self.length - size)), size, act.end > self.last)

    def depth(self, way: str) -> float:
        """How many units deep the lanes of a direction are."""
        return max((each.out + LANE / 2 for each in self.laid[way]), default=0.0)

    def panel(self, floor: float) -> Panel:
        """The panel: acts above and below the axis, and below a floor what is no act between parties."""
        away = {WITH: lambda out: AXIS + out, AGAINST: lambda out: -AXIS - out, APART: lambda out: -floor - out}
        marks = tuple(
            Mark(
                each.act,
                round(self.along + each.along, 1),
                round(each.size, 1),
                round(away[way](each.out), 1),
                each.thick,
                each.open,
            )
            for way, laid in self.laid.items()
            for each in laid
        )
        marked = tuple(ticks(self.era.first, self.last, self.along, self.length))
        return Panel(self.era, self.along, self.length, marks, marked, floor)


def _in_lanes(placed: list[_Placed], length: float) -> list[_Placed]:
    """Marks in lanes: the short ones next to the axis, what lasts long thin and farther out."""
    found, offset = [], 0.0
    for is_long, lane, thick in ((False, LANE, 6.5), (True, THIN, 2.6)):
        ends: list[float] = []
        for each in placed:
            if (each.size > LONG * length) == is_long:
                free = next((index for index, end in enumerate(ends) if end <= each.along), len(ends))
                ends[free : free + 1] = [each.along + each.size + 1.2]
                found.append(each._replace(out=offset + lane * (free + 0.5), thick=thick))
        offset += lane * len(ends)
    return found


def ticks(first: date, last: date, along: float, length: float) -> list[tuple[float, str]]:
    """Years that the panel has room for, at round steps."""
    days = (last - first).days + 1
    years = range(first.year, last.year + 1)
    step = next((step for step in (1, 2, 5, 10, 20, 25, 50, 100) if len(years) / step <= max(length / 34, 1)), 200)
    found = []
    for year in years:
        place = (date(year, 1, 1) - first).days / days * length
        if year % step == 0 and 0 <= place <= length - 10:
            found.append((round(along + place, 1), str(year)))
    return found or [(along, str(first.year))]
