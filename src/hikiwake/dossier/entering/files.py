"""The files of a case as they are mended: each table and each list of documents in place, written together or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from hikiwake.dossier.entering.mended import Filling, Left, Mended
from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.reading import LARGEST_FILE, examine
from hikiwake.dossier.folder.sheets.in_place import SheetText
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.folder.writing import state_of
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.writing import State, taken, write_taken

_MARKED = re.compile(b"\xef\xbb\xbf")


@dataclass
class CaseFiles:
    """A case folder that was taken for a change: what was read of it, its tables as text, and what was mended."""

    folder: Path
    reading: Examination
    state: State
    mended: Mended = field(default_factory=Mended)
    texts: dict[str, str] = field(default_factory=dict)
    _sheets: dict[str, SheetText | None] = field(default_factory=dict)
    _ids: dict[str, dict[str, None]] = field(default_factory=dict)

    def sheet(self, kind: str) -> SheetText | None:
        """A table as text; nothing where there is no file, or none that can be mended in place."""
        if kind not in self._sheets:
            self._sheets[kind] = self._read(kind)
        return self._sheets[kind]

    def _read(self, kind: str) -> SheetText | None:
        table = tables()[kind]
        try:
            mark = "\ufeff" if _MARKED.match(_bytes(self.folder / table.file)) else ""
            text = text_of(self.folder / table.file, LARGEST_FILE)
            headers = {*table.headers, *(name for each in table.columns for name in each.codec.headers)}
            return SheetText(mark + text, headers)
        except UnreadError:
            return None

    def fill(self, kind: str, row: int, column: str, value: str) -> None:
        """Put a value into a cell of a table, and note it."""
        sheet = self.sheet(kind)
        if sheet is not None and sheet.put(row, column, value):
            self.mended.filled.append(Filling(tables()[kind].file, column, sheet.rows[row][0], value))

    def append(self, kind: str, cells: dict[str, str]) -> None:
        """Put a row at the end of a table, and note it."""
        sheet = self.sheet(kind)
        if sheet is not None:
            self.ids(kind)[cells["id"]] = None
            sheet.append(cells)
            self.mended.filled.append(Filling(tables()[kind].file, "id", 0, cells["id"]))

    def leave(self, kind: str, row: int, column: str, why: str) -> None:
        """Note that a cell of a table could not be filled."""
        sheet = self.sheet(kind)
        line = sheet.rows[row][0] if sheet else 0
        self.mended.left.append(Left(tables()[kind].file, line, column, why))

    def ids(self, kind: str) -> dict[str, None]:
        """The ids of a table, those of rows that are still to be written included."""
        if kind not in self._ids:
            sheet = self.sheet(kind)
            rows = range(len(sheet.rows)) if sheet else ()
            self._ids[kind] = dict.fromkeys(sheet.cell(row, "id") for row in rows) if sheet else {}
        return self._ids[kind]

    @cached_property
    def places(self) -> dict[tuple[str, str, str], str]:
        """The ids of passages by document, start and end."""
        sheet = self.sheet("passages")
        cells = ("document", "start", "end", "id")
        told = ([sheet.cell(row, name) for name in cells] for row in range(len(sheet.rows))) if sheet else ()
        return {(document, start, end): id_ for document, start, end, id_ in reversed([*told])}

    def write(self) -> None:
        """Write what was changed, all of it or nothing. Raises ``StorageError`` where the case changed meanwhile."""
        files = {name: text.encode("utf-8") for name, text in self.texts.items()}
        for kind, sheet in self._sheets.items():
            if sheet is not None and (text := sheet.changed()) != sheet.text:
                files[tables()[kind].file] = text.encode("utf-8")
        write_taken(self.folder, files, expected=self.state)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(3)
    except OSError:
        return b""


@contextmanager
def files_of(case: str | Path) -> Iterator[CaseFiles]:
    """Take a case folder for a mending. Raises ``CaseError`` where it is a built-in case, or one in a single file."""
    if isinstance(case, str) and case in built_in():
        raise CaseError(f"{case}: a built-in case is not changed; `hikiwake export --format csv` makes a copy of it")
    folder = case_folder(case)
    if folder.is_file():
        raise CaseError(f"{folder}: a case in one file is not mended; give a case folder")
    with taken(folder) as place:
        state = state_of(place)
        yield CaseFiles(place, examine(place), state)
