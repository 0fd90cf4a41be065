"""The files of a folder and of those in it, by name; and what lies there and may not be read, which is told.

Hidden files are passed over. A link that leads out of the folder, or nowhere, is told and not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hikiwake.documents.readers.files import OTHER, SCANS

_ARCHIVE = "an archive; unpack it, or take it in by `hikiwake read`"


def found_in(path: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, by name; links that leave it, and hidden files, are passed over."""
    yield from (each for each, fault in _inside(path, path.resolve()) if not fault)


def passed_over(path: Path) -> Iterator[str]:
    """What a folder holds that is not read, each with its path and the reason: odd things, archives, other kinds."""
    yield from odd_in(path)
    for each in found_in(path):
        if told := _ARCHIVE if each.suffix.lower() == ".zip" else other_kind(each):
            yield f"{each}: {told}"


def odd_in(path: Path) -> Iterator[str]:
    """What a folder holds that is no file, or may not be read: links that leave it, pipes, closed folders."""
    yield from (f"{each}: {fault}" for each, fault in _inside(path, path.resolve()) if fault)


def other_kind(path: Path) -> str:
    """Why a document of a kind that is not read is not; nothing for other files."""
    if path.suffix.lower() in SCANS:
        return "a picture; recognise its text, and save it as text or PDF"
    return f"{path.suffix} files are not read; save it as text or PDF" if path.suffix.lower() in OTHER else ""


def _inside(folder: Path, root: Path) -> Iterator[tuple[Path, str]]:
    """What lies in a folder below a root; of the folders on the way only the names in them are kept in memory."""
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError as error:
        yield folder, f"a folder that may not be read ({error.strerror})"
        return
    for name in names:
        each = folder / name
        if name.startswith("."):
            continue
        if fault := _odd(each, root):
            yield each, fault
        elif each.is_file():
            yield each, ""
        elif each.is_dir() and not each.is_symlink():
            yield from _inside(each, root)


def _odd(path: Path, root: Path) -> str:
    """Why something is neither read nor gone into; nothing for files and folders, and for links to folders here."""
    try:
        leaves = path.is_symlink() and not path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if leaves:
        return "a link that leaves the folder; put the file itself there"
    return "" if path.is_file() or path.is_dir() else "a pipe or a device, and no file"
