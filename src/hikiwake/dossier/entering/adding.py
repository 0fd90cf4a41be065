"""Adding documents to a case by hand: each file becomes a document, with its hash and what it tells of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from hikiwake.documents import Document, Library, text_hash
from hikiwake.documents.bibliography import Reference, reference_of, said_name
from hikiwake.documents.bibliography.faults import OddEntryError
from hikiwake.documents.bibliography.written_dates import read_date
from hikiwake.documents.document import read_texts
from hikiwake.dossier.entering.files import CaseFiles, files_of
from hikiwake.dossier.entering.guess import Guess, guessed
from hikiwake.dossier.folder.citing import Ids, document_of, id_of, signs_of
from hikiwake.dossier.folder.editing import edited
from hikiwake.dossier.folder.faults import refusal
from hikiwake.dossier.folder.frame import documents_table
from hikiwake.dossier.folder.writing import DOCUMENTS, meaning
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.names import name_fault
from hikiwake.storage.toml import LARGEST_TOML

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
    texts, unread = _read(paths)
    if said is not None and len(texts) > 1 and (said.id or said.title):
        raise CaseError(f"{len(texts)} files: an id and a title are those of one file; add it alone")
    with files_of(case) as files:
        faults = [fault for fault in files.reading.faults if fault.file == DOCUMENTS]
        if faults:
            raise refusal(files.folder, faults)
        added = tuple(_added(files.reading.documents, texts, said or Said()))
        if any(each.status in ("added", "text added") for each in added):
            files.texts[DOCUMENTS] = _written(files, [each.document for each in added if each.status != "another text"])
            files.write()
    return Addition(added, tuple(unread))


def _read(paths: Sequence[Path]) -> tuple[dict[Path, str], list[str]]:
    """The texts of some files and of those in some folders, and what could not be read."""
    libraries = [Library(path) for path in paths if path.is_dir()]
    texts = {path: text for library in libraries for path, text in library.texts.items()}
    unread = [fault for library in libraries for fault in library.unreadable]
    for path, (text, fault) in read_texts([path for path in paths if not path.is_dir()]).items():
        if not fault and not any(map(str.isalnum, text)):
            fault = f"{path}: holds no text; a scan is read once its text was recognised"
        if not fault and (odd := name_fault(path.name)):
            fault = f"{path}: found {path.name!a}, expected {odd}"
        if fault:
            unread.append(fault)
        else:
            texts[path] = text
    return texts, unread


def _added(known: Iterable[Document], texts: dict[Path, str], said: Said) -> Iterator[Added]:
    """What becomes of each file, those before it in mind."""
    documents = {document.id: document for document in known}
    for path, text in texts.items():
        told = guessed(text, path)
        added = _one(documents, path, text, _reference(told, said), said, tuple(_guesses(told, said)))
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
            return Added(path, _holding(each, path, text), "text added")
        if each.id == said.id or (each.file == path.name and not said.id):
            return Added(path, each, "another text")
    if fault := name_fault(said.id) if said.id else "":
        raise CaseError(f"--id: found {said.id!r}, expected {fault}")
    id_ = said.id or Ids(documents).fresh(id_of(reference))
    document = replace(document_of(reference, id_), voice=said.voice)
    return Added(path, _holding(document, path, text), "added", guesses)


def _holding(document: Document, path: Path, text: str) -> Document:
    """A document with the text of a file."""
    return replace(document, file=path.name, sha256=text_hash(text), characters=len(text))


def _reference(told: Guess, said: Said) -> Reference:
    """The bibliography of a file: what the user says of it, else what was guessed."""
    author = said.author or told.author
    date = _date(said.written) if said.written else told.date
    authors = tuple(said_name(name.strip()) for name in author.split(";") if name.strip())
    publisher, language = said.publisher or told.publisher, said.language or told.language
    return Reference("", "report", said.title or told.title, authors, publisher, date, language, said.address)


def _date(words: str) -> str:
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
