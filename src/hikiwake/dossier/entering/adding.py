"""Adding documents to a case by hand: each file becomes a document, with its hash and what it tells of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from hikiwake.documents import Document, text_hash
from hikiwake.documents.bibliography import Reference, reference_of, said_name
from hikiwake.documents.bibliography.faults import OddEntryError
from hikiwake.documents.bibliography.written_dates import read_date
from hikiwake.documents.guessing import Guess, guess
from hikiwake.documents.readers import KINDS, ReadText, found_in, passed_over, read_files
from hikiwake.dossier.entering.files import CaseFiles, files_of
from hikiwake.dossier.folder.citing import Ids, document_of, id_of, signs_of
from hikiwake.dossier.folder.editing import edited
from hikiwake.dossier.folder.faults import refusal
from hikiwake.dossier.folder.frame import DOCUMENTS, documents_table
from hikiwake.dossier.folder.writing import meaning
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.names import name_fault, name_refused
from hikiwake.storage.toml import LARGEST_TOML

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
Status = Literal["added", "text added", "known", "another text"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: its document, whether it is new to the case, and what of it was guessed."""

    file: Path
    document: Document
    status: Status
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of all files, and why some could not be read."""

    added: tuple[Added, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a document; what is empty is guessed."""

    id: str = ""
    title: str = ""
    author: str = ""
    written: str = ""
    publisher: str = ""
    language: str = ""
    voice: str = ""
    address: str = ""


def add_documents(case: str | Path, paths: Sequence[Path], said: Said | None = None) -> Addition:
    """Add a document to a case for each file that it does not hold yet; folders stand for the files in them.

    A text that is known by its hash stays as it is; one of which only the bibliography is known gets its text. Raises
    ``CaseError`` for a case that is none, a ``said`` that fits no single file, and a date or id that is none.
    """
    read, unread = _read(paths)
    if said is not None and len(read) > 1 and (said.id or said.title):
        raise CaseError(f"{len(read)} files: an id and a title are those of one file; add it alone")
    with files_of(case) as files:
        faults = [fault for fault in files.reading.faults if fault.file == DOCUMENTS]
        if faults:
            raise refusal(files.folder, faults)
        added = tuple(_added(files.reading.documents, read, said or Said()))
        if any(each.status in ("added", "text added") for each in added):
            files.texts[DOCUMENTS] = _written(files, [each.document for each in added if each.status != "another text"])
            files.write()
    return Addition(added, tuple(unread))


def _read(paths: Sequence[Path]) -> tuple[dict[Path, ReadText], list[str]]:
    """What some files and those in some folders say, and why others could not be read."""
    inside = [file for path in paths if path.is_dir() for file in found_in(path)]
    named = [path for path in paths if not path.is_dir()]
    files = [*(file for file in inside if file.suffix.lower() in KINDS), *named]
    unread = [fault for path in paths if path.is_dir() for fault in passed_over(path)]
    read: dict[Path, ReadText] = {}
    for path, each in read_files(list(dict.fromkeys(files))):
        odd = name_refused(path.name)
        if each.fault or odd:
            unread.append(each.fault or f"{path}: {odd}")
        else:
            read[path] = each
    return read, unread


def _added(known: Iterable[Document], files: dict[Path, ReadText], said: Said) -> Iterator[Added]:
    """What becomes of each file, those before it in mind."""
    documents = {document.id: document for document in known}
    for path, read in files.items():
        told = guess(read.text, path.name, read.says)
        reference = reference_from(told, likely_date(path, read.text), said)
        added = _one(documents, path, read.text, reference, said, tuple(_guesses(told, said)))
        if added.status != "another text":
            documents[added.document.id] = added.document
        yield added


def _one(
    documents: dict[str, Document], path: Path, text: str, reference: Reference, said: Said, guesses: tuple[str, ...]
) -> Added:
    hash_ = text_hash(text)
    if same := next((each for each in documents.values() if each.sha256 == hash_), None):
        return Added(path, same, "known")
    for each in documents.values():
        if not each.sha256 and (each.id == said.id or signs_of(reference_of(each)) & signs_of(reference)):
            return Added(path, holding(each, path.name, text), "text added")
        if each.id == said.id or (each.file == path.name and not said.id):
            return Added(path, each, "another text")
    if fault := name_fault(said.id) if said.id else "":
        raise CaseError(f"--id: found {said.id!r}, expected {fault}")
    id_ = said.id or Ids(documents).fresh(id_of(reference))
    document = replace(document_of(reference, id_), voice=said.voice)
    return Added(path, holding(document, path.name, text), "added", guesses)


def holding(document: Document, name: str, text: str) -> Document:
    """A document with the text of a file."""
    return replace(document, file=name, sha256=text_hash(text), characters=len(text))


def reference_from(told: Guess, likely: str, said: Said | None = None) -> Reference:
    """The bibliography of a file: what the user says of it, else what was guessed."""
    said = said or Said()
    author = said.author or told.author
    date = date_said(said.written) if said.written else told.date or likely
    authors = tuple(said_name(name.strip()) for name in author.split(";") if name.strip())
    publisher, language = said.publisher or told.publisher, said.language or told.language
    return Reference("", told.kind, said.title or told.title, authors, publisher, date, language, said.address)


def likely_date(path: Path, text: str) -> str:
    """About the last year that a text tells of; of one that tells of none, the year its file was last changed."""
    until = datetime.fromtimestamp(path.stat().st_mtime, UTC).year
    years = [year for year in _YEAR.findall(text[:500_000]) if int(year) <= until]
    return f"{max(years, default=until)}~"


def date_said(words: str) -> str:
    """A date that the user gives. Raises ``CaseError``."""
    try:
        if date := read_date(words):
            return date
        found = ""
    except OddEntryError as error:
        found = f" ({error})"
    raise CaseError(f"--written: found {words!r}, expected a date, as 2020, 2020-03 or 2020-03-05{found}")


def _guesses(told: Guess, said: Said) -> Iterator[str]:
    """What of a document nobody said."""
    for name, given in (("title", said.title), ("author", said.author), ("written", said.written)):
        if not given:
            yield name
    if not said.language and told.language:
        yield "language"


def _written(files: CaseFiles, changed: Iterable[Document]) -> str:
    """The list of documents with some that are new or changed, as near to how it stood as can be."""
    documents = {document.id: document for document in files.reading.documents}
    documents |= {document.id: document for document in changed}
    try:
        text = text_of(files.folder / DOCUMENTS, LARGEST_TOML)
    except UnreadError as error:
        raise CaseError(f"{files.folder / DOCUMENTS}: {error}") from error
    return edited(text, documents_table(tuple(documents.values())), lambda each: meaning(DOCUMENTS, each))
