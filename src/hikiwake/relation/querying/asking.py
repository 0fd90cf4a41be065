"""The thin reader: a question is numbered SQL, its parameters are bound, its answer stays a table of the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.series import MEASURES, refuse_unknown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STEPS = {"day": (0, 1), "month": (1, 0), "quarter": (3, 0), "year": (12, 0), "decade": (120, 0)}  # months, days
COUNT = "count"
COUNTS = (*MEASURES, COUNT)
FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the rows: periods of which length, which measure of which scale, one way or both, from when on.

    scale: ``None`` for all rows, whatever their score; first, last: days. Raises ``HikiwakeError`` for unknown words.
    """

    by: str = "year"
    measure: str = "mean"
    directed: bool = False
    first: date = FIRST_DAY
    last: date = LAST_DAY

    def __post_init__(self) -> None:
        """Refuse words that no question knows, and an end before the beginning."""
        refuse_unknown("by", self.by, tuple(STEPS))
        refuse_unknown("measure", self.measure, COUNTS)
        if self.last < self.first:
            raise HikiwakeError(f"from {self.first} to {self.last}: the end is before the beginning; turn them round")

    def bound(self, scale: str | None) -> dict[str, Any]:
        """The values of the parameters that several questions have."""
        months, days = STEPS[self.by]
        return {"by": self.by, "months": months, "days": days, "measure": self.measure, "scale": scale,
                "directed": self.directed, "from": self.first, "to": self.last}  # fmt: skip


def days_between(first: str, last: str) -> tuple[date, date]:
    """The first day of one period and the last of another, as text: ``"2013"``, ``"2022-02"``; all days for empty ones.

    Raises ``HikiwakeError`` for a text that is no date.

    >>> days_between("2013", "")[0].isoformat(), days_between("", "2022-02")[1].isoformat()
    ('2013-01-01', '2022-02-28')
    """
    days = []
    for word, text in (("from", first), ("to", last)):
        try:
            days.append(Period.parse(text) if text else None)
        except ValueError as error:
            raise HikiwakeError(f"{word}: {error}") from None
    begun, ended = days
    return (begun.start if begun else FIRST_DAY), (ended.last if ended else LAST_DAY)


@cache
def sql_of(name: str) -> str:
    """The text of one of the SQL files.

    >>> sql_of("01_one_dyad").splitlines()[0]
    '-- 01 How did the acts between two actors stand, period by period?'
    """
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def ask(connection: DuckDBPyConnection, names: Sequence[str], given: Mapping[str, Any]) -> tuple[tuple[str, ...], int]:
    """Answer a question, the files of which stand on each other; gives the columns and how many rows there are.

    given: the values of its parameters, of which those that it does not have are left out; the table ``answer`` holds
    the rows.
    """
    (statement,) = connection.extract_statements("\n".join(["CREATE TABLE answer AS", *map(sql_of, names)]))
    connection.execute(statement, {name: given[name] for name in statement.named_parameters})
    table = connection.table("answer")
    return tuple(table.columns), len(table)
