"""The documents that the user holds: in folders that are named, else as files beside the case with the name it gives.

Beside the case are its own folder, the one it lies in, the current one, and the folders inside these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hikiwake.documents import Document, Edition, Library, Passage, text_hash
from hikiwake.documents.finding import Finder
from hikiwake.documents.readers import read_files
from hikiwake.storage.names import name_fault


class Held:
    """What stands in some folders, or beside a case. Raises ``LibraryError`` for a folder that does not exist."""

    def __init__(self, folders: Sequence[Path], beside: Path | None = None) -> None:
        """Name the folders, and the case where there are none; files are read when they are needed."""
        self.libraries = [Library(folder) for folder in folders]
        self.beside = None if folders else beside
        self._editions: dict[str, Edition | None] = {}

    def edition(self, document: Document, passages: Iterable[Passage] = ()) -> Edition | None:
        """The text of a document: the very text where one of the folders has it, else another edition."""
        if document.id not in self._editions:
            cited = list(passages)
            found = [library.edition(document, cited) for library in self.libraries]
            editions = sorted(filter(None, found), key=lambda edition: not edition.same)
            self._editions[document.id] = editions[0] if editions else self._nearby(document)
        return self._editions[document.id]

    def _nearby(self, document: Document) -> Edition | None:
        """The very text of a document in a file of its name beside the case."""
        for path, text in self._files(document.file) if document.sha256 else ():
            if text_hash(text) == document.sha256:
                return Edition(document.id, path, True, Finder(text))
        return None

    def text(self, name: str) -> tuple[Path, str] | None:
        """The file with a name and its text; nothing where there is none, or files of other texts."""
        found = [(path, text) for each in self.libraries for path, text in each.texts.items() if path.name == name]
        found = found or list(self._files(name))
        return found[0] if len({text for _, text in found}) == 1 else None

    def _files(self, name: str) -> Iterator[tuple[Path, str]]:
        """The readable files of a name beside the case."""
        if self.beside is None or name_fault(name):
            return
        folders = dict.fromkeys(each.resolve() for each in (self.beside, self.beside.parent, Path()))
        inside = (path for folder in folders for path in sorted(folder.glob("*/")) if not path.name.startswith("."))
        paths = dict.fromkeys(folder / name for folder in (*folders, *inside))
        files = [path for path in paths if path.is_file()]
        yield from ((path, read.text) for path, read in read_files(files) if not read.fault)

    @property
    def unreadable(self) -> list[str]:
        """What could not be read, and why."""
        return [fault for library in self.libraries for fault in library.unreadable]
