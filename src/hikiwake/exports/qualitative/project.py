"""A project of qualitative analysis: codes, sources with coded stretches, and notes, as the programs exchange them.

The format is REFI-QDA 1.5 of the Rotterdam Exchange Format Initiative (2019). A stretch is counted in characters
(Unicode code points) of the plain text of its source, from 0, its end not included.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

ORIGIN = "hikiwake"
_OURS = UUID("6f0f5f0e-8f0b-5c0e-9d6c-2b6d1f6a7c11")


@dataclass(frozen=True, slots=True)
class Code:
    """A code: what passages are marked with. ``within`` is the id of the code that it is part of."""

    guid: str
    name: str
    description: str = ""
    codable: bool = True
    within: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """A code on a stretch, by the user who put it there."""

    code: str
    user: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of a source, from ``start`` up to ``end``: its codings, its memo, and the ids of notes on it."""

    guid: str
    start: int
    end: int
    codings: tuple[Coding, ...] = ()
    name: str = ""
    memo: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A text: its name, what is said of it, and its stretches. ``text`` is ``None`` where the project has it not."""

    guid: str
    name: str
    text: str | None = None
    description: str = ""
    selections: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its title and its text, by the user who wrote it."""

    guid: str
    name: str
    text: str
    user: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project. ``users`` are names by id; ``left_out`` says what of a file was not read, and why."""

    name: str
    origin: str = ORIGIN
    users: tuple[tuple[str, str], ...] = ()
    codes: tuple[Code, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    description: str = ""
    left_out: tuple[str, ...] = ()

    def path(self, guid: str) -> tuple[str, ...]:
        """The names of a code and of those it is part of, the outermost first; nothing for a code that is not there."""
        by_id = {code.guid: code for code in self.codes}
        names: list[str] = []
        while (code := by_id.pop(guid, None)) is not None:
            names.append(code.name)
            guid = code.within
        return tuple(reversed(names))


def guid_of(kind: str, *parts: str) -> str:
    """The id of a thing of ours: the same for the same thing.

    >>> guid_of("code", "a") == guid_of("code", "a") != guid_of("code", "b")
    True
    """
    told = "\0".join((kind, *parts)).encode("utf-8", "backslashreplace")
    return str(uuid5(_OURS, told.decode("utf-8")))
