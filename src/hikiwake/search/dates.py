"""Dates in a question, in numbers or words, as periods, and as what to look for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hikiwake.periods import Period
from hikiwake.search.fulltext import Look
from hikiwake.vocabulary import question_words


@dataclass(frozen=True, slots=True)
class DateAsked:
    """A date of a question: its place there, its period (``None`` without a year), and how texts write it."""

    start: int
    end: int
    period: Period | None
    exact: Look
    near: Look


def dates_in(question: str) -> list[DateAsked]:
    """The dates of a question in order: days, months, years and decades.

    >>> [str(date.period.start) for date in dates_in("Between 21 March 2022 and 2023-04?")]
    ['2022-03-21', '2023-04-01']
    """
    found: list[DateAsked] = []
    for match in _pattern().finditer(question):
        parts = {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text}
        date = _date(match.start(), match.end(), parts)
        found += [date] if date else []
    return found


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    name = rf"(?:{months})\w{{0,3}}"
    day = r"\d{1,2}"
    forms = (
        r"(?P<year1>\d{4})-(?P<month1>\d{2})(?:-(?P<day1>\d{2}))?",
        r"(?P<year2>\d{4})年(?:(?P<month2>\d{1,2})月(?:(?P<day2>\d{1,2})日)?)?",
        rf"(?P<day3>{day})(?:st|nd|rd|th)?(?: of)?\s+(?P<name3>{name})(?:,?\s+(?P<year3>\d{{4}}))?",
        rf"(?P<name4>{name})\s+(?P<day4>{day})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year4>\d{{4}}))?",
        rf"(?P<name5>{name}),?\s+(?:of\s+)?(?P<year5>\d{{4}})",
        r"(?P<decade6>(?:1[5-9]|20)\d)0s",
        r"(?P<year7>(?:1[5-9]|20)\d\d)",
    )
    return re.compile(r"(?<![\w])(?:" + "|".join(forms) + r")(?![A-Za-z\d])", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    """The number of each month's name, in every language, by the name without its ending."""
    return {name: number for names in question_words().months.values() for number, name in enumerate(names, 1)}


def _date(start: int, end: int, parts: dict[str, str]) -> DateAsked | None:
    if "decade" in parts:
        decade = parts["decade"]
        looked = Look((f'"{decade}0s"', f'"{decade}" *'))
        return DateAsked(start, end, Period.parse(f"{decade}0/{decade}9"), looked, Look())
    month = int(parts["month"]) if "month" in parts else _month(parts.get("name", ""))
    year, day = parts.get("year"), int(parts["day"]) if "day" in parts else None
    try:
        period = Period.parse("-".join([year, *(f"{part:02d}" for part in (month, day) if part)])) if year else None
    except ValueError:
        return None
    exact = tuple(_written(year, month, day))
    near = tuple(_written(None, month, day)) if day and year else (f'"{year}"',) if month and year else ()
    return DateAsked(start, end, period, Look(exact, tuple(_eastern(year, month, day))), Look(near))


def _month(name: str) -> int | None:
    fitting = [number for month, number in _months().items() if name and name.casefold().startswith(month)]
    return fitting[0] if fitting else None


def _written(year: str | None, month: int | None, day: int | None) -> Iterator[str]:
    """How a date stands in a text of words: its parts close together, or as numbers."""
    names = [names[month - 1] for names in question_words().months.values()] if month else [""]
    numbers = [f'"{part}"' for part in (day, year) if part]
    for name in names:
        together = [*([f'"{name}"' if name.isascii() else f'"{name}" *'] if name else []), *numbers]
        yield together[0] if len(together) == 1 else f"NEAR({' '.join(together)}, 2)"
    if year and month:
        yield '"' + " ".join([year, f"{month:02d}", *([f"{day:02d}"] if day else [])]) + '"'


def _eastern(year: str | None, month: int | None, day: int | None) -> Iterator[str]:
    """How a date stands in Japanese."""
    if year:
        yield f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
