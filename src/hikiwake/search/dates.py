"""Dates in questions and in texts, in every form, as periods and as words by which an index finds them.

A text's date is found by its day, and by every month, year and decade that holds it. Where a date may be read in two
ways (``03/04/2022``) it is both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hikiwake.periods import Period
from hikiwake.search.dateforms import date_pattern, number
from hikiwake.vocabulary import question_words

A_MONTH, A_YEAR = 28, 365  # days
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_MAY_HOLD_A_DATE = re.compile(r"[\d〇一二三四五六七八九十元]")


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
    found: list[DateFound] = []
    if not _MAY_HOLD_A_DATE.search(text):
        return found
    for match in date_pattern().finditer(text.translate(_NARROW)):
        parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
        told = _told(match.start(), match.end(), parts)
        if told is None and "year" in parts:  # what no calendar has may still tell its year
            told = _told(match.start(), match.end(), {"year": parts["year"]})
        found += [told] if told else []
    return found


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
        return question_words().eras[parts["era"].casefold()] + number(parts["count"]) - 1
    return number(parts["year"]) if "year" in parts else None


def _months(parts: dict[str, str]) -> list[int]:
    """The month or months of a date, by number or by name."""
    names = [parts[key].casefold().rstrip(".") for key in ("name", "until") if key in parts]
    return [number(parts["month"])] if "month" in parts else [question_words().months[name] for name in names]


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


def words_of(told: DateFound) -> list[str]:
    """What a text's date is found by: ``d`` a day, ``m`` a month, ``y`` a year, ``t`` ten years, ``a`` a day of any.

    ``e`` is a day told without a year, ``n`` a month told without a day.

    >>> words_of(dates_in("21 March 2022")[0])
    ['t202', 'y2022', 'm202203', 'd20220321', 'a0321']
    """
    found = [word for period in told.periods for word in _words(period)]
    if told.yearless:
        found += [f"a{told.yearless}"] if told.periods else [f"a{told.yearless}", f"e{told.yearless}"]
    return list(dict.fromkeys(found))


def _words(period: Period) -> Iterator[str]:
    """The words of a period: as exact as it is long."""
    length = period.days or 0
    for day in _days(period, 1 if length < A_MONTH else 28 if length < A_YEAR else 366):
        written = day.strftime("%Y%m%d")
        yield f"t{written[:3]}"
        yield from (f"y{written[:4]}",) if length <= A_YEAR + 1 else ()
        yield from (f"m{written[:6]}",) if length < A_YEAR else ()
        yield from (f"n{written[:6]}",) if period.precision == "month" else ()
        yield from (f"d{written}",) if length < A_MONTH else ()


def _days(period: Period, step: int) -> Iterator[date]:
    """Every so many days of a period, with its last."""
    yield from (period.start + timedelta(number) for number in range(0, (period.days or 1) - 1, step))
    yield period.last


def words_for(told: DateFound) -> tuple[list[str], list[str]]:
    """What to look for, for a question's date: the words of a text that means it, and of one that may.

    >>> words_for(dates_in("21 March 2022")[0])
    (['d20220321'], ['n202203', 'e0321'])
    """
    if not told.periods:
        return [f"a{told.yearless}"], []
    found = [word for period in told.periods for word in _words(period)]
    kind, wider = next(
        pair for pair in (("d", "m"), ("m", "y"), ("y", ""), ("t", "")) if any(w[0] == pair[0] for w in found)
    )
    near = [word for word in found if wider and word[0] == wider]
    near = [word.replace("m", "n") for word in near] + ([f"e{told.yearless}"] if told.yearless else [])
    return list(dict.fromkeys(word for word in found if word[0] == kind)), list(dict.fromkeys(near))
