"""Findings on the record itself: what it cannot show, and how far it can be trusted."""

from __future__ import annotations

from collections import Counter

from hikiwake.dossier import Entry, Position
from hikiwake.dossier.counting import events_by_era, positions_by_era
from hikiwake.report.checks import checks
from hikiwake.report.findings.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.wording import findings as wording
from hikiwake.wording.phrases import brief

NAMED = 2


def tables(grounds: Grounds) -> Finding | None:
    """Statements that do not fit the survey tables."""
    found = checks(grounds)
    clashes = {each.id: each for concerned in found.values() for each in concerned}
    if not clashes:
        return None
    titles = [grounds.names.tables[id_] for id_ in found]
    entries = [grounds.dossier.by_id[id_] for each in clashes.values() for id_ in each.entries]
    said = wording.tables(len(clashes), titles)
    return Finding("finding-tables", str(len(clashes)), said, entries, "surveys")


def unheard(grounds: Grounds) -> Finding | None:
    """How a side is told that no document speaks from."""
    dossier = grounds.dossier
    voices = {document.voice for document in dossier.documents}
    if not all(voices):
        return None
    for side in dossier.case.sides:
        if side in dossier.actor and side not in voices:
            positions = [each for each in dossier.positions if _of(grounds, each, side)]
            quoted = [each for each in positions if grounds.told_of(each)]
            if positions:
                said = wording.unheard(grounds.names.actor(side), len(positions), len(quoted))
                figure = f"{round(100 * len(quoted) / len(positions))}%"
                return Finding("finding-unheard", figure, said, quoted or positions, "positions")
    return None


def hindsight(grounds: Grounds) -> Finding | None:
    """What the earlier documents could not have known."""
    dossier = grounds.dossier
    ordered = sorted(dossier.documents, key=lambda each: (each.written.last, each.id))
    unknown = [
        (document, [event for event in dossier.events if event.period.start > document.written.last])
        for document in ordered
    ]
    early = [(document, events) for document, events in unknown if events][:NAMED]
    if not early:
        return None
    kinds = {question.id for question in dossier.case.questions if question.kind == "turning point"}
    turning = {reading.about for reading in dossier.readings if reading.question in kinds}
    missed = [event for event in early[0][1] if event.id in turning]
    told = [(grounds.labels[grounds.document_index[document.id]], len(events)) for document, events in early]
    said = wording.hindsight(told, len(dossier.events), len(missed))
    return Finding("finding-hindsight", str(len(early[0][1])), said, missed or early[0][1], "turning")


def single(grounds: Grounds) -> Finding | None:
    """How many events rest on one document alone."""
    dossier = grounds.dossier
    if len(dossier.documents) < 2 or not dossier.events:
        return None
    alone = [
        (grounds.documents_of(event)[0], event) for event in dossier.events if len(grounds.documents_of(event)) == 1
    ]
    if not alone:
        return None
    document, most = Counter(index for index, _ in alone).most_common(1)[0]
    said = wording.single(len(alone), len(dossier.events), grounds.labels[document], most)
    share = f"{round(100 * len(alone) / len(dossier.events))}%"
    return Finding("finding-single", share, said, [event for _, event in alone], "timeline")


def thin(grounds: Grounds) -> Finding | None:
    """The eras of which least is told, and those for which a side's wishes are not told at all."""
    dossier = grounds.dossier
    if len(dossier.case.eras) < 2 or not (dossier.events or dossier.positions):
        return None
    told_of = {era.id: events for era, events in events_by_era(dossier)}
    counts = [(era, told_of[era.id], positions) for era, positions in positions_by_era(dossier)]
    least = sorted(counts, key=lambda each: len(each[1]) + len(each[2]))[:NAMED]
    told = [(brief(era.period), len(events), len(positions)) for era, events, positions in least]
    silent = [
        (
            grounds.names.actor(side),
            [brief(era.period) for era, _, held in counts if not any(_of(grounds, each, side) for each in held)],
        )
        for side in dossier.case.sides
        if side in dossier.actor
    ]
    entries: list[Entry] = []
    for _, events, positions in least:
        entries += [*events, *positions]
    said = wording.thin(told, [(side, eras) for side, eras in silent if eras])
    return Finding("finding-thin", str(len(entries)), said, entries, "timeline")


def _of(grounds: Grounds, position: Position, side: str) -> bool:
    """Whether a position is that of a side, its parts or its predecessors."""
    dossier = grounds.dossier
    return dossier.actor[position.actor].state in dossier.line(side)
