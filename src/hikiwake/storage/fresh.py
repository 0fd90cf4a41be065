"""One file at a time: written to a fresh file beside its place, brought to the disk, and renamed into its place."""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import suppress
from pathlib import Path

OURS = ".hikiwake-"  # how every name begins that the program gives to what is on its way
_TEMPORARY = re.compile(r"\.hikiwake-[0-9a-f]{32}\.tmp")
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_EXCLUSIVE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def is_temporary(name: str) -> bool:
    """Whether a name is one that only this program gives, to files on their way into place.

    >>> is_temporary("notes.tmp")
    False
    """
    return bool(_TEMPORARY.fullmatch(name))


def stage(path: Path, content: bytes) -> Path:
    """Write a fresh file beside a path, on the disk when this returns; it has the rights of what stands at the path.

    Where the system can, it has no name until it is whole, so that a kill while it is written leaves nothing. What was
    begun is taken away where it cannot be finished. Raises ``OSError``.
    """
    fresh = path.with_name(f".hikiwake-{secrets.token_hex(16)}.tmp")
    file, named = _opened(fresh)
    try:
        _fill(file, content, path, "" if named else fresh)
    except BaseException:
        remove(fresh)
        raise
    return fresh


def create(path: Path, content: bytes) -> None:
    """Write a file at a path where nothing stands: it comes into being whole, and a kill leaves nothing beside it.

    Raises ``FileExistsError`` where something has come there meanwhile, and ``OSError``.
    """
    fresh = path.with_name(f".hikiwake-{secrets.token_hex(16)}.tmp")
    file, named = _opened(fresh)
    try:
        _fill(file, content, path, "" if named else path)
        if named:  # the system knows no file without a name: it is renamed
            _move(fresh, path)
    finally:
        remove(fresh)


def _move(fresh: Path, path: Path) -> None:
    """Rename a file to a name that is free, by a second name where the file system has such."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        fresh.rename(path)


def _fill(file: int, content: bytes, path: Path, name: Path | str) -> None:
    """Write a fresh file with the rights of what stands at a path, bring it to the disk, and name it."""
    try:
        _keep_rights(file, path)
        _write(file, content)
        os.fsync(file)
        if name:
            os.link(f"/proc/self/fd/{file}", name, src_dir_fd=file, follow_symlinks=True)
    finally:
        os.close(file)


def _opened(fresh: Path) -> tuple[int, bool]:
    """A fresh file to write to, and whether it has its name already; without one where it can be given later."""
    if _NAMELESS and Path("/proc/self/fd").is_dir():
        with suppress(OSError):  # not every file system knows files without names
            return os.open(fresh.parent, os.O_WRONLY | _NAMELESS, 0o666), False
    return os.open(fresh, _EXCLUSIVE, 0o666), True


def place(fresh: Path, path: Path) -> None:
    """Rename a staged file into its place."""
    fresh.replace(path)


def remove(path: Path) -> None:
    """Take a file away where it is still there and can be."""
    with suppress(OSError):
        path.unlink()


def settle(folder: Path) -> None:
    """Bring the names of a folder to the disk, where the system can."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def _keep_rights(file: int, path: Path) -> None:
    """Give a fresh file the mode of the file that it replaces, and its owner where we may."""
    try:
        old = path.lstat()
    except OSError:
        return
    if stat.S_ISREG(old.st_mode) and hasattr(os, "fchmod"):
        if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(OSError):
                os.fchown(file, old.st_uid, old.st_gid)
        os.fchmod(file, stat.S_IMODE(old.st_mode))
