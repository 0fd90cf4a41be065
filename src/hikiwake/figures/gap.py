"""The chart of the gap: a row for every era, the ways to settle as columns, and how far each side comes from its end.

A bar is solid as far as a side goes by every account, and light as far as it goes by some. A tick stands where a side
goes by one document. What both accept is a band across the row: solid where nobody disputes it, hatched where it
depends on whom one follows. In the margin stand what is shared and who is in the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hikiwake.figures.drawing import svg

ROW, FIELD, BAR = 38.0, 28.0, 8.0  # heights: of a row, of its coloured field, of a bar
HEAD = 34.0
LONGEST = 56  # letters of a way to settle beside which another has room


class Tick(NamedTuple):
    """Where a side goes by one document: the column from 0, the document by number and name, and what it opens."""

    place: int
    document: int
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Arm:
    """How far one side goes: the column by every account and by some, ``None`` for nowhere; in words; by document."""

    sure: int | None
    some: int | None
    refuses: bool
    words: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Era:
    """A row: id, when, what it opens, the word for what is shared, both sides, shared columns, the margin's lines."""

    id: str
    when: str
    href: str
    overlap: str
    left: Arm
    right: Arm
    shared: tuple[int, ...]
    margin: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as drawn: where it begins, and its length."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side as drawn: its bars, its ticks as place and tick, its height, where its end is, whether it refuses."""

    sure: Bar | None
    some: Bar | None
    ticks: list[tuple[float, Tick]]
    y: float
    end: float
    refuses: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row as drawn: its top, both sides, the bands of what is shared, and where the gap's name stands, if any."""

    era: Era
    y: float
    sides: tuple[Side, Side]
    bands: list[Bar]
    gap: tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of the chart in one width: where columns begin, their width and number, the whole, a row."""

    left: float
    column: float
    columns: int
    width: float
    row: float

    @property
    def right(self) -> float:
        """Where the columns end."""
        return self.left + self.column * self.columns


def gap(eras: Sequence[Era], columns: int, ends: tuple[str, str], label: str, name: str) -> str:
    """The chart as SVG text; ``name`` is its class: wide, or narrow with era and margin above each row.

    >>> gap([], 3, ("best for Norland", "best for Suderland"), "How far", "wide")[:20]
    '<svg class="gap wide'
    """
    frame = _frame(name, columns)
    rows = [_row(frame, era, HEAD + index * frame.row) for index, era in enumerate(eras)]
    marks = [(round(frame.left + (index + 0.5) * frame.column, 1), index + 1) for index in range(columns)]
    height = HEAD + len(rows) * frame.row + 4
    return svg(
        "gap", rows=rows, frame=frame, ends=ends, label=label, name=name, marks=marks, height=height, field=FIELD
    )


def outlined(drawing: str, places: Sequence[int], name: str) -> str:
    """A chart, as ``gap`` draws it, with a frame around some of its rows, counted from 0.

    >>> "otherwise" in outlined(gap([], 3, ("left", "right"), "How far", "wide"), [0], "wide")
    True
    """
    frame = _frame(name, 1)
    rows = "".join(
        f'<rect class="otherwise" x="-5" y="{HEAD + place * frame.row - 3:.1f}" width="{frame.width + 10}" '
        f'height="{frame.row - 2:.1f}"/>\n'
        for place in places
    )
    return drawing.replace("</svg>", f"{rows}</svg>")


def seen(eras: Sequence[Era]) -> frozenset[str]:
    """What occurs in the chart, for its key: how far by some, what is shared and how, who refuses to talk.

    >>> seen([])
    frozenset()
    """
    arms = [arm for era in eras for arm in (era.left, era.right)]
    some = {"some"} if any(arm.some != arm.sure for arm in arms) else set[str]()
    shut = {"shut"} if any(arm.refuses for arm in arms) else set[str]()
    return frozenset(some | shut | {era.overlap for era in eras if era.shared})


def key(columns: Sequence[str], signs: Sequence[str]) -> str:
    """What the chart's columns and signs mean, as SVG text of the width of the wide chart.

    columns: the ways to settle of each column; signs: the words for by every account, by some, both accept, by some
    accounts, and a refusal to talk

    >>> key(["All", "Half"], ["sure", "some", "both", "differ", "refuses"])[:16]
    '<svg class="gap '
    """
    half = (len(columns) + 1) // 2 if max(map(len, columns), default=0) <= LONGEST else len(columns)
    placed = [
        (350.0 * (number // half), 54.0 + 16 * (number % half), number + 1, words)
        for number, words in enumerate(columns)
    ]
    return svg("gap_key", placed=placed, signs=signs, height=54 + 16 * half)


def _frame(name: str, columns: int) -> Frame:
    if name == "wide":
        return Frame(74.0, 430.0 / columns, columns, 690.0, ROW)
    return Frame(0.0, 328.0 / columns, columns, 328.0, ROW + 18)


def _row(frame: Frame, era: Era, top: float) -> Row:
    y = top + (frame.row - ROW)
    sides = _side(frame, era.left, y + 4, left=True), _side(frame, era.right, y + FIELD - BAR - 4, left=False)
    bands = [Bar(round(frame.left + place * frame.column, 1), round(frame.column, 1)) for place in era.shared]
    return Row(era, round(y, 1), sides, bands, _gap(frame, era))


def _side(frame: Frame, arm: Arm, y: float, *, left: bool) -> Side:
    ticks = [(_tick(frame, tick, arm.ticks), tick) for tick in arm.ticks]
    end = frame.left if left else frame.right
    return Side(_bar(frame, arm.sure, left), _bar(frame, arm.some, left), ticks, round(y, 1), end, arm.refuses)


def _bar(frame: Frame, place: int | None, left: bool) -> Bar | None:
    """From a side's own end to the middle of a column."""
    if place is None:
        return None
    to = frame.left + (place + 0.5) * frame.column
    return Bar(frame.left, round(to - frame.left, 1)) if left else Bar(round(to, 1), round(frame.right - to, 1))


def _tick(frame: Frame, tick: Tick, ticks: Sequence[Tick]) -> float:
    """Ticks of several documents in one column stand side by side."""
    level = [each for each in ticks if each.place == tick.place]
    step = min(9.0, frame.column / (len(level) + 1))
    shift = (level.index(tick) - (len(level) - 1) / 2) * step
    return round(frame.left + (tick.place + 0.5) * frame.column + shift, 1)


def _gap(frame: Frame, era: Era) -> tuple[float, str] | None:
    """The middle between both sides where nothing is shared, if there is room for a word."""
    if era.overlap != "none" or era.left.some is None or era.right.some is None:
        return None
    a, z = era.left.some + 0.5, era.right.some + 0.5
    return (round(frame.left + (a + z) / 2 * frame.column, 1), "gap") if (z - a) * frame.column > 34 else None
