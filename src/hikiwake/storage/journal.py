"""A change of several files, whole or not at all: a journal that whoever comes next completes.

Fresh files are staged first; until the journal stands, the change has not happened. Its appearance, by one rename, is
the mark of commitment: from then on the change has happened, and renaming the files is only bringing them into place.
A kill at any moment leaves the old files, or the journal and with it the new ones. The names in a journal are held to
the grammar of names, and a staged file to its digest: a journal that came with a folder from elsewhere reaches no
other place.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hikiwake.errors import StorageError
from hikiwake.storage.fresh import is_temporary, place, remove, settle, stage
from hikiwake.storage.locking import LOCK, locked
from hikiwake.storage.names import inside

JOURNAL = ".hikiwake-journal"
FORMAT = "hikiwake change 1"
_LARGEST = 10_000_000


def commit(folder: Path, files: Mapping[str, bytes], gone: Sequence[str]) -> None:
    """Write files and take others away, all or none. The folder is locked and its journal done. Raises ``OSError``."""
    staged: dict[str, Path] = {}
    try:
        for name, content in files.items():
            staged[name] = stage(inside(folder, *name.split("/")), content)
        if len(staged) == 1 and not gone:
            ((name, fresh),) = staged.items()
            place(fresh, folder / name)
            settle((folder / name).parent)
            return
        journal = stage(folder / JOURNAL, _journal(staged, files, gone))
        staged[JOURNAL] = journal
        for parent in {path.parent for path in staged.values()}:
            settle(parent)
        place(journal, folder / JOURNAL)
    except BaseException:
        if not (folder / JOURNAL).exists():
            for fresh in staged.values():
                remove(fresh)
        raise
    settle(folder)
    finish(folder)


def _journal(staged: Mapping[str, Path], files: Mapping[str, bytes], gone: Sequence[str]) -> bytes:
    rows = [
        {"name": name, "staged": fresh.name, "sha256": hashlib.sha256(files[name]).hexdigest()}
        for name, fresh in staged.items()
    ]
    return json.dumps({"format": FORMAT, "write": rows, "remove": list(gone)}).encode("utf-8")


def finish(folder: Path) -> None:
    """Complete a change whose journal stands, in a locked folder. Raises ``OSError`` and ``StorageError``."""
    if not (folder / JOURNAL).is_file():
        return
    parents = {folder}
    for path, fresh in _steps(folder):
        parents.add(path.parent)
        if fresh is None:
            path.unlink(missing_ok=True)
        elif fresh.exists():
            place(fresh, path)
    for parent in parents:
        settle(parent)
    (folder / JOURNAL).unlink()
    settle(folder)


def sweep(folder: Path) -> None:
    """Take away what killed writers had staged in a locked folder without a journal; only files of our own names."""
    for place_ in (folder, *(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())):
        with suppress(OSError):
            for path in place_.iterdir():
                if is_temporary(path.name) and path.is_file() and not path.is_symlink():
                    remove(path)


def _steps(folder: Path) -> list[tuple[Path, Path | None]]:
    """What a journal asks for: each path with the staged file that belongs there, or ``None`` where it goes."""
    journal = folder / JOURNAL
    try:
        if journal.is_symlink() or journal.stat().st_size > _LARGEST:
            raise ValueError("a link, or too large")
        told = json.loads(journal.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise ValueError("another format")
        steps: list[tuple[Path, Path | None]] = [_written(folder, row) for row in told["write"]]
        return steps + [(inside(folder, *name.split("/")), None) for name in told["remove"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, StorageError) as error:
        raise StorageError(
            f"{journal}: no journal that this program wrote ({error}); move it away if the case is as it should be"
        ) from None


def _written(folder: Path, row: dict[str, str]) -> tuple[Path, Path]:
    path = inside(folder, *row["name"].split("/"))
    fresh = path.with_name(row["staged"])
    if not is_temporary(row["staged"]) or fresh.is_symlink():
        raise ValueError(f"{row['staged']!r} is no staged file")
    if fresh.exists() and hashlib.sha256(fresh.read_bytes()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['staged']!r} was changed")
    return path, fresh


@contextmanager
def settled(folder: Path) -> Iterator[Path]:
    """A folder as its last confirmed change left it, for reading: the folder itself wherever that can be.

    A change under way is waited for, one that was cut short is completed; where the folder cannot be written, a copy
    with the change in place is read instead.
    """
    if not (folder / JOURNAL).is_file():
        yield folder
        return
    try:
        with locked(folder):
            finish(folder)
    except OSError:
        with TemporaryDirectory(prefix="hikiwake-") as scratch:
            yield _through(folder, Path(scratch) / (folder.name or "case"))
        return
    yield folder


def _through(folder: Path, copy: Path) -> Path:
    """A copy of a folder in which its journal is carried out."""
    kept = shutil.ignore_patterns(LOCK, JOURNAL, ".git")
    shutil.copytree(folder, copy, ignore=kept, symlinks=True)
    for path, fresh in _steps(folder):
        target = copy / path.relative_to(folder)
        if fresh is None:
            target.unlink(missing_ok=True)
        elif fresh.exists():
            place(target.with_name(fresh.name), target)
    return copy
