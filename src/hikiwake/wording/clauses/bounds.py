"""Clauses that say how far a side goes by one holder: what it accepts, for how long, and what it refuses."""

from __future__ import annotations

from calendar import month_name
from datetime import date, timedelta
from typing import NamedTuple

from hikiwake.wording.phrases import listed


class Passing(NamedTuple):
    """What a side accepts for a part of an era only: from and until which day, and when it is refused before and after.

    >>> Passing("Half", None, date(1977, 11, 30), None, date(1977, 12, 1)).accepted
    'until November 1977'
    """

    title: str
    since: date | None
    until: date | None
    refused_until: date | None
    refused_from: date | None

    @property
    def accepted(self) -> str:
        """In which time it is accepted."""
        return _in_time(self.since, self.until)

    @property
    def refused(self) -> str:
        """In which time it, or what is better for the side, is refused."""
        return listed(filter(None, (_in_time(None, self.refused_until), _in_time(self.refused_from, None))))


class Account(NamedTuple):
    """What a holder tells of a side: titles of how far it goes, goes perhaps, what it refuses and what it studied.

    passing: what it accepts for a part of the era only; lost: what it accepts on record while it refuses
    that or what is better for it; remains: whether the scale then leaves it anything that it accepts
    """

    side: str
    holder: str
    sure: str
    perhaps: str
    refused: str
    studied: tuple[str, ...]
    silent: bool  # refuses to talk
    passing: Passing | None = None
    lost: str = ""
    remains: bool = False


def account(told: Account) -> str:
    """What a holder tells of a side, without the side.

    >>> account(Account("A", "B", "", "", "Half", (), False, lost="Half"))
    'accepts and refuses “Half” at one time'
    """
    goes = f"goes as far as “{told.sure}”" if told.sure else ""
    perhaps = f"perhaps as far as “{told.perhaps}”" if goes else f"perhaps goes as far as “{told.perhaps}”"
    studied = f"studied {listed(f'“{title}”' for title in told.studied)}" if told.studied else ""
    talks = "refuses to talk" if told.silent else ""
    parts = (goes, perhaps if told.perhaps else "", _for_a_time(told), _refused(told), studied, talks)
    return listed(filter(None, parts))


def _for_a_time(told: Account) -> str:
    if not told.passing:
        return ""
    far = f"as far as “{told.passing.title}” {told.passing.accepted}"
    return far if told.sure and not told.perhaps else f"goes {far}"


def _refused(told: Account) -> str:
    """What a side refuses, when it accepts it or what is worse for it at another time or at the same."""
    less = f"goes less far than “{told.refused}”, which it " if told.remains and not told.sure else ""
    if told.passing:
        what = "it" if told.passing.title == told.refused else f"“{told.refused}”"
        return f"refuses {what} {told.passing.refused}"
    if told.lost and told.lost == told.refused:
        return f"{less}accepts and refuses at one time" if less else f"accepts and refuses “{told.refused}” at one time"
    refuses = (f"{less}refuses" if less else f"refuses “{told.refused}”") if told.refused else ""
    return f"{refuses} although it accepts “{told.lost}”, which ranks worse for it" if told.lost else refuses


def _in_time(first: date | None, last: date | None) -> str:
    return " ".join(filter(None, (_since(first) if first else "", _until(last) if last else "")))


def _until(day: date) -> str:
    after = day + timedelta(days=1)
    whole = _whole(day, opens_year=after.day == 1 and after.month == 1, opens_month=after.day == 1)
    return f"until {whole}"


def _since(day: date) -> str:
    return f"from {_whole(day, opens_year=day.day == 1 and day.month == 1, opens_month=day.day == 1)}"


def _whole(day: date, *, opens_year: bool, opens_month: bool) -> str:
    """A day, or the month or the year that opens or closes with it."""
    if opens_year:
        return str(day.year)
    return f"{month_name[day.month]} {day.year}" if opens_month else f"{day.day} {month_name[day.month]} {day.year}"
