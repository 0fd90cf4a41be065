"""Reading a case folder: every file in turn, every fault noted, and a dossier only where there is none."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.cells import Codec, MisfitError, unescape
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, refusal, too_many
from hikiwake.dossier.folder.frame import TomlFile, read_case, read_documents
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, kind_of, text_of
from hikiwake.storage.names import leaves, name_faults
from hikiwake.storage.toml import LARGEST_TOML

FRAME = "case.toml"
LARGEST_FILE = 100_000_000  # bytes of one table
MOST_ROWS = 50_000  # of one table
_QUOTING = "quoting as in RFC 4180: quotes inside a cell are doubled"
Plan = list[tuple[str, Codec, int, int]]
_MENDS = {"field": "cells of at most 131,072 characters"}


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
    for table in tables().values():
        reading.rows[table.kind] = list(_rows(table, folder, reading))
    reading.conflicts = tuple(_conflicts(folder, reading.faults))
    reading.faults += dangling(reading)
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
        text = _text(folder, table.file, LARGEST_FILE, f"its header line at least: {','.join(table.headers)}")
        for line, plan, cells in _lines(table, text):
            if (entry := _entry(table, plan, line, cells, reading.faults)) is not None:
                yield line, entry
            else:
                reading.left_out.setdefault(table.kind, set()).add(cells[0])
                if len(reading.faults) - before >= MOST_FAULTS:
                    raise too_many()
    except UnreadError as error:
        reading.faults.append(Fault.of(table.file, error))
        reading.unread.add(table.kind)


def _lines(table: Table, text: str) -> Iterator[tuple[int, Plan, list[str]]]:
    """The rows below the header with the line each begins in. Raises ``UnreadError`` for what is no table."""
    if "\x00" in text:
        raise UnreadError("\x00", "text without NUL", text.count("\n", 0, text.index("\x00")) + 1)
    if (lines := text.count("\n")) > MOST_ROWS:
        raise UnreadError(f"{lines:,} lines", f"at most {MOST_ROWS:,}; split the case")
    rows, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    try:
        plan = _plan(table, next(rows, []))
        width = plan[-1][3]
        line = rows.line_num + 1
        for cells in rows:
            if cells:
                yield line, plan, cells if any(cells[width:]) else cells[:width]
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadError(str(error), _MENDS.get(str(error)[:5], _QUOTING), line) from error


def _other_header(found: list[str], expected: list[str]) -> UnreadError:
    """The fault of a header that is not the table's, at the first column that differs."""
    pairs = zip_longest(found, expected, fillvalue="nothing")
    one, other = next((each for each in pairs if each[0] != each[1]), ("nothing", "nothing"))
    said = f"{other} there, in {','.join(expected)}" if other != "nothing" else f"no column after {expected[-1]}"
    return UnreadError(one, said, 1, one if other != "nothing" else f"column {len(expected) + 1}")


def _plan(table: Table, header: list[str]) -> Plan:
    """For each column that a header has: the field, its codec, and its first cell and the one after its last.

    Raises ``UnreadError`` for another header; empty cells at its end are none, and optional columns may be missing.
    """
    while header and not header[-1]:
        header = header[:-1]
    columns = table.columns_under(header)
    if columns is None:
        raise _other_header(header, table.headers)
    plan, first = [], 0
    for column in columns:
        last = first + len(column.codec.headers)
        plan.append((column.field, column.codec, first, last))
        first = last
    return plan


def _entry(table: Table, plan: Plan, line: int, cells: list[str], faults: list[Fault]) -> Any:
    """The entry of one row, or ``None`` with a fault for every cell that does not fit."""
    if len(cells) != plan[-1][3]:
        headers = [header for _, codec, _, _ in plan for header in codec.headers]
        faults.append(Fault(table.file, line, "", f"{len(cells)} cells", f"{len(headers)} cells: {','.join(headers)}"))
        return None
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
    odd = list(name_faults(names))
    faults += (Fault(f"conflicts/{name}.toml", 0, "", f"{name}.toml", fault) for name, fault in odd)
    for name in sorted(set(names) - {name for name, _ in odd}):
        file = f"conflicts/{name}.toml"
        try:
            yield name, _text(folder, file, LARGEST_TOML, "a conflict, as `hikiwake model` drafts one")
        except UnreadError as error:
            faults.append(Fault.of(file, error))
