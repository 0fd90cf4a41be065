"""What every result of an analysis offers: its rows, the same as plain values, sentences, and a table for notebooks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from hikiwake.wording.tables import table

Row = TypeVar("Row")
Plain = dict[str, Any]


class Result(Sequence[Row], ABC):
    """A frozen sequence of rows, in an order that the analysis promises; each kind of result is a frozen dataclass."""

    if TYPE_CHECKING:

        @property
        def rows(self) -> tuple[Row, ...]:
            """The rows: a field of the result, or made from its fields."""

    @abstractmethod
    def as_rows(self) -> list[Plain]:
        """The rows as plain values, as ``--json`` prints them: a list, or one inside an object."""

    @property
    @abstractmethod
    def sentences(self) -> tuple[str, ...]:
        """What the result says, in words."""

    @abstractmethod
    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The head and the cells of the table in a notebook: titles and links, no ids."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        """One row, or several."""
        return self.rows[index]

    def __iter__(self) -> Iterator[Row]:
        """The rows one after another."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def _repr_html_(self) -> str:
        """A table of at most 20 rows."""
        return table(*self.shown())
