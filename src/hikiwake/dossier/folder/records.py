"""Entries as plain records for JSON: periods and passages written out, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from hikiwake.actors import Actor
from hikiwake.documents import Document
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Entry, Event, Formula, Mention
from hikiwake.periods import Period

Record = dict[str, Any]


def records(dossier: Dossier, entries: Iterable[Entry]) -> list[Record]:
    """The records of some entries, in their order."""
    return [record(dossier, entry) for entry in entries]


def record(dossier: Dossier, entry: Entry) -> Record:
    """All fields of an entry, with its holder, its passages as places, and its periods as days.

    A formula has its positions; an event its mentions.
    """
    if isinstance(entry, Event):
        return _event(dossier, entry)
    told = {field.name: plain(getattr(entry, field.name)) for field in fields(entry)}
    told["passages"] = [passage_record(dossier, id_) for id_ in entry.passages]
    if isinstance(entry, Formula):
        told["positions"] = records(dossier, dossier.positions_on(entry.id))
    return told


def _event(dossier: Dossier, event: Event) -> Record:
    told = {field.name: plain(getattr(event, field.name)) for field in fields(event) if field.name != "mentions"}
    return {**told, "holder": event.holder, "mentions": [_mention(dossier, each) for each in event.mentions]}


def _mention(dossier: Dossier, mention: Mention) -> Record:
    return {
        "id": mention.id,
        "passage": passage_record(dossier, mention.passage),
        "period": period_record(mention.period),
        "attributed_to": mention.holder,
        "sources": list(mention.sources),
        "targets": list(mention.targets),
        "type": mention.type,
        "happened": mention.happened,
    }


def passage_record(dossier: Dossier, id_: str) -> Record:
    """A passage as document, start, end and page."""
    passage = dossier.passage[id_]
    return {"document": passage.document, "start": passage.start, "end": passage.end, "page": passage.page}


def period_record(period: Period) -> Record:
    """A period as start, end (``None`` while it goes on), precision and basis."""
    end = None if period.end is None else period.end.isoformat()
    return {"start": period.start.isoformat(), "end": end, "precision": period.precision, "basis": period.basis}


def document_record(document: Document) -> Record:
    """A document with the period it was written in."""
    return {field.name: plain(getattr(document, field.name)) for field in fields(document)}


def actor_record(actor: Actor) -> Record:
    """An actor with names and offices written out."""
    names = [{"language": name.language, "side": name.side, "name": name.text} for name in actor.names]
    offices = [
        {"title": office.title, "of": office.of, "period": period_record(office.period)} for office in actor.offices
    ]
    plain = {key: getattr(actor, key) for key in ("id", "kind", "part_of", "succeeds")}
    return {**plain, "names": names, "offices": offices}


def plain(value: Any) -> Any:
    """A value of an entry as JSON has it: periods written out, tuples as lists."""
    if isinstance(value, Period):
        return period_record(value)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
