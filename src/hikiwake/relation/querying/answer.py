"""What a question to event data comes to: rows of one shape, which stay in the database until they are looked at.

Millions of rows are an answer too: they are read as they are needed, and go to Arrow without a row of Python. Every
library that takes Arrow takes an answer, where it is installed: ``pyarrow.table(answer)``,
``polars.DataFrame(answer)``, ``pandas.DataFrame.from_arrow(answer)``.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hikiwake.results import Plain, Result
from hikiwake.wording.clauses.relation import value
from hikiwake.wording.tables import paragraphs

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 50_000  # rows that are looked at together
DIGITS = 6


@dataclass(frozen=True, eq=False)
class Answer(Result[Any]):
    """The rows that answer a question, named after their columns; what they say in sentences; the scale, "" for none.

    columns: the names of the columns; size: how many rows there are
    """

    columns: tuple[str, ...]
    size: int
    scale: str
    said: tuple[str, ...]
    connection: DuckDBPyConnection = field(repr=False)

    def __len__(self) -> int:
        """How many rows there are."""
        return self.size

    @cached_property
    def rows(self) -> tuple[Any, ...]:
        """All rows, each with its columns by name."""
        return tuple(self._rows())

    def __iter__(self) -> Iterator[Any]:
        """The rows one after another, read as they are needed."""
        return self._rows()

    def _rows(self, most: int | None = None) -> Iterator[Any]:
        kind = namedtuple("Row", self.columns)  # type: ignore[misc]  # its fields are those of the question
        cursor = self.connection.cursor()
        cursor.execute("SELECT * FROM answer LIMIT $most", {"most": self.size if most is None else most})
        while batch := cursor.fetchmany(BATCH):
            yield from map(kind._make, batch)

    def records(self, most: int | None = None) -> Iterator[Plain]:
        """The rows as plain values, one after another, at most so many; a day is its date as text."""
        return (dict(zip(self.columns, map(_plain, row), strict=True)) for row in self._rows(most))

    def as_records(self) -> list[Plain]:
        """The rows as ``--json`` prints them."""
        return list(self.records())

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was asked, and how much is told."""
        return self.said

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The rows as cells."""
        return self.columns, (
            [value(each) if isinstance(each, float) else "" if each is None else str(each) for each in row]
            for row in self._rows()
        )

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as a stream of Arrow, for every library that takes one."""
        return self.connection.cursor().table("answer").__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_() if self.size else ''}{paragraphs(self.sentences)}"


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    return value.isoformat() if isinstance(value, date) else value
