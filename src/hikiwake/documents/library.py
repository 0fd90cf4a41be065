"""A library: the user's folder of documents, in which a case's texts are found by hash, or by the words it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hikiwake.documents.document import Document, Passage, text_hash
from hikiwake.documents.finding import Finder
from hikiwake.documents.readers import KINDS, found_in, passed_over, read_files
from hikiwake.errors import LibraryError

LEAST_SHARE = 0.5  # of a document's passages must stand in another edition of it


@dataclass(frozen=True)
class Edition:
    """A text of a document that the user holds: the very text (``same``), or another edition of it."""

    document: str
    file: Path
    same: bool
    finder: Finder

    def place(self, passage: Passage) -> tuple[int, int] | None:
        """Where a passage stands in this edition; in the very text it stands where the case says, or nowhere."""
        if self.same:
            return (passage.start, passage.end) if self.finder.stands(passage) else None
        return self.finder.find(passage)

    def quote(self, passage: Passage) -> str | None:
        """The words of a passage in this edition, or ``None`` where they do not stand in it."""
        place = self.place(passage)
        return None if place is None else self.finder.text[place[0] : place[1]]


class Library:
    """The documents in a folder, found by what they say and never by their names.

    Raises ``LibraryError`` when the folder does not exist.
    """

    def __init__(self, folder: Path | str) -> None:
        """Name the folder; its files are read when they are needed."""
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise LibraryError(f"{self.folder}: no such folder; give the folder that holds the documents' files")
        self.unreadable: list[str] = []
        self.notes: list[str] = []

    @cached_property
    def texts(self) -> dict[Path, str]:
        """The text of every readable file of the folder, by path; what cannot be read is kept in ``unreadable``."""
        texts = {}
        for path, read in read_files([path for path in found_in(self.folder) if path.suffix.lower() in KINDS]):
            if read.fault:
                self.unreadable.append(read.fault)
            else:
                texts[path] = read.text
                self.notes += [f"{path}: {note}" for note in read.notes]
        self.unreadable += passed_over(self.folder)
        self.unreadable.sort()
        return texts

    @cached_property
    def _hashes(self) -> dict[str, Path]:
        return {text_hash(text): path for path, text in self.texts.items()}

    @cached_property
    def _finders(self) -> dict[Path, Finder]:
        return {path: Finder(text) for path, text in self.texts.items()}

    def edition(self, document: Document, passages: Iterable[Passage]) -> Edition | None:
        """The text of a document: the one with its hash, else the file in which most of its passages stand."""
        if same := self._hashes.get(document.sha256):
            return Edition(document.id, same, True, self._finders[same])
        return self._other_edition(document, list(passages))

    def _other_edition(self, document: Document, passages: list[Passage]) -> Edition | None:
        least = LEAST_SHARE * len(passages)
        found = [(finder.found(passages, least), path) for path, finder in self._finders.items()]
        count, path = max(found, key=lambda each: each[0], default=(0, self.folder))
        return Edition(document.id, path, False, self._finders[path]) if count else None
