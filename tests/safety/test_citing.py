"""A command that writes into a case changes what it must, and nothing else."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from hikiwake.dossier import Dossier, load
from hikiwake.dossier.folder.cases import change
from hikiwake.errors import CaseError, HikiwakeError, StorageError
from hikiwake.storage.locking import locked
from tests.safety.folders import bibliography, folder_bytes, own_case, run, start


def test_only_the_documents_change(tmp_path: Path) -> None:
    """Notes, drafts, README, comments, rights and neighbours stay as they were."""
    folder = own_case(tmp_path)
    before, beside = folder_bytes(folder), folder_bytes(tmp_path / ".case.old")
    assert run("cite", str(folder), str(bibliography(tmp_path, "a")))[0] == 0
    after = folder_bytes(folder)
    assert {name for name in after if after[name] != before.get(name)} == {"documents.toml"}
    assert set(after) == set(before)
    assert after["documents.toml"].startswith(before["documents.toml"])
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "documents.toml").stat().st_mode & 0o777 == 0o640
    assert folder_bytes(tmp_path / ".case.old") == beside == folder_bytes(tmp_path / ".case.new")
    assert not list(folder.glob(".hikiwake*"))


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_that_another_program_saved_keeps_its_line_ends_and_mark(tmp_path: Path, ends: str, mark: str) -> None:
    """Line ends and a byte order mark are the user's; so is a table without a line end at its close."""
    folder = own_case(tmp_path)
    file = folder / "documents.toml"
    text = mark + file.read_text(encoding="utf-8").rstrip("\n").replace("\n", ends)
    file.write_bytes(text.encode("utf-8"))
    assert run("cite", str(folder), str(bibliography(tmp_path, "a")))[0] == 0
    assert file.read_bytes().startswith(text.encode("utf-8"))
    assert (b"\r\n" in file.read_bytes()) == (ends == "\r\n")
    assert load(folder).documents[-1].id == "kimuraa-2000"


def test_the_case_may_be_the_folder_one_is_in(tmp_path: Path) -> None:
    """`cite .` works, and leaves the folder where it is."""
    folder = own_case(tmp_path)
    file = bibliography(tmp_path, "a")
    node = folder.stat().st_ino
    assert run("cite", ".", str(file), cwd=folder)[0] == 0
    assert folder.stat().st_ino == node
    assert load(folder).documents[-1].id == "kimuraa-2000"


def test_a_case_on_a_link_stays_on_it(tmp_path: Path) -> None:
    """The case behind the link changes; the link stays one."""
    (tmp_path / "far").mkdir()
    folder = own_case(tmp_path / "far")
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    assert run("cite", str(link), str(bibliography(tmp_path, "a")))[0] == 0
    assert link.is_symlink()
    assert load(folder).documents[-1].id == "kimuraa-2000"


@pytest.mark.parametrize("name", ["documents.toml", "conflicts"])
def test_nothing_is_written_through_a_link_inside_a_case(tmp_path: Path, name: str) -> None:
    """A file or folder of the case that is a link to another place is refused, and that place stays as it was."""
    folder = own_case(tmp_path)
    far = tmp_path / "far"
    (folder / name).rename(far)
    (folder / name).symlink_to(far)
    before = folder_bytes(tmp_path)
    with pytest.raises(HikiwakeError, match="a link"), change(folder) as held:
        held.save(_with_more(held.dossier))
    assert folder_bytes(tmp_path) == before


def _with_more(dossier: Dossier) -> Dossier:
    document = replace(dossier.documents[0], id="more", title="More")
    conflicts = (*dossier.conflicts, ("more", 'title = "x"'))
    return replace(dossier, documents=(*dossier.documents, document), conflicts=conflicts)


def test_a_case_that_changed_on_the_disk_is_not_overwritten(tmp_path: Path) -> None:
    """What an editor saved while the program worked stays, and the error names the file."""
    folder = own_case(tmp_path)
    with change(folder) as held:
        with (folder / "events.csv").open("a", encoding="utf-8") as file:
            file.write("\n")
        with pytest.raises(StorageError, match=r"changed on the disk since it was read: events\.csv"):
            held.save(_with_more(held.dossier))
    assert (folder / "events.csv").read_text(encoding="utf-8").endswith("\n\n")
    assert b'"more"' not in (folder / "documents.toml").read_bytes()


def test_a_second_writer_is_told_who_holds_the_case(tmp_path: Path) -> None:
    """It waits as long as it is told to, and then names process, machine, time and command."""
    folder = own_case(tmp_path)
    file = bibliography(tmp_path, "a")
    with locked(folder):
        code, _, errors = run("cite", str(folder), str(file), HIKIWAKE_LOCK_SECONDS="0.2")
    assert code == 2
    assert f"process {os.getpid()} on " in errors
    assert "Traceback" not in errors
    assert run("cite", str(folder), str(file))[0] == 0


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Six writers take in a book each; every book is there once."""
    folder = own_case(tmp_path)
    names = "abcdef"
    files = [bibliography(tmp_path, name) for name in names]
    writers = [start("cite", str(folder), str(file), HIKIWAKE_LOCK_SECONDS="60") for file in files]
    for writer in writers:
        errors = writer.communicate()[1]
        assert writer.returncode == 0, errors
    ids = [document.id for document in load(folder).documents]
    assert sorted(id_ for id_ in ids if id_.startswith("kimura")) == [f"kimura{name}-2000" for name in names]


def test_reading_takes_nothing_away(tmp_path: Path) -> None:
    """Folders of the user's beside a case stay when it is read; a stale lock file hinders nobody."""
    folder = own_case(tmp_path)
    (folder / ".hikiwake-lock").write_text("hikiwake: process 1 on nowhere since ever: hikiwake\n")
    load(folder)
    assert (tmp_path / ".case.old" / "thesis.txt").read_text(encoding="utf-8") == "mine"
    assert run("cite", str(folder), str(bibliography(tmp_path, "a")))[0] == 0


def test_a_case_that_an_earlier_version_left_under_a_hidden_name_is_told(tmp_path: Path) -> None:
    """Neither reading nor `new` touches it; both say what to rename."""
    folder = own_case(tmp_path)
    for name in (".case.old", ".case.new"):
        (tmp_path / name / "thesis.txt").unlink()
        (tmp_path / name).rmdir()
    folder.rename(tmp_path / ".case.old")
    before = folder_bytes(tmp_path)
    with pytest.raises(CaseError, match=r"rename it to case"):
        load(folder)
    assert run("new", str(folder))[0] == 2
    assert folder_bytes(tmp_path) == before
