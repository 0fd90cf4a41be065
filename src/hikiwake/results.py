"""What every result of an analysis offers: its rows, as records and flat, sentences, and a table for notebooks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from hikiwake.wording.tables import table

Row = TypeVar("Row")
Plain = dict[str, Any]
JOINT = "; "  # between the parts of a list


class Result(Sequence[Row], ABC):
    """A frozen sequence of rows, in an order that the analysis promises; each kind of result is a frozen dataclass."""

    if TYPE_CHECKING:

        @property
        def rows(self) -> tuple[Row, ...]:
            """The rows: a field of the result, or made from its fields."""

    @abstractmethod
    def as_records(self) -> list[Plain]:
        """The rows as ``--json`` prints them: records that hold lists and records."""

    def as_rows(self) -> list[Plain]:
        """The same flat, for a data frame or CSV: the same columns in every row, and no value that holds others.

        A record is spread over columns (``period_start``); a list is a text, its parts joined by "; ".
        """
        return flat(self.as_records())

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


def flat(records: Sequence[Plain]) -> list[Plain]:
    """Records as rows of the same columns, in which every value is a text, a number, a truth value or ``None``.

    A record inside a record is spread over columns that are named after both, ``None`` where a row has no such part; a
    list becomes one text.

    >>> flat([{"era": "1956", "period": {"start": "1956-10-19", "end": None}, "shared": ["two", "half"]}])
    [{'era': '1956', 'period_start': '1956-10-19', 'period_end': None, 'shared': 'two; half'}]
    >>> flat([{"shares": {"two": 7}}, {"shares": {"half": 50}}])
    [{'shares_two': 7, 'shares_half': None}, {'shares_two': None, 'shares_half': 50}]
    """
    parts = _parts(records)
    if not any(parts.values()):
        return [{name: _value(record.get(name)) for name in parts} for record in records]
    return flat([dict(_spread(record, parts)) for record in records])


def _parts(records: Iterable[Plain]) -> dict[str, dict[str, None]]:
    """The names of all columns, each with the parts that the records in it have."""
    parts: dict[str, dict[str, None]] = {}
    for record in records:
        for name, value in record.items():
            parts.setdefault(name, {}).update(dict.fromkeys(value) if isinstance(value, Mapping) else {})
    return parts


def _spread(record: Plain, parts: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, Any]]:
    for name, inner in parts.items():
        value = record.get(name)
        if inner:
            yield from ((f"{name}_{part}", (value or {}).get(part)) for part in inner)
        else:
            yield name, value


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):  # one without parts
        return None
    return JOINT.join(map(in_words, value)) if isinstance(value, list | tuple) else value


def in_words(value: Any) -> str:
    """A part of a list as text: a place as document and characters, a change as its words, else names and values.

    >>> in_words({"document": "south", "start": 10, "end": 42, "page": 3})
    'south:10-42'
    >>> in_words({"decision_maker": "North", "grounds": ["p1", "p2"], "move": None})
    'decision_maker: North, grounds: p1 + p2'
    """
    if isinstance(value, Mapping):
        if {"document", "start", "end"} <= {*value}:
            return f"{value['document']}:{value['start']}-{value['end']}"
        told = ((name, in_words(each)) for name, each in value.items())
        return value.get("words") or ", ".join(f"{name}: {words}" for name, words in told if words)
    if isinstance(value, list | tuple):
        return " + ".join(map(in_words, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
