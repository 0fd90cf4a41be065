"""A plain table: a day, month or year, a value, and where there is a column for it how much stands behind the value.

The value of a period is the mean of the values of all rows that lie in it, each as often as is behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import isfinite

from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.comparing.measured import Measured, Read
from hikiwake.relation.comparing.recognising import Recognised
from hikiwake.relation.series import period_of
from hikiwake.vocabulary.comparisons import missing

Row = tuple[Period, float, int | None]


def read_table(found: Recognised, by: str) -> Read:
    """A value for each period in which a row lies. Raises ``HikiwakeError`` for a row longer than a period."""
    told: dict[date, list[Row]] = {}
    rows = [_row(row, found) for row in found.file.rows()]
    for row in filter(None, rows):
        period = period_of(row[0].start, by)
        if row[0].last > period.last:
            when = f"{row[0].start} to {row[0].last}"
            raise HikiwakeError(
                f"{found.file.path}: found {when} as one value, expected a {by} at most; give another --by"
            )
        told.setdefault(period.start, []).append(row)
    values = tuple(_mean(period_of(start, by), each) for start, each in sorted(told.items()))
    return Read(values, sum(row is None for row in rows))


def _mean(period: Period, rows: Sequence[Row]) -> Measured:
    counts = [count for _, _, count in rows if count is not None]
    if len(counts) < len(rows):
        return Measured(period, sum(value for _, value, _ in rows) / len(rows), None)
    value = sum(value * count for (_, value, _), count in zip(rows, counts, strict=True)) / sum(counts)
    return Measured(period, value, sum(counts))


def _row(row: list[str], found: Recognised) -> Row | None:
    """The period, value and count of a row; ``None`` where one cannot be read, or nothing is behind the value."""
    places = found.file.places({**found.layout.columns, **found.layout.optional})
    try:
        period, value = Period.parse(row[places["date"]].strip()), float(row[places["value"]])
        count = next(_counts(row, places), None)
    except (ValueError, OverflowError):
        return None
    known = row[places["value"]].strip().casefold() not in missing()
    return (period, value, count) if known and isfinite(value) and count != 0 else None


def _counts(row: list[str], places: dict[str, int]) -> Iterator[int]:
    if "count" in places and (cell := row[places["count"]].strip()):
        yield int(float(cell))
