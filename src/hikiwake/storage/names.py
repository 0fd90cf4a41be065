"""Names that come in are names, never paths: one grammar, and one way to join a name to a folder.

A name is 1 to 200 bytes of UTF-8 without separators (``/``, ``\\``, ``:``), control characters, marks that turn the
direction of writing and lone surrogates; without a dot or blank at either end; and it is no device of an operating
system (``con``, ``nul``, ``com1`` and the like, also with an ending). Two names are the same where a file system may
take them for one: without regard to case and to the way in which accents are composed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from hikiwake.errors import StorageError

LONGEST_NAME = 200
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.I | re.S)
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\u2028\u2029")


def name_fault(name: str) -> str:
    """What makes a text no name, in a few words; empty for a name.

    >>> name_fault("1990-1994"), name_fault("../notes"), name_fault("nul.txt")
    ('', "a name without '/'", 'a name that is no device of an operating system')
    """
    if not name:
        return "a name that is not empty"
    for sign in name:
        if sign in "/\\:":
            return f"a name without {sign!r}"
        if unicodedata.category(sign) == "Cs":
            return "a name without lone surrogates"
        if unicodedata.category(sign) == "Cc" or sign in _TURNING or sign in _BREAKS:
            return "a name without control characters"
    if name[0] == "." or name[-1] == "." or name != name.strip():
        return "a name without a dot or blank at its ends"
    if len(name.encode("utf-8")) > LONGEST_NAME:
        return f"a name of at most {LONGEST_NAME} bytes"
    if _DEVICES.fullmatch(name):
        return "a name that is no device of an operating system"
    return ""


def name_refused(name: str) -> str:
    """What is said of a file whose name is none, and how to mend it; empty for a name.

    >>> name_refused("Report 12:30.txt")
    "found the name 'Report 12:30.txt', expected a name without ':'; rename the file"
    """
    fault = name_fault(name)
    told = name if name.isprintable() else ascii(name)[1:-1]
    return f"found the name {told!r}, expected {fault}; rename the file" if fault else ""


def sameness(name: str) -> str:
    """What two names share that a file system may take for one.

    >>> sameness("Straße") == sameness("STRASSE")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())


def free_name(name: str, taken: Iterable[str]) -> str:
    """A name unlike all that are taken: the name itself, else with the first number after it that is free.

    >>> free_name("1990", ["1990", "1990-2"]), free_name("A", ["a"])
    ('1990-3', 'A-2')
    """
    same = {sameness(each) for each in taken}
    names = (name, *(f"{name}-{number}" for number in range(2, len(same) + 3)))
    return next(each for each in names if sameness(each) not in same)


def name_faults(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with what is wrong with it: no name by the grammar, or the same as one before it.

    >>> list(name_faults(["a", "b", "A"]))
    [('A', "a name unlike 'a', also without regard to case")]
    """
    seen: dict[str, str] = {}
    for name in names:
        same = sameness(name)
        if fault := name_fault(name):
            yield name, fault
        elif same in seen:
            yield name, f"a name unlike {seen[same]!r}, also without regard to case"
        seen.setdefault(same, name)


def inside(folder: Path, *names: str) -> Path:
    """The path of a name in a folder, or in folders of it. Raises ``StorageError`` where it would leave the folder.

    >>> inside(Path("case"), "conflicts", "1990.toml").as_posix()
    'case/conflicts/1990.toml'
    """
    for name in names:
        if fault := name_fault(name):
            raise StorageError(f"{folder}: found {name!r}, expected {fault}")
    path = folder.joinpath(*names)
    if leaves(path, folder):
        raise StorageError(f"{path}: a link that leaves {folder}; put the file itself there")
    return path


def leaves(path: Path, folder: Path) -> bool:
    """Whether a path leads out of a folder in which it seems to lie, by a link."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle lead nowhere
        return True
