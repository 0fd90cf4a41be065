"""What coders knew when they coded a document, and what becomes of their proposals when they know more."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from hikiwake.actors import Actor
from hikiwake.workbench import kept
from hikiwake.workbench.needed import actor_of
from hikiwake.workbench.store import writing
from hikiwake.workbench.uniting import parts_of


class Codings:
    """The documents of a workbench as they were coded."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Those of an open workbench."""
        self._connection = connection

    def by(self, coder: str) -> frozenset[str]:
        """The documents of which a coder has proposed something."""
        return kept.coded(self._connection, coder)

    def knew(self, document: str) -> str:
        """What was known of the case when a document was coded, as ``told_of`` tells it."""
        row = self._connection.execute("SELECT knew FROM coded WHERE document = ?", (document,)).fetchone()
        return row[0] if row else ""

    def note(self, documents: Iterable[str], known: str) -> None:
        """Note what was known when documents were coded."""
        with writing(self._connection):
            for id_ in documents:
                self._connection.execute("INSERT OR REPLACE INTO coded VALUES (?, ?)", (id_, known))

    def withdraw(self, document: str, coder: str, proposed: Iterable[str]) -> int:
        """Make stale what a coder once proposed of a document, and now does not; how much that is.

        What was decided or edited stays. Merges of what is stale are stale.
        """
        now, gone = {*proposed}, set[str]()
        with writing(self._connection):
            for each in [*kept.find(self._connection, document=document, status="open")]:
                asked = each.proposal.kind != "merge" and each.coder == coder and each.id not in now
                if asked and each.proposal == kept.as_proposed(self._connection, each.id):
                    kept.update(self._connection, replace(each, status="stale"))
                    gone.add(each.id)
            if gone:
                for each in [*kept.find(self._connection, kind="merge", status="open")]:
                    if gone & {*parts_of(each)}:
                        kept.update(self._connection, replace(each, status="stale"))
        return len(gone)


def told_of(actors: Iterable[Actor], formulas: Iterable[tuple[str, str]] = ()) -> str:
    """What a case knows beside the tables, its own actors and its formulas by id and title, as one short text.

    Empty where there is nothing.

    >>> told_of([actor_of("EGY")]), len(told_of([Actor("COAST", "government")]))
    ('', 16)
    """
    own = sorted((*(repr(each) for each in actors if each != actor_of(each.id)), *map(repr, formulas)))
    return hashlib.sha256("\n".join(own).encode()).hexdigest()[:16] if own else ""
