"""Dates as data sets write them: the first and the last day that a cell tells, or why it tells none."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from hikiwake.vocabulary import date_words

FIRST_YEAR, LAST_YEAR = 1000, 2200
NO_DATE = "no date"
Days = tuple[date, date]

_FORMS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:\d{2}|\d{4}|\d{6})?(?:\.0*)?"),
    re.compile(r"(?P<y>\d{4})-?(?P<m>\d\d)"),
    re.compile(r"(?P<y>\d{4})(?:\.0*)?"),
    re.compile(r"(?P<d>\d{1,2})[ -](?P<word>[^\W\d_]+)\.?[ ,-]+(?P<y>\d{4})(?: \d.*)?"),
    re.compile(r"(?P<word>[^\W\d_]+)\.? (?P<d>\d{1,2}),? (?P<y>\d{4})(?: \d.*)?"),
    re.compile(r"(?P<word>[^\W\d_]+)\.? (?P<y>\d{4})"),
)
_EITHER = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ].*)?")


def days(text: str, day_first: bool | None = None) -> Days | str:
    """The first and the last day of a date, or why there is none.

    day_first: whether 3/4/2014 is in April; without it, such a date is none

    >>> days("16 May 2025") == days("2025-05-16") == days("20250516")
    True
    >>> days("2014")[1].isoformat(), days("3/4/2014"), days("13/4/2014")[0].isoformat()
    ('2014-12-31', 'a date that can be read in two ways', '2014-04-13')
    """
    cell = text.strip()
    if not cell:
        return NO_DATE
    if either := _EITHER.fullmatch(cell):
        return _in_order(int(either[1]), int(either[2]), int(either[3]), day_first)
    for form in _FORMS:
        if found := form.fullmatch(cell):
            parts = found.groupdict()
            month = parts.get("m") or date_words().months.get((parts.get("word") or "").casefold(), "")
            if parts.get("word") and not month:
                break
            return interval(int(parts["y"]), int(month or 0), int(parts.get("d") or 0))
    return "no date can be read"


def days_of_parts(cells: Sequence[str]) -> Days | str:
    """The days that a year, a month and a day tell; a month or day that is missing or below 1 is not told.

    >>> days_of_parts(["1902", "7", "-9"])[1].isoformat()
    '1902-07-31'
    """
    try:
        year, month, day = (max(0, int(float(cell))) if cell.strip() else 0 for cell in [*cells, "", ""][:3])
    except (ValueError, OverflowError):
        return "no date can be read"
    return interval(year, month, day if month else 0) if year else NO_DATE


def interval(year: int, month: int, day: int) -> Days | str:
    """From the first to the last day of a year, a month (0: all) and a day (0: all).

    >>> interval(2025, 2, 30)
    'no such day'
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"a year before {FIRST_YEAR} or after {LAST_YEAR}"
    try:
        first = date(year, month or 1, day or 1)
        return first, date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return "no such day"


def _in_order(first: int, second: int, year: int, day_first: bool | None) -> Days | str:
    if first > 12 or second > 12:
        day_first = first > 12
    if day_first is None and first != second:
        return "a date that can be read in two ways"
    return interval(year, second, first) if day_first else interval(year, first, second)
