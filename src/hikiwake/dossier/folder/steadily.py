"""Reading a folder as it is at one moment, while others may write in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hikiwake.dossier.models import model_files
from hikiwake.errors import CaseError
from hikiwake.storage.fresh import is_temporary
from hikiwake.storage.journal import settled
from hikiwake.storage.locking import LOCK

_ATTEMPTS = 5
Read = TypeVar("Read")


def steadily(place: Path, read: Callable[[Path], Read]) -> Read:
    """What is read in a case folder; it is read again where a writer changed the case meanwhile.

    ``read`` is given the folder, or a copy where a change that was cut short cannot be completed in it. Raises what
    ``read`` raises, and ``CaseError`` where the folder changes again and again.
    """
    try:
        with settled(place) as folder:
            for _ in range(_ATTEMPTS):
                before = _signs(folder)
                try:
                    found = read(folder)
                except (CaseError, OSError):
                    if _signs(folder) == before:
                        raise
                    continue
                if _signs(folder) == before:
                    return found
    except OSError as error:
        raise CaseError(f"{place}: cannot be reached ({error.strerror or error}); change the rights there") from error
    raise CaseError(f"{place}: changed again and again while it was read; try again when its writer has ended")


def _signs(folder: Path) -> dict[str, tuple[int, int, int]]:
    """By what a change of a folder's files shows: inode, size and time of each."""
    found = {}
    for path in (*folder.glob("*"), *(folder / name for name in model_files(folder))):
        if path.name != LOCK and not is_temporary(path.name) and path.is_file():
            told = path.stat()
            found[str(path)] = (told.st_ino, told.st_size, told.st_mtime_ns)
    return found
