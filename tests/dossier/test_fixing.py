"""What ``check --fix`` fills in, what it leaves, and that every other byte stays."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents.words import former_digest, words
from hikiwake.dossier import load
from hikiwake.dossier.entering.fixing import fix_case
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError, LibraryError
from tests.safety.folders import folder_bytes, own_case
from tests.synthetic import skerries

Rows = list[dict[str, str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a user's comments and files in it."""
    return own_case(tmp_path)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The documents of the case."""
    return skerries().library(tmp_path / "library")


def read(case: Path, kind: str) -> Rows:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO((case / f"{kind}.csv").read_text(encoding="utf-8-sig"))))


def write(case: Path, kind: str, rows: Rows, delimiter: str = ",", end: str = "\n") -> None:
    """Write a table."""
    told = io.StringIO()
    writer = csv.DictWriter(told, list(rows[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    (case / f"{kind}.csv").write_bytes(told.getvalue().encode())


def emptied(case: Path, kind: str, *columns: str, row: int | None = None) -> None:
    """Empty some cells."""
    rows = read(case, kind)
    for number, each in enumerate(rows):
        each |= dict.fromkeys(columns, "") if row in (None, number) else {}
    write(case, kind, rows)


def made_former(case: Path) -> None:
    """Bring the passages to the form of an earlier version."""
    builder, rows = skerries(), []
    for row in read(case, "passages"):
        text = builder.texts[row["document"]][int(row["start"]) : int(row["end"])]
        told = {"words": str(len(words(text))), "digest": former_digest(text)}
        rows.append({name: row[name] for name in ("id", "document", "start", "end", "page")} | told)
    write(case, "passages", rows)


DERIVED: dict[str, Callable[[Path], None]] = {
    "letters": lambda case: emptied(case, "passages", "letters"),
    "letters and digests": lambda case: emptied(case, "passages", "letters", "digest"),
    "one digest": lambda case: emptied(case, "passages", "digest", row=2),
    "precision of events": lambda case: emptied(case, "events", "precision"),
    "the periods of mentions": lambda case: emptied(case, "mentions", "start", "end", "precision", "basis"),
    "holders of mentions": lambda case: emptied(case, "mentions", "holder"),
    "bare mentions": lambda case: emptied(
        case, "mentions", "start", "end", "precision", "basis", "sources", "targets", "type", "happened", "holder"
    ),
    "former digests": made_former,
}


@pytest.mark.parametrize("spoil", DERIVED.values(), ids=DERIVED)
def test_what_can_be_derived_is_filled_in(spoil: Callable[[Path], None], case: Path, library: Path) -> None:
    """The case says again what it said, nothing else in the folder is touched, and a second run changes nothing."""
    said, before = load(case), folder_bytes(case)
    spoil(case)
    spoiled = {name for name, content in folder_bytes(case).items() if content != before[name]}
    mended = fix_case(case, [library])
    assert mended.filled and not mended.left
    after = folder_bytes(case)
    assert {name for name, content in after.items() if content != before[name]} <= spoiled
    events = {event.id: event for event in said.events}
    for mention in (each for event in load(case).events for each in event.mentions):
        assert mention.period == events[mention.event].period or mention in events[mention.event].mentions
    assert load(case).passages == said.passages
    assert not check_case(case, library).faults
    assert not fix_case(case, [library]).filled
    assert folder_bytes(case) == after


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_keeps_its_own_ways(case: Path, library: Path, delimiter: str, end: str, mark: bytes) -> None:
    """Separator, line ends, byte order mark, quotes that need not be there, another order of columns, blank rows."""
    rows = [{name: row[name] for name in reversed(row)} for row in read(case, "passages")]
    write(case, "passages", rows, delimiter, end)
    text = (case / "passages.csv").read_text(encoding="utf-8").replace(rows[1]["id"], f'"{rows[1]["id"]}"')
    right = f"{text}{delimiter * 6}\n\n"
    wrong = right.replace(rows[0]["digest"], "").replace(rows[3]["digest"], "")
    (case / "passages.csv").write_bytes(mark + wrong.encode())
    assert [str(fault).split(": ")[0] for fault in check_case(case).faults] == [
        f"passages.csv:{line}, digest" for line in (2, 5)
    ]
    assert len(fix_case(case, [library]).filled) == 2
    assert (case / "passages.csv").read_bytes() == mark + right.encode()


def test_what_is_wrong_is_left(case: Path, library: Path) -> None:
    """A digest of other words, a place beyond the end and a number of letters that is another are no gaps."""
    rows = read(case, "passages")
    rows[0] |= {"digest": "0" * 16}
    rows[1] |= {"digest": "0" * 16, "letters": ""}
    rows[2] |= {"letters": "3", "digest": ""}
    rows[3] |= {"end": "900000", "digest": "", "letters": ""}
    write(case, "passages", rows)
    before = folder_bytes(case)
    mended = fix_case(case, [library])
    assert not mended.filled and folder_bytes(case) == before
    assert sorted(left.line for left in mended.left) == [3, 4, 5]


def test_without_the_document_it_is_said_what_is_missing(case: Path) -> None:
    """Once: as the reason of the fault, or as a line of its own where there is no fault."""
    emptied(case, "passages", "digest", row=0)
    told = CliRunner().invoke(app, ["check", str(case), "--fix"])
    assert told.exit_code == 2
    assert [line for line in told.stdout.splitlines() if "passages.csv" in line] == [
        "passages.csv:2, digest: found '', expected its document is needed; give the folder that holds it by --library"
    ]
    made_former(case)
    told = CliRunner().invoke(app, ["check", str(case), "--fix"])
    assert told.exit_code == 0 and "not filled: passages.csv, letters: " in told.stdout


def test_a_case_of_an_earlier_version_is_read_and_verified(case: Path, library: Path) -> None:
    made_former(case)
    report = check_case(case, library)
    assert not report.faults and all("passages found" in note for note in report.notes)
    (library / "south-1997.txt").write_text(
        (library / "south-1997.txt").read_text(encoding="utf-8").replace("eleven", "twelve"), encoding="utf-8"
    )
    assert len(check_case(case, library).faults) == 1


def test_a_document_that_is_held_gets_its_hash(case: Path, library: Path) -> None:
    """Where the case names its file; comments and all other documents stay."""
    said = load(case)
    text = (case / "documents.toml").read_text(encoding="utf-8")
    first = said.documents[0]
    spoiled = text.replace(first.sha256, "...").replace(f"characters = {first.characters}", "characters = 0")
    (case / "documents.toml").write_text(spoiled, encoding="utf-8")
    assert check_case(case).faults
    fix_case(case, [library])
    assert (case / "documents.toml").read_text(encoding="utf-8") == text
    (library / first.file).unlink()
    (case / "documents.toml").write_text(spoiled, encoding="utf-8")
    assert {left.why for left in fix_case(case, [library]).left} == {
        f"no readable file of the name '{first.file}' is in the library"
    }


def test_an_empty_target_beside_a_mentions_own_participants_says_something(case: Path, library: Path) -> None:
    """It is the passage that names none: only a bare mention is as its event."""
    emptied(case, "mentions", "targets", "type", row=1)
    before = folder_bytes(case)
    assert not fix_case(case, [library]).filled and folder_bytes(case) == before


def test_a_day_that_stands_alone_is_that_day(case: Path) -> None:
    rows = read(case, "events")
    rows[0] |= {"start": "1991-03-05", "end": "", "precision": "", "basis": ""}
    write(case, "events", rows)
    (event,) = [event for event in load(case).events if event.id == rows[0]["id"]]
    assert event.period.days == 1
    fix_case(case)
    assert read(case, "events")[0] | {"end": "1991-03-05", "precision": "day"} == read(case, "events")[0]


@pytest.mark.parametrize("where", ["japan_russia", "case.json", "nowhere"])
def test_what_is_no_case_of_ones_own_is_not_mended(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CaseError):
        fix_case(where)


def test_a_library_that_is_none_changes_nothing(case: Path, tmp_path: Path) -> None:
    emptied(case, "events", "precision")
    before = folder_bytes(case)
    with pytest.raises(LibraryError):
        fix_case(case, [tmp_path / "nowhere"])
    assert folder_bytes(case) == before


def test_in_json_it_is_told_apart_from_the_faults(case: Path, library: Path) -> None:
    emptied(case, "passages", "letters", row=0)
    told = CliRunner().invoke(app, ["check", str(case), "--fix", "--library", str(library), "--json"])
    fixed = json.loads(told.stdout)["fixed"]
    assert [(each["file"], each["line"], each["column"]) for each in fixed["filled"]] == [
        ("passages.csv", 2, "letters")
    ]
    assert fixed["left"] == []
