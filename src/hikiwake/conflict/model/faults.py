"""A fault of a model: where it stands, and a sentence that says how to mend it.

A place is the path in a conflict file (``preferences.Row.statements[2].says``); the sentence says what was given, what
was expected, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a model, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{written(self.place)}: {self.message}" if self.place else self.message


def written(place: Place) -> str:
    """A place as a path; entries of a list are counted from 1.

    >>> written(("preferences", "Row", "statements", 0, "says"))
    'preferences.Row.statements[1].says'
    """
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def refuse(found: Iterable[Fault]) -> None:
    """Raise one ModelError that lists the faults, a line each; nothing where there are none."""
    lines = [str(fault) for fault in found]
    if lines:
        heading = "1 fault" if len(lines) == 1 else f"{len(lines)} faults"
        raise ModelError("\n".join([f"the model has {heading}:", *lines]))


def nearest(given: str, known: Iterable[str]) -> str:
    """A hint at the known words that are nearest to the one given, or what there is.

    >>> nearest("titel", ["title", "status_quo"])
    'did you mean "title"?'
    """
    return near_or_some(given, known, QUOTE).removeprefix("; ")
