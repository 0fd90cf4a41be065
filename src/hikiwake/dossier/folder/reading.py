"""Reading a case folder: every file in turn, every fault noted, and a dossier only where there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE
from hikiwake.dossier.folder.examination import SHEET, Examination
from hikiwake.dossier.folder.faults import Fault, refusal
from hikiwake.dossier.folder.frame import DOCUMENTS, FRAME
from hikiwake.dossier.folder.known.rows import Rows
from hikiwake.dossier.folder.known.said import READERS, Said, frame_said, gathered, rows_said
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.sheets.separated import separated
from hikiwake.dossier.folder.sheets.workbooks import Row, sheets_in, workbooks
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.dossier.models import MODEL_FOLDERS, ModelFolder
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, kind_of, text_of
from hikiwake.storage.names import leaves, name_faults
from hikiwake.storage.toml import LARGEST_TOML

MODELS = "conflicts"
LARGEST_FILE = 100_000_000  # bytes of one table
WANTED: dict[ModelFolder, str] = {
    "conflicts": "a conflict, as `hikiwake model` drafts one",
    "packages": "a package file, as the manual describes it",
    "scenarios": "a scenario, as `hikiwake whatif --save` writes one",
}


def read_folder(folder: Path) -> Dossier:
    """The dossier in a case folder. Raises ``CaseError`` with the first faults where there are any."""
    with collector_at_rest():
        reading = examine(folder)
        if reading.faults:
            raise refusal(folder, reading.faults)
        return reading.dossier()


@contextmanager
def collector_at_rest() -> Iterator[None]:
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
    (frame, case), (library, documents) = (_toml(folder, name) for name in (FRAME, DOCUMENTS))
    reading = Examination(folder, case, documents)
    reading.note(frame, library)
    _workbooks(folder, reading)
    for table in tables().values():
        reading.rows[table.kind] = _rows(table, folder, reading)
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


def _toml(folder: Path, name: str) -> tuple[TomlFile, Any]:
    """A TOML file of the case and what it says; where it cannot be read, that is its one fault."""
    try:
        return frame_said(name, _text(folder, name, LARGEST_TOML, "the tables that `hikiwake new` shows"))
    except UnreadError as error:
        source = TomlFile(name, None, [Fault.of(name, error)])
        return source, READERS[name](source)


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


def _rows(table: Table, folder: Path, reading: Examination) -> Rows:
    """The entries of one table with the line each begins in; what cannot be read is noted."""
    sheets = reading.sheets.get(table.file, [])
    try:
        text = _table(table, folder, needed=not sheets and not table.optional)
        said = _said(table, text, sheets)
    except UnreadError as error:
        said = Said(Rows(), (Fault.of(table.file, error),), whole=False)
    reading.faults += said.faults
    reading.unread |= set() if said.whole else {table.kind}
    if said.left_out:
        reading.left_out.setdefault(table.kind, set()).update(said.left_out)
    return said.rows


def _table(table: Table, folder: Path, *, needed: bool) -> str | None:
    """The text of a table's own file; ``None`` where there is none and none is needed."""
    if not needed and kind_of(folder / table.file) == "no such file":
        return None
    return _text(folder, table.file, LARGEST_FILE, f"its header line at least: {','.join(table.headers)}")


def _said(table: Table, text: str | None, sheets: list[tuple[str, list[Row]]]) -> Said:
    """What a table says in its own file and in the sheets of workbooks; the lines of a sheet by its number."""
    if text is not None and not sheets:
        return rows_said(table.kind, text)
    own = [(0, separated(text, table.headers))] if text is not None else []
    return gathered(table, [*own, *((number * SHEET, rows) for number, (_, rows) in enumerate(sheets, 1))])


def _workbooks(folder: Path, reading: Examination) -> None:
    """Note the sheets of the case's workbooks that hold rows of tables; of one that cannot be read nothing is known."""
    for path in workbooks(folder):
        try:
            for kind, label, rows in sheets_in(path, folder, tables()):
                reading.sheets.setdefault(tables()[kind].file, []).append((label, rows))
        except UnreadError as error:
            reading.faults.append(Fault.of(path.name, error))
            reading.unread |= tables().keys()


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
    reading.weighed, reading.analyses = _toml(folder, FILE)
    reading.faults += reading.weighed.faults
