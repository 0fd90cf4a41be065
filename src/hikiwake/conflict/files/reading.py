"""The conflict file: our TOML, read with every fault at once and written back.

The form is that of the manual's chapter on conflict files. Reading collects the faults of form here (keys, types,
statements that cannot be parsed) together with those of substance (``checks``), each with the line where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from hikiwake.conflict.files.places import line_of
from hikiwake.conflict.files.tables import Reader
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.checks import Fault, case_faults, faults, written
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.errors import Found, ModelError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.toml import LARGEST_TOML, toml
from hikiwake.storage.writing import write_file


def read_conflict(path: str | Path) -> Conflict:
    """Read a conflict from a TOML file.

    Raises ModelError that lists every fault with file and line.
    """
    return conflict_from(_text(Path(path)), name=str(path))


def read_conflict_in_case(path: str | Path) -> Conflict:
    """Read a conflict that belongs to a case: status quo, outcome, era, actors and grounds must be there as well."""
    text, name = _text(Path(path)), str(path)
    conflict = conflict_from(text, name=name)
    _refuse(case_faults(conflict), text, name)
    return conflict


def conflict_from(text: str, name: str = "conflict") -> Conflict:
    """Read a conflict from the text of a TOML file; ``name`` stands for the file in messages.

    >>> conflict_from('titel = "x"')
    Traceback (most recent call last):
    hikiwake.errors.ModelError: conflict has 2 faults:
    conflict:1: titel: unknown key; did you mean "title"?
    conflict: decision_makers: none given; a conflict needs at least one decision maker
    """
    conflict, found = examined(text, name)
    _refuse(found, text, name)
    return conflict


def examined(text: str, name: str = "conflict") -> tuple[Conflict, tuple[Fault, ...]]:
    """The conflict of a text as far as it can be read, with every fault of it; ModelError where it is not TOML."""
    try:
        content = toml(text, parse_float=Decimal)
    except UnreadError as error:
        why = f"is not TOML that can be read: {error.found}{f' ({error.column})' if error.column else ''}"
        place = Found(file=name, line=error.line, column="", found=why, expected="")
        raise ModelError(f"{_placed(name, error)} {why}", [place]) from None
    reader = Reader()
    conflict = reader.conflict(content)
    return conflict, (*reader.faults, *(fault for fault in faults(conflict) if reader.allows(fault)))


def write_conflict(conflict: Conflict, path: str | Path) -> None:
    """Write a conflict as TOML; reading it again gives an equal conflict."""
    write_file(Path(path), as_toml(conflict).encode("utf-8"), force=True)


def _text(path: Path) -> str:
    try:
        return text_of(path, LARGEST_TOML)
    except UnreadError as error:
        raise ModelError(f"cannot read {_placed(str(path), error)}: {error}") from None


def _placed(name: str, error: UnreadError) -> str:
    return f"{name}:{error.line}" if error.line else name


def _refuse(found: Iterable[Fault], text: str, name: str) -> None:
    placed = [(line_of(text, fault.place) if fault.place else None, fault) for fault in found]
    lines = [f"{name}:{line}: {fault}" if line else f"{name}: {fault}" for line, fault in placed]
    if lines:
        message = "\n".join([f"{name} has {len(lines)} fault{'s' * (len(lines) > 1)}:", *lines])
        raise ModelError(message, (Found(file=name, line=line or 0, column=written(fault.place), found=fault.message,
                                         expected="") for line, fault in placed))  # fmt: skip
