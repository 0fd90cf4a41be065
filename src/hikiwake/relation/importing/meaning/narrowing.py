"""The narrow table: of each row the day, who did what to whom, and how it scores, in the same columns for all layouts.

A row of several sources or targets becomes one row for each pair; they share file and row. A row without a day that can
be read is no event and is set aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hikiwake.relation.importing.columns import COLUMNS, MUTUAL, ROW, SIDES
from hikiwake.relation.importing.meaning.actors import Actors, numbers_in_time
from hikiwake.relation.importing.meaning.looked_up import looked_up, number_text
from hikiwake.relation.importing.meaning.repairing import value
from hikiwake.relation.importing.meaning.spans import Spans
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.codings import cameo_code_titled, cameo_codes
from hikiwake.vocabulary.layouts import Form
from hikiwake.vocabulary.scales import intensity

if TYPE_CHECKING:
    import polars as pl


@dataclass(slots=True)
class Narrowed:
    """The events of some rows; the rows without a day, with the reason; the names that stayed open, with their rows."""

    events: pl.DataFrame
    undated: pl.DataFrame
    open_names: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Narrowing:
    """Makes events of the rows of one form; what a cell means is looked up once for each different cell."""

    form: Form
    actors: Actors
    _spans: Spans = field(init=False)

    def __post_init__(self) -> None:
        """Nothing was read yet."""
        self._spans = Spans(self.form)

    def narrow(self, frame: pl.DataFrame, file: str) -> Narrowed:
        """The events of a frame of the form's columns; ``file`` is the digest of the file it is from."""
        import polars as pl

        told = frame.select(ROW, *self._plain(frame)).with_columns(self._spans.of(frame))
        undated = told.filter(pl.col("reason").is_not_null()).select(ROW, "reason")
        if len(undated):
            told = told.filter(pl.col("reason").is_null())
        open_names: Counter[str] = Counter()
        for side in SIDES:
            told = self._resolved(told, side, open_names)
        if MUTUAL in told.columns:
            told = told.filter(~(pl.col(MUTUAL) & (pl.col("source") == pl.col("target"))))
        constants = {"layout": self.form.layout, "scale": self.form.scale or None, "file": file}
        events = told.with_columns(pl.lit(each, dtype=pl.String).alias(name) for name, each in constants.items())
        return Narrowed(events.select(COLUMNS), undated, open_names)

    def _value(self, part: str, frame: pl.DataFrame) -> pl.Expr:
        import polars as pl

        column = self.form.column(part)
        return value(column, frame, self.form) if column in frame.columns else pl.lit(None, dtype=pl.String)

    def _plain(self, frame: pl.DataFrame) -> Iterable[pl.Expr]:
        """All that is told of an event but its days and its actors; the cells that may name its actors."""
        import polars as pl

        code, type_ = self._codes(frame)
        publisher = self._value("publisher", frame)
        if self.form.hosts:
            publisher = publisher.str.extract(r"^\w+://([^/?#]+)").fill_null(publisher)
        yield code.alias("code")
        yield type_.alias("type")
        yield self._quads(frame, type_).cast(pl.Int8).alias("quad")
        yield self._scores(frame, code, type_).cast(pl.Float64).alias("score")
        yield self._value("issue", frame).alias("issue")
        yield publisher.alias("publisher")
        yield self._value("id", frame).alias("id")
        if MUTUAL in frame.columns:
            yield pl.col(MUTUAL)
        for side in SIDES:
            for number, (_, column) in enumerate(self.form.actor_columns(side)):
                yield value(column, frame, self.form).alias(f"{side}{number}")

    def _codes(self, frame: pl.DataFrame) -> tuple[pl.Expr, pl.Expr]:
        """The code as published, or that of the title; and the PLOVER type."""
        import polars as pl

        code = self._value("code", frame)
        if self.form.codes == "cameo titles":
            code = looked_up(code.str.to_lowercase(), cameo_code_titled(), pl.String).fill_null(code)
        elif self.form.codes == "cameo" and self.form.column("title"):
            title = self._value("title", frame).str.to_lowercase()
            code = code.fill_null(looked_up(title, cameo_code_titled(), pl.String))
        if self.form.codes.startswith("cameo"):
            types = {each.code: each.type for each in cameo_codes().values() if each.type}
            exact = looked_up(code, types, pl.String)
            unknown = ~code.is_in(list(cameo_codes()))
            return code, exact.fill_null(pl.when(unknown).then(looked_up(code.str.slice(0, 2), types, pl.String)))
        named = {each: each for each in event_types()} if self.form.codes == "plover" else {}
        of = self._value("type", frame) if self.form.column("type") else code
        return code, looked_up(of, {**named, **self.form.types}, pl.String)

    def _quads(self, frame: pl.DataFrame, type_: pl.Expr) -> pl.Expr:
        """The quad class as published, else that of the type."""
        import polars as pl

        of_type = looked_up(type_, {each.id: each.quad for each in event_types().values()}, pl.Int8)
        if not self.form.column("quad"):
            return of_type
        published = number_text(self._value("quad", frame))
        classes = self.form.quads or {str(each): each for each in range(1, 5)}
        found = looked_up(published, classes, pl.Int8)
        return found if self.form.quads else found.fill_null(of_type)

    def _scores(self, frame: pl.DataFrame, code: pl.Expr, type_: pl.Expr) -> pl.Expr:
        """The score as published, else that of the table that the layout names."""
        import polars as pl

        published = self._value("score", frame)
        if self.form.scores:
            return looked_up(number_text(published), self.form.scores, pl.Float64)
        score = published.cast(pl.Float64, strict=False)
        if self.form.scored_by == "cameo":
            weights = {each.code: each.weight for each in cameo_codes().values()}
            score = score.fill_null(looked_up(code, weights, pl.Float64))
        elif self.form.scored_by:
            scored = {
                type_: score for (type_, mode), score in intensity(self.form.scored_by).scores.items() if not mode
            }
            score = score.fill_null(looked_up(type_, scored, pl.Float64))
        return score

    def _resolved(self, told: pl.DataFrame, side: str, open_names: Counter[str]) -> pl.DataFrame:
        """The frame with the ids of one side, one row for each; names that stay open are counted."""
        import polars as pl

        columns = self.form.actor_columns(side)
        if not columns:
            return told.with_columns(pl.lit(None, dtype=pl.String).alias(side))
        ids = [self._ids(told, f"{side}{number}", scheme) for number, (scheme, _) in enumerate(columns)]
        told = told.with_columns(pl.coalesce(ids).alias(side))
        cells = [f"{side}{number}" for number in range(len(columns))]
        left = told.filter(pl.col(side).is_null()).select(pl.coalesce(list(reversed(cells))).alias("name")).drop_nulls()
        open_names.update(dict(left["name"].value_counts().rows()))
        if told[side].dtype == pl.List(pl.String):
            told = told.explode(side)
        return told

    def _ids(self, told: pl.DataFrame, cell: str, scheme: str) -> pl.Series:
        """The id, or the list of ids, that each cell of a column means."""
        import polars as pl

        key = pl.col(cell)
        if scheme == "cow":
            number, year = number_text(key), pl.col("date").dt.year().cast(pl.String)
            key = pl.when(number.is_in(numbers_in_time())).then(number + "@" + year).otherwise(number)
        keys = told.select(key.alias("key"))["key"]
        known = {text: self.actors.codes(scheme, text) for text in keys.unique().drop_nulls()}
        found = {text: [*ids] for text, ids in known.items() if ids}
        if not self.actors.joined:
            return looked_up(keys, {text: ids[0] for text, ids in found.items()}, pl.String)
        table = pl.DataFrame(
            {"key": list(found), "ids": list(found.values())}, schema={"key": pl.String, "ids": pl.List(pl.String)}
        )
        return keys.to_frame().join(table, on="key", how="left", maintain_order="left")["ids"]
