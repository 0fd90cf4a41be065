"""Files that come in packed, broken or hostile."""

from __future__ import annotations

import gzip
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.reading import opening
from hikiwake.relation.importing.reading.opening import streams

TEXT = b"source,event,target,date\n" + b"Japan,Consult,Russia,2014-01-02\n" * 2_000


def read(path: Path) -> list[bytes]:
    """Every text of a file."""
    return [b"".join(blocks) for blocks in streams(path, lambda _: None)]


def refused(path: Path) -> str:
    """Why a file is refused."""
    with pytest.raises(ImportingError) as error:
        read(path)
    return str(error.value)


def test_several_parts_of_gzip_are_one_text(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(TEXT) + gzip.compress(TEXT) + b"\0" * 100)
    assert read(tmp_path / "a.gz") == [TEXT + TEXT]


@pytest.mark.parametrize("cut", [20, 200, -9])
def test_gzip_that_ends_too_early_is_refused(tmp_path: Path, cut: int) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(TEXT)[:cut])
    assert "ends too early" in refused(tmp_path / "a.gz")


def test_damaged_gzip_is_refused(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(TEXT))
    content[len(content) // 2] ^= 0xFF
    (tmp_path / "a.gz").write_bytes(content)
    assert "gzip file" in refused(tmp_path / "a.gz")


@pytest.mark.parametrize("kind", ["gzip", "zip"])
def test_bomb_is_refused_before_it_goes_off(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "UNPACKED_FREELY", 10_000_000)
    packer = zlib.compressobj(9, wbits=31)
    content = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    path = tmp_path / "bomb"
    path.write_bytes(content)
    if kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", b"\0" * 100_000_000)
    assert "times its size" in refused(path)


def test_members_that_are_no_tables_are_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("../../a.csv", "/top.CSV", "folder/b.txt", "readme.pdf", "inner.zip", ".hidden.csv", "folder/"):
            archive.writestr(name, b"" if name.endswith("/") else name.encode())
    assert read(tmp_path / "a.zip") == [b"../../a.csv", b"/top.CSV", b"folder/b.txt"]


def test_archive_without_tables_or_that_is_none_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.pdf", b"x")
    assert "found 0 tables" in refused(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 no archive")
    assert "not an archive" in refused(tmp_path / "b.zip")


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "nowhere")
    assert "a folder" in refused(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "a named pipe" in refused(tmp_path / "pipe")
