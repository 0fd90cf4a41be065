"""The queue of proposals: how many there are of what, and some of them at a time, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from hikiwake.workbench import kept
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal, Span
from hikiwake.workbench.rows.asked import AGAIN, SURE, Asked
from hikiwake.workbench.rows.subjects import subject_of

NEAR = 3_000  # characters before and after a proposal in which another may say the same
Counts = dict[tuple[str, str, str, str, str], int]


class Queue:
    """The proposals of a workbench, as somebody goes through them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Those of an open workbench."""
        self._connection = connection

    def counts(self) -> Counts:
        """How many proposals there are of each kind, document, status, confidence (``SURE``), and again or not."""
        sure = " ".join(f"WHEN confidence >= {least} THEN '{name}'" for name, (least, _) in SURE.items())
        columns = f"kind, document, status, CASE {sure} END, CASE WHEN {AGAIN} THEN 'yes' ELSE 'no' END"
        query = f"SELECT {columns}, count(*) FROM proposals GROUP BY 1, 2, 3, 4, 5"
        return {tuple(row[:5]): row[5] for row in self._connection.execute(query)}

    def count(self, asked: Asked) -> int:
        """How many proposals meet every criterion."""
        return kept.count(self._connection, asked)

    def some(self, asked: Asked, most: int, after: int = 0) -> tuple[Kept, ...]:
        """At most so many of the proposals that meet every criterion, in the order of the texts, after so many."""
        return tuple(kept.find(self._connection, **asked._asdict(), most=most, after=after))

    def alike(self, proposals: Iterable[Proposal]) -> dict[str, tuple[str, ...]]:
        """By the subject of proposals the ids of the record's entries of the same subject; of a mention its event's."""
        found: dict[str, tuple[str, ...]] = {}
        query = (
            "SELECT DISTINCT CASE kind WHEN 'mentions' THEN json_extract(cells, '$[1]') ELSE id END FROM record "
            "WHERE subject = ? ORDER BY 1"
        )
        for subject in {subject_of(each) for each in proposals} - {""}:
            found[subject] = tuple(row[0] for row in self._connection.execute(query, (subject,)))
        return found

    def of_subject(self, proposal: Proposal, most: int) -> tuple[Kept, ...]:
        """The open proposals of the same subject, then those that stand nearest in the same document; not itself."""
        subject, place = subject_of(proposal), proposal.passages[0]
        same = (
            [*kept.near(self._connection, proposal.kind, "subject = ?", (subject,), place.start, most)]
            if subject
            else []
        )
        beside = kept.near(
            self._connection, proposal.kind, "document = ? AND start BETWEEN ? AND ?",
            (place.document, place.start - NEAR, place.start + NEAR), place.start, most,
        )  # fmt: skip
        return tuple({each.id: each for each in (*same, *beside)}.values())

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
