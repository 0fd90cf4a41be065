"""The bytes of a file of events, block by block: plain, packed by gzip, or the members of a zip archive.

Nothing is unpacked to the disk and no name of a member becomes a path. A file that unpacks to more than any real one
does is refused before it has filled the memory.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from gzip import BadGzipFile
from importlib import import_module
from pathlib import Path, PurePosixPath

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.storage.incoming import kind_of
from hikiwake.storage.zips import BROKEN

READ = 1 << 22  # bytes that are read at once
MOST_RATIO = 300  # of what is unpacked to what is packed
UNPACKED_FREELY = 100_000_000  # bytes below which the ratio does not count
MOST_MEMBERS = 10_000
READABLE = (".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", "")
_PACKED = {b"\x1f\x8b": "gzip", b"PK": "zip", b"PAR1": "parquet"}

Told = Callable[[int], None]


def kind_of_file(path: Path) -> str:
    """How a file is packed, by its first bytes: gzip, zip, parquet or plain. Raises ``ImportingError`` for no file."""
    if found := kind_of(path):
        raise ImportingError(f"{path}: found {found}, expected a file")
    with path.open("rb") as file:
        head = file.read(4)
    return next((kind for mark, kind in _PACKED.items() if head.startswith(mark)), "plain")


def streams(path: Path, told: Told) -> Iterator[Iterable[bytes]]:
    """The texts in a file, each as blocks of bytes; ``told`` hears how many bytes of the file were taken.

    Raises ``ImportingError`` for an archive that cannot be read, or unpacks to too much.
    """
    kind = kind_of_file(path)
    if kind == "zip":
        yield from _members(path, told)
    else:
        yield _unpacked(path, told) if kind == "gzip" else _read(path, told)


def _read(path: Path, told: Told) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(READ):
            told(len(block))
            yield block


def _unpacked(path: Path, told: Told) -> Iterator[bytes]:
    """The content of a gzip file, several parts in one file included."""
    igzip, faults = (import_module(f"isal.{name}") for name in ("igzip", "isal_zlib"))
    taken, given = 0, 0
    try:
        with path.open("rb") as file, igzip.IGzipFile(fileobj=file) as unpacked:
            while block := unpacked.read(READ):
                given += len(block)
                told(file.tell() - taken)
                taken = file.tell()
                _refuse_bomb(path, taken, given)
                yield block
    except EOFError:
        raise ImportingError(f"{path}: the gzip file ends too early; fetch it again") from None
    except (BadGzipFile, faults.error) as error:
        raise ImportingError(f"{path}: not a whole gzip file ({error}); fetch it again") from None


def _members(path: Path, told: Told) -> Iterator[Iterable[bytes]]:
    """The texts in an archive, in the order of its table."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if _is_text(each)]
            if not members or len(members) > MOST_MEMBERS:
                raise ImportingError(
                    f"{path}: found {len(members):,} tables, expected 1 to {MOST_MEMBERS:,} in an archive"
                )
            for member in members:
                yield _member(path, archive, member)
                told(member.compress_size)
    except BROKEN as error:
        raise ImportingError(
            f"{path}: not an archive that can be read ({error}); unpack it, or fetch it again"
        ) from None


def _member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    given = 0
    with archive.open(member) as file:
        while block := file.read(READ):
            given += len(block)
            _refuse_bomb(path, member.compress_size, given)
            yield block


def _is_text(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename)
    hidden = name.name.startswith((".", "__")) or "__MACOSX" in name.parts
    return not member.is_dir() and not hidden and name.suffix.lower() in READABLE


def _refuse_bomb(path: Path, packed: int, unpacked: int) -> None:
    if unpacked > UNPACKED_FREELY and unpacked > MOST_RATIO * packed:
        raise ImportingError(f"{path}: unpacks to more than {MOST_RATIO} times its size; no real table does")
