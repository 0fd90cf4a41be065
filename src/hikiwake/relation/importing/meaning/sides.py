"""Who acts on whom: the ids of the source and the target of every row, and the names that stay open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.columns import SIDES
from hikiwake.relation.importing.meaning.actors import Actors, numbers_in_time
from hikiwake.relation.importing.meaning.cells import Cells
from hikiwake.relation.importing.meaning.looked_up import Meant, few, nothing
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl


class Sides:
    """Reads the actors of the rows of one form."""

    def __init__(self, form: Form, actors: Actors) -> None:
        """``actors`` says what a cell means."""
        self.form, self.actors = form, actors
        self._meant: dict[tuple[str, str], Meant] = {}

    def added(self, told: pl.DataFrame, cells: Cells) -> tuple[pl.DataFrame, Counter[str]]:
        """The frame with ``source`` and ``target``, one row for each pair; names that stay open, with their rows."""
        open_names: Counter[str] = Counter()
        told = told.with_columns(self._side(side, cells, told["date"], open_names).alias(side) for side in SIDES)
        if self.actors.joined:
            for side in SIDES:
                told = told.explode(side)
        return told, open_names

    def _side(self, side: str, cells: Cells, days: pl.Series, open_names: Counter[str]) -> pl.Series:
        """The ids of one side: of the first column that names an actor we know."""
        import polars as pl

        columns = [each for each in self.form.actor_columns(side) if each[1] in cells.columns]
        if not columns:
            none = nothing(side, len(cells))
            return none.cast(pl.List(pl.String)) if self.actors.joined else none.cast(pl.Categorical())
        (scheme, first), *others = columns
        found = self._ids(scheme, cells[first], days)
        for scheme, column in others:
            if found.null_count():
                more = self._ids(scheme, cells.texts(column).set(found.is_not_null(), None), days)
                found = found.zip_with(found.is_not_null(), more)
        if found.null_count():
            left_open = cells.where(found.is_null())
            names = pl.DataFrame([left_open.texts(each) for _, each in reversed(columns)]).select(
                pl.coalesce(pl.all()).alias("name")
            )
            open_names.update(dict(names["name"].drop_nulls().value_counts().rows()))
        return found

    def _ids(self, scheme: str, cells: pl.Series, days: pl.Series) -> pl.Series:
        """The id, or the list of ids, that each cell means."""
        if scheme == "cow":
            cells = _numbers(cells, days)
        if self.actors.joined:
            return self._lists(scheme, cells)
        key = (scheme, cells.name)
        if key not in self._meant:
            self._meant[key] = few(lambda cell: next(iter(self.actors.codes(scheme, cell)), None))
        return self._meant[key].of(cells)

    def _lists(self, scheme: str, cells: pl.Series) -> pl.Series:
        """The ids that each cell of several actors means."""
        import polars as pl

        cells = cells.cast(pl.String)
        known = {text: self.actors.codes(scheme, text) for text in cells.unique().drop_nulls()}
        found = {text: [*ids] for text, ids in known.items() if ids}
        schema: dict[str, Any] = {"key": pl.String, "ids": pl.List(pl.String)}
        table = pl.DataFrame({"key": list(found), "ids": list(found.values())}, schema=schema)
        return cells.alias("key").to_frame().join(table, on="key", how="left", maintain_order="left")["ids"]


def _numbers(cells: pl.Series, days: pl.Series) -> pl.Series:
    """Numbers of states without fractions; with the year where a number was several states."""
    import polars as pl

    numbers = cells.cast(pl.String).str.strip_suffix(".0")
    in_time = numbers.is_in(list(numbers_in_time())).fill_null(value=False)
    if not in_time.any():
        return numbers
    dated = numbers + "@" + days.dt.year().cast(numbers.dtype)
    return dated.zip_with(in_time, numbers)
