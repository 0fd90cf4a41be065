"""What is too much for a reader is told in one fault with how much there is and how much is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.documents import Library
from hikiwake.documents.finding import LOOKED, Finder
from hikiwake.documents.readers import files
from hikiwake.dossier.folder import onefile
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.faults import MOST_FAULTS
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.dossier.folder.sheets import separated
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from tests.safety.folders import own_case
from tests.synthetic import Builder, skerries


@pytest.mark.parametrize("table", ["claims", "doubts", "events", "actors", "passages"])
def test_a_table_of_more_rows_than_are_read(table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one fault of the case names both numbers; what points into the table is no further fault."""
    case = own_case(tmp_path)
    monkeypatch.setattr(separated, "MOST_ROWS", 100)
    with (case / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write("x\n" * 200)
    (fault,) = check_case(case).faults
    assert fault.file == f"{table}.csv" and fault.found.endswith(" lines") and "at most 100" in fault.expected


def test_a_json_case_of_more_rows_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onefile, "MOST_ROWS", 100)
    told = json.loads(json_text(skerries().dossier()))
    told["claims"] *= 30
    file = tmp_path / "case.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    faults = [fault for fault in check_case(file).faults if fault.column == "claims"]
    assert [fault.found for fault in faults] == ["150 rows"]


@pytest.mark.parametrize("row", ["x", "x,y,z", '"x"'])
def test_faults_without_end_are_told_as_so_many(row: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    with (case / "claims.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n" * (3 * MOST_FAULTS))
    faults = check_case(case).faults
    assert len(faults) == MOST_FAULTS + 1 and "more than 1,000 faults" in faults[-1].found


def test_tables_without_end_in_a_frame(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    frame = 'title = "T"\ndyad = ["NOR", "SUD"]\n' + "[[issues]]\nid = 1\n" * (3 * MOST_FAULTS)
    (case / "case.toml").write_text(frame, encoding="utf-8")
    faults = [fault for fault in check_case(case).faults if fault.file == "case.toml"]
    assert len(faults) == MOST_FAULTS + 1 and "more than 1,000 faults" in faults[-1].found


def test_a_cell_longer_than_is_read(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    with (case / "doubts.csv").open("a", encoding="utf-8") as file:
        file.write("x" * 200_000 + ",a,b,c,d,e\n")
    (fault,) = check_case(case).faults
    assert (fault.file, fault.line) == ("doubts.csv", 3) and "131,072 characters" in fault.expected


@pytest.mark.parametrize("piece", ["a\n", "a. ", "a! ", "a? ", "あ。", "…"])
def test_a_text_of_more_sentences_than_are_read_is_named(piece: str, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("a" + piece * (files.MOST_PIECES + 1), encoding="utf-8")
    library = Library(tmp_path)
    assert not library.texts
    (told,) = library.unreadable
    assert "long.txt: 150,001 lines and ends of sentences" in told


def test_a_text_of_more_bytes_than_are_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_TEXT", 1000)
    (tmp_path / "long.md").write_text("word " * 300, encoding="utf-8")
    library = Library(tmp_path)
    assert not library.texts and "1,500 bytes" in library.unreadable[0] and "at most 1,000" in library.unreadable[0]


def test_values_of_one_measure_without_end() -> None:
    """Values of times that do not overlap are no such case, however many they are."""
    dossier = replace(skerries().dossier(), doubts=())
    claim = next(each for each in dossier.claims if not each.table)
    many = [replace(claim, id=f"c{number}", value=str(number)) for number in range(400)]
    with pytest.raises(CaseError, match=r"40\d values of one measure"):
        hw.disagreements(replace(dossier, claims=(*dossier.claims, *many)))
    days = [Period.parse(f"{1000 + number}-01-01") for number in range(400)]
    apart = tuple(replace(each, as_of=day) for each, day in zip(many, days, strict=True))
    assert not [each for each in hw.disagreements(replace(dossier, claims=apart)) if "c399" in each.entries]


@pytest.mark.parametrize("told", ["claims", "readings", "doubts"])
def test_a_place_that_thousands_cite_is_found_with_the_first(told: str) -> None:
    dossier = skerries().dossier()
    one = getattr(dossier, told)[0]
    many = tuple(replace(one, id=f"{told}-{number}") for number in range(500))
    changed: Any = {"doubts": (), told: many}
    result = hw.search(replace(dossier, **changed), "Norland")
    assert all(len(hit.entries) <= 101 for hit in result)


def test_another_edition_is_found_where_its_begin_is_another() -> None:
    """A third of the passages, the first, stand nowhere: too few to call it another text."""
    builder = Builder()
    builder.document("d", "Ann", "NOR", "2000")
    for number in range(3 * LOOKED):
        builder.say("d", " ".join(f"word{number}x{each}" for each in range(5 + number % 7)) + ".")
    text = builder.texts["d"]
    begin = builder.passages[LOOKED - 1].end
    other = Finder("An introduction. " + "x" * begin + text[begin:].replace("\n", "\n\n"))
    assert other.found(builder.passages, 0.5 * len(builder.passages)) == 2 * LOOKED
    assert Finder(text[::-1]).found(builder.passages, 0.5 * len(builder.passages)) == 0
    assert Finder(text[::-1]).found(builder.passages) == 0
