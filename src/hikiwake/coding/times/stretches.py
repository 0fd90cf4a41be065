"""Stretches of time: a part of one, one so much later or earlier, two joined, a season, a fiscal year.

A stretch is never more exact than what it was made from: two weeks after a day are a few days around, and two years
after a day are a year.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hikiwake.periods import Period
from hikiwake.vocabulary import date_words

UNITS = ("day", "week", "month", "year", "decade")
AROUND = {"week": 3, "month": 15}  # days by which what is counted in these may be off
PARTS = {
    "early": (0, 3, 12), "mid": (4, 7, 12), "late": (8, 11, 12), "middle": (4, 7, 12), "beginning": (0, 2, 12),
    "start": (0, 2, 12), "end": (9, 11, 12), "close": (9, 11, 12), "first half": (0, 5, 12), "second half": (6, 11, 12),
    "first quarter": (0, 2, 12), "second quarter": (3, 5, 12), "third quarter": (6, 8, 12),
    "fourth quarter": (9, 11, 12), "last quarter": (9, 11, 12),
}  # fmt: skip
_EXACT = ("first half", "second half", "first quarter", "second quarter", "third quarter", "fourth quarter")
_OF_MONTH = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}
_OF_DECADE = {"early": (0, 3), "beginning": (0, 2), "start": (0, 2), "mid": (4, 6), "middle": (4, 6), "end": (8, 9)}


def year(number: int, basis: str = "stated") -> Period:
    """A year of the calendar."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year", basis)


def month(of_year: int, number: int, basis: str = "stated") -> Period:
    """A month of a year.

    >>> month(2024, 2).end
    datetime.date(2024, 2, 29)
    """
    return Period(date(of_year, number, 1), last_of(of_year, number), "month", basis)


def last_of(of_year: int, number: int) -> date:
    """The last day of a month."""
    return date(of_year, number, calendar.monthrange(of_year, number)[1])


def season(of_year: int, name: str, basis: str = "stated") -> Period:
    """A season, by the months it has on the northern half of the earth; a winter is only as exact as its year.

    >>> season(2014, "spring").start, season(2014, "winter").precision
    (datetime.date(2014, 3, 1), 'year')
    """
    months = date_words().seasons.get(name)
    if months is None:
        return year(of_year, basis)
    return Period(date(of_year, months[0], 1), last_of(of_year, months[1]), "season", basis)


def winter(first: int) -> Period:
    """The winter that begins in a year and ends in the next."""
    return Period(date(first, 12, 1), last_of(first + 1, 2), "season")


def fiscal_year(called: int, state: str) -> Period:
    """A fiscal year; where it is not known whose, about the year it is called by.

    >>> fiscal_year(2014, "JPN").start, fiscal_year(2014, "").precision
    (datetime.date(2014, 4, 1), 'approximate')
    """
    if state not in date_words().fiscal:
        return Period(date(called, 1, 1), date(called, 12, 31), "approximate")
    first, by = date_words().fiscal[state]
    begins = called if by == "begins" else called - 1
    return Period(date(begins, first, 1), last_of(begins + 1, first - 1), "range")


def joined(first: Period, last: Period) -> Period:
    """From the beginning of one to the end of the other. Raises ``ValueError`` where that is before."""
    about = "approximate" if "approximate" in (first.precision, last.precision) else "range"
    return Period(first.start, last.end, about, first.basis)


def part(of: Period, name: str) -> Period:
    """The early, middle or late part, a half or a quarter of a month, a year, or a longer stretch.

    >>> part(Period.parse("1980/1989"), "late").start
    datetime.date(1987, 1, 1)
    """
    if of.end is None or of.precision == "day":
        return of
    if of.precision == "month":
        first, last = _OF_MONTH.get(name, (21, of.end.day))
        return Period(of.start.replace(day=first), of.start.replace(day=last), "approximate", of.basis)
    years = of.end.year - of.start.year + 1
    if years == 10:
        begin, end = _OF_DECADE.get(name, (7, 9))
        return Period(date(of.start.year + begin, 1, 1), date(of.start.year + end, 12, 31), "approximate", of.basis)
    first, last, all_ = PARTS[name]
    if years == 1 and of.precision == "year":
        precision = "range" if name in _EXACT else "approximate"
        return Period(date(of.start.year, first + 1, 1), last_of(of.start.year, last + 1), precision, of.basis)
    length = (of.end - of.start).days + 1
    since = of.start + timedelta(length * first // all_)
    return Period(since, of.start + timedelta(length * (last + 1) // all_ - 1), "approximate", of.basis)


def moved(anchor: Period, count: int, unit: str, basis: str) -> Period | None:
    """So many days, weeks, months, years or decades later (earlier if below nought); ``None`` where nothing is known.

    >>> moved(Period.parse("2018-11-14"), 2, "year", "context").precision
    'year'
    >>> moved(Period.parse("2018"), 2, "week", "context") is None
    True
    """
    if anchor.end is None:
        return None
    try:
        match unit:
            case "day" | "week":
                return _days_later(anchor, count, unit, basis)
            case "month":
                return _months_later(anchor, count, basis)
            case _:
                return _years_later(anchor, count * (10 if unit == "decade" else 1), unit, basis)
    except (ValueError, OverflowError):
        return None


def _days_later(anchor: Period, count: int, unit: str, basis: str) -> Period | None:
    length = (anchor.end - anchor.start).days if anchor.end else 400
    if length > 31:
        return None
    if unit == "day" and anchor.precision == "day":
        day = anchor.start + timedelta(count)
        return Period(day, day, "day", basis)
    around = AROUND.get(unit, 1)
    middle = timedelta(count * (7 if unit == "week" else 1))
    return Period(
        anchor.start + middle - timedelta(around), anchor.last + middle + timedelta(around), "approximate", basis
    )


def _months_later(anchor: Period, count: int, basis: str) -> Period | None:
    if anchor.end is None or (anchor.end - anchor.start).days > 31:
        return None
    ahead = anchor.start.year * 12 + anchor.start.month - 1 + count
    return month(ahead // 12, ahead % 12 + 1, basis)


def _years_later(anchor: Period, count: int, unit: str, basis: str) -> Period | None:
    if anchor.end is None or anchor.end.year != anchor.start.year:
        return None
    there = anchor.start.year + count
    if unit == "decade":
        return Period(date(there - 1, 1, 1), date(there + 1, 12, 31), "approximate", basis)
    return year(there, basis)
