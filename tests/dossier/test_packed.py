"""A case packed into one file is read like a folder, and a hostile file changes and costs nothing."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError
from hikiwake.exports import export
from tests.synthetic import skerries


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    return export(skerries().dossier(), tmp_path / "case.zip", "zip").files[0]


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_a_folder_that_somebody_zipped_is_read(packed: Path, tmp_path: Path) -> None:
    """With the folder's own name in it, texts of documents beside it, and what systems add."""
    parts = {f"My case/{name}": content for name, content in parts_of(packed).items()}
    more = {"My case/texts/letter.pdf": b"%PDF", "__MACOSX/._case.toml": b"x", "My case/.DS_Store": b"x"}
    made = archive(tmp_path / "zipped.zip", {**parts, "My case/texts/letter.pdf": more["My case/texts/letter.pdf"]})
    assert hw.load(made) == skerries().dossier()


def test_a_fault_is_told_as_in_the_folder(packed: Path, tmp_path: Path) -> None:
    parts = parts_of(packed)
    parts["claims.csv"] = parts["claims.csv"].replace(b",actual,", b",real,", 1)
    report = check_case(archive(tmp_path / "bad.zip", parts))
    assert [(fault.file, fault.column) for fault in report.faults] == [("claims.csv", "kind")]
    assert report.lines[-1].startswith("bad.zip: 1 fault")


def test_a_fault_of_a_workbook_names_sheet_and_row(tmp_path: Path) -> None:
    from hikiwake.exports.workbooks import sheets, workbook

    told = [(name, [[*row] for row in rows]) for name, rows in sheets(skerries().dossier())]
    for name, rows in told:
        if name == "claims":
            rows[2][rows[0].index("kind")] = "real"
    (tmp_path / "bad.xlsx").write_bytes(workbook([(name, [*rows]) for name, rows in told]))
    report = check_case(tmp_path / "bad.xlsx")
    assert [str(fault).partition(": found")[0] for fault in report.faults] == ["bad.xlsx [claims]:3, kind"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"../x.csv": b""}, "'../x.csv'"),
        ({"/x.csv": b""}, "'/x.csv'"),
        ({"a/../../x.csv": b""}, "x.csv"),
        ({"a\\..\\x.csv": b""}, "x.csv"),
        ({"conflicts/nul.toml": b""}, "no device"),
        ({"x.csv": b"\0" * 30_000_000}, "300 times its size"),
        ({"Claims.csv": b"x"}, "without regard to case"),
    ],
)
def test_a_hostile_archive_is_refused(packed: Path, tmp_path: Path, more: dict[str, bytes], said: str) -> None:
    made = archive(tmp_path / "bad.zip", {**parts_of(packed), **more})
    before = {*tmp_path.parent.rglob("*")}
    with pytest.raises(CaseError, match=said):
        hw.load(made)
    assert {*tmp_path.parent.rglob("*")} == before


@pytest.mark.parametrize("name", ["a.zip", "a.xlsx"])
def test_what_is_none_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(CaseError, match="can be read"):
        hw.load(tmp_path / name)


def test_an_archive_without_a_case_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"holds no case\.toml"):
        hw.load(archive(tmp_path / "a.zip", {"readme.md": b""}))


def test_the_endings_say_what_it_is(packed: Path, tmp_path: Path) -> None:
    shutil.copy(packed, tmp_path / "CASE.ZIP")
    assert hw.load(tmp_path / "CASE.ZIP") == skerries().dossier()


def broken_inside(made: Path, part: str) -> None:
    """Break what is packed of a part, not the archive."""
    with zipfile.ZipFile(made) as parts:
        found = parts.getinfo(part)
    content = bytearray(made.read_bytes())
    start = found.header_offset + 30 + len(part) + 20
    content[start : start + 40] = b"\xff" * 40
    made.write_bytes(bytes(content))


@pytest.mark.parametrize("pack", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_part_that_cannot_be_unpacked_is_told(packed: Path, tmp_path: Path, pack: int) -> None:
    made = tmp_path / "broken.zip"
    with zipfile.ZipFile(made, "w", pack) as parts:
        for name, content in parts_of(packed).items():
            parts.writestr(name, content)
    assert hw.load(made) == skerries().dossier()
    broken_inside(made, "claims.csv")
    with pytest.raises(CaseError, match="no archive that can be read"):
        hw.load(made)


@pytest.mark.parametrize("damage", ["\xff", "</row>"])
def test_a_workbook_with_a_broken_sheet_is_told(tmp_path: Path, damage: str) -> None:
    """Its archive is whole; what stands in the sheet is no XML, or says what cannot be."""
    book = export(skerries().dossier(), tmp_path / "case.xlsx", "xlsx").files[0]
    parts = parts_of(book)
    sheet = parts["xl/worksheets/sheet5.xml"]
    place = sheet.index(b"<c r=", len(sheet) // 2) + 3
    parts["xl/worksheets/sheet5.xml"] = sheet[:place] + damage.encode("latin-1") + sheet[place:]
    report = check_case(archive(tmp_path / "bad.xlsx", parts))
    assert len(report.faults) and "bad.xlsx" in report.faults[0].file


def test_a_workbook_whose_sheet_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    book = export(skerries().dossier(), tmp_path / "case.xlsx", "xlsx").files[0]
    broken_inside(book, "xl/worksheets/sheet5.xml")
    with pytest.raises(CaseError, match="no workbook that can be read"):
        check_case(book)


@pytest.mark.parametrize("kind", ["zip", "xlsx", "json"])
def test_what_is_only_assumed_goes_with_a_packed_case(tmp_path: Path, kind: str) -> None:
    dossier = replace(skerries().dossier(), scenarios=(("dry", 'title = "Dry"\nera = "1990-1994"\n'),))
    (file,) = export(dossier, tmp_path / f"case.{kind}", kind).files
    assert hw.load(file) == dossier


def test_an_archive_of_several_cases_is_refused_with_their_names(packed: Path, tmp_path: Path) -> None:
    """Which of them is meant nobody can tell; one beside which a case lies deeper is still that one."""
    parts = parts_of(packed)
    both = {f"{name}/{file}": content for name in ("east", "west") for file, content in parts.items()}
    with pytest.raises(
        CaseError, match=r"found 2 cases \('east', 'west'\), expected an archive of one case; unpack it"
    ):
        hw.load(archive(tmp_path / "both.zip", both))
    deeper = {f"old/{name}": content for name, content in parts.items()}
    assert hw.load(archive(tmp_path / "one.zip", {**parts, **deeper})) == hw.load(packed)


@pytest.mark.parametrize("case", ["case.zip:skerries", "japan_russia:2022-"])
def test_a_name_after_a_case_is_told_to_be_that_of_a_model(packed: Path, case: str) -> None:
    given = str(packed.parent / case) if ".zip" in case else case
    with pytest.raises(CaseError, match=f"give {given.rpartition(':')[0]} by itself.*CASE:NAME"):
        hw.load(given)
