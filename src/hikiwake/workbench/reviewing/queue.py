"""The queue of proposals: how many there are of what, and some of them at a time, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from hikiwake.workbench import kept
from hikiwake.workbench.kept import Asked, Kept
from hikiwake.workbench.proposal import Span

Counts = dict[tuple[str, str, str], int]


class Queue:
    """The proposals of a workbench, as somebody goes through them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Those of an open workbench."""
        self._connection = connection

    def counts(self) -> Counts:
        """How many proposals there are of each kind, document and status."""
        query = "SELECT kind, document, status, count(*) FROM proposals GROUP BY kind, document, status"
        return {(kind, document, status): number for kind, document, status, number in self._connection.execute(query)}

    def count(self, asked: Asked) -> int:
        """How many proposals meet every criterion."""
        return kept.count(self._connection, asked)

    def some(self, asked: Asked, most: int, after: int = 0) -> tuple[Kept, ...]:
        """At most so many of the proposals that meet every criterion, in the order of the texts, after so many."""
        return tuple(kept.find(self._connection, **asked._asdict(), most=most, after=after))

    def places(self, document: str, status: str = "open") -> Iterator[tuple[str, str, Span]]:
        """Id, kind and place of each passage in a document on which a proposal of a status stands."""
        query = (
            "SELECT proposals.id, kind, json_extract(place.value, '$[1]'), json_extract(place.value, '$[2]') "
            "FROM proposals, json_each(body, '$.passages') AS place WHERE document = ? AND status = ? "
            "AND json_extract(place.value, '$[0]') = document ORDER BY start, number, place.key"
        )
        for id_, kind, start, end in self._connection.execute(query, (document, status)):
            yield id_, kind, Span(document, start, end)

    def each_event(self) -> Iterator[Kept]:
        """The events that are proposed, in the order of the texts, one by one: there may be very many."""
        return kept.find(self._connection, kind="event")
