"""The rows of a table, and what they say as a whole: their ids, and the ids to which they point.

Rows never change, so what is found out about some rows is found out once. They are known again by being the same
object: after a change of one table all others still hold the very rows that they held before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.tables import Column, tables

MOST_KEPT = 4  # states of one table of which it is kept what they say: in a file and in memory, before and after


class Rows(tuple[tuple[int, Any], ...]):
    """The rows of one table, each with the line it begins in."""

    @cached_property
    def values(self) -> tuple[Any, ...]:
        """The rows without their lines."""
        return tuple(row for _, row in self)


class Same:
    """A value as a key by which it is found again as this very object, whatever it is equal to."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        """Hold the value, so that no other one takes its place in memory."""
        self.value = value

    def __eq__(self, other: object) -> bool:
        """Whether the other one holds the same object."""
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        """By the place in memory."""
        return id(self.value)


@dataclass(frozen=True, slots=True)
class Summary:
    """What some rows say as a whole: the ids, how many rows there are, and by field and kind where they point to."""

    ids: frozenset[str]
    count: int
    pointed: Mapping[tuple[str, str], frozenset[str]]


def rows_from(values: Iterable[Any]) -> Rows:
    """Rows that stand in no file, numbered from 1."""
    numbered = Rows(enumerate(values, 1))
    if isinstance(values, tuple):
        numbered.__dict__["values"] = values
    return numbered


def rows_of(dossier: Dossier, kind: str) -> tuple[Any, ...]:
    """The entries of one table; the mentions are those of all events in order."""
    return _mentions(Same(dossier.events)) if kind == "mentions" else tuple(getattr(dossier, kind))


@lru_cache(maxsize=MOST_KEPT)
def _mentions(events: Same) -> tuple[Any, ...]:
    return tuple(mention for event in events.value for mention in event.mentions)


def rows_written(dossier: Dossier, kind: str) -> tuple[Any, ...]:
    """The same as rows of the table have them: an event without its mentions, which have a table of their own."""
    return _bare(Same(dossier.events)) if kind == "events" else rows_of(dossier, kind)


@lru_cache(maxsize=MOST_KEPT)
def _bare(events: Same) -> tuple[Any, ...]:
    return tuple(replace(event, mentions=()) for event in events.value)


def summary(kind: str, rows: Iterable[tuple[int, Any]]) -> Summary:
    """What the rows of a table say as a whole."""
    if isinstance(rows, Rows):
        return _summaries(kind)(Same(rows.values))
    return _summary(kind, tuple(row for _, row in rows))


@cache
def _summaries(kind: str) -> Callable[[Same], Summary]:
    return lru_cache(maxsize=MOST_KEPT)(lambda rows: _summary(kind, rows.value))


def _summary(kind: str, rows: tuple[Any, ...]) -> Summary:
    columns = [column for column in tables()[kind].columns if column.refers]
    pointing = {
        (each.field, each.refers): frozenset(id_ for row in rows for id_ in pointed(row, each)) for each in columns
    }
    return Summary(frozenset(row.id for row in rows), len(rows), pointing)


def pointed(row: Any, column: Column) -> tuple[str, ...]:
    """The ids to which a column of a row points."""
    value = getattr(row, column.field)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()
