"""The chart of a relation: a dot for each period that is not silent, its band, its turning points, and the authors'.

The axis of time gives an era room by its length and by how much is told in it, as that of the turning points does. A
dot is as large as the period has acts; the line through it is its band. A turning point is a field over the days in
which it lies, with the level before it and after it. Below stand the turning points that authors name or deny: filled
where the acts show one there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hikiwake.dossier import Dossier, Event, Reading
from hikiwake.dossier.counting import eras_of
from hikiwake.figures.drawing import svg
from hikiwake.figures.turning.axis import Stretch, axis_of, place, ticks
from hikiwake.periods import Period
from hikiwake.relation import Point, RelationSeries, TurningPoint
from hikiwake.relation.authors import Held
from hikiwake.wording.clauses import beside
from hikiwake.wording.clauses import relation as wording
from hikiwake.wording.phrases import dated

WIDE, NARROW = "wide", "narrow"
_WIDTHS = {WIDE: (1120.0, 300.0), NARROW: (328.0, 240.0)}  # the whole, and the height of the field
LEFT, RIGHT, TOP, STEP, SMALLEST, LARGEST = 44.0, 12.0, 34.0, 24.0, 2.4, 8.0
YEAR = 366


@dataclass(frozen=True, slots=True)
class Dot:
    """A period as drawn: where it stands, its size, its band from top to bottom, what it opens, and its words."""

    x: float
    y: float
    r: float
    band: tuple[float, float] | None
    look: str
    href: str
    words: str
    era: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A turning point as drawn: its field, its way, the ends and heights of both levels, what it opens, its words."""

    x: float
    width: float
    way: str
    before: tuple[float, float]
    after: tuple[float, float]
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point of authors as drawn: where it stands, which way it goes, whether the acts show it, its words."""

    x: float
    y: float
    sense: str
    shown: bool
    href: str
    words: str


def relation(found: RelationSeries, name: str = WIDE) -> str:
    """The chart as SVG text; nothing where no act is told. ``name`` is its width.

    >>> import hikiwake as hw
    >>> relation(hw.relation(hw.load("japan_russia"), resamples=0))[:25]
    '<svg class="relation wide'
    """
    told = found.told
    if not told:
        return ""
    whole, field = _WIDTHS[name]
    right, bottom = whole - RIGHT, TOP + field
    axis = axis_in(found, whole)
    low, high = _ends(found)
    scale = Heights(low, high, bottom, field)
    marks = list(_marks(found.dossier, found.held, axis, bottom + STEP))
    return svg(
        "relation",
        name=name,
        label=wording.chart(found.unit),
        dots=[_dot(found, point, axis, scale) for point in told],
        turns=list(_turns(found, axis, scale)),
        marks=marks,
        ticks=ticks(axis),
        bounds=[each.left for each in axis[1:]],
        levels=[(scale.y(value), wording.value(value)) for value in (high, 0.0, low)],
        left=LEFT,
        right=right,
        top=TOP,
        bottom=bottom,
        width=whole,
        height=round(max((mark.y for mark in marks), default=bottom) + STEP / 2 + 6, 1),
        step=STEP,
    )


def axis_in(found: RelationSeries, whole: float) -> list[Stretch]:
    """The axis of time of a relation that is not silent, in a drawing of some width."""
    told = found.told
    days = [middle(point.period) for point in told]
    last = max(days[-1], *(each.start for each in found.held), told[-1].period.last)
    eras = [(era.id, era.period.start) for era in eras_of(found.dossier)]
    return axis_of(days, last, eras, LEFT + 8, whole - RIGHT - 8)


@dataclass(frozen=True, slots=True)
class Heights:
    """Values as heights: from the least at the bottom of a field to the most at its top."""

    low: float
    high: float
    bottom: float
    field: float

    def y(self, value: float) -> float:
        """Where a value stands."""
        return round(self.bottom - (value - self.low) / (self.high - self.low) * self.field, 1)


def _ends(found: RelationSeries) -> tuple[float, float]:
    """The least and the most that the chart shows: those of the scale, of sums those that are told."""
    if found.measure == "net":
        return -1.0, 1.0
    if found.measure == "mean":
        return found.scale.least, found.scale.most
    values = [each for row in found.told for each in (row.value, row.low, row.high) if each is not None]
    most = max(1.0, *(abs(value) for value in values))
    return -float(math.ceil(most)), float(math.ceil(most))


def middle(period: Period) -> date:
    """The day in the middle of a period."""
    return period.start + (period.last - period.start) / 2


def _dot(found: RelationSeries, point: Point, axis: Sequence[Stretch], scale: Heights) -> Dot:
    value, day = point.value or 0.0, middle(point.period)
    whole = point.low is not None and point.high is not None
    band = (scale.y(point.high or 0.0), scale.y(point.low or 0.0)) if whole else None
    radius = round(min(LARGEST, SMALLEST + math.sqrt(point.acts)), 1)
    look = "with" if value > 0 else "against" if value < 0 else "apart"
    words = wording.point(wording.when(point.period, found.by), value, point.low, point.high, len(point.ids))
    era = [each.id for each in eras_of(found.dossier) if each.period.start <= day]
    return Dot(place(axis, day), scale.y(value), radius, band, look, point.ids[0], words, era[-1] if era else "")


def _turns(found: RelationSeries, axis: Sequence[Stretch], scale: Heights) -> Iterator[Turned]:
    """Each turning point; its levels reach half way to the next."""
    fields = [(place(axis, turn.start), place(axis, turn.end)) for turn in found.turning_points]
    centres = [(start + end) / 2 for start, end in fields]
    edges = [axis[0].left, *((a + z) / 2 for a, z in pairwise(centres)), axis[-1].right]
    for index, turn in enumerate(found.turning_points):
        start, end = fields[index]
        x = round(min(start, end - 3), 1)
        yield Turned(
            x,
            round(max(end - start, 3.0), 1),
            "better" if turn.direction == "up" else "worse",
            (round(edges[index], 1), scale.y(turn.before)),
            (round(edges[index + 1], 1), scale.y(turn.after)),
            _opens(turn),
            found.sentence(turn),
        )


def _opens(turn: TurningPoint) -> str:
    return (*turn.events, *turn.readings, "")[0]


def _marks(dossier: Dossier, held: Iterable[Held], axis: Sequence[Stretch], y: float) -> Iterator[Mark]:
    """The turning points of authors, each in the first lane in which it touches no other."""
    ends: list[float] = []
    placed = [(place(axis, _day(each)), each) for each in held]
    for x, each in sorted(placed, key=lambda pair: (pair[0], pair[1].about)):
        lane = next((lane for lane, end in enumerate(ends) if x - end >= STEP), len(ends))
        ends[lane : lane + 1] = [x]
        sense = _sense(each)
        words = beside.turned(_when(each), _what(dossier, each), _who(dossier, each), beside.sense(sense))
        yield Mark(x, round(y + lane * STEP, 1), sense, each.found is not None, each.readings[0], words)


def _day(each: Held) -> date:
    return each.start if (each.end - each.start).days >= YEAR else each.start + (each.end - each.start) / 2


def _sense(each: Held) -> str:
    if not each.named_by:
        return "denied"
    return {"up": "better", "down": "worse"}.get(" ".join(each.directions), "open")


def _when(each: Held) -> str:
    return dated(Period(each.start, each.end))


def _what(dossier: Dossier, each: Held) -> str:
    told = dossier.by_id[each.about]
    return told.summary if isinstance(told, Event) else told.answer if isinstance(told, Reading) else ""


def _who(dossier: Dossier, each: Held) -> str:
    return ", ".join(dossier.document[id_].label for id_ in each.named_by or each.denied_by)
