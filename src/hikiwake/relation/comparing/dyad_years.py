"""A value a year from a table of dyad-years: disputes and their levels, or obligations of alliances.

Such a table has a row only where something was. A year of the table's range in which both sides are in the system of
states and have no row is a year of none, which is a value: 0. A year in which one is not in the system has no value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.comparing.measured import Measured, Read
from hikiwake.relation.comparing.recognising import Recognised
from hikiwake.relation.comparing.sides import Side, plain
from hikiwake.relation.series import period_of

YEARS = {*range(1, 10_000)}


@dataclass
class _Year:
    """What the rows of a dyad say of a year: the ids of disputes, the highest level, the columns that are marked."""

    rows: int = 0
    disputes: set[str] = field(default_factory=set)
    level: int = 0
    marked: set[str] = field(default_factory=set)

    def take(self, told: dict[str, int], dispute: str) -> None:
        """Add what a row tells."""
        self.rows += 1
        self.level = max(self.level, *told.values())
        self.marked |= {what for what, value in told.items() if value == 1}
        self.disputes |= {dispute} if dispute else set()

    def measured(self, way: str) -> tuple[float, int]:
        """The value, and how much stands behind it."""
        if way == "marked":
            return float(len(self.marked)), self.rows
        return float(len(self.disputes) if way == "rows" else self.level), len(self.disputes)


def read_dyad_years(found: Recognised, sides: tuple[Side, Side], by: str) -> Read:
    """A value for each year of the table in which both sides are in the system of states.

    Raises ``HikiwakeError`` for other periods than years.
    """
    if by != "year":
        raise HikiwakeError(f"{found.file.path}: found --by {by}, expected year; {found.kind.id} has one value a year")
    years, covered, aside, seen = _gathered(found, sides)
    inside = (year for year in covered if all(side.is_member(year) for side in sides) or year in years)
    values = tuple(Measured(_year(year), *years.get(year, _Year()).measured(found.kind.way)) for year in inside)
    return Read(values, aside, seen)


def _year(year: int) -> Period:
    return period_of(date(year, 1, 1), "year")


def _gathered(found: Recognised, sides: tuple[Side, Side]) -> tuple[dict[int, _Year], range, int, tuple[bool, bool]]:
    """What the rows of a dyad say by year, all years of the table, rows set aside, and which sides occur."""
    places = found.file.places(dict(found.layout.columns))
    words = {(what, side): each.words(found.layout.codes[what]) for what in ("one", "other")
             for side, each in enumerate(sides)}  # fmt: skip
    years: dict[int, _Year] = {}
    covered, aside, seen = set[int](), 0, [False, False]
    for row in found.file.rows():
        year = _whole(row[places["year"]])
        covered |= {year} & YEARS if year else set()
        cells = {what: plain(row[places[what]]) for what in ("one", "other")}
        sided = {side for (what, side), own in words.items() if cells[what] in own}
        for side in sided:
            seen[side] = True
        if len(sided) == 2:
            told = _told(row, places, found) if year else {}
            if year and told:
                dispute = plain(row[places["dispute"]]) if "dispute" in places else ""
                years.setdefault(year, _Year()).take(told, dispute)
            aside += not told
    every = range(min(covered), max(covered) + 1) if covered else range(0)
    return years, every, aside, (seen[0], seen[1])


def _told(row: list[str], places: dict[str, int], found: Recognised) -> dict[str, int]:
    """Those of the measured columns that say something in a row."""
    told = ((what, _whole(row[places[what]])) for what in found.layout.measured)
    return {what: value for what, value in told if value is not None}


def _whole(cell: str) -> int | None:
    """A whole number of 0 or more, also where it was written with a point; ``None`` for any other word."""
    word = plain(cell)
    return int(word) if word.isdecimal() and len(word) < 10 else None
