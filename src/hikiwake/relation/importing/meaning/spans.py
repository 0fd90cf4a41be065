"""The first and the last day of every row, by the columns of its layout; each different text is read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hikiwake.relation.importing.meaning.dates import NO_DATE, Days, days, days_of_parts
from hikiwake.relation.importing.meaning.looked_up import looked_up, number_text
from hikiwake.relation.importing.meaning.repairing import value
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl

BACKWARDS = "it ends before it begins"
OUTSIDE = "its year lies outside of its dates"
_BETWEEN = "\0"


@dataclass(slots=True)
class Spans:
    """Reads the days of the rows of one form."""

    form: Form
    _known: dict[str, Days | str] = field(default_factory=dict)

    def of(self, frame: pl.DataFrame) -> list[pl.Series]:
        """``date``, ``last`` and ``reason``: the days of each row, or why it has none."""
        import polars as pl

        begun, until, reason = self._read(frame, self.form.parts("date"))
        if last := [column for column in self.form.parts("last") if column in frame.columns]:
            until = _filled(self._read(frame, last)[1], until)
        told = pl.DataFrame({"date": begun, "last": until, "reason": reason})
        told = _with_reason(told, BACKWARDS)
        if within := self.form.parts("within"):
            year = number_text(value(within[0], frame, self.form)).cast(pl.Int32, strict=False).alias("year")
            told = told.with_columns(frame.select(year)).with_columns(
                pl.max_horizontal("date", pl.date("year", 1, 1)), pl.min_horizontal("last", pl.date("year", 12, 31))
            )
            told = _with_reason(told.drop("year"), OUTSIDE)
        return told.get_columns()

    def _read(self, frame: pl.DataFrame, columns: Sequence[str]) -> tuple[pl.Series, pl.Series, pl.Series]:
        """The first days, the last days, and the reasons where there are none."""
        import polars as pl

        cells = [value(column, frame, self.form).fill_null("") for column in columns if column in frame.columns]
        if not cells:
            none = pl.Series([None] * len(frame), dtype=pl.Date)
            return none, none, pl.Series([NO_DATE] * len(frame), dtype=pl.String)
        texts = frame.select(pl.concat_str(cells, separator=_BETWEEN).alias("text"))["text"]
        different = texts.unique().to_list()
        told = {text: self._days(text) for text in different}
        dated = {text: each for text, each in told.items() if not isinstance(each, str)}
        reasons = {text: each for text, each in told.items() if isinstance(each, str)}
        first = looked_up(texts, {text: each[0] for text, each in dated.items()}, pl.Date)
        same = all(each[0] == each[1] for each in dated.values())
        last = first if same else looked_up(texts, {text: each[1] for text, each in dated.items()}, pl.Date)
        why = (
            looked_up(texts, reasons, pl.String)
            if reasons
            else pl.Series([None], dtype=pl.String).new_from_index(0, len(texts))
        )
        return first, last, why

    def _days(self, text: str) -> Days | str:
        """The days that the cells of a row tell, in one text."""
        if text not in self._known:
            parts = text.split(_BETWEEN)
            self._known[text] = days(text, self.form.day_first) if len(parts) == 1 else days_of_parts(parts)
        return self._known[text]


def _filled(last: pl.Series, otherwise: pl.Series) -> pl.Series:
    return last.zip_with(last.is_not_null(), otherwise)


def _with_reason(told: pl.DataFrame, reason: str) -> pl.DataFrame:
    """The same with a reason for rows that have none and end before they begin."""
    import polars as pl

    wrong = pl.col("reason").is_null() & (pl.col("last") < pl.col("date"))
    return told.with_columns(pl.when(wrong).then(pl.lit(reason)).otherwise("reason").alias("reason"))
