"""The frame of a case as it could be known on a day: what only later documents brought into it falls.

- An issue, a question, a variable, a mechanism, a measure or a survey table falls when only entries of later documents
  refer to it; so does an actor whom only they name.
- An office that had not begun falls, and one that had not ended goes on.
- What nothing refers to is the editor's own and stays.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from hikiwake.actors import Actor, Office
from hikiwake.documents import Document
from hikiwake.dossier.case import PAIRS, Case, Variable
from hikiwake.dossier.entries import Entry

_LISTS = {
    "issues": ("issues", "on"),
    "questions": ("question",),
    "variables": ("cause", "effect"),
    "mechanisms": ("mechanism",),
    "measures": ("measure",),
    "tables": ("table",),
}
_NAMED = ("by", "towards", "between", "together")  # in a variable
_ACTING = ("sources", "targets", "persons", "actor")


@dataclass(frozen=True)
class Told:
    """What tells of the frame: documents, the entries with their mentions, and the conflict files."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    conflicts: tuple[tuple[str, str], ...]
    actors: tuple[Actor, ...]

    def cells(self, names: Iterable[str]) -> frozenset[str]:
        """The ids in certain cells of the entries."""
        return frozenset(word for entry in self.entries for name in names for word in _words(getattr(entry, name, ())))

    def named(self, case: Case) -> frozenset[str]:
        """The ids of the actors who act, speak or are called by a name, with those that they belong to or follow."""
        by_id = {actor.id: actor for actor in self.actors}
        known = self._acting | {*case.dyad, *case.parties}
        return frozenset(id_ for each in known for id_ in _above(each, by_id))

    @cached_property
    def _acting(self) -> frozenset[str]:
        """The ids of the actors who act, speak or are called by a name."""
        named = {each: tuple(field.name for field in fields(each)) for each in {type(entry) for entry in self.entries}}
        text = "\n".join(
            word for entry in self.entries for name in named[type(entry)] for word in _words(getattr(entry, name))
        )
        text += "\n".join(document.author for document in self.documents)
        models = "\n".join(model for _, model in self.conflicts)
        called = {
            actor.id
            for actor in self.actors
            if f'"{actor.id}"' in models or any(name.text in text for name in actor.names)
        }
        return self.cells(_ACTING) | {document.voice for document in self.documents} | called


def case_then(case: Case, then: Told, now: Told, actors: Iterable[Actor]) -> Case:
    """The frame with the terms that do not rest on later documents alone; actors: those who were known."""
    kept: dict[str, Any] = {}
    for name, cells in _LISTS.items():
        fallen = now.cells(cells) - then.cells(cells)
        kept[name] = tuple(term for term in getattr(case, name) if term.id not in fallen)
    acting = {actor.id for actor in actors}
    known = {"issues": {term.id for term in kept["issues"]}, **dict.fromkeys(_NAMED, acting)}
    kept["variables"] = tuple(_variable_then(each, known) for each in kept["variables"])
    return replace(case, **kept)


def _variable_then(variable: Variable, known: Mapping[str, Container[str]]) -> Variable:
    """A variable without issues and actors that were not known; without acts, where it would be of more than it is."""
    told = {name: getattr(variable, name) for name in known}
    left: dict[str, Any] = {name: tuple(each for each in ids if each in known[name]) for name, ids in told.items()}
    if any(len(left[name]) < (2 if name in PAIRS else 1) for name, ids in told.items() if ids):
        return Variable(variable.id, variable.title, note=variable.note)
    return replace(variable, **left)


def actors_then(case: Case, then: Told, now: Told, day: date) -> tuple[Actor, ...]:
    """The actors who are not known by later documents alone, with the offices that had begun."""
    fallen = now.named(case) - then.named(case)
    return tuple(replace(actor, offices=tuple(_offices(actor, day))) for actor in now.actors if actor.id not in fallen)


def _offices(actor: Actor, day: date) -> Iterator[Office]:
    for office in actor.offices:
        if office.period.start <= day:
            ends = office.period.end is not None and office.period.end <= day
            yield office if ends else replace(office, period=replace(office.period, end=None))


def _above(id_: str, actors: dict[str, Actor]) -> Iterator[str]:
    """An actor, what it is part of, and whom it succeeds, up to the last; circles are cut."""
    seen: list[str] = []
    waiting = [id_]
    while waiting:
        each = waiting.pop()
        if each and each not in seen:
            seen.append(each)
            actor = actors.get(each)
            waiting += [each.partition("/")[0], *((actor.part_of, actor.succeeds) if actor else ())]
    yield from seen


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, str))
