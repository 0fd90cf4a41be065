"""The narrow table: of each row the day, who did it to whom, what, and how it scores, in the same columns for all layouts.

A row of several sources or targets becomes one row for each pair; they share file and row. A row without a day that can
be read is no event and is set aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.actors import Actors, numbers_in_time
from hikiwake.relation.importing.dates import NO_DATE, days, days_of_parts
from hikiwake.relation.importing.parsing import ROW
from hikiwake.relation.importing.repairing import value
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.codings import cameo_code_titled, cameo_codes
from hikiwake.vocabulary.layouts import Form
from hikiwake.vocabulary.scales import intensity

if TYPE_CHECKING:
    import polars as pl

COLUMNS = (
    "date", "last", "source", "target", "code", "type", "quad", "score", "scale", "issue", "publisher", "layout", "id",
    "file", "row",
)  # fmt: skip
SIDES = ("source", "target")
MUTUAL = "\0mutual"  # the column of records whose actors all act on each other
_LABEL = {"source": "source_label", "target": "target_label"}


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

    def narrow(self, frame: pl.DataFrame, file: str) -> Narrowed:
        """The events of a frame of the form's columns; ``file`` is the digest of the file it is from."""
        import polars as pl

        told = frame.select(ROW, *self._plain(frame), *self._dates(frame))
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
            code = _looked_up(code.str.to_lowercase(), cameo_code_titled(), pl.String).fill_null(code)
        elif self.form.codes == "cameo" and self.form.column("title"):
            title = self._value("title", frame).str.to_lowercase()
            code = code.fill_null(_looked_up(title, cameo_code_titled(), pl.String))
        if self.form.codes.startswith("cameo"):
            types = {each.code: each.type for each in cameo_codes().values() if each.type}
            exact = _looked_up(code, types, pl.String)
            unknown = ~code.is_in(list(cameo_codes()))
            return code, exact.fill_null(pl.when(unknown).then(_looked_up(code.str.slice(0, 2), types, pl.String)))
        named = {each: each for each in event_types()} if self.form.codes == "plover" else {}
        of = self._value("type", frame) if self.form.column("type") else code
        return code, _looked_up(of, {**named, **self.form.types}, pl.String)

    def _quads(self, frame: pl.DataFrame, type_: pl.Expr) -> pl.Expr:
        """The quad class as published, else that of the type."""
        import polars as pl

        of_type = _looked_up(type_, {each.id: each.quad for each in event_types().values()}, pl.Int8)
        if not self.form.column("quad"):
            return of_type
        published = _number_text(self._value("quad", frame))
        classes = self.form.quads or {str(each): each for each in range(1, 5)}
        found = _looked_up(published, classes, pl.Int8)
        return found if self.form.quads else found.fill_null(of_type)

    def _scores(self, frame: pl.DataFrame, code: pl.Expr, type_: pl.Expr) -> pl.Expr:
        """The score as published, else that of the table that the layout names."""
        import polars as pl

        published = self._value("score", frame)
        if self.form.scores:
            return _looked_up(_number_text(published), self.form.scores, pl.Float64)
        score = published.cast(pl.Float64, strict=False)
        if self.form.scored_by == "cameo":
            weights = {each.code: each.weight for each in cameo_codes().values()}
            score = score.fill_null(_looked_up(code, weights, pl.Float64))
        elif self.form.scored_by:
            scored = {type_: score for (type_, mode), score in intensity(self.form.scored_by).scores.items() if not mode}
            score = score.fill_null(_looked_up(type_, scored, pl.Float64))
        return score

    def _dates(self, frame: pl.DataFrame) -> Iterable[pl.Series]:
        """The first and the last day of each row, and why it has none."""
        import polars as pl

        begun = self._days(frame, "date", 0)
        ended = self._days(frame, "last", 1) if self.form.parts("last") else None
        whole = self._days(frame, "date", 1)["day"]
        first, last = begun["day"], (ended["day"].fill_null(whole) if ended is not None else whole)
        if within := self.form.parts("within"):
            year = frame.select(_number_text(value(within[0], frame, self.form)).cast(pl.Int32, strict=False))
            of = year.select(pl.date(pl.all(), 1, 1).alias("first"), pl.date(pl.all(), 12, 31).alias("last"))
            clipped = pl.DataFrame({"a": first, "b": of["first"], "c": last, "d": of["last"]})
            first = clipped.select(pl.max_horizontal("a", "b"))["a"]
            last = clipped.select(pl.min_horizontal("c", "d"))["c"]
        days_ = pl.DataFrame({"date": first, "last": last, "reason": begun["reason"]})
        backwards = pl.col("reason").is_null() & (pl.col("last") < pl.col("date"))
        reason = pl.when(backwards).then(pl.lit("it ends before it begins")).otherwise("reason")
        return days_.with_columns(reason.alias("reason")).get_columns()

    def _days(self, frame: pl.DataFrame, part: str, which: int) -> pl.DataFrame:
        """The first (0) or last (1) day that some columns tell, row by row, and why there is none."""
        import polars as pl

        columns = [value(each, frame, self.form).fill_null("") for each in self.form.parts(part) if each in frame.columns]
        if not columns:
            return pl.DataFrame({"day": [None] * len(frame), "reason": [NO_DATE] * len(frame)}, schema_overrides={"day": pl.Date})
        texts = frame.select(pl.concat_str(columns, separator="\0").alias("text"))
        known = {text: self._read(text) for text in texts["text"].unique()}
        days_ = {text: told[which] for text, told in known.items() if not isinstance(told, str)}
        reasons = {text: told for text, told in known.items() if isinstance(told, str)}
        return texts.select(
            _looked_up(pl.col("text"), days_, pl.Date).alias("day"),
            _looked_up(pl.col("text"), reasons, pl.String).alias("reason"),
        )

    def _read(self, text: str) -> Any:
        parts = text.split("\0")
        return days(text, self.form.day_first) if len(parts) == 1 else days_of_parts(parts)

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
            number = _number_text(key)
            key = pl.when(number.is_in(numbers_in_time())).then(number + "@" + pl.col("date").dt.year().cast(pl.String)).otherwise(number)
        keys = told.select(key.alias("key"))["key"]
        known = {text: self.actors.codes(scheme, text) for text in keys.unique().drop_nulls()}
        if not self.actors.joined:
            return keys.replace_strict(*_table({text: ids[0] for text, ids in known.items() if ids}, pl.String), default=None, return_dtype=pl.String)
        lists = {text: list(ids) for text, ids in known.items() if ids}
        table = pl.DataFrame({"key": list(lists), "ids": list(lists.values())}, schema={"key": pl.String, "ids": pl.List(pl.String)})
        return keys.to_frame().join(table, on="key", how="left", maintain_order="left")["ids"]


def _looked_up(cells: pl.Expr, known: Mapping[Any, Any], kind: Any) -> pl.Expr:
    """What each cell means by a table; nothing for a cell that is not in it."""
    old, new = _table(known, kind)
    return cells.replace_strict(old, new, default=None, return_dtype=kind)


def _table(known: Mapping[Any, Any], kind: Any) -> tuple[pl.Series, pl.Series]:
    import polars as pl

    return pl.Series(list(known), dtype=pl.String), pl.Series(list(known.values()), dtype=kind)


def _number_text(cells: pl.Expr) -> pl.Expr:
    """Numbers without a fraction of zero: 2.0 is 2."""
    return cells.str.strip_suffix(".0")


