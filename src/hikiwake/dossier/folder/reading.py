"""Reading a case folder: every file in turn, every fault noted, and a dossier only where there is none."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.cells import Codec, MisfitError, unescape
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import Fault, refusal
from hikiwake.dossier.folder.frame import TomlFile, read_case, read_documents
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.tables import Column, Table, tables
from hikiwake.errors import CaseError
from hikiwake.storage.names import leaves, name_faults

LARGEST_FILE = 500_000_000


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
    if not (folder / "case.toml").is_file():
        raise CaseError(f"{folder}: no case.toml; give a case folder (`hikiwake new FOLDER` makes one)")
    faults: list[Fault] = []
    frame, library = (TomlFile(name, _text(folder, name, faults)) for name in ("case.toml", "documents.toml"))
    reading = Examination(folder, read_case(frame), read_documents(library))
    reading.faults = [*faults, *frame.faults, *library.faults]
    for table in tables().values():
        reading.rows[table.kind] = list(_rows(table, folder, reading.faults))
    reading.conflicts = tuple(_conflicts(folder, reading.faults))
    reading.faults += dangling(reading)
    return reading


def _text(folder: Path, name: str, faults: list[Fault]) -> str:
    """A file's text; a missing, oversized or wrongly encoded file, or one elsewhere, is a fault and reads as empty."""
    path = folder / name
    if leaves(path, folder):
        faults.append(Fault(name, 0, "", "a link that leaves the case", "the file itself; put it there"))
        return ""
    if not path.is_file():
        faults.append(Fault(name, 0, "", "no such file", "the file (it may hold its header line alone)"))
        return ""
    if path.stat().st_size > LARGEST_FILE:
        faults.append(Fault(name, 0, "", f"{path.stat().st_size} bytes", f"at most {LARGEST_FILE} bytes"))
        return ""
    try:
        raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        faults.append(Fault(path.name, 0, "", error.strerror or str(error), "a file that may be read"))
        return ""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.append(Fault(name, line, "", f"byte 0x{raw[error.start]:02x}", "UTF-8; save the file as UTF-8"))
        return ""


def _rows(table: Table, folder: Path, faults: list[Fault]) -> Iterator[tuple[int, Any]]:
    """The entries of one table with the line each begins in."""
    text = _text(folder, table.file, faults)
    if not text:
        return
    if "\x00" in text:
        faults.append(Fault(table.file, text[: text.index("\x00")].count("\n") + 1, "", "\x00", "text without NUL"))
        return
    lines = _csv_rows(table, text, faults)
    _, headers = next(lines, (1, []))
    columns = table.columns_under(headers)
    if columns is None:
        found, headers = headers, table.headers
        different = _first_difference(found, headers)
        faults.append(Fault(table.file, 1, different, ",".join(found), ",".join(headers)))
        return
    plan = _plan(columns)
    for line, cells in lines:
        if len(cells) != len(headers):
            expected = f"{len(headers)} cells: {','.join(headers)}"
            faults.append(Fault(table.file, line, "", f"{len(cells)} cells", expected))
        elif (entry := _entry(table, plan, line, cells, faults)) is not None:
            yield line, entry


def _csv_rows(table: Table, text: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            faults.append(
                Fault(table.file, line, "", str(error), "quoting as in RFC 4180: quotes inside a cell are doubled")
            )
            return
        if cells:
            yield line, cells


def _first_difference(found: list[str], expected: list[str]) -> str:
    for one, other in zip(found, expected, strict=False):
        if one != other:
            return one
    return "header"


def _plan(columns: Iterable[Column]) -> list[tuple[str, Codec, int, int]]:
    """For each column: the field, its codec, and its first cell and the one after its last."""
    plan, first = [], 0
    for column in columns:
        last = first + len(column.codec.headers)
        plan.append((column.field, column.codec, first, last))
        first = last
    return plan


def _entry(
    table: Table, plan: list[tuple[str, Codec, int, int]], line: int, cells: list[str], faults: list[Fault]
) -> Any:
    """The entry of one row, or ``None`` with a fault for every cell that does not fit."""
    cells = [unescape(cell) if cell[:1] == "'" else cell for cell in cells]
    values, before = {}, len(faults)
    for field_, codec, first, last in plan:
        try:
            values[field_] = codec.parse(cells[first:last])
        except MisfitError as misfit:
            header = codec.headers[misfit.cell]
            faults.append(Fault(table.file, line, header, misfit.found, misfit.expected))
    return table.entry(**values) if len(faults) == before else None


def _conflicts(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    names = [path.stem for path in sorted((folder / "conflicts").glob("*.toml"))]
    faults += (Fault(f"conflicts/{name}.toml", 0, "", f"{name}.toml", fault) for name, fault in name_faults(names))
    for name in names:
        yield name, _text(folder, f"conflicts/{name}.toml", faults)
