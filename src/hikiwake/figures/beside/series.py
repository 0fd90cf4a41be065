"""The chart of one comparison series: its values as dots, joined from period to period, its turns and its levels.

The axis of time is that of the relation beside it, so that what stands above each other is of the same time; values
before or after it have no room. A level higher up is more of what is measured, which may be for the worse: turns have
no colour of better or worse.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hikiwake.dossier.compared import Compared
from hikiwake.figures.drawing import svg
from hikiwake.figures.relation import LEFT, RIGHT, Heights, axis_in, middle
from hikiwake.figures.turning.axis import Stretch, place, ticks
from hikiwake.relation import RelationSeries
from hikiwake.relation.comparing import ComparisonSeries, number_of
from hikiwake.vocabulary.comparisons import kinds
from hikiwake.wording.clauses import comparing as wording
from hikiwake.wording.phrases import brief

WIDE, NARROW = "wide", "narrow"
_WIDTHS = {WIDE: (1120.0, 104.0), NARROW: (328.0, 96.0)}  # the whole, and the height of the field
TOP, SMALLEST, LARGEST, MANY = 30.0, 1.6, 3.4, 100  # as much as stands behind a dot of full size


@dataclass(frozen=True, slots=True)
class Dot:
    """A value as drawn: where it stands, its size, and its words."""

    x: float
    y: float
    r: float
    words: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A turning point as drawn: its field, which way it goes, and both levels from end to end."""

    x: float
    width: float
    way: str
    before: tuple[float, float]
    after: tuple[float, float]


def series(found: ComparisonSeries, beside: RelationSeries, name: str = WIDE) -> str:
    """The chart as SVG text; nothing where the relation is silent or no value lies within its time.

    >>> import hikiwake as hw
    >>> found = hw.compare(hw.load("japan_russia"), resamples=0)
    >>> series(found[0], found.relation)[:34]
    '<svg class="relation compared wide'
    """
    whole, field = _WIDTHS[name]
    axis = axis_in(beside, whole) if beside.told else []
    shown = [value for value in found.values if axis and axis[0].first <= middle(value.period) <= axis[-1].last]
    if not shown:
        return ""
    bottom = TOP + field
    low, high = _ends(found)
    scale = Heights(low, high, bottom, field)
    return svg(
        "compared",
        name=name,
        label=wording.chart(found.head.title, found.names, found.head.unit),
        dots=[_dot(found, value, axis, scale) for value in shown],
        lines=list(_lines(found, shown, axis, scale)),
        turns=list(_turns(found, shown, axis, scale)),
        ticks=ticks(axis),
        bounds=[each.left for each in axis[1:]],
        levels=[(scale.y(value), wording.value(value)) for value in (high, low)],
        left=LEFT,
        right=whole - RIGHT,
        top=TOP,
        bottom=bottom,
        width=whole,
        height=bottom + 8,
    )


def _ends(found: ComparisonSeries) -> tuple[float, float]:
    """The least and the most that the chart shows: those of the kind, else those that are told."""
    kind = kinds().get(found.head.kind)
    values = [value.value for value in found.values]
    low = kind.least if kind and math.isfinite(kind.least) else min(values)
    high = kind.most if kind and math.isfinite(kind.most) else max(values)
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def _dot(found: ComparisonSeries, value: Compared, axis: Sequence[Stretch], scale: Heights) -> Dot:
    behind = wording.behind(value.count, found.head.counts) if value.count else ""
    full = math.sqrt(min(1.0, (value.count or MANY) / MANY)) if found.head.weighs else 0.5
    words = wording.point(brief(value.period), value.value, behind)
    radius = round(SMALLEST + full * (LARGEST - SMALLEST), 1)
    return Dot(place(axis, middle(value.period)), scale.y(value.value), radius, words)


def _lines(
    found: ComparisonSeries, shown: Sequence[Compared], axis: Sequence[Stretch], scale: Heights
) -> Iterator[tuple[float, float, float, float]]:
    """A line between each two values of periods that follow each other."""
    by = found.head.by
    for one, other in pairwise(shown):
        if number_of(other.period.start, by) - number_of(one.period.start, by) == 1:
            ends = ((place(axis, middle(each.period)), scale.y(each.value)) for each in (one, other))
            (left, start), (right, end) = ends
            yield left, start, right, end


def _turns(
    found: ComparisonSeries, shown: Sequence[Compared], axis: Sequence[Stretch], scale: Heights
) -> Iterator[Turned]:
    """Each turning point within the axis; its levels reach half way to the next."""
    first, last = axis[0].first, axis[-1].last
    turns = [turn for turn in found.turning_points if turn.end >= first and turn.start <= last]
    fields = [(place(axis, turn.start), place(axis, turn.end)) for turn in turns]
    centres = [(start + end) / 2 for start, end in fields]
    ends = [place(axis, middle(shown[at].period)) for at in (0, -1)]
    edges = [ends[0], *((a + z) / 2 for a, z in pairwise(centres)), ends[1]]
    for index, turn in enumerate(turns):
        start, end = fields[index]
        levels = (scale.y(turn.before), scale.y(turn.after))
        yield Turned(
            round(min(start, end - 3), 1),
            round(max(end - start, 3.0), 1),
            turn.direction,
            (round(edges[index], 1), levels[0]),
            (round(edges[index + 1], 1), levels[1]),
        )
