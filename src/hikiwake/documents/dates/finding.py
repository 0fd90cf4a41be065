"""Dates in a text, in every form, as the periods they may mean.

Every form has a number in it. So the numbers of the text are gone through, each with the name of a month or an era that
may stand before it, and the forms are tried there only: the time taken grows with the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.documents.dates.forms import date_pattern, number
from hikiwake.periods import Period
from hikiwake.vocabulary import date_words

BEFORE = 40  # characters before a number among which the names of its months stand
FURTHER_WORDS = 4  # the names of its months are among so many words before a number

_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE = re.compile(r"[０-９]")
_NUMBER = re.compile(r"[0-9〇一二三四五六七八九十元]+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date: its place in the text, the periods it may mean (none without a year), and its day of any year."""

    start: int
    end: int
    periods: tuple[Period, ...]
    yearless: str = ""

    @property
    def period(self) -> Period | None:
        """What the date means, or may mean first; ``None`` without a year."""
        return self.periods[0] if self.periods else None


def dates_in(text: str) -> list[DateFound]:
    """The dates of a text in order: days, months, years and decades.

    >>> [str(date.period.start) for date in dates_in("Between 21.03.2022, Apr. 2023 and 令和6年5月1日?")]
    ['2022-03-21', '2023-04-01', '2024-05-01']
    """
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    return [told for match in _matches(plain) if (told := _read(match))]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds, tried where a number, or the name before it, begins."""
    done, form = 0, date_pattern()
    for numeral in _NUMBER.finditer(text):
        for start in _beginnings(text, numeral.start()):
            if start >= done and (match := form.match(text, start)):
                done = match.end()
                yield match
                break


def _beginnings(text: str, place: int) -> Iterator[int]:
    """Where a date with a number at a place may begin: at a month or an era before it, or there."""
    first, words = max(0, place - BEFORE), date_words()
    before = text[first:place]
    if before[-1:].isspace() or before[-1:] in words.era_ends:
        for word in [*_WORD.finditer(before)][-FURTHER_WORDS:]:
            if word.group().casefold() in words.named:
                yield first + word.start()
        if (name := before.rstrip()[-2:]) in words.eras:
            yield first + before.rindex(name)
    yield place


def _read(match: re.Match[str]) -> DateFound | None:
    """What a match means; what no calendar has may still tell its year."""
    parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
    told = _told(match.start(), match.end(), parts)
    if told is None and "year" in parts:
        return _told(match.start(), match.end(), {"year": parts["year"]})
    return told


def _told(start: int, end: int, parts: dict[str, str]) -> DateFound | None:
    try:
        if "decade" in parts:
            return DateFound(start, end, (Period.parse(f"{parts['decade']}0/{parts['decade']}9"),))
        year, days = _year(parts), [number(parts[key]) for key in ("day", "last") if key in parts]
        if year is None:
            months = [*_months(parts)]
            return DateFound(start, end, (), _yearless(months[0], days[0])) if days else None
        if "either" in parts:
            return DateFound(start, end, tuple(_either(year, number(parts["either"]), number(parts["or"]))))
        first, *further = [_written(year, month, day) for month in _months(parts) or [0] for day in days or [0]]
        period = Period.parse(f"{first}/{further[-1]}" if further else first)
        return DateFound(start, end, (period,), _yearless(_months(parts)[0], days[0]) if days else "")
    except ValueError:
        return None


def _year(parts: dict[str, str]) -> int | None:
    if "era" in parts:
        return date_words().year_of(parts["era"], number(parts["count"]))
    return number(parts["year"]) if "year" in parts else None


def _months(parts: dict[str, str]) -> list[int]:
    """The month or months of a date, by number or by name."""
    names = [parts[key].casefold().rstrip(".") for key in ("name", "until") if key in parts]
    return [number(parts["month"])] if "month" in parts else [date_words().months[name] for name in names]


def _written(year: int, month: int, day: int) -> str:
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])


def _yearless(month: int, day: int) -> str:
    """The day of any year; raises ``ValueError`` where no calendar has it."""
    Period.parse(_written(2024, month, day))
    return f"{month:02d}{day:02d}"


def _either(year: int, one: int, other: int) -> Iterator[Period]:
    """A day before its month, and after it, as far as a calendar has them."""
    written = {_written(year, month, day) for month, day in ((other, one), (one, other)) if 0 < month <= 12}
    days = sorted(written) or [_written(year, 13, 1)]
    yield from (Period.parse(day) for day in days)
