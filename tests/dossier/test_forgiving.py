"""Tables as people and spreadsheets leave them: read where the meaning is plain, told once where it is not."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hikiwake.dossier import Dossier, load, save
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import HikiwakeError
from tests.dossier.test_fixing import read, write
from tests.safety.folders import folder_bytes, own_case
from tests.written_workbooks import write_workbook as workbook

KINDS = ["actors", "passages", "events", "mentions", "claims", "positions", "formulas"]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a user's comments and files in it."""
    return own_case(tmp_path)


def as_text(rows: list[list[str]], delimiter: str, quoting: int) -> str:
    """Rows as a table."""
    told = io.StringIO()
    csv.writer(told, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return told.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("way", ["as it is", "reversed", "capitals", "blanks", "quoted", "sep"])
def test_a_table_in_other_ways(kind: str, delimiter: str, way: str, case: Path) -> None:
    """Separators, order of columns, capitals and blanks in the header, blank rows, all in quotes, a byte order mark."""
    said, before = load(case), folder_bytes(case)
    rows = list(csv.reader(io.StringIO((case / f"{kind}.csv").read_text(encoding="utf-8"))))
    if way == "reversed":
        rows = [row[::-1] for row in rows]
    if way == "capitals":
        rows[0] = [f" {cell.upper()} " for cell in rows[0]]
    if way == "blanks":
        rows = [each for row in rows for each in (["", " "], row, [""] * len(row), [])]
    text = as_text(rows, delimiter, csv.QUOTE_ALL if way == "quoted" else csv.QUOTE_MINIMAL)
    text = f"sep={delimiter}\r\n{text}" if way == "sep" else text
    (case / f"{kind}.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load(case) == said
    assert not check_case(case).faults
    after = folder_bytes(case)
    save(load(case), case)
    assert folder_bytes(case) == after and set(after) == set(before)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("2013-06", "", "", ""), ("2013-06-01", "2013-06-30", "month", "stated")),
        (("2013", "", "", ""), ("2013-01-01", "2013-12-31", "year", "stated")),
        (("2013-06-15", "", "", ""), ("2013-06-15", "2013-06-15", "day", "stated")),
        (("2013/2015-03", "", "", ""), ("2013-01-01", "2015-03-31", "range", "stated")),
        (("2013-06-15/", "", "", ""), ("2013-06-15", "", "range", "stated")),
        (("2013", "2014-02", "", "context"), ("2013-01-01", "2014-02-28", "range", "context")),
        (("2013", "", "approximate", "context"), ("2013-01-01", "2013-12-31", "approximate", "context")),
        (("2013-06-15", "", "range", "context"), ("2013-06-15", "", "range", "context")),
        (("2013-06-15", "", "", "context"), ("2013-06-15", "2013-06-15", "day", "context")),
        (("2013-06-01", "2013-06-30", "", "context"), ("2013-06-01", "2013-06-30", "month", "context")),
    ],
)
def test_a_period_in_short(cells: tuple[str, ...], wanted: tuple[str, ...], case: Path) -> None:
    rows = read(case, "events")
    rows[0] |= dict(zip(("start", "end", "precision", "basis"), cells, strict=True))
    write(case, "events", rows)
    period = next(event.period for event in load(case).events if event.id == rows[0]["id"])
    end = "" if period.end is None else str(period.end)
    assert (str(period.start), end, period.precision, period.basis) == wanted


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("events", "start", "19.10.1956", "did you mean 1956-10-19?"),
        ("events", "start", "10/19/1956", "did you mean 1956-10-19?"),
        ("events", "start", "10/11/1956", "a day as YYYY-MM-DD, or in short YYYY-MM or YYYY"),
        ("events", "start", "2013-13", "a day as YYYY-MM-DD"),
        ("events", "happened", "ocurred", "did you mean 'occurred'?"),
        ("events", "type", "Agree", "did you mean 'AGREE'?"),
        ("events", "precision", "days", "did you mean 'day'?"),
        ("events", "sources", "NORR", "did you mean 'NOR'?"),
        ("events", "sources", "Norland", "did you mean 'NOR'?"),
        ("mentions", "passage", "passage0001", "did you mean 'passage-0001'"),
        ("positions", "verb", "propose", "did you mean 'proposes'?"),
    ],
)
def test_one_fault_is_told_once_with_the_likely_mend(
    table: str, column: str, value: str, said: str, case: Path
) -> None:
    rows = read(case, table)
    rows[0][column] = value
    write(case, table, rows)
    (fault,) = check_case(case).faults
    assert (fault.file, fault.line, fault.column, fault.found) == (f"{table}.csv", 2, column, value)
    assert said in fault.expected


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda header: header.replace("happened", "hapened"), "did you mean 'happened'?"),
        (lambda header: header.replace("summary", "summary,summary"), "each column once"),
        (lambda header: header.replace("happened", "").replace("series,", ""), "series there"),
    ],
)
def test_a_header_with_a_fault(change: Callable[[str], str], said: str, case: Path) -> None:
    header, _, rows = (case / "events.csv").read_text(encoding="utf-8").partition("\n")
    (case / "events.csv").write_text(f"{change(header)}\n{rows}", encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.line == 1 and (said in fault.expected or "happened there" in fault.expected)


def rows_of(case: Path, kind: str) -> list[list[object]]:
    """The cells of a table as a spreadsheet takes them: numbers and days are no text."""
    rows = csv.reader(io.StringIO((case / f"{kind}.csv").read_text(encoding="utf-8")))
    return [[_as_spreadsheet(cell) for cell in row] for row in rows]


def _as_spreadsheet(cell: str) -> object:
    if cell.isdecimal() and str(int(cell)) == cell:
        return int(cell)
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return cell


@pytest.mark.parametrize("kind", ["events", "claims", "positions", "actors"])
@pytest.mark.parametrize("name", ["rows.xlsx", "KIND.xlsx"])
def test_a_workbook_in_place_of_a_table(kind: str, name: str, case: Path) -> None:
    """A sheet with the table's name, or a workbook with it; nothing is changed by saving the same case."""
    said = load(case)
    name = name.replace("KIND", kind)
    sheet = kind.title() if name == "rows.xlsx" else "Sheet1"
    workbook(case / name, {"My notes" if sheet == kind.title() else sheet: [["x"]], sheet: [[], *rows_of(case, kind)]}
             if name == "rows.xlsx" else {sheet: rows_of(case, kind)})  # fmt: skip
    (case / f"{kind}.csv").unlink()
    assert load(case) == said
    after = folder_bytes(case)
    save(load(case), case)
    assert folder_bytes(case) == after


def test_rows_of_a_workbook_beside_those_of_the_table(case: Path) -> None:
    """Both are read; a fault is told with the sheet and its row."""
    rows = rows_of(case, "claims")
    workbook(case / "more.xlsx", {"claims": [rows[0], *rows[3:]]})
    write(case, "claims", read(case, "claims")[:2])
    assert len(load(case).claims) == len(rows) - 1
    spoiled = [list(row) for row in rows]
    spoiled[3][rows[0].index("comparator")] = "about"
    workbook(case / "more.xlsx", {"claims": [spoiled[0], *spoiled[3:]]})
    (fault,) = check_case(case).faults
    assert str(fault).startswith("more.xlsx [claims]:2, comparator: found 'about'")


def test_rows_of_a_workbook_are_not_written_over(case: Path, tmp_path: Path) -> None:
    """A change to what stands in a workbook is refused; another folder takes it."""
    workbook(case / "more.xlsx", {"claims": rows_of(case, "claims")})
    (case / "claims.csv").unlink()
    dossier = load(case)
    fewer = Dossier(**{**{f: getattr(dossier, f) for f in dossier.__dataclass_fields__}, "claims": dossier.claims[1:]})
    before = folder_bytes(case)
    with pytest.raises(HikiwakeError, match=r"more\.xlsx"):
        save(fewer, case)
    assert folder_bytes(case) == before
    assert len(load(save(fewer, tmp_path / "other").read_from.folder).claims) == len(dossier.claims) - 1  # type: ignore[union-attr]


FAR = (
    '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize("what", ["no zip", "far", "tall", "cut", "bomb"])
def test_a_workbook_that_cannot_be_read_is_one_fault(what: str, case: Path) -> None:
    """And what it may hold is no further fault; a cell far away costs no memory."""
    file = case / "more.xlsx"
    workbook(file, {"claims": rows_of(case, "claims")})
    content = file.read_bytes()
    if what == "no zip":
        file.write_text("id,holder\n", encoding="utf-8")
    elif what == "cut":
        file.write_bytes(content[: len(content) // 2])
    else:
        told = {"far": FAR, "tall": FAR.replace("XFD", "A"), "bomb": " " * 400_000_000}[what]
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, told if name.endswith("sheet1.xml") else old.read(name))
    (case / "claims.csv").unlink()
    faults = check_case(case).faults
    assert [fault.file for fault in faults if fault.file != "claims.csv"] == ["more.xlsx"]
    assert len(faults) <= 2 and {*tables()} >= {"claims"}
