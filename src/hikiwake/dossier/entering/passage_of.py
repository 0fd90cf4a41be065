"""A passage from a quotation: where the words stand in their document, and the row of passages.csv that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hikiwake.documents import Document, Edition
from hikiwake.dossier.entering.files import CaseFiles, files_of
from hikiwake.dossier.entering.held import Held
from hikiwake.dossier.entering.locating import Place, around, located
from hikiwake.dossier.entering.quotes import Found, fresh, passage_at
from hikiwake.dossier.folder.cases import case_folder
from hikiwake.dossier.folder.reading import examine
from hikiwake.dossier.folder.steadily import steadily
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import CaseError, LibraryError
from hikiwake.storage.writing import State
from hikiwake.wording.terminal.near import near_or_some


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a quotation stands in a document: its place, or those that it may mean with a few words around each.

    status: "new", "known" (a passage of the case has this very place), "written", "ambiguous" or "missing"
    cells: the row of passages.csv, where there is one place
    places: the places that it may mean, or that are most like it, with a few words
    """

    document: str
    status: str
    cells: dict[str, str]
    places: tuple[tuple[Place, str], ...]

    @property
    def row(self) -> str:
        """The row as it stands in passages.csv."""
        return ",".join(self.cells.get(header, "") for header in tables()["passages"].headers)

    def as_record(self) -> dict[str, Any]:
        """The same as plain values."""
        numbers = {name: int(self.cells[name]) for name in ("start", "end", "page", "letters") if self.cells.get(name)}
        found = {**self.cells, **numbers} if self.cells else None
        places = [{"start": place[0], "end": place[1], "words": words} for place, words in self.places]
        return {"document": self.document, "status": self.status, "passage": found, "places": places}


def find_passage(case: str | Path, document: str, quotation: str, library: Sequence[Path] = ()) -> Whereabouts:
    """Where a quotation stands in a document of a case; nothing is written.

    Raises ``CaseError`` for a document that the case does not have or whose text it does not know, and ``LibraryError``
    where the very text is not held.
    """
    folder = case_folder(case)
    if folder.is_file():
        raise CaseError(f"{folder}: a case in one file; give a case folder")
    files = CaseFiles(folder, steadily(folder, examine), State(folder))
    return _whereabouts(files, document, quotation, library)


def write_passage(case: str | Path, document: str, quotation: str, library: Sequence[Path] = ()) -> Whereabouts:
    """The same, and the passage is put at the end of passages.csv where the case does not have it."""
    with files_of(case) as files:
        found = _whereabouts(files, document, quotation, library)
        if found.status != "new":
            return found
        documents = _documents(files)
        edition = _edition(documents[document], files.folder, library)
        place = int(found.cells["start"]), int(found.cells["end"])
        id_ = passage_at(files, documents, Found(edition, place))
        files.write()
        return Whereabouts(document, "written", {"id": id_, **found.cells}, found.places)


def _whereabouts(files: CaseFiles, document: str, quotation: str, library: Sequence[Path]) -> Whereabouts:
    documents = _documents(files)
    if document not in documents:
        near = near_or_some(document, documents) if documents else "; `hikiwake add` adds one"
        raise CaseError(f"{document!r} is no document of the case{near}")
    edition = _edition(documents[document], files.folder, library)
    text = edition.finder.text
    where = located(text, quotation, edition.finder)
    if len(where.places) != 1:
        told = tuple((place, around(text, place)) for place in where.places or where.nearest)
        return Whereabouts(document, "ambiguous" if where.places else "missing", {}, told)
    (place,) = where.places
    cells = Found(edition, place).cells
    known_id = files.places.get((cells["document"], cells["start"], cells["end"]), "")
    id_ = known_id or fresh(files, "passages", document, documents)
    return Whereabouts(document, "known" if known_id else "new", {"id": id_, **cells}, ((place, around(text, place)),))


def _documents(files: CaseFiles) -> dict[str, Document]:
    return {each.id: each for each in files.reading.documents}


def _edition(document: Document, folder: Path, library: Sequence[Path]) -> Edition:
    """The very text of a document. Raises ``CaseError`` or ``LibraryError``."""
    if not document.sha256:
        raise CaseError(f"{document.id}: known by its bibliography only; `hikiwake add CASE FILE` adds its text")
    edition = Held(library, folder).edition(document)
    if edition is None or not edition.same:
        where = f"in {', '.join(map(str, library))}" if library else "beside the case"
        raise LibraryError(
            f"{document.id}: its very text ({document.file}) is not {where}; give the folder that holds it by --library"
        )
    return edition
