"""Cells looked up in small tables, in Polars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


def looked_up(cells: pl.Series, known: Mapping[str, Any], kind: Any) -> pl.Series:
    """What each cell means by a table; nothing for a cell that is not in it.

    >>> import polars as pl
    >>> looked_up(pl.Series(["a", "b"]), {"a": 1}, pl.Int8).to_list()
    [1, None]
    """
    import polars as pl

    if not known:
        return pl.Series(cells.name, [None], dtype=kind).new_from_index(0, len(cells))
    old, new = pl.Series(list(known), dtype=pl.String), pl.Series(list(known.values()), dtype=kind)
    return cells.replace_strict(old, new, default=None, return_dtype=kind)


def meant(cells: pl.Series, meaning: Callable[[str], Any], kind: Any) -> pl.Series:
    """What each cell means; asked once for each different cell.

    >>> import polars as pl
    >>> meant(pl.Series(["a", None, "b"]), {"a": 1}.get, pl.Int8).to_list()
    [1, None, None]
    """
    told = {text: meaning(text) for text in cells.unique().drop_nulls()}
    return looked_up(cells, {text: each for text, each in told.items() if each is not None}, kind)


def nothing(name: str, length: int) -> pl.Series:
    """A column of text in which nothing is told.

    >>> nothing("issue", 2).to_list()
    [None, None]
    """
    import polars as pl

    return pl.Series(name, [None], dtype=pl.String).new_from_index(0, length)
