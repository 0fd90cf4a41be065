"""A period: an interval of days with its precision and the basis on which it is known.

Missing is missing: a month is the interval from its first to its last day with precision ``month``, never an invented
day. An end of ``None`` means that the period has not ended. Both ends belong to the period.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

PRECISIONS = ("day", "month", "season", "year", "range", "approximate")
BASES = ("stated", "context", "footnote", "instrument", "written")

_SLASHED = re.compile(r"\d{1,2}(?:/\d{0,2})?")  # of 2016/05 and 2016/05/03 what follows the year
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of days, how exactly it is known, and from what.

    ``start`` and ``end`` are dates, both included (``end`` is ``None`` for a period that goes on); ``precision`` is
    one of day, month, season, year, range, approximate; ``basis`` one of stated, context, footnote, instrument,
    written. Raises ``ValueError`` when the period ends before it begins or a word is not in its list.

    >>> Period.parse("1956-10")
    Period(start=datetime.date(1956, 10, 1), end=datetime.date(1956, 10, 31), precision='month', basis='stated')
    >>> Period.parse("1956-10").overlaps(Period.parse("1956"))
    True
    """

    start: date
    end: date | None
    precision: str = "range"
    basis: str = "stated"

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins or uses an unknown word."""
        if self.end is not None and self.end < self.start:
            raise ValueError(f"the period ends on {self.end} before it begins on {self.start}")
        if self.precision not in PRECISIONS:
            raise ValueError(f"precision {self.precision!r} is not one of {', '.join(PRECISIONS)}")
        if self.basis not in BASES:
            raise ValueError(f"basis {self.basis!r} is not one of {', '.join(BASES)}")

    @classmethod
    def parse(cls, text: str, basis: str = "stated") -> Period:
        """Read ``1956``, ``1956-10``, ``1956-10-19``, ``1956/1960``, ``2022-02-24/`` (open) as a period.

        Raises ``ValueError`` when the text is none of these or names a day that no calendar has.

        >>> Period.parse("2016/2018-11").end
        datetime.date(2018, 11, 30)
        """
        first, slash, last = text.strip().partition("/")
        if _SLASHED.fullmatch(last):
            raise ValueError(no_date(text.strip()))
        start, end, precision = _partial(first)
        if not slash:
            return cls(start, end, precision, basis)
        return cls(start, _partial(last)[1] if last else None, "range", basis)

    @property
    def last(self) -> date:
        """The last day, or the last day of the calendar for a period that goes on."""
        return self.end or date.max

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share at least one day."""
        return self.start <= other.last and other.start <= self.last

    def until(self, day: date) -> Period:
        """The period as far as one day; one that begins later is its first day.

        >>> Period.parse("1990/").until(date(1996, 2, 29)).end
        datetime.date(1996, 2, 29)
        """
        return self if self.last <= day else replace(self, end=max(self.start, day), precision="range")

    def since(self, day: date) -> Period:
        """The period from one day on; one that ends earlier is its last day.

        >>> Period.parse("1990/1999").since(date(1996, 2, 29)).start
        datetime.date(1996, 2, 29)
        """
        return self if self.start >= day else replace(self, start=min(self.last, day), precision="range")

    def within(self, other: Period) -> bool:
        """Whether every day of this period belongs to the other."""
        return other.start <= self.start and self.last <= other.last

    def before(self, other: Period) -> bool:
        """Whether this period ends before the other begins."""
        return self.last < other.start

    @property
    def days(self) -> int | None:
        """The number of days, or ``None`` for a period that goes on."""
        return None if self.end is None else (self.end - self.start).days + 1


def no_date(text: str) -> str:
    """What is said of words that are no date.

    >>> no_date("2016/05")
    "'2016/05' is not a date: write a year (1956), a month (1956-10) or a day (1956-10-19)"
    """
    return f"{text!r} is not a date: write a year (1956), a month (1956-10) or a day (1956-10-19)"


@cache
def _partial(text: str) -> tuple[date, date, str]:
    """The first day, the last day and the precision of a year, a month or a day."""
    match = _PARTIAL.fullmatch(text.strip())
    if match is None:
        raise ValueError(no_date(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year == 0:
        raise ValueError(f"{text!r} has no year between 0001 and 9999")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} has month {month}, expected 01 to 12")
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last), "month"
    if not 1 <= day <= last:
        raise ValueError(f"{text!r} has day {day}, that month has {last} days")
    return date(year, month, day), date(year, month, day), "day"
