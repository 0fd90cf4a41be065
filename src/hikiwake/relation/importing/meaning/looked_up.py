"""Cells looked up in small tables, in Polars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import polars as pl

Cells = TypeVar("Cells", "pl.Expr", "pl.Series")


def looked_up(cells: Cells, known: Mapping[str, Any], kind: Any) -> Cells:
    """What each cell means by a table; nothing for a cell that is not in it.

    >>> import polars as pl
    >>> looked_up(pl.Series(["a", "b"]), {"a": 1}, pl.Int8).to_list()
    [1, None]
    """
    import polars as pl

    old, new = pl.Series(list(known), dtype=pl.String), pl.Series(list(known.values()), dtype=kind)
    return cells.replace_strict(old, new, default=None, return_dtype=kind)


def number_text(cells: pl.Expr) -> pl.Expr:
    """Whole numbers without a fraction: 2.0 is 2."""
    return cells.str.strip_suffix(".0")
