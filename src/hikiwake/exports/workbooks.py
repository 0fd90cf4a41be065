"""The case as a workbook: a sheet for each table of the folder, every cell text; it loads as the same dossier."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.onefile import FORMAT, record_digest
from hikiwake.dossier.folder.packed.workbooks import ABOUT
from hikiwake.dossier.folder.reading import MODELS
from hikiwake.dossier.folder.writing import case_files
from hikiwake.errors import HikiwakeError

LONGEST_CELL = 32_767  # UTF-16 units that a workbook can hold
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # nothing tells when it was made
_WIDTHS = {"summary": 60, "stance": 60, "answer": 60, "reason": 60, "includes": 60}

Row = Sequence[str]


def files(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The workbook. Raises ``HikiwakeError`` for a cell that is longer than a workbook can hold."""
    yield "case.xlsx", workbook([*sheets(dossier)])


def sheets(dossier: Dossier) -> Iterator[tuple[str, list[Row]]]:
    """Each sheet: its name, and its rows; of a file that is no table each line is a row."""
    models: dict[str, list[Row]] = {MODELS: [("name", "line")]}
    for name, text in case_files(dossier):
        if name.endswith(".csv"):
            yield name.removesuffix(".csv"), [*csv.reader(io.StringIO(text, newline=""))]
        elif "/" in name:
            folder, own = name.removesuffix(".toml").split("/")
            models.setdefault(folder, [("name", "line")]).extend((own, line) for line in text.split("\n"))
        else:
            yield name, [(line,) for line in text.split("\n")]
    yield from models.items()
    yield ABOUT, [("format", FORMAT), ("record", record_digest(dossier))]


def workbook(contents: Sequence[tuple[str, list[Row]]]) -> bytes:
    """A workbook in which every cell is text: nothing is calculated, no day and no digest is taken for a number."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format({"num_format": "@", "bold": True})
    for name, rows in contents:
        sheet = book.add_worksheet(name)
        table = "." not in name
        sheet.set_column(0, max((len(row) for row in rows), default=1) - 1, 18 if table else 100, text)
        if table and rows:
            sheet.freeze_panes(1, 1)
            for at, header in enumerate(rows[0]):
                sheet.set_column(at, at, _WIDTHS.get(header, 18), text)
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                _write(sheet, number, at, cell, name, head if table and not number else text)
    book.close()
    return target.getvalue()


def _write(sheet: object, row: int, column: int, cell: str, name: str, form: object) -> None:
    if len(cell.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_CELL:
        raise HikiwakeError(
            f"{name}:{row + 1}, column {column + 1}: {len(cell):,} characters, expected at most {LONGEST_CELL:,} in a "
            "workbook; export as csv or json"
        )
    if cell:
        sheet.write_string(row, column, cell, form)  # type: ignore[attr-defined]
