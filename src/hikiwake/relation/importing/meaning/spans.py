"""The first and the last day of every row, by the columns of its layout; each different text is read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hikiwake.relation.importing.meaning.cells import Cells
from hikiwake.relation.importing.meaning.dates import FIRST_YEAR, LAST_YEAR, NO_DATE, Days, days, days_of_parts
from hikiwake.relation.importing.meaning.looked_up import Meant, nothing
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl

BACKWARDS = "it ends before it begins"
OUTSIDE = "its year lies outside of its dates"
_BETWEEN = "\0"
_USUAL = {"%Y-%m-%d": re.compile(r"\d{4}-\d\d-\d\d"), "%Y%m%d": re.compile(r"\d{8}")}


class Spans:
    """Reads the days of the rows of one form."""

    def __init__(self, form: Form) -> None:
        """Nothing was read yet."""
        self.form = form
        self._known: dict[str, Days | str] = {}
        self._told = {part: Meant(self._rows) for part in ("date", "last")}

    def of(self, cells: Cells | pl.DataFrame) -> pl.DataFrame:
        """``date``, ``last`` and ``reason``: the days of each row, or why it has none."""
        import polars as pl

        spans = self._read("date", cells)
        last = [column for column in self.form.parts("last") if column in cells.columns]
        within = self.form.parts("within")
        if last:
            told = self._read("last", cells)["last"]
            spans = spans.with_columns(told.zip_with(told.is_not_null(), spans["last"]))
        if last or within:
            spans = _with_reason(spans, BACKWARDS)
        if within:
            year = cells[within[0]].cast(pl.String).str.strip_suffix(".0").cast(pl.Int32, strict=False).alias("year")
            spans = spans.with_columns(year).with_columns(
                pl.max_horizontal("date", pl.date("year", 1, 1)), pl.min_horizontal("last", pl.date("year", 12, 31))
            )
            spans = _with_reason(spans.drop("year"), OUTSIDE)
        return spans

    def _read(self, part: str, cells: Cells | pl.DataFrame) -> pl.DataFrame:
        """The first days, the last days, and the reasons where there are none."""
        import polars as pl

        texts = _texts(cells, [column for column in self.form.parts(part) if column in cells.columns])
        rows = self._told[part].rows(texts)
        if not texts.null_count():
            return rows
        reason = pl.when(texts.is_null()).then(pl.lit(NO_DATE)).otherwise("reason").alias("reason")
        return rows.with_columns(reason)

    def _rows(self, texts: pl.Series) -> pl.DataFrame:
        """``date``, ``last`` and ``reason`` of some texts."""
        import polars as pl

        if (at_once := _in_one_form(texts)) is not None:
            return pl.DataFrame([at_once.alias("date"), at_once.alias("last"), nothing("reason", len(texts))])
        told = [self._days(text) for text in texts]
        rows = [(None, None, each) if isinstance(each, str) else (*each, None) for each in told]
        return pl.DataFrame(rows, schema={"date": pl.Date, "last": pl.Date, "reason": pl.String}, orient="row")

    def _days(self, text: str) -> Days | str:
        """The days that the cells of a row tell, in one text."""
        if text not in self._known:
            parts = text.split(_BETWEEN)
            self._known[text] = days(text, self.form.day_first) if len(parts) == 1 else days_of_parts(parts)
        return self._known[text]


def _texts(cells: Cells | pl.DataFrame, columns: Sequence[str]) -> pl.Series:
    """The cells of some columns as one text for each row; empty where nothing is told."""
    import polars as pl

    if not columns:
        return nothing("text", len(cells))
    if len(columns) == 1:
        return cells[columns[0]]
    filled = [pl.col(column).cast(pl.String).fill_null("") for column in columns]
    return pl.DataFrame([cells[column] for column in columns]).select(
        pl.concat_str(filled, separator=_BETWEEN).alias("text")
    )["text"]


def _in_one_form(texts: pl.Series) -> pl.Series | None:
    """The days of texts that are all written in one usual form; nothing where one is not."""
    for form, pattern in _USUAL.items():
        if len(texts) and pattern.fullmatch(texts[0]):
            days_ = texts.str.to_date(form, strict=False)
            if not days_.null_count() and (texts.str.len_bytes() == len(texts[0])).all():
                return days_ if days_.dt.year().is_between(FIRST_YEAR, LAST_YEAR).all() else None
    return None


def _with_reason(spans: pl.DataFrame, reason: str) -> pl.DataFrame:
    """The same with a reason for rows that have none and end before they begin."""
    import polars as pl

    wrong = pl.col("reason").is_null() & (pl.col("last") < pl.col("date"))
    return spans.with_columns(pl.when(wrong).then(pl.lit(reason)).otherwise("reason").alias("reason"))
