"""The texts that a workbench holds, and what becomes of proposals when a document's text has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import tomli_w

from hikiwake.documents import Document, Passage, digest, letter_count, text_hash
from hikiwake.documents.finding import Finder
from hikiwake.dossier.folder.frame import documents_table, read_documents
from hikiwake.dossier.folder.toml.file import TomlFile
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

    ``stale`` are the proposals, ``lost`` the passages of the case, whose words stand nowhere in a changed text;
    ``again`` are those of a case whose workbench did not hold them, as after its loss.
    """

    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a workbench without its text: id, the file's name and SHA-256, and the SHA-256 of the text."""

    id: str
    name: str
    original: str
    sha256: str


def held(connection: sqlite3.Connection) -> tuple[Held, ...]:
    """The documents that are held, in the order of their ids."""
    return tuple(
        Held(*row) for row in connection.execute("SELECT id, name, original, sha256 FROM documents ORDER BY id")
    )


def texts_of(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> tuple[StoredText, ...]:
    """The texts that are held, or those of some documents, in the order of their ids."""
    query = "SELECT id, name, original, text FROM documents"
    if ids is None:
        return tuple(StoredText(*row) for row in connection.execute(f"{query} ORDER BY id"))
    rows = (connection.execute(f"{query} WHERE id = ?", (id_,)).fetchone() for id_ in sorted(set(ids)))
    return tuple(StoredText(*row) for row in rows if row)


def take(
    connection: sqlite3.Connection,
    texts: Iterable[StoredText],
    about: Mapping[str, Document],
    entered: Mapping[str, str],
) -> Taken:
    """Keep texts; one that is there already stays as it is, one whose words have changed takes its place.

    about: the entries of documents by id, for those that the case does not have yet
    entered: the SHA-256 of the text that the case has of a document, by id: one that is not held here is known by it
    """
    texts = [*texts]
    query = "SELECT sha256 FROM documents WHERE id = ?"
    rows = {each.id: connection.execute(query, (each.id,)).fetchone() for each in texts}
    there = {id_: row[0] for id_, row in rows.items() if row}
    known = {**entered, **there}
    told: dict[str, list[str]] = {"new": [], "same": [], "changed": []}
    for text in texts:
        sha256 = text_hash(text.text)
        what = "new" if text.id not in known else "same" if known[text.id] == sha256 else "changed"
        told[what].append(text.id)
        if there.get(text.id) != sha256:
            entry = tomli_w.dumps(documents_table((about[text.id],))) if text.id in about else ""
            row = (text.id, text.name, text.original, sha256, text.text, entry, now())
            connection.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    return Taken(**{what: tuple(ids) for what, ids in told.items()})


def now() -> str:
    """This moment, as the store writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def document_of(connection: sqlite3.Connection, id_: str) -> Document | None:
    """The entry of a document as it was read, or ``None`` where none was given."""
    row = connection.execute("SELECT about FROM documents WHERE id = ?", (id_,)).fetchone()
    return next(iter(read_documents(TomlFile("documents.toml", row[0]))), None) if row and row[0] else None


def passage_of(span: Span, text: str, id_: str = "") -> Passage:
    """The passage of a stretch of a text: with its page, where form feeds part pages, its length and its digest."""
    said = text[span.start : span.end]
    page = text.count("\f", 0, span.start) + 1 if "\f" in text else None
    return Passage(id_, span.document, span.start, span.end, page, letter_count(said), digest(said))


def with_marks(said: str, text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A place in a text with the marks that the words had around them, where they stand there too.

    >>> with_marks("“No!”", "She said “No!” twice.", (10, 12))
    (9, 14)
    """
    letters = [at for at, sign in enumerate(said) if sign.isalnum()]
    if not letters:
        return place
    before, after = said[: letters[0]], said[letters[-1] + 1 :]
    start, end = place
    start -= len(before) if text[max(0, start - len(before)) : start] == before else 0
    end += len(after) if text[end : end + len(after)] == after else 0
    return start, end


def moved(proposal: Proposal, document: str, old: str, new: Finder) -> Proposal | None:
    """A proposal where its passages stand in a document's new text, or ``None`` where one stands nowhere in it."""
    places = []
    for span in proposal.passages:
        place = new.find(passage_of(span, old)) if span.document == document else (span.start, span.end)
        if place is None:
            return None
        whole = with_marks(old[span.start : span.end], new.text, place) if span.document == document else place
        places.append(Span(span.document, *whole))
    return replace(proposal, passages=tuple(places))
