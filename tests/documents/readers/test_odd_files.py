"""Whatever lies in a folder or an archive is read or named: nothing is passed over in silence, nor stops the rest."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents.readers import passed_over, unpacked
from hikiwake.dossier import save
from tests.synthetic import skerries

WORDS = "The ministry protested on 3 May 1999."
ODD = ["Report 12:30.txt", "aux.md", "a\\b.txt", "new\nline.txt", "rtl\u202etxt.txt", "caf\udce9.txt"]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder with files of odd names, one of a plain one, links that lead out and nowhere, a pipe and a picture."""
    folder = tmp_path / "odd"
    folder.mkdir()
    for number, name in enumerate([*ODD, "plain.txt"]):
        (folder / name).write_text(f"{WORDS} {number}", encoding="utf-8")
    (tmp_path / "out.txt").write_text(WORDS, encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "out.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "scan.JPG").write_bytes(b"\xff\xd8")
    (folder / "more.zip").write_bytes(b"PK")
    os.mkfifo(folder / "pipe.txt")
    return folder


def test_reading_goes_on_past_what_has_an_odd_name(odd: Path, tmp_path: Path) -> None:
    """Each is named with the mend, and the others are read."""
    told = CliRunner().invoke(app, ["read", str(odd), "--into", str(tmp_path / "case")])
    assert told.exit_code == 0, told.output
    assert "1 document is new" in told.stdout
    assert told.stderr.count("; rename the file") == len(ODD)
    for reason in ("leaves the folder", "leads nowhere", "a picture", "a pipe or a device"):
        assert told.stderr.count(reason) == 1, reason


def test_a_library_names_what_is_not_read(odd: Path) -> None:
    """So that "not in the documents" is never said of what nobody opened."""
    assert {fault.partition(": ")[0].rpartition("/")[2] for fault in passed_over(odd)} == {
        "out.txt",
        "gone.txt",
        "scan.JPG",
        "more.zip",
        "pipe.txt",
    }


@pytest.mark.parametrize("words", [["ministry protested"], ["ministry protested", "--json"]])
def test_a_name_in_no_encoding_is_shown_and_searched(odd: Path, tmp_path: Path, words: list[str]) -> None:
    case = tmp_path / "case"
    save(skerries().dossier(), case)
    told = CliRunner().invoke(app, ["search", words[0], str(case), "--library", str(odd), *words[1:]])
    assert told.exit_code == 0, told.output
    assert "caf\\udce9.txt" in told.stdout


def test_an_archive_names_what_it_does_not_give(tmp_path: Path) -> None:
    """Names of another system are names, and an old encoding is found."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as parts:
        for name in ("letters\\note.txt", "con.txt", "../out.txt", "inner.zip", "table.xlsx", ".hidden.txt", "old.DOC"):
            parts.writestr(name, WORDS)
        parts.writestr("X" * 11, WORDS)
    old = "протест.txt".encode("cp866")
    path.write_bytes(path.read_bytes().replace(b"X" * len(old), old))
    with unpacked(path) as found:
        assert [each.name for each in found if not each.fault] == ["note.txt", "протест.txt"]
        assert {each.name for each in found if each.fault} == {
            "con.txt",
            "../out.txt",
            "inner.zip",
            "table.xlsx",
            "old.DOC",
        }
