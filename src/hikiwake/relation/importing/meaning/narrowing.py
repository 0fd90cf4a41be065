"""The narrow table: of each row the day, who did what to whom, and how it scores, in the same columns for all layouts.

A row of several sources or targets becomes one row for each pair; they share file and row. A row without a day that can
be read is no event and is set aside.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hikiwake.relation.importing.columns import ALIKE, COLUMNS, MUTUAL, ROW
from hikiwake.relation.importing.meaning.actors import Actors
from hikiwake.relation.importing.meaning.acts import Acts
from hikiwake.relation.importing.meaning.cells import Cells, Numbered
from hikiwake.relation.importing.meaning.looked_up import few, nothing
from hikiwake.relation.importing.meaning.sides import Sides
from hikiwake.relation.importing.meaning.spans import Spans
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl


@dataclass(slots=True)
class Narrowed:
    """The events of some rows; the rows without a day, with the reason; the names that stayed open, with their rows."""

    events: pl.DataFrame
    undated: pl.DataFrame
    open_names: Counter[str] = field(default_factory=Counter)


class Narrowing:
    """Makes events of the rows of one form; what a cell means is looked up once for each different cell."""

    def __init__(self, form: Form, actors: Actors) -> None:
        """Nothing was read yet."""
        self.form = form
        self._spans, self._acts, self._sides = Spans(form), Acts(form), Sides(form, actors)
        self._numbered, self._same = Numbered(form), {part: few(str) for part in ("issue", "publisher")}

    def narrow(self, frame: pl.DataFrame, file: str) -> Narrowed:
        """The events of a frame of the form's columns; ``file`` is the digest of the file it is from."""
        import polars as pl

        cells = Cells(frame, self._numbered)
        spans = self._spans.of(cells)
        undated = pl.DataFrame([cells[ROW], spans["reason"]]).drop_nulls("reason")
        if len(undated):
            dated = spans["reason"].is_null()
            cells, spans = cells.where(dated), spans.filter(dated)
        told = pl.DataFrame([cells[ROW], spans["date"], spans["last"], *self._acts.of(cells), *self._plain(cells)])
        told, open_names = self._sides.added(told, cells)
        if MUTUAL in frame.columns:
            told = told.filter(~(pl.col(MUTUAL) & (pl.col("source") == pl.col("target")).fill_null(value=False)))
        events = told.with_columns(pl.lit(file).alias("file"))
        return Narrowed(events.select(name for name in COLUMNS if name not in ALIKE), undated, open_names)

    def _plain(self, cells: Cells) -> list[pl.Series]:
        """What is told of an event as it is published."""
        told = [self._as_published(part, cells).alias(part) for part in ("issue", "publisher", "id")]
        return [*told, cells[MUTUAL]] if MUTUAL in cells.frame.columns else told

    def _as_published(self, part: str, cells: Cells) -> pl.Series:
        column = self.form.column(part)
        if column not in cells.columns:
            return nothing(part, len(cells))
        if part == "publisher" and self.form.hosts:
            addresses = cells.texts(column)
            return addresses.str.extract(r"^\w+://([^/?#]+)").zip_with(addresses.str.contains("://"), addresses)
        return cells.texts(column) if part == "id" else self._same[part].of(cells[column])
