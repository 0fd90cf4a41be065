"""Beginning a case: its folder is made in the folder of the desk, by the function of ``hikiwake new``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from hikiwake.dossier import load, new_case, save
from hikiwake.dossier.entering.ids import id_from
from hikiwake.dossier.folder.cases import built_in, own_library
from hikiwake.dossier.folder.starting import Beginning, two_sides
from hikiwake.errors import CaseError
from hikiwake.storage.names import inside
from hikiwake.storage.writing import write_files


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form for a new case says."""

    title: str = ""
    """What the dispute is called."""
    question: str = ""
    """What the case is to answer."""
    first: str = ""
    """The first side, as ``NOR:Norland`` or by its name."""
    second: str = ""
    """The second side."""
    folder: str = ""
    """The name of the folder to make; where empty it is made from the title."""


def begin(root: Path, asked: Asked) -> str:
    """Make a new case in a folder; the name of its own. Raises ``HikiwakeError`` for what cannot be one."""
    plain = Beginning()
    if bool(asked.first) != bool(asked.second):
        raise CaseError("give both sides, or none: those that most is told of are then found in the documents")
    sides = two_sides([asked.first, asked.second]) if asked.first else plain.sides
    name = asked.folder or _free(root, asked.title or plain.title)
    new_case(inside(root, name), Beginning(asked.title or plain.title, asked.question, sides))
    return name


def copied(root: Path, name: str, folder: str) -> str:
    """Copy a built-in case into a new folder, with the texts that it carries; the name of the folder.

    Raises ``HikiwakeError`` where it is none, or something is there.
    """
    if name not in built_in():
        raise CaseError(f"{name!r}: no built-in case; these are {', '.join(built_in())}")
    target = folder or _free(root, name)
    if inside(root, target).exists():
        raise CaseError(f"{target}: something is there already; give another name")
    case = load(name)
    save(case, inside(root, target))
    if library := own_library(case):
        own = {f"{case.case.texts}/{path.name}": path.read_bytes() for path in library.texts}
        write_files(inside(root, target), own)
    return target


def _free(root: Path, title: str) -> str:
    """A name for a folder that is not taken, from a title."""
    stem = id_from(title, "case")
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if not (root / name).exists())
