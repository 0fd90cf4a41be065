"""How rows come into a folder of events: whole units, by renaming, so that a kill loses and doubles nothing.

A unit is some files that are taken in together. All it gives is written below ``.hikiwake-incoming`` first, in one
folder (the name of a file tells its place); the rename of that folder to ``.ready`` is the moment from which on the
unit has been taken in. Bringing its files into their places is then only renaming, which whoever comes next completes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hikiwake.storage.fresh import OURS, settle
from hikiwake.storage.names import inside

INCOMING = f"{OURS}incoming"
_GONE = "gone.json"
_BELOW = "@"  # what stands in the names of staged files for a folder


def incoming(folder: Path) -> Path:
    """Where units are staged for a folder of events."""
    return folder / INCOMING


def begun(folder: Path, unit: str) -> Path:
    """A new place to stage a unit in; what a killed writer left of it is taken away."""
    place = incoming(folder) / f"{unit}.tmp"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return place


def staged(place: Path, *names: str) -> Path:
    """Where a file is staged that is to come to a place below the folder of events.

    >>> staged(Path("unit"), "aside", "a.parquet").as_posix()
    'unit/aside@a.parquet'
    """
    return place / _BELOW.join(names)


def whole(folder: Path, unit: str) -> Path:
    """Where a unit lies that is staged as a whole."""
    return incoming(folder) / f"{unit}.whole"


def complete(folder: Path, unit: str) -> None:
    """Bring what was staged to the disk, and mark it as whole."""
    place = incoming(folder) / f"{unit}.tmp"
    for each in place.iterdir():
        file = os.open(each, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
    settle(place)
    to = whole(folder, unit)
    shutil.rmtree(to, ignore_errors=True)
    place.rename(to)


def commit(folder: Path, unit: str, gone: Iterable[str] = ()) -> None:
    """Take a whole unit in, in place of some files; the folder is locked by whoever calls."""
    place = whole(folder, unit)
    (place / _GONE).write_text(json.dumps(sorted(gone)), encoding="utf-8")
    place.rename(place.with_suffix(".ready"))
    settle(place.parent)
    finish(folder)


def finish(folder: Path) -> None:
    """Complete what a killed import had taken in: every file of a ready unit comes into its place."""
    for place in sorted(incoming(folder).glob("*.ready")):
        with suppress(FileNotFoundError):
            for name in json.loads((place / _GONE).read_text(encoding="utf-8")):
                inside(folder, *name.split("/")).unlink(missing_ok=True)
        for file in sorted(each for each in place.iterdir() if each.is_file() and not each.is_symlink()):
            if file.name != _GONE:
                to = inside(folder, *file.name.split(_BELOW))
                to.parent.mkdir(parents=True, exist_ok=True)
                file.replace(to)
        shutil.rmtree(place)


def sweep(folder: Path) -> None:
    """Take away what is staged and was not taken in."""
    shutil.rmtree(incoming(folder), ignore_errors=True)


def drop_begun(folder: Path) -> None:
    """Take away what killed writers had not staged as a whole."""
    for place in incoming(folder).glob("*.tmp"):
        shutil.rmtree(place, ignore_errors=True)
