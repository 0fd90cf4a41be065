"""Reading a case folder: every file in turn, every fault noted, and a dossier only where there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE, read_analyses
from hikiwake.dossier.folder.examination import SHEET, Examination
from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, refusal, too_many
from hikiwake.dossier.folder.frame import read_case, read_documents
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.sheets.layout import Layout, filled
from hikiwake.dossier.folder.sheets.separated import separated
from hikiwake.dossier.folder.sheets.workbooks import Row, sheets_in, workbooks
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.dossier.models import MODEL_FOLDERS, ModelFolder
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, kind_of, text_of
from hikiwake.storage.names import leaves, name_faults
from hikiwake.storage.toml import LARGEST_TOML

FRAME, MODELS = "case.toml", "conflicts"
LARGEST_FILE = 100_000_000  # bytes of one table
WANTED: dict[ModelFolder, str] = {
    "conflicts": "a conflict, as `hikiwake model` drafts one",
    "packages": "a package file, as the manual describes it",
    "scenarios": "a scenario, as `hikiwake whatif --save` writes one",
}


def read_folder(folder: Path) -> Dossier:
    """The dossier in a case folder. Raises ``CaseError`` with the first faults where there are any."""
    with _collector_at_rest():
        reading = examine(folder)
        if reading.faults:
            raise refusal(folder, reading.faults)
        return reading.dossier()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the cyclic garbage collector from looking through hundreds of thousands of new values that hold no cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def examine(folder: Path) -> Examination:
    """Read a case folder and note every fault. Raises ``CaseError`` only where there is no case at all."""
    _refuse_no_case(folder)
    frame, library = (_toml(folder, name) for name in (FRAME, "documents.toml"))
    reading = Examination(folder, read_case(frame), read_documents(library))
    reading.note(frame, library)
    _workbooks(folder, reading)
    for table in tables().values():
        reading.rows[table.kind] = list(_rows(table, folder, reading))
    for kind in MODEL_FOLDERS:
        setattr(reading, kind, tuple(_models(folder, kind, reading.faults)))
    _weighed(folder, reading)
    reading.faults += dangling(reading)
    reading.faults = [reading.placed(fault) for fault in reading.faults]
    return reading


def _refuse_no_case(folder: Path) -> None:
    """Raise ``CaseError`` where a folder is none, or holds no frame."""
    if (kind := kind_of(folder)) != "a folder":
        raise CaseError(f"{folder}: {kind}; give a case folder (`hikiwake new FOLDER` makes one), or a case in JSON")
    if kind_of(folder / FRAME) == "no such file":
        raise CaseError(f"{folder}: no {FRAME}; give a case folder (`hikiwake new FOLDER` makes one)")


def _toml(folder: Path, name: str) -> TomlFile:
    """A TOML file of the case; where it cannot be read, that is its one fault."""
    try:
        return TomlFile(name, _text(folder, name, LARGEST_TOML, "the tables that `hikiwake new` shows"))
    except UnreadError as error:
        return TomlFile(name, None, [Fault.of(name, error)])


def _text(folder: Path, name: str, most: int, content: str) -> str:
    """A file's text. Raises ``UnreadError`` where it is missing, empty, oversized, wrongly encoded, or elsewhere."""
    if leaves(folder / name, folder):
        raise UnreadError("a link that leaves the case", "the file itself; put it there")
    if kind_of(folder / name) == "no such file":
        raise UnreadError("no such file", f"the file, with {content}")
    text = text_of(folder / name, most)
    if not text.strip():
        raise UnreadError("an empty file", content)
    return text


def _rows(table: Table, folder: Path, reading: Examination) -> Iterator[tuple[int, Any]]:
    """The entries of one table with the line each begins in; what cannot be read is noted."""
    before = len(reading.faults)
    try:
        for first, rows in _sources(table, folder, reading):
            for line, layout, cells in _under_headers(table, rows):
                if (entry := layout.entry(first + line, cells, reading.faults)) is not None:
                    yield first + line, entry
                else:
                    reading.left_out.setdefault(table.kind, set()).add(cells[layout.id_cell])
                    if len(reading.faults) - before >= MOST_FAULTS:
                        raise too_many()
    except UnreadError as error:
        reading.faults.append(Fault.of(table.file, error))
        reading.unread.add(table.kind)


def _sources(table: Table, folder: Path, reading: Examination) -> Iterator[tuple[int, Iterable[Row]]]:
    """The files with rows of a table: its own, and sheets of workbooks; each with what is added to its lines."""
    sheets = reading.sheets.get(table.file, [])
    there = kind_of(folder / table.file) != "no such file"
    if there or not (sheets or table.optional):
        text = _text(folder, table.file, LARGEST_FILE, f"its header line at least: {','.join(table.headers)}")
        yield 0, separated(text, table.headers)
    for number, (_, rows) in enumerate(sheets, 1):
        yield number * SHEET, rows


def _workbooks(folder: Path, reading: Examination) -> None:
    """Note the sheets of the case's workbooks that hold rows of tables; of one that cannot be read nothing is known."""
    for path in workbooks(folder):
        try:
            for kind, label, rows in sheets_in(path, folder, tables()):
                reading.sheets.setdefault(tables()[kind].file, []).append((label, rows))
        except UnreadError as error:
            reading.faults.append(Fault.of(path.name, error))
            reading.unread |= tables().keys()


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


def _models(folder: Path, kind: ModelFolder, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    names = [path.stem for path in sorted((folder / kind).glob("*.toml"))]
    odd = list(name_faults(names))
    faults += (Fault(f"{kind}/{name}.toml", 0, "", f"{name}.toml", fault) for name, fault in odd)
    for name in sorted(set(names) - {name for name, _ in odd}):
        file = f"{kind}/{name}.toml"
        try:
            yield name, _text(folder, file, LARGEST_TOML, WANTED[kind])
        except UnreadError as error:
            faults.append(Fault.of(file, error))


def _weighed(folder: Path, reading: Examination) -> None:
    """Read the competing hypotheses; a case without their file has none."""
    if kind_of(folder / FILE) == "no such file":
        return
    source = reading.weighed = _toml(folder, FILE)
    reading.analyses = read_analyses(source)
    reading.faults += source.faults
