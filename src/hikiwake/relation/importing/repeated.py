"""Rows that are there twice: the same row again, and an id again with other content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

CHOICES = ("keep", "first")


@dataclass(slots=True)
class Repeated:
    """Counts what is repeated in the rows of a unit, by digests of 64 bits; with ``first`` later ones are left out."""

    id_column: str
    missing: tuple[str, ...] = ()
    choice: str = "keep"
    _rows: list[pl.Series] = field(default_factory=list)
    _ids: list[pl.Series] = field(default_factory=list)

    def later(self, frame: pl.DataFrame) -> pl.Series | None:
        """Which rows repeat one before them, where those are to be left out; nothing where all are kept.

        >>> import polars as pl
        >>> told = pl.DataFrame({"id": ["1", "2", "1"], "what": ["a", "b", "c"]})
        >>> seen = Repeated("id", choice="first")
        >>> seen.later(told).to_list(), seen.counts()
        ([False, False, True], (0, 1))
        """
        rows = frame.hash_rows(seed=1)
        ids = self._digests(frame[self.id_column], rows) if self.id_column in frame.columns else None
        again = self._again(rows, ids) if self.choice == "first" else None
        self._rows.append(rows)
        if ids is not None:
            self._ids.append(ids)
        return again

    def _digests(self, ids: pl.Series, rows: pl.Series) -> pl.Series:
        """The digests of ids; of a row without an id that of the row."""
        told = ids.is_not_null() & ~ids.is_in(["", *self.missing]).fill_null(value=False)
        return ids.hash(seed=1).zip_with(told, rows)

    def _again(self, rows: pl.Series, ids: pl.Series | None) -> pl.Series:
        kept, seen = (rows, self._rows) if ids is None else (ids, self._ids)
        again = ~kept.is_first_distinct()
        for before in seen:
            again |= kept.is_in(before.implode())
        return again

    def counts(self) -> tuple[int, int]:
        """How many rows repeat a whole row before them; how many repeat only its id."""
        import polars as pl

        whole = _repeats(pl.concat(self._rows)) if self._rows else 0
        return whole, max(0, _repeats(pl.concat(self._ids)) - whole) if self._ids else 0


def _repeats(digests: pl.Series) -> int:
    return len(digests) - digests.n_unique()
