"""A period in the cells of a table: start, end, precision and basis; what in short is plain, and what agrees."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hikiwake.dossier.folder.cells import MisfitError, one_of
from hikiwake.periods import BASES, PRECISIONS, Period
from hikiwake.wording.phrases import tally

SHORTEST_SEASON, LONGEST_SEASON = 28, 125  # days
_SHORT = re.compile(r"\d{4}(-\d{2})?(-\d{2}/.*|/.*)?", re.DOTALL)
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_A_DAY = "a day as YYYY-MM-DD, or in short YYYY-MM or YYYY"


@dataclass(frozen=True)
class Interval:
    """A period in four columns: start, end (empty while it goes on), precision, basis.

    Where it is not required, four empty cells are read as ``None``.
    """

    name: str = "period"
    required: bool = True
    headers: tuple[str, ...] = ("start", "end", "precision", "basis")

    def parse(self, cells: list[str]) -> Period | None:
        """The period."""
        return _period(*cells) if self.required or any(cells) else None

    def cells(self, value: object) -> list[str]:
        """Start, end, precision and basis."""
        if value is None:
            return [""] * len(self.headers)
        period: Period = value  # type: ignore[assignment]
        end = "" if period.end is None else period.end.isoformat()
        return [period.start.isoformat(), end, period.precision, period.basis]


@lru_cache(maxsize=100_000)
def _period(start: str, end: str, precision: str, basis: str) -> Period:
    first, last, likely = _interval(start, end, alone=not precision)
    if last is not None and last < first:
        raise MisfitError(1, end, f"a day on or after the start {start}")
    if precision and precision not in PRECISIONS:
        raise MisfitError(2, precision, one_of(precision, PRECISIONS))
    if basis and basis not in BASES:
        raise MisfitError(3, basis, one_of(basis, BASES))
    period = Period(first, last, precision or likely, basis or BASES[0])
    if fault := precision_fault(period):
        raise MisfitError(2, precision, fault)
    return period


def _interval(start: str, end: str, *, alone: bool) -> tuple[date, date | None, str]:
    """First day, last day and likely precision of two cells: days, or in short a month, a year or two with a slash.

    A day without an end and a precision is that day; with a precision it begins what goes on.
    """
    short = _SHORT.fullmatch(start.strip()) or (alone and not end)
    try:
        if short and not end:
            period = Period.parse(start)
            return period.start, period.end, period.precision
        first = Period.parse(start).start if short else _day(0, start)
    except ValueError as error:
        raise MisfitError(0, start, f"{_A_DAY}{_meant(start)}") from error
    try:
        last = Period.parse(end).last if _SHORT.fullmatch(end.strip()) else _day(1, end) if end else None
    except ValueError as error:
        raise MisfitError(1, end, f"{_A_DAY}{_meant(end)}") from error
    return first, last, fitting_precision(first, last)


def precision_fault(period: Period) -> str:
    """What the precision of a period would have to be, where it does not agree with the days; else nothing.

    >>> precision_fault(Period(date(2019, 1, 1), date(2019, 1, 28), "day"))
    'range (28 days)'
    >>> precision_fault(Period.parse("2019-01"))
    ''
    """
    if _shows(period.start, period.end).get(period.precision, True):
        return ""
    length = "it goes on" if period.days is None else tally(period.days, "day")
    return f"{fitting_precision(period.start, period.end)} ({length})"


def fitting_precision(first: date, last: date | None) -> str:
    """The precision that an interval shows: day, month or year where it is one, else range.

    >>> fitting_precision(date(2019, 1, 1), date(2019, 1, 31)), fitting_precision(date(2019, 1, 1), None)
    ('month', 'range')
    """
    return next((word for word, fits in _shows(first, last).items() if fits and word != "season"), "range")


def _shows(first: date, last: date | None) -> dict[str, bool]:
    """Which precisions an interval agrees with; range and approximate agree with all."""
    if last is None:
        return dict.fromkeys(("day", "month", "season", "year"), False)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return {
        "day": first == last,
        "month": whole_months and (first.year, first.month) == (last.year, last.month),
        "season": SHORTEST_SEASON <= (last - first).days + 1 <= LONGEST_SEASON,
        "year": whole_months and (first.year, first.month, last.month) == (last.year, 1, 12),
    }


def _day(cell: int, text: str) -> date:
    try:
        if len(text) != 10:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise MisfitError(cell, text, f"{_A_DAY}{_meant(text)}") from error


def _meant(text: str) -> str:
    """The day that a date with points, or one in Roman order with slashes, can only mean; nothing where it is open."""
    match = _DOTTED.fullmatch(text.strip())
    if match is None:
        return ""
    one, other, year = (int(part) for part in match.groups())
    day, month = (one, other) if "." in text or one > 12 else (other, one) if other > 12 else (0, 0)
    try:
        return f"; did you mean {date(year, month, day)}?"
    except ValueError:
        return ""
