"""The files of a case in a zip archive. It is hostile: bounded, and no name of it is a path."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from hikiwake.dossier.folder.frame import FRAME
from hikiwake.dossier.models import MODEL_FOLDERS
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.names import name_fault, name_faults
from hikiwake.storage.zips import BROKEN

LARGEST_ARCHIVE = 50_000_000  # bytes
LARGEST_UNPACKED = 200_000_000  # bytes of all files together
MOST_RATIO = 300  # of a file's size to what it takes in the archive
MOST_NAMES = 5_000
MOST_TOLD = 5  # cases that one archive holds
_KINDS = (".toml", ".csv", ".md")


def files_of_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a case in an archive, also where they lie in one folder of it. Raises ``UnreadError``."""
    content_of(path, LARGEST_ARCHIVE)
    try:
        with zipfile.ZipFile(path) as packed:
            refuse_unfit_archive(packed)
            parts = {each.filename: each for each in packed.infolist() if not each.is_dir()}
            top = _top(parts)
            names = [name for name in parts if name.startswith(top) and _is_of_case(name.removeprefix(top))]
            for name, fault in name_faults(names_of_files(name.removeprefix(top) for name in names)):
                raise UnreadError(ascii(name), fault)
            for name in names:
                yield name.removeprefix(top), packed.read(parts[name])
    except BROKEN as error:
        raise UnreadError(
            f"no archive that can be read ({error})", "a zip archive, as `hikiwake export` writes one"
        ) from None


def refuse_unfit_archive(packed: zipfile.ZipFile) -> None:
    """Raise ``UnreadError`` for an archive with a name that leads out of it, or that unpacks to too much."""
    parts = packed.infolist()
    if len(parts) > MOST_NAMES:
        raise UnreadError(f"{len(parts):,} files", f"at most {MOST_NAMES:,}")
    for part in parts:
        odd = next(filter(None, map(name_fault, part.filename.rstrip("/").split("/"))), "")
        if odd:
            raise UnreadError(f"a file {part.filename!a} in the archive", odd)
        if part.file_size > MOST_RATIO * max(part.compress_size, 1_000):
            raise UnreadError(f"{part.filename}, {MOST_RATIO} times its size unpacked", "an archive that is no bomb")
    if (size := sum(part.file_size for part in parts)) > LARGEST_UNPACKED:
        raise UnreadError(f"{size:,} bytes unpacked", f"at most {LARGEST_UNPACKED:,}")


def names_of_files(names: Iterator[str]) -> Iterator[str]:
    """Names of files as one name each, so that two that a file system takes for one are found."""
    return (name.replace("/", " in ") for name in names)


def _top(names: Iterable[str]) -> str:
    """The folder of an archive in which the case lies, with a slash; empty where it lies in none.

    Raises ``UnreadError`` where several lie beside each other: which is meant, nobody can tell.
    """
    found = [name for name in names if PurePosixPath(name).name == FRAME]
    least = min((name.count("/") for name in found), default=0)
    tops = sorted(name.removesuffix(FRAME) for name in found if name.count("/") == least)
    if len(tops) > 1:
        told = ", ".join(ascii(top.rstrip("/")) for top in tops[:MOST_TOLD])
        raise UnreadError(
            f"{len(tops)} cases ({told})", "an archive of one case; unpack it, and give one of its folders"
        )
    return next(iter(tops), "")


def _is_of_case(name: str) -> bool:
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return path.suffix in _KINDS
    return len(path.parts) == 2 and path.parts[0] in MODEL_FOLDERS and path.suffix == ".toml"
