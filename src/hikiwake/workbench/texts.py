"""The texts that a workbench holds, and what becomes of proposals when a document's text has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hikiwake.documents import Passage, digest, letter_count, text_hash
from hikiwake.documents.finding import Finder
from hikiwake.workbench.proposal import Proposal, Span


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of a document as it was read: its id, the file's name, the SHA-256 of the file, and the text."""

    id: str
    name: str
    original: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking texts in has done: ids of the new documents, of those that were the same, and of the changed ones.

    ``stale`` are the proposals, ``lost`` the passages of the case, whose words stand nowhere in a changed text.
    """

    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def texts_of(connection: sqlite3.Connection) -> tuple[StoredText, ...]:
    """The texts that are held, in the order of their ids."""
    found = connection.execute("SELECT id, name, original, text FROM documents ORDER BY id")
    return tuple(StoredText(*row) for row in found)


def take(connection: sqlite3.Connection, texts: Iterable[StoredText]) -> Taken:
    """Keep texts; one that is there already stays as it is, one whose words have changed takes its place."""
    known = dict(connection.execute("SELECT id, sha256 FROM documents"))
    told: dict[str, list[str]] = {"new": [], "same": [], "changed": []}
    for text in texts:
        sha256 = text_hash(text.text)
        what = "new" if text.id not in known else "same" if known[text.id] == sha256 else "changed"
        told[what].append(text.id)
        if what != "same":
            now = datetime.now(UTC).isoformat(timespec="seconds")
            row = (text.id, text.name, text.original, sha256, text.text, now)
            connection.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", row)
    return Taken(**{what: tuple(ids) for what, ids in told.items()})


def passage_of(span: Span, text: str, id_: str = "") -> Passage:
    """The passage of a stretch of a text: with its page, where form feeds part pages, its length and its digest."""
    said = text[span.start : span.end]
    page = text.count("\f", 0, span.start) + 1 if "\f" in text else None
    return Passage(id_, span.document, span.start, span.end, page, letter_count(said), digest(said))


def moved(proposal: Proposal, document: str, old: str, new: Finder) -> Proposal | None:
    """A proposal where its passages stand in a document's new text, or ``None`` where one stands nowhere in it."""
    places = []
    for span in proposal.passages:
        place = new.find(passage_of(span, old)) if span.document == document else (span.start, span.end)
        if place is None:
            return None
        places.append(Span(span.document, *place))
    return replace(proposal, passages=tuple(places))
