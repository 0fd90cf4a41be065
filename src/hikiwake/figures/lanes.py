"""The drawing of a bargaining range: the formulas of a scale as places on a line, and how far each side goes.

The left end is best for the actor that the scale is ranked for, the right end for the other. A lane is one side as some
holders tell it on one kind of evidence: a bar from that side's own end to the formula furthest from it that is
accepted, hatched where that depends on how an open formula is read. A dot is a formula that a position names as
accepted, a cross one that is refused. What both share is a band behind the lanes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.figures.drawing import svg
from hikiwake.wording import figures as wording

LETTER, LINE, BAR, GAP = 5.9, 13.0, 8.0, 15.0  # of a label: width of a letter, height of a line; below it: the bar
TOP, FOOT = 6.0, 18.0
HEADING, LINES = 5.9, 12  # of a heading: the width of a letter, the height of a line


@dataclass(frozen=True, slots=True)
class Stand:
    """A position on a formula of the scale: its place, the id that it opens, and whether it accepts, refuses or weighs.

    ``place`` counts from 0.
    """

    place: int
    id: str
    look: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side as some holders tell it: label, which end is its own, the kind of evidence, and how far it goes.

    ``accepts`` and ``wide`` (under some reading of an open formula) are places; ``opens`` is what its first position
    is called.
    """

    label: str
    left: bool
    kind: str
    accepts: tuple[int, ...]
    wide: tuple[int, ...]
    refuses: bool
    stands: tuple[Stand, ...]
    opens: str


@dataclass(frozen=True, slots=True)
class Window:
    """The range in one era: when, its word, on how many places, the sides, and the places that both accept."""

    when: str
    overlap: str
    places: int
    sides: tuple[Side, ...]
    shared: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A place on the line: the formulas that stand there, each with id, title and share of the land."""

    number: int
    formulas: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Stop:
    """A position on the line: where it stands, what it opens, and whether it accepts, refuses or only weighs."""

    x: float
    y: float
    href: str
    look: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One side as some holders tell it: label, bar, hatched bar, cap, stops, and what a click on the bar opens."""

    lines: list[tuple[str, float]]
    left: bool
    kind: str
    y: float
    bar: tuple[float, float] | None
    perhaps: tuple[float, float] | None
    href: str
    refuses: bool
    stops: list[Stop]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A window drawn in one width: lanes, the bands of what is shared, the places of the columns, its size."""

    width: float
    height: float
    lanes: list[Lane]
    bands: list[tuple[float, float]]
    ticks: list[tuple[float, int]]


def columns(groups: Sequence[Sequence[tuple[str, str, str]]]) -> list[Column]:
    """The places on the line, from 1, each with its formulas: id, title, share of the land."""
    return [Column(place, list(group)) for place, group in enumerate(groups, 1)]


def range_lanes(window: Window, width: float, name: str) -> str:
    """A window as SVG text in one width; ``name`` is its class: wide or narrow.

    >>> range_lanes(Window("1956", "none", 2, (), ()), 900.0, "wide")[:23]
    '<svg class="lanes wide"'
    """
    label = wording.lanes(window.when)
    return svg("lanes", figure=draw(window, width), overlap=window.overlap, name=name, label=label)


def headings(places: Sequence[Column], ends: tuple[str, str], width: float) -> str:
    """The heads of the columns with the two ends of the line, as SVG text."""
    column = width / len(places)
    letters = max(int((column - 6) / HEADING), 8)
    heads = [
        (round((index + 0.5) * column, 1), [_heading(title, share, letters) for _, title, share in each.formulas])
        for index, each in enumerate(places)
    ]
    depth = max(sum(len(lines) + bool(share) for lines, share in each) for _, each in heads)
    return svg("places", headings=heads, ends=ends, depth=depth, line=LINES)


def _heading(title: str, share: str, letters: int) -> tuple[list[str], str]:
    return textwrap.wrap(title, letters, break_long_words=False), wording.share(share) if share else ""


def draw(window: Window, width: float) -> Drawing:
    """One window laid out in one width."""
    column = width / window.places
    lanes: list[Lane] = []
    y = TOP
    for side in window.sides:
        lanes.append(_lane(side, column, width, y))
        y = lanes[-1].y + GAP
    ticks = [(round((index + 0.5) * column, 1), index + 1) for index in range(window.places)]
    bands = [(round(a * column, 1), round((z - a + 1) * column, 1)) for a, z in _runs(sorted({*window.shared}))]
    return Drawing(width, round(max(y, TOP + GAP) + FOOT, 1), lanes, bands, ticks)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places that follow each other, as first and last.

    >>> _runs([1, 2, 5])
    [(1, 2), (5, 5)]
    """
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _lane(side: Side, column: float, width: float, top: float) -> Lane:
    lines = textwrap.wrap(side.label, max(int(width / LETTER), 20))
    y = round(top + LINE * len(lines) + BAR, 1)
    sure, wide = (_reach(places, side.left, column, width) for places in (side.accepts, side.wide))
    stops = _stops(side.stands, column, y, side.left)
    limit = (stops[-1] if side.left else stops[0]).href if stops else side.opens
    placed = [(line, round(top + LINE * (index + 0.8), 1)) for index, line in enumerate(lines)]
    return Lane(placed, side.left, side.kind, y, sure, wide if wide != sure else None, limit, side.refuses, stops)


def _reach(places: Sequence[int], left: bool, column: float, width: float) -> tuple[float, float] | None:
    """The bar from a side's own end to the furthest of some places: where it begins, and its length."""
    if not places:
        return None
    if left:
        return 0.0, round((max(places) + 0.5) * column, 1)
    start = (min(places) + 0.5) * column
    return round(start, 1), round(width - start, 1)


def _stops(stands: Sequence[Stand], column: float, y: float, left: bool) -> list[Stop]:
    """The formulas that positions name, from left to right; several on one formula stand side by side."""
    groups: dict[int, list[Stand]] = {}
    for stand in stands:
        groups.setdefault(stand.place, []).append(stand)
    stops = []
    for at, group in sorted(groups.items()):
        step = min(10.0, column / (len(group) + 1))
        for index, stand in enumerate(sorted(group, key=lambda each: each.look == "accepts")):
            shift = (index - len(group) + 1 if left else index) * step
            stops.append(Stop(round((at + 0.5) * column + shift, 1), y, stand.id, stand.look))
    return stops
