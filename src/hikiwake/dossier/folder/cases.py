"""Where cases live: the built-in ones, and the user's folders."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.onefile import read_json
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.dossier.folder.starting import starting_files
from hikiwake.dossier.folder.writing import write_folder
from hikiwake.errors import CaseError

DEFAULT = "japan_russia"


def built_in() -> tuple[str, ...]:
    """The names of the built-in cases.

    >>> built_in()
    ('japan_russia',)
    """
    root = Path(str(files("hikiwake"))) / "cases"
    return tuple(sorted(folder.name for folder in root.iterdir() if (folder / "case.toml").is_file()))


def case_folder(case: str | Path) -> Path:
    """The folder of a case: a built-in name, else a path. Raises ``CaseError`` where there is neither."""
    if isinstance(case, str) and case in built_in():
        return Path(str(files("hikiwake"))) / "cases" / case
    folder = Path(case)
    if not folder.exists() and not (folder.parent / f".{folder.name}.old").exists():
        raise CaseError(f"{case!s}: no such case; give a folder, or one of the built-in {', '.join(built_in())}")
    return folder


def load(case: str | Path = DEFAULT) -> Dossier:
    """The dossier of a case: built-in, in a folder, or in one JSON file. Raises ``CaseError`` with every fault's place.

    >>> load("japan_russia").case.dyad
    ('JPN', 'RUS')
    """
    place = case_folder(case)
    return read_json(place) if place.is_file() else read_folder(place)


def save(dossier: Dossier, folder: Path | str) -> None:
    """Write a dossier as a case folder; a kill at any moment leaves the old folder or the new one."""
    write_folder(dossier, Path(folder))


def new_case(folder: Path | str) -> Path:
    """Make a commented, empty case that passes ``check``. Raises ``CaseError`` where something stands already."""
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CaseError(f"{target}: something is there already; give a folder that is empty or does not exist")
    target.mkdir(parents=True, exist_ok=True)
    for name, text in starting_files():
        (target / name).write_text(text, encoding="utf-8", newline="")
    return target
