"""The rows behind a series as columns, of numbers for days, scores and words; a row is written out when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hikiwake.relation.columns import Acts, RowIds
from hikiwake.results import Plain

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from hikiwake.relation.noise import Numbers, Places

Words = tuple[tuple[str, ...], "Places"]
_WORDS = ("code", "type", "publisher", "file")
_DAYS = "({day} - DATE '0001-01-01' + 1) AS {day}"
NONE = -1  # the place of a word, or the quad class, where there is none


@dataclass(frozen=True, eq=False)
class Behind(Mapping[str, Plain]):
    """Rows by their references, ``file:row``, in order of time.

    starts, lasts: their days, counted from the first of the calendar; quads: ``NONE`` for no class
    words: by column its texts, and of each row the place of its own, ``NONE`` for none
    """

    ids: RowIds
    starts: Places
    lasts: Places
    scores: Numbers
    quads: Places
    words: Mapping[str, Words]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.scores)

    def __iter__(self) -> Iterator[str]:
        """Their references, in order of time."""
        return iter(self.ids)

    def __getitem__(self, id_: str) -> Plain:
        """The row of a reference. Raises ``KeyError`` for one that is not there."""
        place = self._place(id_)
        first, last = (date.fromordinal(int(days[place])).isoformat() for days in (self.starts, self.lasts))
        code, type_, publisher = (self._word(column, place) for column in ("code", "type", "publisher"))
        quad = None if self.quads[place] == NONE else int(self.quads[place])
        return {"id": id_, "date": first, "last": last, "code": code, "type": type_, "quad": quad,
                "score": float(self.scores[place]), "publisher": publisher}  # fmt: skip

    @cached_property
    def acts(self) -> Acts:
        """The rows as acts; where publishers are known, a row without one is told by one of its own, without a name."""
        import numpy as np

        texts, of = self.words["publisher"]
        if not any(texts):
            names, tellings = tuple[str, ...](), (np.arange(0), np.arange(0))
        else:
            names = tuple(sorted({*texts, *([""] if (of == NONE).any() else [])}))
            place = {name: number for number, name in enumerate(names)}
            at = np.array([*(place[each] for each in texts), place.get("", NONE)], dtype=np.intp)  # the last for NONE
            tellings = (np.arange(len(self)), at[of])
        return Acts(self.ids, self.starts, self.lasts, self.scores, np.maximum(self.quads, 0), names, tellings)

    def _word(self, column: str, place: int) -> str | None:
        texts, of = self.words[column]
        return None if of[place] == NONE else texts[of[place]]

    def _place(self, id_: str) -> int:
        """Where the row of a reference stands."""
        import numpy as np

        file, _, row = id_.rpartition(":")
        order, keys, base = self._by_key
        if file in self.ids.files and row.isdecimal() and int(row) < base:
            found = int(np.searchsorted(keys, self.ids.files.index(file) * base + int(row), side="right")) - 1
            if found >= 0 and keys[found] == self.ids.files.index(file) * base + int(row):
                return int(order[found])
        raise KeyError(id_)

    @cached_property
    def _by_key(self) -> tuple[Places, Places, int]:
        """The places of rows in order of their keys, the keys, and by how much those of two files are apart."""
        import numpy as np

        base = int(self.ids.rows.max(initial=0)) + 1
        keys = self.ids.which * base + self.ids.rows
        order = np.argsort(keys, kind="stable")
        return order, keys[order], base


def behind(connection: DuckDBPyConnection) -> Behind:
    """The rows of the table ``answer``, in its order, as ``07_rows_between_two.sql`` leaves them."""
    texts = {column: _texts(connection, column) for column in _WORDS}
    coded = ", ".join(_coded(connection, column, bool(texts[column])) for column in _WORDS)
    days = ", ".join(_DAYS.format(day=day) for day in ("date", "last"))
    asked = f"SELECT row, {days}, coalesce(quad, {NONE}) AS quad, score, {coded} FROM answer"
    found: dict[str, Any] = connection.execute(asked).fetchnumpy()
    row, first, last, quad = (found[name].astype("int64") for name in ("row", "date", "last", "quad"))
    words = {column: (texts[column], found[column].astype("int64")) for column in _WORDS}
    files, which = words.pop("file")
    return Behind(RowIds(files, which, row), first, last, found["score"].astype(float), quad, words)


def _texts(connection: DuckDBPyConnection, column: str) -> tuple[str, ...]:
    """The different texts of a column, in order."""
    asked = f"SELECT DISTINCT {column} FROM answer WHERE {column} IS NOT NULL ORDER BY 1"
    return tuple(text for (text,) in connection.execute(asked).fetchall())


def _coded(connection: DuckDBPyConnection, column: str, told: bool) -> str:
    """A column as the places of its texts, in SQL."""
    if not told:
        return f"{NONE} AS {column}"
    connection.execute(
        f"CREATE TYPE {column}s AS ENUM (SELECT DISTINCT {column} FROM answer WHERE {column} IS NOT NULL ORDER BY 1)"
    )
    return f"coalesce(enum_code({column}::{column}s)::INTEGER, {NONE}) AS {column}"
