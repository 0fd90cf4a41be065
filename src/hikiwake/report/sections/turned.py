"""What stands under the charts of a relation: the acts of each turn, what remains without a document, directions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.dossier import Event, Reading
from hikiwake.relation import RelationSeries, TurningPoint, relation
from hikiwake.relation.authors import Held
from hikiwake.report.grounds import Grounds
from hikiwake.wording.clauses import relation as wording
from hikiwake.wording.phrases import capital, dated

SHOWN = {"there": "●", "within": "◐", "amount": "○", "not": "–"}
"""How acts show a named turning point: in their likeliest period, in its range, only in a sum, or not at all."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point under its chart: its way, when, its acts (id, when, what), where it stays without one."""

    better: bool
    when: str
    acts: list[tuple[str, str, str]]
    stays: list[bool]


@dataclass(frozen=True, slots=True)
class Turns:
    """The turning points of one series, and the documents that were left out one by one."""

    rows: list[Turn]
    without: list[str]
    said: str


@dataclass(frozen=True, slots=True)
class Way:
    """The acts of one side towards the other: what it comes to in sentences, and its turning points."""

    title: str
    sentences: tuple[str, ...]
    turns: Turns


@dataclass(frozen=True, slots=True)
class Named:
    """An author's turning point against each series: what it opens, its words, who names it, and what the acts show.

    shown: for each series how it shows it, a key of ``SHOWN``, and when it turned
    """

    href: str
    when: str
    words: str
    better: bool | None
    by: str
    everyone: bool
    shown: list[tuple[str, str]]


def turns(grounds: Grounds, found: RelationSeries) -> Turns:
    """The turning points of a series with the acts that carry them and what remains without each document."""
    left_out = [id_ for id_ in grounds.document_index if id_ in telling(found)]
    several = left_out if len(left_out) > 1 else []
    rows = [_turn(grounds, found, turn, several) for turn in found.turning_points]
    labels = [grounds.labels[grounds.document_index[id_]] for id_ in several]
    return Turns(rows, labels, wording.left_out([all(row.stays) for row in rows]) if rows and several else "")


def telling(found: RelationSeries) -> set[str]:
    """The ids of the documents that tell the acts of a series."""
    ids = {id_ for row in found for id_ in row.ids}
    events = (event for event in found.dossier.events if event.id in ids)
    return {document for event in events for document in found.dossier.documents_of(event)}


def _turn(grounds: Grounds, found: RelationSeries, turn: TurningPoint, left_out: Sequence[str]) -> Turn:
    acts = []
    for id_ in turn.events:
        event = grounds.events[id_]
        grounds.cite(event)
        acts.append((id_, dated(event.period), event.summary))
    return Turn(turn.direction == "up", found.when(turn), acts, [id_ in turn.support.kept for id_ in left_out])


def ways(grounds: Grounds) -> tuple[list[RelationSeries], list[Way]]:
    """The two directions of the dyad as series of their own, as net cooperation: each act counts alike."""
    first, second = grounds.dossier.case.dyad
    series = [
        relation(grounds.dossier, pair, directed=True, scale="quad", measure="net")
        for pair in ((first, second), (second, first))
    ]
    told = [each for each in series if each.told]
    return told, [_way(grounds, each) for each in told]


def _way(grounds: Grounds, found: RelationSeries) -> Way:
    names = [grounds.names.actor(id_) for id_ in found.dyad]
    sentences = found.sentences if not found.held else found.sentences[:-1]
    return Way(f"{wording.way(*names)}: {found.unit}", sentences, turns(grounds, found))


def named(grounds: Grounds, series: Sequence[RelationSeries]) -> list[Named]:
    """Each turning point that an author names, against each series, in order of time."""
    if not series:
        return []
    columns = [{each.about: each for each in found.held} for found in series]
    return [_named(grounds, held, series, [column[held.about] for column in columns])
            for held in series[0].held if held.named_by]  # fmt: skip


def _named(grounds: Grounds, held: Held, series: Sequence[RelationSeries], each: Sequence[Held]) -> Named:
    told = grounds.dossier.by_id[held.about]
    reading = grounds.dossier.by_id[held.readings[0]]
    for entry in (told, reading):
        grounds.cite(entry)
    words = told.summary if isinstance(told, Event) else told.answer if isinstance(told, Reading) else ""
    better = held.directions[0] == "up" if len(held.directions) == 1 else None
    by = ", ".join(grounds.labels[grounds.document_index[id_]] for id_ in held.named_by)
    knowing = {*held.named_by, *held.unknown_to} == {*grounds.document_index}
    when = dated(told.period) if isinstance(told, Event) else str(held.start.year)
    shown = [_shown(found, one) for found, one in zip(series, each, strict=True)]
    return Named(held.readings[0], when, words, better, by, knowing and len(held.named_by) > 1, shown)


def _shown(found: RelationSeries, held: Held) -> tuple[str, str]:
    """How a series shows a turning point where one is named, and when it turned."""
    turn = next((turn for turn in found.turning_points if turn.start == held.found), None)
    if turn is None:
        return "not", ""
    if turn.support.chance is None:
        return "amount", found.when(turn)
    lying = found.likeliest(turn)
    return ("there" if lying.start <= held.end and held.start <= lying.last else "within"), found.when(turn)


def heads(series: Sequence[RelationSeries], grounds: Grounds) -> list[str]:
    """What each series is, for the head of its column."""
    return [
        capital(wording.way(*(grounds.names.actor(id_) for id_ in each.dyad))) if each.directed
        else capital(f"both, {each.measure}")
        for each in series
    ]  # fmt: skip


def said(named: Sequence[Named], series: int) -> str:
    """How many of the named turning points the acts show, and which of those that all who could know them name."""
    best = [min(each.shown, key=lambda shown: [*SHOWN].index(shown[0]))[0] for each in named]
    counts = {how: best.count(how) for how in SHOWN}
    everyone = [(each.when, how) for each, how in zip(named, best, strict=True) if each.everyone]
    return wording.named_against(counts, series, everyone) if named else ""
