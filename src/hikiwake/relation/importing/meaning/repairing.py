"""Published values that a layout knows to be wrong: their repair stands in a column of its own beside them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from hikiwake.relation.importing.columns import REPAIRED
from hikiwake.relation.importing.meaning.dates import days
from hikiwake.vocabulary.layouts import Erratum, Form

if TYPE_CHECKING:
    import polars as pl


def repaired(frame: pl.DataFrame, form: Form) -> tuple[pl.DataFrame, dict[str, int]]:
    """The frame with ``<column>_repaired`` for each column that has errata, empty where none applies; and counts.

    >>> import polars as pl
    >>> from hikiwake.vocabulary.layouts import layout
    >>> told = pl.DataFrame({"event_date": ["16 May 0025", "2025-05-16"], "year": ["25", "2025"]})
    >>> repaired(told, layout("acled")[0])[0].rows()
    [('16 May 0025', '25', '2025-05-16', '2025'), ('2025-05-16', '2025', None, None)]
    """
    counts: dict[str, int] = {}
    for erratum in form.errata:
        for column in (column for column in erratum.columns if column in frame.columns):
            frame, count = _repair(frame, column, erratum, form)
            if count:
                counts[erratum.about] = counts.get(erratum.about, 0) + count
    return frame, counts


def _repair(frame: pl.DataFrame, column: str, erratum: Erratum, form: Form) -> tuple[pl.DataFrame, int]:
    """The frame after one erratum of one column, and how many rows it changed."""
    import polars as pl

    name = column + REPAIRED
    if name not in frame.columns:
        frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name))
    now = pl.coalesce(name, column)
    if erratum.read_as == "date":
        known = _dates(frame.select(now.unique().alias("text"))["text"], form.day_first)
        new = now.replace_strict(list(known), list(known.values()), default=None, return_dtype=pl.String)
    else:
        applies = now.str.contains(erratum.find)
        if erratum.where:
            applies &= pl.col(erratum.where).str.contains(erratum.matches)
        new = pl.when(applies).then(now.str.replace(erratum.find, erratum.replace))
    changed = frame.select(new.alias("new"))["new"]
    count = len(changed) - changed.null_count()
    return (frame.with_columns(pl.coalesce(changed, name).alias(name)), count) if count else (frame, 0)


def _dates(texts: pl.Series, day_first: bool | None) -> dict[str, str]:
    """The ISO form of each date of one day that is written otherwise."""
    found = {}
    for text in texts.drop_nulls():
        told = days(text, day_first)
        if not isinstance(told, str) and told[0] == told[1] and told[0].isoformat() != text:
            found[text] = told[0].isoformat()
    return found


def value(column: str, frame: pl.DataFrame, missing: Collection[str]) -> pl.Expr:
    """What a column says: the repaired value where there is one, nothing where a word for *missing* stands."""
    import polars as pl

    told = pl.coalesce(column + REPAIRED, column) if column + REPAIRED in frame.columns else pl.col(column)
    return pl.when(told.is_in([*missing])).then(None).otherwise(told) if missing else told
