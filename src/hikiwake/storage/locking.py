"""A folder is changed by one program at a time: a lock that says who holds it, and that dies with its holder.

The lock is the system's own on a small file in the folder, so that a killed holder holds nothing any more. The file is
there only while the lock is held; a holder that was killed leaves it behind, and the next one takes it over.
"""

from __future__ import annotations

import os
import shlex
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from hikiwake.errors import StorageError

LOCK = ".hikiwake-lock"
SECONDS = 10.0
_MARK = "hikiwake: "
_STEP = 0.02
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def patience() -> float:
    """How many seconds a writer waits for another: ``HIKIWAKE_LOCK_SECONDS``, or 10."""
    try:
        return max(0.0, float(os.environ.get("HIKIWAKE_LOCK_SECONDS", SECONDS)))
    except ValueError:
        return SECONDS


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; wait for another holder as long as ``patience`` says.

    Raises ``StorageError``, with who holds the lock since when, where it is not free by then; ``OSError`` where the
    folder cannot be written.
    """
    path = folder / LOCK
    file = _acquire(path, time.monotonic() + patience())
    try:
        with suppress(OSError):  # a full disk has no room to say who holds the lock; it is held all the same
            os.ftruncate(file, 0)
            os.pwrite(file, _owner().encode("utf-8", "replace"), 0) if hasattr(os, "pwrite") else None
        yield
    finally:
        try:
            path.unlink()  # while it is held: whoever waits for this file finds that it is no longer the folder's
        except OSError:
            pass
        finally:
            os.close(file)


def _acquire(path: Path, until: float) -> int:
    """The opened and locked lock file that stands at the path."""
    while True:
        file = os.open(path, _FLAGS, 0o600)
        try:
            if _take(file) and _stands(file, path):
                _refuse_foreign(file, path)
                return file
            holder = _told(file)
        except BaseException:
            os.close(file)
            raise
        os.close(file)
        if time.monotonic() >= until:
            raise StorageError(
                f"{path.parent}: another program is changing it ({holder or 'it does not say who'}); nothing was "
                "written; wait until it has ended, or let HIKIWAKE_LOCK_SECONDS say how long to wait"
            )
        time.sleep(_STEP)


def _stands(file: int, path: Path) -> bool:
    """Whether the opened file is still the one at the path."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _refuse_foreign(file: int, path: Path) -> None:
    text = _told(file)
    if os.fstat(file).st_size and not text:
        raise StorageError(f"{path}: a file of another kind; move it away, its name is needed for the lock")


def _told(file: int) -> str:
    """Who says in the lock file that it holds the lock; empty where nobody does."""
    os.lseek(file, 0, os.SEEK_SET)
    text = os.read(file, 2000).decode("utf-8", "replace")
    told = text.removeprefix(_MARK).strip() if text.startswith(_MARK) else ""
    return "".join(sign if sign.isprintable() else " " for sign in told)


def _owner() -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])[:500]
    return f"{_MARK}process {os.getpid()} on {socket.gethostname()} since {now}: {command}\n"


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> bool:
        """Take the system's lock on one byte far behind the text, which others may then read."""
        os.lseek(file, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(file: int) -> bool:
        """Take the system's lock on the file, if it is free."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
