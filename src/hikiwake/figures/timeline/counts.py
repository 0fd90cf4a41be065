"""How many acts begin in each year of a panel, or in each stretch of years where it has no room for years.

Towards the other side upward from a line, against it downward, and what is no act between parties in a strip below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hikiwake.figures.marks import AGAINST, APART, WITH
from hikiwake.figures.timeline.panels import YEARS, Panel
from hikiwake.wording.figures import counted

WAYS = (WITH, AGAINST, APART)
LEAST, LETTERED = 5.0, 13.0  # the width of a column; that of one that has room for its number
HEIGHT, NUMBER, CLEAR = 44.0, 9.0, 4.0  # of all columns together; of a number; between the strips


@dataclass(frozen=True, slots=True)
class Column:
    """What begins in one stretch of years: its years, its place, and how many acts of each direction."""

    years: tuple[int, int]
    left: float
    right: float
    numbers: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Strip:
    """The counts of one panel as drawn: a path for each direction, the numbers beside it, and what it says."""

    paths: list[tuple[str, str]]
    numbers: list[tuple[float, float, int]]
    words: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of a chart: a strip for each panel, the line from which they grow, and how high they are."""

    strips: list[Strip]
    axis: float
    height: float


def columns(panel: Panel) -> list[Column]:
    """The columns of a panel, those without an act left out."""
    first, last = panel.era.first.year, panel.last.year
    step = next((each for each in YEARS if panel.length / ((last - first) // each + 1) >= LEAST), 200)
    begun: Counter[tuple[int, str]] = Counter((act.start.year // step * step, act.way) for act in panel.era.acts)
    found = []
    for year in sorted({year for year, _ in begun}):
        left, right = panel.at(_begins(year)), panel.at(_begins(year + step))
        numbers = begun[year, WITH], begun[year, AGAINST], begun[year, APART]
        found.append(Column((year, year + step - 1), left, right, numbers))
    return found


def _begins(year: int) -> date:
    return date(min(max(year, 1), 9999), 1, 1)


def counts(panels: Sequence[Panel], top: float) -> Counts:
    """The strips of all panels on one scale, the highest numbers of the three directions as high as there is room."""
    told = [columns(panel) for panel in panels]
    most = [max((column.numbers[way] for each in told for column in each), default=0) for way in range(3)]
    unit = HEIGHT / max(sum(most), 1)
    axis = round(top + NUMBER + most[0] * unit, 1)
    foot = round(axis + most[1] * unit + (NUMBER if most[1] else 0) + CLEAR + NUMBER + most[2] * unit, 1)
    strips = [_strip(panel, each, unit, (axis, foot)) for panel, each in zip(panels, told, strict=True)]
    return Counts(strips, axis, (foot if most[2] else axis + most[1] * unit + NUMBER) - top)


def _strip(panel: Panel, told: Sequence[Column], unit: float, lines: tuple[float, float]) -> Strip:
    axis, foot = lines
    paths, numbers = [], []
    for index, way in enumerate(WAYS):
        path = ""
        for column in told:
            high = round(column.numbers[index] * unit, 1)
            if not high:
                continue
            from_, up = (foot if way == APART else axis), way != AGAINST
            width = max(column.right - column.left - 1, 1.5)
            path += f"M{column.left:.1f} {from_:g}v{-high if up else high:g}h{width:.1f}v{high if up else -high:g}z"
            if width + 1 >= LETTERED:
                numbers.append((round(column.left + width / 2, 1), _beside(from_, high, up), column.numbers[index]))
        if path:
            paths.append((way, path))
    of_each = [sum(act.way == way for act in panel.era.acts) for way in WAYS]
    return Strip(paths, numbers, counted(panel.era.when, *of_each))


def _beside(line: float, high: float, up: bool) -> float:
    """The foot of the number of a column."""
    return round(line - high - 1.5 if up else line + high + NUMBER - 0.5, 1)
