"""What stands in place of a file is told by what it is, once, and is never opened; so is a file that says nothing."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hikiwake.conflict.files.gmcr import read_gmcr
from hikiwake.conflict.files.reading import read_conflict
from hikiwake.documents import read_text
from hikiwake.documents.bibliography import read_bibliography
from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError, HikiwakeError
from tests.safety.folders import own_case

TABLES = (
    "actors",
    "passages",
    "events",
    "mentions",
    "claims",
    "readings",
    "positions",
    "formulas",
    "drivers",
    "doubts",
)
CSV = tuple(f"{table}.csv" for table in TABLES)
FILES = ("case.toml", "documents.toml", *CSV, "conflicts/one.toml")


def listen(path: Path) -> None:
    """A socket at a path, however long the path is."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a named pipe": os.mkfifo,
    "a socket": listen,
    "a link that leads nowhere": lambda path: path.symlink_to(path.with_name("nothing")),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each kind of thing that is no file."""
    yield request.param


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_file_of_a_case_is_one_fault(name: str, kind: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    (case / name).unlink(missing_ok=True)
    KINDS[kind](case / name)
    (fault,) = check_case(case).faults
    assert (fault.file, fault.found) == (name, kind)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"  \t\r\n"], ids=repr)
@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_one_fault_with_its_mend(name: str, content: bytes, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    (case / name).write_bytes(content)
    (fault,) = check_case(case).faults
    assert (fault.file, fault.found) == (name, "an empty file")
    assert any(word in fault.expected for word in ("header line", "hikiwake"))


@pytest.mark.parametrize("text", ["= =", "title = 3 3", '"', "[[eras]\n", "title = '''", "a" + ".a" * 100 + " = 1"])
@pytest.mark.parametrize("name", ["case.toml", "documents.toml"])
def test_a_frame_that_is_no_toml_is_one_fault(name: str, text: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    (case / name).write_text((case / name).read_text(encoding="utf-8") + text, encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.file == name and fault.line


@pytest.mark.parametrize("name", CSV)
@pytest.mark.parametrize("header", ["id", "a,b,c", '"id'])
def test_a_table_that_cannot_be_read_is_one_fault(name: str, header: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    _, _, rows = (case / name).read_text(encoding="utf-8").partition("\n")
    (case / name).write_text(f"{header}\n{rows}", encoding="utf-8")
    (fault,) = check_case(case).faults
    assert fault.file == name and fault.line == 1


@pytest.mark.parametrize("name", CSV)
def test_what_points_to_a_row_at_fault_is_no_further_fault(name: str, tmp_path: Path) -> None:
    case = own_case(tmp_path)
    header, first, rest = (case / name).read_text(encoding="utf-8").split("\n", 2)
    (case / name).write_text("\n".join((header, f"{first},one cell too many", rest)), encoding="utf-8")
    (fault,) = check_case(case).faults
    assert (fault.file, fault.line) == (name, 2)


def test_what_points_to_a_list_at_fault_is_no_further_fault(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    text = (case / "case.toml").read_text(encoding="utf-8")
    (case / "case.toml").write_text(text.replace('title = "The Skerries"', "title = 3", 2), encoding="utf-8")
    assert {fault.file for fault in check_case(case).faults} == {"case.toml"}
    assert len(check_case(case).faults) == text.count('title = "The Skerries"')


def test_a_case_that_is_no_folder(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "case"
    KINDS[kind](place)
    said = {"a folder": "no case.toml", "a link that leads nowhere": "no such case"}
    with pytest.raises(CaseError, match=said.get(kind, kind)):
        load(place)


@pytest.mark.parametrize("ending", [".bib", ".ris", ".json", ".txt", ".pdf", ".toml", ".gmcr"])
def test_every_other_reader_says_what_it_found(kind: str, ending: str, tmp_path: Path) -> None:
    read = {".toml": read_conflict, ".gmcr": read_gmcr, ".txt": read_text, ".pdf": read_text}
    place = tmp_path / f"one{ending}"
    KINDS[kind](place)
    with pytest.raises(HikiwakeError, match=kind):
        read.get(ending, read_bibliography)(place)


def refuse(*_: object, **__: object) -> Any:
    """The answer of a system to who may not read."""
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_may_not_be_read_is_one_fault(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = own_case(tmp_path)
    (case / name).touch()
    opened = Path.open

    def guarded(path: Path, mode: str) -> object:
        return refuse() if path == case / name else opened(path, mode)

    monkeypatch.setattr(Path, "open", guarded)
    (fault,) = check_case(case).faults
    assert (fault.file, fault.found) == (name, "Permission denied") and "rights" in fault.expected


def test_a_folder_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = own_case(tmp_path)
    stat = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path, **more: refuse() if path.parent == case else stat(path, **more))
    with pytest.raises(CaseError, match=r"cannot be reached .Permission denied.; change the rights"):
        check_case(case)
