"""What cells mean: each different text of a column is asked once, and the answers are handed to the rows by number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


class Meant:
    """What the cells of one column mean, remembered from one part of a file to the next."""

    def __init__(self, meaning: Callable[[pl.Series], pl.DataFrame]) -> None:
        """``meaning`` gives a row for each of some texts; it is asked once for each."""
        self.meaning = meaning
        self._kind: Any = None
        self._told: pl.DataFrame | None = None

    def rows(self, cells: pl.Series) -> pl.DataFrame:
        """The row of each cell, empty for one that is empty."""
        import polars as pl

        if cells.dtype == pl.String:
            cells = cells.cast(pl.Categorical(pl.Categories.random()))
        numbers = cells.to_physical()
        last = numbers.drop_nulls().max()
        return self._known(cells.dtype, last if isinstance(last, int) else -1)[numbers]

    def of(self, cells: pl.Series) -> pl.Series:
        """What each cell means, by the first column of the meaning."""
        return self.rows(cells).to_series().alias(cells.name)

    def _known(self, kind: Any, last: int) -> pl.DataFrame:
        """The rows of the texts of a kind of numbered texts, up to the last number."""
        import polars as pl

        if self._told is None or self._kind != kind:
            self._kind, self._told = kind, self.meaning(pl.Series([], dtype=pl.String))
        if last >= len(self._told):
            new = pl.int_range(len(self._told), last + 1, dtype=pl.UInt32, eager=True)
            self._told = self._told.vstack(self.meaning(new.cat.to(kind).cast(pl.String))).rechunk()
        return self._told


def each(meaning: Callable[[str], Any], kind: Any) -> Meant:
    """What each text means by itself; nothing where there is no such meaning.

    >>> import polars as pl
    >>> each({"a": 1}.get, pl.Int8).of(pl.Series(["a", None, "b", "a"])).to_list()
    [1, None, None, 1]
    """
    import polars as pl

    return Meant(lambda texts: pl.Series("meant", list(map(meaning, texts)), dtype=kind).to_frame())


def few(meaning: Callable[[str], str | None]) -> Meant:
    """The same where what is meant are few different texts.

    >>> import polars as pl
    >>> few({"a": "A"}.get).of(pl.Series(["a", "b"])).to_list()
    ['A', None]
    """
    import polars as pl

    return Meant(
        lambda texts: pl.Series("meant", list(map(meaning, texts)), dtype=pl.String).cast(pl.Categorical()).to_frame()
    )


def nothing(name: str, length: int) -> pl.Series:
    """A column of text in which nothing is told.

    >>> nothing("issue", 2).to_list()
    [None, None]
    """
    import polars as pl

    return pl.Series(name, [None], dtype=pl.String).new_from_index(0, length)
