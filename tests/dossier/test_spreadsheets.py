"""What a spreadsheet does to a case, and periods that say one thing in words and another in days."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from tests.safety.folders import own_case


def rewritten(case: Path, table: str, column: str, value: str, row: int = 1) -> None:
    """Put a value into one cell."""
    file = case / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    rows[row][rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)


DIGESTS = ["1.23457E+15", "1,23457E+15", "1234567890123450", "0", "12345678901234567", "ABCDEF",
           "2.5e+11", "#NUM!", " "]  # fmt: skip


@pytest.mark.parametrize("digest", DIGESTS)
def test_a_digest_that_a_spreadsheet_took_for_a_number(digest: str, tmp_path: Path) -> None:
    """One that still has its sixteen digits cannot be told from a right one without the document."""
    case = own_case(tmp_path)
    rewritten(case, "passages", "digest", digest)
    faults = [str(fault) for fault in check_case(case).faults]
    right = len(digest) == 16
    assert (not faults) if right else faults[0].startswith("passages.csv:2, digest: found ")
    assert right or "16 hexadecimal digits" in faults[0]
    a_number = digest in ("1.23457E+15", "1,23457E+15", "0", "12345678901234567", "2.5e+11")
    assert ("a spreadsheet made a number of them" in "".join(faults)) == a_number


@pytest.mark.parametrize("table", ["events", "claims", "actors", "doubts"])
@pytest.mark.parametrize("commas", [1, 3, 20])
@pytest.mark.parametrize("where", ["header", "rows", "both"])
def test_empty_columns_at_the_end_are_passed_over(table: str, commas: int, where: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    before = load(case)
    header, *rows = (case / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    header += "," * commas * (where != "rows")
    rows = [row + "," * commas * (where != "header") for row in rows]
    (case / f"{table}.csv").write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    assert load(case) == before


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (lambda header: f"{header},notes", "notes", "no column after summary"),
        (lambda header: f"{header},,notes", "", "no column after summary"),
        (lambda header: header.replace(",happened", ""), "series", "happened there"),
        (lambda header: header.replace("happened", "occurred"), "occurred", "happened there"),
        (lambda header: header.replace(",summary", ""), "nothing", "summary there"),
    ],
)
def test_a_header_that_differs_is_told_where_it_does(change: object, place: str, said: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    header, _, rows = (case / "events.csv").read_text(encoding="utf-8").partition("\n")
    (case / "events.csv").write_text(f"{change(header)}\n{rows}", encoding="utf-8")  # type: ignore[operator]
    (fault,) = check_case(case).faults
    assert (fault.file, fault.line, fault.found) == ("events.csv", 1, place) and said in fault.expected


def test_a_cell_beyond_the_last_column_is_a_fault(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    text = (case / "doubts.csv").read_text(encoding="utf-8")
    (case / "doubts.csv").write_text(text.rstrip("\n") + ",,mine\n", encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.found == "10 cells" and "8 cells" in fault.expected


AGREEING = [
    ("2019-01-01", "2019-01-28", "day", "range (28 days)"),
    ("2019-01-01", "2019-12-31", "day", "year (365 days)"),
    ("2019-01-01", "2019-12-31", "month", "year (365 days)"),
    ("2019-02-01", "2019-02-28", "day", "month (28 days)"),
    ("2019-02-01", "2019-02-01", "month", "day (1 day)"),
    ("2019-02-01", "2019-02-01", "year", "day (1 day)"),
    ("2019-02-01", "2020-01-31", "year", "range (365 days)"),
    ("2019-02-01", "", "day", "range (it goes on)"),
    ("2019-02-01", "2019-02-01", "season", "day (1 day)"),
    ("2019-01-01", "2020-12-31", "season", "range (731 days)"),
    ("2019-02-01", "2019-02-01", "day", ""),
    ("2020-02-01", "2020-02-29", "month", ""),
    ("2020-01-01", "2020-12-31", "year", ""),
    ("2020-03-01", "2020-05-31", "season", ""),
    ("2020-03-01", "2020-03-01", "range", ""),
    ("2020-03-01", "", "range", ""),
    ("2020-03-01", "2024-07-01", "approximate", ""),
]


@pytest.mark.parametrize(("start", "end", "precision", "expected"), AGREEING)
@pytest.mark.parametrize("table", ["events", "claims", "positions"])
def test_precision_and_days_agree(
    table: str, start: str, end: str, precision: str, expected: str, tmp_path: Path
) -> None:
    case = own_case(tmp_path)
    for column, value in (("start", start), ("end", end), ("precision", precision)):
        rewritten(case, table, column, value)
    told = [(fault.file, fault.line, fault.found, fault.expected) for fault in check_case(case).faults]
    assert told == ([(f"{table}.csv", 2, precision, expected)] if expected else [])


def test_precision_and_days_of_a_document_agree(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    text = (case / "documents.toml").read_text(encoding="utf-8")
    assert 'precision = "day"' in text
    (case / "documents.toml").write_text(text.replace('precision = "day"', 'precision = "year"', 1), encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.file == "documents.toml" and "expected day (1 day)" in fault.found
