"""The documents that the user holds, in one or several folders: texts of a case's documents, and of files by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hikiwake.documents import Document, Edition, Library, Passage


class Held:
    """What stands in some folders. Raises ``LibraryError`` for a folder that does not exist."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Name the folders; files are read when they are needed."""
        self.libraries = [Library(folder) for folder in folders]
        self._editions: dict[str, Edition | None] = {}

    def edition(self, document: Document, passages: Iterable[Passage]) -> Edition | None:
        """The text of a document: the very text where one of the folders has it, else another edition."""
        if document.id not in self._editions:
            cited = list(passages)
            found = [library.edition(document, cited) for library in self.libraries]
            editions = sorted(filter(None, found), key=lambda edition: not edition.same)
            self._editions[document.id] = editions[0] if editions else None
        return self._editions[document.id]

    def text(self, name: str) -> tuple[Path, str] | None:
        """The one file with a name, and its text; nothing where there is none, or more than one text."""
        found = [(path, text) for each in self.libraries for path, text in each.texts.items() if path.name == name]
        return found[0] if len({text for _, text in found}) == 1 else None

    @property
    def unreadable(self) -> list[str]:
        """What could not be read, and why."""
        return [fault for library in self.libraries for fault in library.unreadable]
