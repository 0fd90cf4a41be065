"""The drawing of a bargaining range: the formulas of a scale as places on a line, and how far each side goes.

The left end is best for the actor that the scale is ranked for, the right end for the other. A lane is one side as some
holders tell it on one kind of evidence: a bar from that side's own end to the formula furthest from it that is
accepted, hatched where that depends on how an open formula is read. A dot is a formula that a position names as
accepted, a cross one that is refused. What both share is a band behind the lanes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.comparison.bargaining import ACCEPTING
from hikiwake.comparison.ranges import BargainingRange, Bound
from hikiwake.dossier import Position, Scale
from hikiwake.report.grounds import Grounds
from hikiwake.wording.ranges import lane as wording

LETTER, LINE, BAR, GAP = 5.9, 13.0, 8.0, 15.0  # of a label: width of a letter, height of a line; below it: the bar
TOP, FOOT = 6.0, 18.0


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


def columns(grounds: Grounds, scale: Scale) -> list[Column]:
    """The places on the line; formulas that the scale does not order stand in one place."""
    by_id = {formula.id: formula for formula in grounds.dossier.formulas}
    return [
        Column(place, [(each, grounds.names.term(each), by_id[each].share if each in by_id else "") for each in group])
        for place, group in enumerate(scale.order, 1)
    ]


def draw(grounds: Grounds, row: BargainingRange, scale: Scale, width: float) -> Drawing:
    """One window of the range in one width."""
    place = {formula: index for index, group in enumerate(scale.order) for formula in group}
    column = width / len(scale.order)
    lanes: list[Lane] = []
    y = TOP
    for bounds in _alike(row.bounds):
        made = _lane(grounds, bounds, scale, place, width, y)
        lanes.append(made)
        y = made.y + GAP
    shared = sorted({place[formula] for formula in row.shared})
    ticks = [(round((index + 0.5) * column, 1), index + 1) for index in range(len(scale.order))]
    bands = [(round(first * column, 1), round((last - first + 1) * column, 1)) for first, last in _runs(shared)]
    return Drawing(width, round(max(y, TOP + GAP) + FOOT, 1), lanes, bands, ticks)


def _alike(bounds: Iterable[Bound]) -> list[list[Bound]]:
    """The bounds of one actor, on one kind of evidence, that go equally far stand in one lane."""
    groups: dict[tuple[object, ...], list[Bound]] = {}
    for bound in bounds:
        key = (bound.actor, bound.kind, bound.accepts, bound.perhaps, bound.refuses)
        groups.setdefault(key, []).append(bound)
    return list(groups.values())


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


def _lane(grounds: Grounds, bounds: list[Bound], scale: Scale, place: dict[str, int], width: float, top: float) -> Lane:
    first = bounds[0]
    left = first.actor == scale.actor
    holders = list(dict.fromkeys(bound.holder for bound in bounds))
    label = wording(grounds.names.actor(first.actor), first.kind, holders, first.refuses)
    lines = textwrap.wrap(label, max(int(width / LETTER), 20))
    y = top + LINE * len(lines) + BAR
    positions = [grounds.dossier.by_id[id_] for bound in bounds for id_ in bound.positions]
    told = [each for each in positions if isinstance(each, Position)]
    column = width / len(scale.order)
    sure = _reach([place[each] for each in first.accepts], left, column, width)
    wide = _reach([place[each] for each in (*first.accepts, *first.perhaps)], left, column, width)
    stops = _stops(told, place, column, round(y, 1), left)
    limit = (stops[-1] if left else stops[0]).href if stops else ""
    return Lane(
        [(line, round(top + LINE * (index + 0.8), 1)) for index, line in enumerate(lines)],
        left,
        first.kind,
        round(y, 1),
        sure,
        wide if wide != sure else None,
        limit or (told[0].id if told else ""),
        first.refuses,
        stops,
    )


def _reach(places: list[int], left: bool, column: float, width: float) -> tuple[float, float] | None:
    """The bar from a side's own end to the furthest of some places: where it begins, and its length."""
    if not places:
        return None
    if left:
        return 0.0, round((max(places) + 0.5) * column, 1)
    start = (min(places) + 0.5) * column
    return round(start, 1), round(width - start, 1)


def _stops(positions: list[Position], place: dict[str, int], column: float, y: float, left: bool) -> list[Stop]:
    """The formulas that positions name, from left to right; several on one formula stand side by side."""
    groups: dict[int, list[Position]] = {}
    for position in positions:
        if position.on in place:
            groups.setdefault(place[position.on], []).append(position)
    stops = []
    for at, group in sorted(groups.items()):
        step = min(10.0, column / (len(group) + 1))
        for index, position in enumerate(sorted(group, key=lambda each: each.verb in ACCEPTING)):
            shift = (index - len(group) + 1 if left else index) * step
            stops.append(Stop(round((at + 0.5) * column + shift, 1), y, position.id, _look(position)))
    return stops


def _look(position: Position) -> str:
    if position.verb in ACCEPTING:
        return "accepts"
    return "refuses" if position.verb in ("opposes", "rejects", "denies") else "weighs"
