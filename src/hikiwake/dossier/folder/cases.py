"""Where cases live: the built-in ones, and the user's folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.onefile import read_json
from hikiwake.dossier.folder.packed.cases import is_packed, read_packed
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.dossier.folder.starting import Beginning, starting_files
from hikiwake.dossier.folder.steadily import steadily
from hikiwake.dossier.folder.writing import state_of, write_folder, write_taken_folder
from hikiwake.errors import CaseError
from hikiwake.storage.locking import LOCK
from hikiwake.storage.names import inside
from hikiwake.storage.writing import State, refuse_in_case, taken, write_taken
from hikiwake.wording.terminal.near import did_you_mean

DEFAULT = "japan_russia"


def built_in() -> tuple[str, ...]:
    """The names of the built-in cases.

    >>> built_in()
    ('caspian_sea', 'japan_russia')
    """
    root = Path(str(files("hikiwake"))) / "cases"
    return tuple(sorted(folder.name for folder in root.iterdir() if (folder / "case.toml").is_file()))


def case_folder(case: str | Path) -> Path:
    """The folder of a case: a built-in name, else a path. Raises ``CaseError`` where there is neither."""
    if isinstance(case, str) and case in built_in():
        return Path(str(files("hikiwake"))) / "cases" / case
    folder = Path(case)
    if not folder.exists():
        _tell_of_an_old_one(folder)
        _tell_of_a_name_in_it(str(case))
        near = did_you_mean(str(case), built_in())
        raise CaseError(f"{case!s}: no such case; give a folder, or one of the built-in {', '.join(built_in())}{near}")
    return folder


def _tell_of_a_name_in_it(case: str) -> None:
    """Say what is accepted where a name stands after a case, as after the case of a model."""
    whole, colon, name = case.rpartition(":")
    if colon and name and len(whole) > 1 and (whole in built_in() or Path(whole).exists()):
        raise CaseError(
            f"{case}: no such case; give {whole} by itself: it holds one case, and only a model or a package file of "
            "it is named after it, as CASE:NAME"
        )


def _tell_of_an_old_one(folder: Path) -> None:
    """Say what to rename where an earlier version of the program was killed between its two renames."""
    old = folder.parent / f".{folder.name}.old"
    if (old / "case.toml").is_file():
        raise CaseError(
            f"{folder}: no such case, but {old} is one, which an earlier version left when it was stopped; nothing was "
            f"changed; look at it, and rename it to {folder.name}"
        )


def load(case: str | Path = DEFAULT) -> Dossier:
    """The dossier of a case: built-in, in a folder, or in one file (json, zip, xlsx).

    Raises ``CaseError`` with every fault's place.

    >>> load("japan_russia").case.dyad
    ('JPN', 'RUS')
    """
    place = case_folder(case)
    if place.is_file():
        return read_packed(place) if is_packed(place) else read_json(place)
    dossier, state = steadily(place, lambda folder: (read_folder(folder), state_of(folder)))
    return replace(dossier, read_from=replace(state, folder=place))


def own_library(dossier: Dossier) -> Library | None:
    """The texts that a case carries in a folder of its own, to be shown to everybody; ``None`` where it carries none.

    >>> own_library(load("japan_russia")) is None
    True
    """
    return carried(dossier.read_from.folder, dossier.case.texts) if dossier.read_from else None


def carried(folder: Path, texts: str) -> Library | None:
    """The texts in a folder of a case, by the folder's name; ``None`` where there is none."""
    place = inside(folder, texts) if texts else folder
    return Library(place) if texts and place.is_dir() else None


@dataclass(frozen=True, slots=True)
class CaseInHand:
    """A case taken for a change: nobody else changes it by this program meanwhile."""

    folder: Path
    dossier: Dossier
    state: State

    def save(self, dossier: Dossier) -> State:
        """Write what has changed; the state of the folder then.

        Raises ``StorageError`` where a file changed on the disk since the case was read.
        """
        write_taken_folder(dossier, self.folder, self.state, self.dossier)
        return state_of(self.folder)


@contextmanager
def change(folder: Path) -> Iterator[CaseInHand]:
    """Take a case folder for a change: locked and read. Raises ``StorageError`` where another program holds it."""
    with taken(folder) as place:
        state = state_of(place)
        yield CaseInHand(place, read_folder(place), state)


def save(dossier: Dossier, folder: Path | str, *, force: bool = False) -> Dossier:
    """Write a dossier as a case folder, and give it back as it now stands there, to go on with.

    A kill at any moment leaves the old case or the new one, whole. Only files that change in meaning are written, and
    what the user keeps in the folder stays. Raises ``StorageError`` where the folder holds a case that the dossier was
    not read from, or that changed since it was read; only ``force`` replaces it then.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> saved = hw.save(hw.load("japan_russia"), Path(mkdtemp()) / "mine")
    >>> saved == hw.save(saved, saved.read_from.folder)
    True
    """
    target = Path(folder)
    refuse_in_case(target)
    return replace(dossier, read_from=write_folder(dossier, target, dossier.read_from, force=force))


def new_case(folder: Path | str, begun: Beginning | None = None) -> Path:
    """Make a commented, empty case that passes ``check``. Raises ``CaseError`` where something stands already."""
    target = Path(folder)
    refuse_occupied(target)
    with taken(target) as place:
        if any(path.name != LOCK for path in place.iterdir()):
            raise _occupied(target)
        write_taken(place, {name: text.encode("utf-8") for name, text in starting_files(begun)})
    return target


def refuse_occupied(target: Path) -> None:
    """Raise ``CaseError`` where no new case can be made: something stands there, or it lies in another case."""
    if not target.exists():
        _tell_of_an_old_one(target)
    elif not target.is_dir() or any(path.name != LOCK for path in target.iterdir()):
        raise _occupied(target)
    refuse_in_case(target)


def _occupied(target: Path) -> CaseError:
    return CaseError(f"{target}: something is there already; give a folder that is empty or does not exist")
