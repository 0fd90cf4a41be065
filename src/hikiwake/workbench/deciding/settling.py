"""A difference settled for the second coder: the record says what that coder said, under the id that it has."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from hikiwake.dossier import Dossier, Event
from hikiwake.dossier.entering.by_hand import without_row
from hikiwake.workbench.accepting import TABLES, accepted
from hikiwake.workbench.commands import Turn
from hikiwake.workbench.deciding.noting import handed_back
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.rows.beside import Verdict
from hikiwake.workbench.rows.bodies import proposal_of
from hikiwake.workbench.taking_over import TakingOver, documents_of
from hikiwake.workbench.texts import texts_of


def settled(
    connection: sqlite3.Connection, dossier: Dossier, kept: Kept, verdict: Verdict
) -> tuple[Dossier, list[Turn]]:
    """The case as the second coder has it, and what becomes of the proposal."""
    wanted = replace(proposal_of(verdict.body), passages=kept.proposal.passages)
    if verdict.status == "rejected":
        after, gone = _taken_out(dossier, kept)
        after, kept = handed_back(after, kept, gone)
        return after, [Turn(kept, replace(kept, status="rejected", entry=""))]
    as_told = replace(kept, proposal=wanted)
    if kept.status == "rejected":
        taking = TakingOver(connection, dossier)
        taking.accept(replace(as_told, status="open"))
        return taking.dossier, taking.turns
    return _told_otherwise(connection, dossier, kept, as_told)


def _told_otherwise(
    connection: sqlite3.Connection, dossier: Dossier, kept: Kept, as_told: Kept
) -> tuple[Dossier, list[Turn]]:
    """The case in which an accepted proposal says something else: its entry, or its mentions of an event of several."""
    after, gone = _taken_out(dossier, kept)
    texts = {text.id: text.text for text in texts_of(connection, documents_of(kept))}
    if kept.proposal.kind == "event" and kept.entry not in gone:
        after, _ = accepted(after, as_told, texts, kept.entry)
        return after, [Turn(kept, as_told)]
    after, made = accepted(after, as_told, texts)
    if kept.entry in gone:
        after, made = _called(after, kept, made), kept.entry
    return after, [Turn(kept, replace(as_told, entry=made))]


def _called(dossier: Dossier, kept: Kept, made: str) -> Dossier:
    """The case with an entry that was just made under the id of the one whose place it takes."""
    table = {**TABLES, "event": "events"}[kept.proposal.kind]
    entry: Any = replace(next(each for each in getattr(dossier, table) if each.id == made), id=kept.entry)
    if isinstance(entry, Event):
        entry = replace(entry, mentions=tuple(replace(each, event=kept.entry) for each in entry.mentions))
    rows: dict[str, Any] = {table: tuple(entry if each.id == made else each for each in getattr(dossier, table))}
    return replace(dossier, **rows)


def _taken_out(dossier: Dossier, kept: Kept) -> tuple[Dossier, set[str]]:
    """The case without what stands on a proposal's passages in its entry, and the ids of the rows that are gone."""
    places = {(span.document, span.start, span.end) for span in kept.proposal.passages}
    own = {each.id for each in dossier.passages if (each.document, each.start, each.end) in places}
    entry: Any = dossier.by_id[kept.entry]
    if isinstance(entry, Event):
        mentions = [each.id for each in entry.mentions if each.passage in own]
        if len(mentions) == len(entry.mentions):
            return without_row(dossier, "events", entry.id), {entry.id, *mentions}
        for id_ in mentions:
            dossier = without_row(dossier, "mentions", id_)
        return dossier, {*mentions}
    table = TABLES[kept.proposal.kind]
    left = tuple(id_ for id_ in entry.passages if id_ not in own)
    if not left:
        return without_row(dossier, table, entry.id), {entry.id}
    rows: dict[str, Any] = {
        table: tuple(replace(each, passages=left) if each is entry else each for each in getattr(dossier, table))
    }
    return replace(dossier, **rows), set()
