"""Who acts on whom: the ids of the source and the target of every row, and the names that stay open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.columns import SIDES
from hikiwake.relation.importing.meaning.actors import Actors, numbers_in_time
from hikiwake.relation.importing.meaning.looked_up import looked_up, nothing
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl


class Sides:
    """Reads the actors of the rows of one form."""

    def __init__(self, form: Form, actors: Actors) -> None:
        """``actors`` says what a cell means."""
        self.form, self.actors = form, actors

    def added(self, told: pl.DataFrame, cells: pl.DataFrame) -> tuple[pl.DataFrame, Counter[str]]:
        """The frame with ``source`` and ``target``, one row for each pair; names that stay open, with their rows."""
        open_names: Counter[str] = Counter()
        told = told.with_columns(self._side(side, cells, told["date"], open_names).alias(side) for side in SIDES)
        if self.actors.joined:
            for side in SIDES:
                told = told.explode(side)
        return told, open_names

    def _side(self, side: str, cells: pl.DataFrame, days: pl.Series, open_names: Counter[str]) -> pl.Series:
        """The ids of one side: of the first column that names an actor we know."""
        import polars as pl

        columns = [each for each in self.form.actor_columns(side) if each[1] in cells.columns]
        if not columns:
            none = nothing(side, len(cells))
            return none.cast(pl.List(pl.String)) if self.actors.joined else none
        found = self._ids(cells[columns[0][1]], columns[0][0], days)
        for scheme, column in columns[1:]:
            if found.null_count():
                left = found.is_null()
                more = self._ids(cells[column].set(~left, None), scheme, days)
                found = found.zip_with(~left, more)
        if found.null_count():
            names = cells.filter(found.is_null()).select(
                pl.coalesce([each for _, each in reversed(columns)]).alias("name")
            )
            open_names.update(dict(names["name"].drop_nulls().value_counts().rows()))
        return found

    def _ids(self, cells: pl.Series, scheme: str, days: pl.Series) -> pl.Series:
        """The id, or the list of ids, that each cell means."""
        import polars as pl

        if scheme == "cow":
            cells = _numbers(cells, days)
        known = {text: self.actors.codes(scheme, text) for text in cells.unique().drop_nulls()}
        found = {text: [*ids] for text, ids in known.items() if ids}
        if not self.actors.joined:
            return looked_up(cells, {text: ids[0] for text, ids in found.items()}, pl.String)
        schema: dict[str, Any] = {"key": pl.String, "ids": pl.List(pl.String)}
        table = pl.DataFrame({"key": list(found), "ids": list(found.values())}, schema=schema)
        return cells.alias("key").to_frame().join(table, on="key", how="left", maintain_order="left")["ids"]


def _numbers(cells: pl.Series, days: pl.Series) -> pl.Series:
    """Numbers of states without fractions; with the year where a number was several states."""
    numbers = cells.str.strip_suffix(".0")
    in_time = numbers.is_in(list(numbers_in_time())).fill_null(value=False)
    if not in_time.any():
        return numbers
    dated = numbers + "@" + days.dt.year().cast(numbers.dtype)
    return dated.zip_with(in_time, numbers)
