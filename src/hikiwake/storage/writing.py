"""The one writer: every file that the program writes goes through here.

What changes is written to a fresh, unpredictable file in the same folder, opened exclusively, never through a link,
brought to the disk and renamed; it keeps the rights of what it replaces. Several files of a folder change together,
by a journal, under a lock. What has not changed is not touched, and nothing is taken away that the caller did not name.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hikiwake.errors import StorageError
from hikiwake.storage.fresh import OURS, create, place, remove, settle, stage
from hikiwake.storage.journal import commit, finish, sweep
from hikiwake.storage.locking import locked
from hikiwake.storage.names import inside

CASE = "case.toml"  # what makes a folder a case, into which only the commands of the case itself write


@dataclass(frozen=True, slots=True)
class State:
    """Which bytes some files of a folder had at one moment: the digest of each by its name."""

    folder: Path
    digests: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, folder: Path, names: Iterable[str]) -> State:
        """The state of those of the named files that are there."""
        found = ((name, folder / name) for name in sorted(set(names)))
        return cls(folder, tuple((name, _digest(path)) for name, path in found if path.is_file()))

    def changed(self, later: State) -> tuple[str, ...]:
        """The names of the files that differ in a later state, that came or that went."""
        return tuple(sorted({name for name, _ in {*self.digests} ^ {*later.digests}}))

    def refuse(self, later: State) -> None:
        """Raise ``StorageError``, with the names of the files, where a later state differs."""
        if changed := self.changed(later):
            told = ", ".join(changed)
            raise StorageError(f"{later.folder}: changed on the disk since it was read: {told}; nothing was written")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_file(path: Path, content: bytes, *, ours: Callable[[bytes], bool] | None = None, force: bool = False) -> None:
    """Write one file outside every case, whole or not at all.

    What stands there is replaced only where ``ours`` knows its bytes for a thing that the program made for this
    purpose, or with ``force``. Raises ``StorageError`` where it is not, in a case, at a link, or where it cannot be
    written.
    """
    refuse_in_case(path)
    with _told(path):
        if _exists(path) and not force and not (ours and ours(path.read_bytes())):
            raise StorageError(f"{path}: something is there already; give another path, or --force to replace it")
        if _exists(path):
            fresh = stage(path, content)
            try:
                place(fresh, path)
            except BaseException:
                remove(fresh)
                raise
        else:
            create(path, content)
        settle(path.parent)


def write_files(
    folder: Path, files: Mapping[str, bytes], *, gone: Iterable[str] = (), expected: State | None = None
) -> tuple[str, ...]:
    """Write files of a folder together, and take the named ones away: all or none; the names of those that changed.

    The folder is made where it is missing. With ``expected``, the files must be as they were in that state. Raises
    ``StorageError`` where they are not, where another program holds the folder, or where it cannot be written.
    """
    with taken(folder) as place_:
        return write_taken(place_, files, gone=gone, expected=expected)


@contextmanager
def taken(folder: Path) -> Iterator[Path]:
    """Take a folder for a change: made where it is missing, links resolved, locked, and its last change completed."""
    place_ = folder.resolve()
    made = _make(place_, folder)
    try:
        with _told(folder), locked(place_):
            finish(place_)
            sweep(place_)
            yield place_
    finally:
        for each in made:  # only what is still empty goes: a change that failed leaves no folder behind
            with suppress(OSError):
                each.rmdir()


def vacant(folder: Path) -> bool:
    """Whether a folder holds no file, once what a killed writer left there is completed or taken away.

    Raises ``StorageError`` where that cannot be done.
    """
    if any(path.name.startswith(OURS) for path in folder.iterdir()):
        with taken(folder):
            pass
    return all(path.is_dir() and not path.is_symlink() for path in folder.rglob("*"))


def write_taken(
    folder: Path, files: Mapping[str, bytes], *, gone: Iterable[str] = (), expected: State | None = None
) -> tuple[str, ...]:
    """The same in a folder that was ``taken`` already."""
    if expected is not None:
        names = {*files, *gone, *(name for name, _ in expected.digests)}
        expected.refuse(State.of(folder, names))
    changed_files, away = outstanding(folder, files, gone)
    if not changed_files and not away:
        return ()
    made = [each for name in changed_files for each in _make((folder / name).parent, folder)]
    with _told(folder):
        try:
            commit(folder, changed_files, away)
        except BaseException:
            for each in made:
                with suppress(OSError):
                    each.rmdir()
            raise
    return (*changed_files, *away)


def outstanding(
    folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()
) -> tuple[dict[str, bytes], list[str]]:
    """What of a change is not there yet: the files to write, and the names to take away."""
    changed = {name: content for name, content in files.items() if _differs(folder, name, content)}
    return changed, [name for name in gone if _exists(inside(folder, *name.split("/")))]


def _differs(folder: Path, name: str, content: bytes) -> bool:
    path = inside(folder, *name.split("/"))
    return not _exists(path) or path.read_bytes() != content


def _exists(path: Path) -> bool:
    """Whether a plain file stands at a path. Raises ``StorageError`` for a link, a folder or a device."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(mode):
        raise StorageError(f"{path}: a link to {path.readlink()}; give that path itself, not the link")
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no plain file"
        raise StorageError(f"{path}: {kind}; give the name of a file")
    return True


def refuse_in_case(path: Path) -> None:
    """Raise ``StorageError`` where a path lies in a case folder, into which no page and no export is written."""
    for folder in path.resolve().parents:
        if (folder / CASE).is_file():
            raise StorageError(f"{path}: lies in the case {folder}; give a path outside of it by --output")


def _make(folder: Path, told: Path) -> list[Path]:
    """Make a folder and those above it; the ones that were made, the innermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{told}: no folder can be made there ({error.strerror}); give another path") from error
    return missing


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in our words what the system says where a file cannot be written."""
    try:
        yield
    except FileExistsError as error:
        raise StorageError(f"{path}: something has come there meanwhile; look at it, then try again") from error
    except OSError as error:
        raise StorageError(
            f"{path}: cannot be written there ({error.strerror or error}); make room or rights, or give another path"
        ) from error
