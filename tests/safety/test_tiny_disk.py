"""A disk that is really full: what stood there stays, and with room the same command works."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hikiwake.dossier import load, new_case, save
from hikiwake.errors import HikiwakeError, StorageError
from hikiwake.exports import export
from hikiwake.storage.writing import write_file
from tests.safety.folders import folder_bytes
from tests.synthetic import skerries


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kilobytes, where this system lets us mount one."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs to mount a small disk, which only root may")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], check=False, capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"needs to mount a small disk: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def leave(disk: Path, pages: int) -> None:
    """Fill a disk but for so many pages of 4096 bytes."""
    with (disk / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            file.truncate(max(0, file.tell() - 4096 * pages))


def test_a_new_case_without_room_leaves_nothing(disk: Path) -> None:
    """However little room there is; with room it is made."""
    for pages in range(8):
        leave(disk, pages)
        with pytest.raises(HikiwakeError):
            new_case(disk / "case")
        assert [path.name for path in disk.iterdir()] == ["ballast"]
    (disk / "ballast").unlink()
    new_case(disk / "case")


def test_a_change_without_room_leaves_the_case_as_it_was(disk: Path) -> None:
    """It is there as a whole or not at all, however much room there is."""
    save(skerries().dossier(), disk / "case")
    old = load(disk / "case")
    new = replace(old, drivers=(), doubts=(), case=replace(old.case, summary="long " * 2000))
    before = folder_bytes(disk / "case")
    refused = 0
    for pages in range(0, 24, 3):
        leave(disk, pages)
        try:
            save(new, disk / "case")
        except StorageError as error:
            refused += 1
            assert "No space left" in str(error)
            assert folder_bytes(disk / "case") == before
            assert not list((disk / "case").glob(".hikiwake-*"))
        else:
            assert load(disk / "case") == new
            break
    assert refused


def test_an_export_without_room_leaves_what_stood_there(disk: Path) -> None:
    """A file is not cut short, and no part of it lies about."""
    (disk / "x").write_bytes(b"precious")
    leave(disk, 1)
    dossier = skerries().dossier()
    with pytest.raises(StorageError, match="No space left"):
        export(dossier, disk / "x", "json", replacing=True)
    with pytest.raises(StorageError, match="No space left"):
        write_file(disk / "y", b"y" * 9000)
    assert (disk / "x").read_bytes() == b"precious"
    assert sorted(path.name for path in disk.iterdir()) == ["ballast", "x"]
