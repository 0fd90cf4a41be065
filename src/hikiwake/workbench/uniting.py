"""Several events that are one act, made one: the first keeps its id, and takes the mentions of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hikiwake.dossier import Dossier, Event, Mention
from hikiwake.dossier.memos import memos_moved
from hikiwake.errors import CaseError
from hikiwake.workbench.kept import Kept

STATEMENTS = ("claims", "readings", "positions", "drivers")


def united(dossier: Dossier, events: Iterable[str]) -> tuple[Dossier, str]:
    """The case with several events made one: the first, with the mentions of all; and its id."""
    first, *others = dict.fromkeys(events)
    mentions = [replace(each, event=first) for event in dossier.events if event.id in others for each in event.mentions]
    kept = (event for event in dossier.events if event.id not in others)
    whole = tuple(joined(event, mentions) if event.id == first else event for event in kept)
    moved: dict[str, Any] = {
        kind: tuple(_about(entry, others, first) for entry in getattr(dossier, kind))
        for kind in ("claims", "readings", "drivers")
    }
    series = tuple(replace(event, series=first) if event.series in others else event for event in whole)
    doubts = tuple(replace(each, entry=first) if each.entry in others else each for each in dossier.doubts)
    memos = memos_moved(dossier.memos, dict.fromkeys(others, first))
    return replace(dossier, events=series, doubts=doubts, memos=memos, **moved), first


def _about(entry: Any, others: Iterable[str], first: str) -> Any:
    return replace(entry, about=first) if entry.about in others else entry


def joined(event: Event, mentions: Iterable[Mention]) -> Event:
    """An event with further mentions; a passage that reports it already does so once."""
    have = {mention.passage for mention in event.mentions}
    return replace(event, mentions=(*event.mentions, *(each for each in mentions if each.passage not in have)))


def citing(dossier: Dossier, id_: str, passages: Iterable[str]) -> Dossier:
    """The case with an entry, no event, that stands on some more passages."""
    entry: Any = dossier.by_id[id_]
    kind = next(kind for kind in STATEMENTS if entry in getattr(dossier, kind))
    told = replace(entry, passages=tuple(dict.fromkeys((*entry.passages, *passages))))
    rows: dict[str, Any] = {kind: tuple(told if each is entry else each for each in getattr(dossier, kind))}
    return replace(dossier, **rows)


def absorbed(dossier: Dossier, first: str, other: str) -> Dossier:
    """The case in which an entry, no event, has gone into another of its kind: that one stands on its passages, too."""
    gone = dossier.by_id[other]
    dossier = citing(dossier, first, gone.passages)
    left: dict[str, Any] = {kind: tuple(e for e in getattr(dossier, kind) if e.id != other) for kind in STATEMENTS}
    doubts = tuple(replace(each, entry=first) if each.entry == other else each for each in dossier.doubts)
    return replace(dossier, doubts=doubts, memos=memos_moved(dossier.memos, {other: first}), **left)


def parts_of(merge: Kept) -> list[str]:
    """The ids that a merge names."""
    return [id_.strip() for id_ in dict(merge.proposal.cells).get("of", "").split(";")]


def event_of(dossier: Dossier, entry: str) -> str:
    """The event that an entry is, or is a mention of. Raises ``CaseError`` where the case has it no more."""
    found = dossier.by_id.get(entry)
    if found is None:
        raise CaseError(f"{entry}: not in the case any more; `hikiwake read` takes in what was changed by hand")
    return found.event if isinstance(found, Mention) else entry


def one_event(dossier: Dossier, parts: Iterable[Kept | None]) -> str:
    """The event that several proposals have all become; empty where it is not one."""
    there = [each.entry if each and each.status == "accepted" and each.entry in dossier.by_id else "" for each in parts]
    events = {event_of(dossier, entry) if entry else "" for entry in there}
    return events.pop() if len(events) == 1 else ""
