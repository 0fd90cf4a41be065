"""Tables in workbooks (.xlsx) of a case folder: a sheet that is named after a table holds rows of it.

A workbook can claim a cell in its last row and column, for which a reader would ask for gigabytes: how far the cells
reach is looked at first.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from hikiwake.dossier.folder.sheets.separated import MOST_ROWS
from hikiwake.storage.incoming import UnreadError, refuse_unfit
from hikiwake.storage.names import leaves
from hikiwake.storage.zips import BROKEN

LARGEST_BOOK = 20_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^>]{0,200}?\br="([A-Z]{1,7})([0-9]{1,9})"|<(?:\w+:)?row\b[^>]{0,200}?\br="([0-9]{1,9})"'
)
_BLOCK = 1_000_000

Row = tuple[int, list[str]]


def sheets_in(path: Path, folder: Path, kinds: Collection[str]) -> Iterator[tuple[str, str, list[Row]]]:
    """For each sheet of a workbook with rows of a table: the table's kind, the name of file and sheet, and the rows.

    A row is the number that the workbook gives it, and its cells as text. A workbook that is itself named after a table
    needs no such sheet: its first one is meant. Raises ``UnreadError`` for a workbook that cannot be read.
    """
    book = opened_book(path, folder)
    named = [(name.strip().casefold(), name) for name in book.sheet_names if name.strip().casefold() in kinds]
    own = path.stem.casefold()
    if own in kinds and not named:
        named = [(own, name) for name in book.sheet_names[:1]]
    for kind, name in named:
        yield kind, f"{path.name} [{name}]", [*enumerate(texts_of_rows(book, name), 1)]


def texts_of_rows(book: Any, name: str) -> list[list[str]]:
    """The rows of a sheet, each as the texts of its cells. Raises ``UnreadError`` for one that reaches too far, and for
    one that cannot be read."""
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(name)
        if (cells := sheet.total_height * sheet.total_width) > MOST_CELLS:
            raise UnreadError(f"{cells:,} cells in {name}", f"at most {MOST_CELLS:,}; clear what is beyond the table")
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise UnreadError(f"no sheet {name!a} that can be read ({error})", "a workbook as it was saved") from error
    if line := next((at for at, row in enumerate(rows, 1) if any("\x00" in cell for cell in row)), 0):
        raise UnreadError("\x00", "text without NUL", line)
    return rows


def workbooks(folder: Path) -> list[Path]:
    """The workbooks of a case folder; those that a spreadsheet program keeps while it is open are none."""
    return [path for path in sorted(folder.glob("*.xlsx")) if path.name[:2] not in ("~$", ".~")]


def opened_book(path: Path, folder: Path) -> Any:
    """A workbook. Raises ``UnreadError``."""
    from python_calamine import CalamineError, CalamineWorkbook

    if leaves(path, folder):
        raise UnreadError("a link that leaves the case", "the file itself; put it there")
    refuse_unfit(path, LARGEST_BOOK)
    broken: tuple[type[Exception], ...] = (CalamineError, *BROKEN)
    try:
        _refuse_wide(path)
        return CalamineWorkbook.from_path(path)
    except broken as error:
        raise UnreadError(f"no workbook that can be read ({error})", "a workbook, or the table saved as CSV") from error


def _refuse_wide(path: Path) -> None:
    """Raise ``UnreadError`` for a workbook that unpacks to too much, or whose cells reach too far."""
    with zipfile.ZipFile(path) as packed:
        if (size := sum(part.file_size for part in packed.infolist())) > LARGEST_UNPACKED:
            raise UnreadError(f"{size:,} bytes unpacked", f"at most {LARGEST_UNPACKED:,}; save the table as CSV")
        for name in packed.namelist():
            if name.endswith(".xml") and "sharedStrings" not in name:
                with packed.open(name) as part:
                    _refuse_far(iter(lambda: part.read(_BLOCK), b""))


def _refuse_far(blocks: Iterator[bytes]) -> None:
    kept = b""
    for block in blocks:
        kept += block
        for column, row, alone in _CELL.findall(kept):
            if int(row or alone) > MOST_ROWS or _number(column) > MOST_COLUMNS:
                found = f"a cell at {(column + (row or alone)).decode()}"
                raise UnreadError(found, f"at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns; clear what is beyond")
        kept = kept[-500:]


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _text(cell: object) -> str:
    """A cell as the text that a table has: whole numbers without a point, days as YYYY-MM-DD."""
    match cell:
        case None:
            return ""
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)
