"""Rows that are there twice: the same row again, and an id again with other content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from hikiwake.relation.importing.columns import FILE, HIDDEN, REPAIRED, ROW

if TYPE_CHECKING:
    import polars as pl

CHOICES = ("keep", "first")


@dataclass(slots=True)
class Repeated:
    """Counts what is repeated in the rows of a unit, by digests of 64 bits; with ``first`` later ones are left out.

    While rows are read only their ids are looked at; whole rows, where they have none. Only what has an id of before is
    compared as a whole, once everything was read.
    """

    id_column: str
    missing: tuple[str, ...] = ()
    choice: str = "keep"
    _seen: list[pl.Series] = field(default_factory=list)

    def later(self, frame: pl.DataFrame) -> pl.Series | None:
        """Which rows repeat one before them, where those are to be left out; nothing where all are kept.

        >>> import polars as pl
        >>> told = pl.DataFrame({"id": ["1", "2", "1"], "what": ["a", "b", "c"]})
        >>> seen = Repeated("id", choice="first")
        >>> seen.later(told).to_list(), seen.counts([told])
        ([False, False, True], (0, 1))
        """
        digests = self._digests(frame)
        again = self._again(digests) if self.choice == "first" else None
        self._seen.append(digests)
        return again

    def counts(self, published: Iterable[pl.DataFrame]) -> tuple[int, int]:
        """How many rows repeat a whole row before them; how many repeat only its id; of the same rows in any parts."""
        import polars as pl

        seen = pl.concat(self._seen) if self._seen else pl.Series([], dtype=pl.UInt64)
        if not (repeats := _repeats(seen)) or not self.id_column:
            return repeats, 0
        several = seen.filter(seen.is_duplicated()).unique()
        alike = (part.filter(self._digests(part).is_in(several.implode())) for part in published)
        whole = _repeats(pl.concat([_of_rows(part) for part in alike]))
        return whole, repeats - whole

    def _digests(self, frame: pl.DataFrame) -> pl.Series:
        """The digests of ids; of a row without an id that of the row."""
        if self.id_column not in frame.columns:
            return _of_rows(frame)
        ids = frame[self.id_column]
        told = ids.is_not_null() & ~ids.is_in(["", *self.missing]).fill_null(value=False)
        digests = ids.hash(seed=1)
        return digests if told.all() else digests.zip_with(told, _of_rows(frame))

    def _again(self, digests: pl.Series) -> pl.Series:
        again = ~digests.is_first_distinct()
        for before in self._seen:
            again |= digests.is_in(before.implode())
        return again


def _of_rows(frame: pl.DataFrame) -> pl.Series:
    """The digest of what is published in each row; a column that a row does not have changes nothing."""
    import polars as pl

    given = (name for name in frame.columns if name not in (ROW, FILE) and not name.startswith(HIDDEN))
    cells = {name: pl.col(name).hash(seed=crc32(name.encode())) for name in given if not name.endswith(REPAIRED)}
    told = (pl.when(pl.col(name).is_not_null()).then(digest).otherwise(0) for name, digest in cells.items())
    return frame.select(pl.sum_horizontal(told).alias("digest"))["digest"]


def _repeats(digests: pl.Series) -> int:
    return len(digests) - digests.n_unique()
