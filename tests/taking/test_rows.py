"""A workbook that came back: its rows are taken into the case it was written from, checked as those of a folder are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

import hikiwake as hw
from hikiwake.errors import CaseError
from hikiwake.exports import export
from hikiwake.exports.workbooks import workbook
from hikiwake.taking import take
from hikiwake.workbench import Workbench
from tests.synthetic import skerries

Rows = list[list[str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    hw.save(skerries().dossier(), tmp_path / "case")
    return tmp_path / "case"


def written(case: Path) -> dict[str, Rows]:
    """The sheets of the case's workbook."""
    file = export(hw.load(case), case.parent / "case.xlsx", "xlsx", replacing=True).files[0]
    book = CalamineWorkbook.from_path(str(file))
    return {
        name: [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def sent(case: Path, sheets: dict[str, Rows]) -> Path:
    file = case.parent / "sent.xlsx"
    file.write_bytes(workbook([(name, [*rows]) for name, rows in sheets.items()]))
    return file


def test_an_edited_cell_is_taken_and_undone(case: Path) -> None:
    before = hw.load(case)
    sheets = written(case)
    column = sheets["claims"][0].index("summary")
    sheets["claims"][1][column] = "Another summary 𠮷."
    taken = take(case, sent(case, sheets))
    assert taken.new == [f"claims: {before.claims[0].id} changed"]
    after = hw.load(case)
    assert after.claims[0] == replace(before.claims[0], summary="Another summary 𠮷.")
    assert replace(after, claims=before.claims) == before
    with Workbench(case) as bench:
        bench.undo()
    assert hw.load(case) == before


def test_an_unchanged_workbook_changes_nothing(case: Path) -> None:
    taken = take(case, sent(case, written(case)))
    assert (taken.new, taken.notes) == ((), [])


def test_a_case_that_changed_meanwhile_is_not_reverted(case: Path) -> None:
    sheets = written(case)
    dossier = hw.load(case)
    hw.save(replace(dossier, claims=dossier.claims[1:], doubts=()), case)
    now = hw.load(case)
    with pytest.raises(CaseError, match="the case has changed since it was written; nothing was changed") as caught:
        take(case, sent(case, sheets))
    assert f"claims: {dossier.claims[0].id} added" in str(caught.value)
    assert hw.load(case) == now
    take(case, sent(case, sheets), force=True)
    assert {each.id for each in hw.load(case).claims} == {each.id for each in dossier.claims}


def test_what_is_not_a_row_is_told_and_left(case: Path) -> None:
    sheets = written(case)
    title = next(at for at, row in enumerate(sheets["case.toml"]) if row[0].startswith("title"))
    sheets["case.toml"][title] = ['title = "Another title"']
    taken = take(case, sent(case, sheets))
    assert taken.notes == ["case.toml: differs, and is left as the case has it"]


MANGLED = {
    "a day turned into a number": ("events", "start", "35065", r"sent.xlsx \[events\]:2, start"),
    "a day turned round": ("events", "start", "1/2/1996", r"sent.xlsx \[events\]:2, start"),
    "a digest turned into a number": ("passages", "digest", "1.2E+15", r"\[passages\]:2, digest.*made a number"),
    "a word that is no choice": ("claims", "comparator", "approx", r"\[claims\]:2, comparator: found 'approx'"),
    "an id that is none": ("claims", "passages", "nowhere", r"\[claims\]:2, passages: found 'nowhere'"),
}


@pytest.mark.parametrize(("kind", "column", "cell", "said"), MANGLED.values(), ids=MANGLED)
def test_what_a_spreadsheet_mangles_is_told_with_its_place(
    case: Path, kind: str, column: str, cell: str, said: str
) -> None:
    before = hw.load(case)
    sheets = written(case)
    sheets[kind][1][sheets[kind][0].index(column)] = cell
    with pytest.raises(CaseError, match=said):
        take(case, sent(case, sheets))
    assert hw.load(case) == before


def test_a_column_too_many_is_told(case: Path) -> None:
    sheets = written(case)
    sheets["claims"][1].append("a note to myself")
    with pytest.raises(CaseError, match=r"\[claims\]:2"):
        take(case, sent(case, sheets))


def test_empty_columns_and_rows_beyond_are_no_fault(case: Path) -> None:
    before = hw.load(case)
    sheets = written(case)
    sheets["claims"] = [[*row, "", ""] for row in sheets["claims"]] + [["", ""], [""]]
    take(case, sent(case, sheets))
    assert hw.load(case) == before
