"""The conflict file: our TOML, read with every fault at once and written back.

The form is that of the manual's chapter on conflict files. Reading collects the faults of form here (keys, types,
statements that cannot be parsed) together with those of substance (``checks``), each with the line where it stands.
"""

from __future__ import annotations

from pathlib import Path

from hikiwake.conflict.files.incoming import refuse_with_places, tables_of, text_of_model
from hikiwake.conflict.files.tables import Reader
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.checks import case_faults, faults
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.faults import Fault
from hikiwake.storage.writing import write_file


def read_conflict(path: str | Path) -> Conflict:
    """Read a conflict from a TOML file.

    Raises ModelError that lists every fault with file and line.
    """
    return conflict_from(text_of_model(Path(path)), name=str(path))


def read_conflict_in_case(path: str | Path) -> Conflict:
    """Read a conflict that belongs to a case: status quo, outcome, era, actors and grounds must be there as well."""
    text, name = text_of_model(Path(path)), str(path)
    conflict = conflict_from(text, name=name)
    refuse_with_places(case_faults(conflict), text, name)
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
    refuse_with_places(found, text, name)
    return conflict


def examined(text: str, name: str = "conflict") -> tuple[Conflict, tuple[Fault, ...]]:
    """The conflict of a text as far as it can be read, with every fault of it; ModelError where it is not TOML."""
    reader = Reader()
    conflict = reader.conflict(tables_of(text, name))
    return conflict, (*reader.faults, *(fault for fault in faults(conflict) if reader.allows(fault)))


def write_conflict(conflict: Conflict, path: str | Path) -> None:
    """Write a conflict as TOML; reading it again gives an equal conflict."""
    write_file(Path(path), as_toml(conflict).encode("utf-8"), force=True)
