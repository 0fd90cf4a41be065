"""What a text of a case says, a TOML file of it or the rows of a table: found out once for as long as it is that text.

Nothing else goes into it: not the folder, not the other files. So whoever reads a case again after one file has changed
reads that one, and has the others as they were read before, down to the very objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.analyses.file import read_analyses
from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, too_many
from hikiwake.dossier.folder.frame import DOCUMENTS, FRAME, read_case, read_documents
from hikiwake.dossier.folder.known.rows import Rows
from hikiwake.dossier.folder.sheets.layout import Layout, filled
from hikiwake.dossier.folder.sheets.separated import separated
from hikiwake.dossier.folder.sheets.workbooks import Row
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.storage.incoming import UnreadError

READERS: dict[str, Callable[[TomlFile], Any]] = {
    FRAME: read_case,
    DOCUMENTS: read_documents,
    HYPOTHESES: read_analyses,
}
_KEPT = 3  # texts of one file of which it is kept what they say: before and after a change, and one more


@dataclass(frozen=True, slots=True)
class Said:
    """What a table says: its rows, its faults, the ids of rows that were left out, and whether that is all."""

    rows: Rows
    faults: tuple[Fault, ...] = ()
    left_out: frozenset[str] = frozenset()
    whole: bool = True


def frame_said(name: str, text: str) -> tuple[TomlFile, Any]:
    """A TOML file of a case by its name and text, and what it says; its faults are noted in it."""
    return _frames(name)(text)


@cache
def _frames(name: str) -> Callable[[str], tuple[TomlFile, Any]]:
    def read(text: str) -> tuple[TomlFile, Any]:
        source = TomlFile(name, text)
        return source, READERS[name](source)

    return lru_cache(maxsize=_KEPT)(read)


def rows_said(kind: str, text: str) -> Said:
    """The rows of a table in its file's text."""
    return _tables(kind)(text)


@cache
def _tables(kind: str) -> Callable[[str], Said]:
    table = tables()[kind]
    return lru_cache(maxsize=_KEPT)(lambda text: gathered(table, [(0, separated(text, table.headers))]))


def gathered(table: Table, sources: Iterable[tuple[int, Iterable[Row]]]) -> Said:
    """The rows of a table in some sources, each with what is added to its lines; what cannot be read is noted."""
    rows, faults, left_out = list[tuple[int, Any]](), list[Fault](), set[str]()
    try:
        for first, lines in sources:
            for line, layout, cells in _under_headers(table, lines):
                if (entry := layout.entry(first + line, cells, faults)) is not None:
                    rows.append((first + line, entry))
                else:
                    left_out.add(cells[layout.id_cell])
                    if len(faults) >= MOST_FAULTS:
                        raise too_many()
    except UnreadError as error:
        return Said(Rows(rows), (*faults, Fault.of(table.file, error)), frozenset(left_out), whole=False)
    return Said(Rows(rows), tuple(faults), frozenset(left_out))


def _under_headers(table: Table, rows: Iterable[Row]) -> Iterator[tuple[int, Layout, list[str]]]:
    """The rows below the header that say something, each with the line it begins in. Raises ``UnreadError``."""
    said = iter(rows)
    line, header = next(((line, cells) for line, cells in said if any(map(str.strip, cells))), (1, []))
    try:
        layout = Layout.under(table, header)
    except UnreadError as error:
        raise UnreadError(error.found, error.expected, line, error.column) from None
    for line, cells in filled(said, layout.width):
        yield line, layout, cells
