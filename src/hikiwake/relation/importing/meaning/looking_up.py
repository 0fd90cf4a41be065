"""Columns that a form does not have and another layout does: found by a key that both have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.tables import PUBLISHED
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl


def with_lookup(frame: pl.DataFrame, form: Form, folder: Path) -> pl.DataFrame:
    """A frame with the columns that its form looks up. Raises ``ImportingError`` where the other table is missing."""
    import polars as pl

    if form.lookup is None:
        return frame
    key, columns = form.lookup.key, form.lookup.columns
    there = folder / PUBLISHED / form.lookup.layout
    if not there.is_dir():
        raise ImportingError(
            f"{form.layout}: {' and '.join(columns)} are not in this form of it; first: "
            f"hikiwake import {form.lookup.layout} FILE --into {folder}"
        )
    plain = pl.col(key).str.strip_suffix(".0")
    table = pl.read_parquet(there / "*.parquet", columns=[key, *columns]).with_columns(plain).unique(key, keep="first")
    return frame.with_columns(plain.alias("\0key")).join(
        table, left_on="\0key", right_on=key, how="left", maintain_order="left"
    )
