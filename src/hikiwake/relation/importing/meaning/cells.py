"""The cells of some rows that tell parts of events: repaired where they were wrong, empty where nothing is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.columns import HIDDEN, ROW
from hikiwake.relation.importing.meaning.looked_up import Meant
from hikiwake.relation.importing.meaning.repairing import value
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl


class Numbered:
    """The different texts of each column of a form, numbered in the order in which they are met."""

    def __init__(self, form: Form) -> None:
        """No text was met yet."""
        self.form = form
        self._kinds: dict[str, Any] = {}
        self._told: dict[str, Meant] = {}

    def of(self, column: str, cells: pl.Series) -> pl.Series:
        """The numbered texts of cells; one that means *missing* is empty."""
        import polars as pl

        if column not in self._kinds:
            kind = pl.Categorical(pl.Categories.random())
            self._kinds[column], self._told[column] = kind, Meant(lambda texts: self._told_by(texts, kind))
        return self._told[column].of(cells.cast(self._kinds[column]))

    def _told_by(self, texts: pl.Series, kind: Any) -> pl.DataFrame:
        import polars as pl

        missing = pl.first().is_in(["", *self.form.missing])
        return texts.to_frame().select(pl.when(missing).then(None).otherwise(pl.first()).cast(kind))


class Cells:
    """The columns of a frame that a form uses, each looked at when it is asked for."""

    def __init__(self, frame: pl.DataFrame, numbered: Numbered) -> None:
        """``numbered`` knows the texts of the rows before."""
        self.frame, self.numbered, self.form = frame, numbered, numbered.form
        self.columns = [column for column in self.form.used if column in frame.columns]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.frame)

    def __getitem__(self, column: str) -> pl.Series:
        """A column, its texts numbered; what is no column of the file as it is."""
        if column == ROW or column.startswith(HIDDEN):
            return self.frame[column]
        return self.numbered.of(column, self.texts(column, as_published=True)).alias(column)

    def texts(self, column: str, *, as_published: bool = False) -> pl.Series:
        """A column as texts; ``as_published`` with the words that mean *missing*."""
        told = value(column, self.frame, () if as_published else ("", *self.form.missing))
        return self.frame.select(told.alias(column)).to_series()

    def where(self, kept: pl.Series) -> Cells:
        """Some of the rows."""
        return Cells(self.frame.filter(kept), self.numbered)
