"""Dates of questions and texts as words by which an index finds them.

A text's date is found by its day, and by every month, year and decade that holds it. Where a date may be read in two
ways (``03/04/2022``) it is both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hikiwake.documents.dates import DateFound
from hikiwake.periods import Period

A_MONTH, A_YEAR = 28, 365  # days


def words_of(told: DateFound) -> list[str]:
    """What a text's date is found by: ``d`` a day, ``m`` a month, ``y`` a year, ``t`` ten years, ``a`` a day of any.

    ``e`` is a day told without a year, ``n`` a month told without a day.

    >>> from hikiwake.documents.dates import dates_in
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

    >>> from hikiwake.documents.dates import dates_in
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
