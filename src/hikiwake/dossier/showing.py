"""Everything about one id of a case: what stands under it, its passages, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from hikiwake.documents import Passage
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Event, Mention
from hikiwake.dossier.folder.known.rows import pointed, rows_of
from hikiwake.dossier.folder.records import Record, actor_record, document_record, plain, record
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.models import models_of
from hikiwake.errors import CaseError
from hikiwake.wording.terminal.near import did_you_mean

_TERMS = ("issues", "eras", "scales", "places", "questions", "variables", "mechanisms", "measures", "tables")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A place that refers to an id: the file, the id of the row or table there, and the column or key."""

    file: str
    id: str
    column: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands under an id: its kind, its cells, its passages, and what refers to it."""

    id: str
    kind: str
    cells: Record
    passages: tuple[Passage, ...]
    cited_by: tuple[Reference, ...]


def show(dossier: Dossier, id_: str) -> tuple[Shown, ...]:
    """All that stands under an id: mostly one, more where an issue and a scale have the same word.

    Raises ``CaseError`` for an id that the case does not have, with the one that was likely meant.

    >>> import hikiwake as hw
    >>> (shown,) = show(hw.load(), "event-1956-10-joint-declaration")
    >>> shown.kind, len(shown.passages) > 3, shown.cited_by[0].file
    ('event', True, 'mentions.csv')
    """
    found = [(kind, value) for kind, each, value in _all(dossier) if each == id_]
    if not found:
        known = dict.fromkeys(each for _, each, _ in _all(dossier))
        raise CaseError(f"{id_!r}: the case has nothing of this id{did_you_mean(id_, known)}")
    cited_by = tuple(dict.fromkeys(_references(dossier, id_)))
    return tuple(
        Shown(id_, kind, _cells(dossier, value), tuple(_passages(dossier, value)), cited_by) for kind, value in found
    )


def _all(dossier: Dossier) -> Iterator[tuple[str, str, Any]]:
    """Everything in a case that has an id, with its kind."""
    for document in dossier.documents:
        yield "document", document.id, document
    for kind in tables():
        for row in rows_of(dossier, kind):
            yield kind.removesuffix("s"), row.id, row
    for name in _TERMS:
        for term in getattr(dossier.case, name):
            yield name.removesuffix("s"), term.id, term
    for name, text in dossier.conflicts:
        yield "conflict", name, {"id": name, "lines": text.count("\n")}


def _cells(dossier: Dossier, value: Any) -> Record:
    """What stands under an id as plain values, without the passages."""
    if isinstance(value, dict):
        return value
    if value in dossier.documents:
        return document_record(value)
    if value in dossier.actors:
        return actor_record(value)
    if value.id in dossier.by_id:
        told = record(dossier, dossier.by_id[value.id])
        return {name: each for name, each in told.items() if name not in ("passages", "passage", "mentions")}
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def _passages(dossier: Dossier, value: Any) -> Iterator[Passage]:
    """The passages that support an entry; a passage itself; none for what is no entry."""
    if isinstance(value, Passage):
        yield value
    entry = dossier.by_id.get(getattr(value, "id", ""))
    if entry is not None and type(entry) is type(value):
        against = getattr(entry, "against", ())
        yield from (dossier.passage[id_] for id_ in dict.fromkeys((*entry.passages, *against)))


def _references(dossier: Dossier, id_: str) -> Iterator[Reference]:
    """Where the id is referred to: rows of tables, the frame, and lines of models."""
    for table in tables().values():
        for column in (column for column in table.columns if column.refers):
            for row in rows_of(dossier, table.kind):
                if id_ in pointed(row, column):
                    yield Reference(table.file, row.id, column.codec.headers[0])
    case = dossier.case
    for key in ("dyad", "parties"):
        if id_ in getattr(case, key):
            yield Reference("case.toml", key, key)
    for scale in case.scales:
        named = {*scale.formulas, *chain.from_iterable(scale.open), *scale.refusals, scale.actor, scale.against}
        if id_ in named:
            yield Reference("case.toml", scale.id, "scales")
    for variable in case.variables:
        if id_ in (*variable.actors, *variable.issues):
            yield Reference("case.toml", variable.id, "variables")
    for kind, name, text in models_of(dossier):
        if any(f"{quote}{id_}{quote}" in text for quote in "\"'"):
            yield Reference(f"{kind}/{name}.toml", name, "")


def mentions_of(dossier: Dossier, shown: Shown) -> tuple[Mention, ...]:
    """The mentions of an event that is shown; none for anything else."""
    entry = dossier.by_id.get(shown.id) if shown.kind == "event" else None
    return entry.mentions if isinstance(entry, Event) else ()
