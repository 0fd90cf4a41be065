"""The timeline of a case with very many events: piles instead of marks.

Above some two thousand events one mark each can be neither told apart nor drawn without stutter. Each era is then cut
into equal stretches of time; a pile is as high as the number of events that begin in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hikiwake.figures.drawing import svg
from hikiwake.figures.marks import AGAINST, APART, WITH
from hikiwake.figures.stretches import Act, Stretch
from hikiwake.figures.timeline.panels import GAP, ticks
from hikiwake.periods import Period
from hikiwake.wording.figures import piles_across, piles_downward
from hikiwake.wording.page import piled
from hikiwake.wording.phrases import span

REACH, STEP, AXIS = 96.0, 6.0, 2.0  # of the highest pile; along time, of one pile; free room beside the axis


@dataclass(frozen=True, slots=True)
class Pile:
    """The events of one direction that begin in a stretch of time: where it stands, how high it is, what it is."""

    way: str
    along: float
    away: float
    height: float
    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class Pane:
    """An era's part of the chart."""

    era: Stretch
    along: float
    length: float
    piles: list[Pile]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Piles:
    """The chart in one orientation: its panes, its length, and how far it reaches from the axis."""

    panes: list[Pane]
    length: float
    above: float
    below: float
    step: float
    most: int


@dataclass(frozen=True, slots=True)
class _Counted:
    """An era with its place along the chart, and how many acts of a direction begin in each of its stretches."""

    era: Stretch
    along: float
    length: float
    counts: Counter[tuple[str, int]]

    @property
    def bins(self) -> int:
        """Into how many stretches of time it is cut."""
        return max(int(self.length / STEP), 1)

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.era.last - self.era.first).days + 1


def across(eras: Sequence[Stretch], length: float) -> str:
    """The piles from left to right, as SVG text."""
    return svg("piles_across", chart=piles(eras, length), label=piles_across())


def downward(eras: Sequence[Stretch], length: float) -> str:
    """The piles from top to bottom, as SVG text."""
    return svg("piles_downward", chart=piles(eras, length), label=piles_downward())


def piles(eras: Sequence[Stretch], length: float) -> Piles:
    """The chart over a length; each era gets room by how much it holds."""
    counted = list(_counted(eras, length))
    most = max(count for each in counted for count in each.counts.values())
    floor = REACH * _highest(counted, AGAINST) / most
    apart = REACH * _highest(counted, APART) / most
    panes = [_pane(each, most, floor) for each in counted]
    return Piles(panes, length, REACH + AXIS, round(floor + apart + 4 * AXIS + 6, 1), STEP, most)


def _counted(eras: Sequence[Stretch], length: float) -> Iterable[_Counted]:
    weights = [len(era.acts) ** 0.5 for era in eras]
    room = length - GAP * (len(eras) - 1)
    along = 0.0
    for era, weight in zip(eras, weights, strict=True):
        own = room * weight / sum(weights)
        yield _Counted(era, along, own, _counts(era, max(int(own / STEP), 1)))
        along += own + GAP


def _highest(counted: Iterable[_Counted], way: str) -> int:
    return max((count for each in counted for (own, _), count in each.counts.items() if own == way), default=0)


def _counts(era: Stretch, bins: int) -> Counter[tuple[str, int]]:
    days = (era.last - era.first).days + 1

    def stretch(act: Act) -> int:
        return min((act.start - era.first).days * bins // days, bins - 1)

    return Counter((act.way, stretch(act)) for act in era.acts)


def _pane(each: _Counted, most: int, floor: float) -> Pane:
    made = [_pile(each, way, index, count, most, floor) for (way, index), count in sorted(each.counts.items())]
    marked = tuple(ticks(each.era.first, each.era.last, each.along, each.length))
    return Pane(each.era, round(each.along, 1), round(each.length, 1), made, marked)


def _pile(each: _Counted, way: str, index: int, count: int, most: int, floor: float) -> Pile:
    start = each.era.first + timedelta(days=-(-index * each.days // each.bins))
    end = max(start, each.era.first + timedelta(days=-(-(index + 1) * each.days // each.bins) - 1))
    height = max(round(REACH * count / most, 1), 1.0)
    away = {WITH: -AXIS - height, AGAINST: AXIS, APART: floor + 3 * AXIS + 6}[way]
    along = round(each.along + index * each.length / each.bins, 1)
    words = piled(count, way, span(Period(start, end)))
    return Pile(way, along, round(away, 1), height, start.toordinal(), end.toordinal(), words)
