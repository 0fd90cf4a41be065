"""Which entry of a case a proposal has become already: one of its kind that stands on the same words and says the like.

A workbench can be lost, and rows can be moved from event to event by hand; the entries in the folder remain. Each
answers for one proposal: of several on the same words for the one that is most like it, edited cells or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hikiwake.documents import Passage
from hikiwake.documents.finding import stands_in
from hikiwake.dossier import Dossier, Event, Mention
from hikiwake.dossier.entering.differences import rows
from hikiwake.dossier.folder.tables import tables
from hikiwake.workbench.accepting import TABLES
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal, Span

TELLING = {
    "event": ("type", "sources", "targets", "start"),
    "claim": ("subject", "measure", "value", "summary"),
    "reading": ("question", "answer"),
    "position": ("actor", "verb", "stance"),
    "driver": ("cause", "effect", "mechanism"),
    "merge": (),
}
LEAST = {"event": 2, "driver": 0}  # of what tells them that is the same after an edit, else 1; drivers are rewritten
Says = frozenset[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Place:
    """An entry at one of its passages; of an event, a mention. ``says`` are its cells by column."""

    row: str
    entry: str
    passage: Passage
    says: Says


def standing(
    dossier: Dossier, wanted: Iterable[Kept], texts: Mapping[str, str], accepted: Iterable[Kept] = ()
) -> dict[str, str]:
    """By the id of a proposal the id of the entry that it has become; none for one of which no entry tells.

    ``texts`` are the stored texts by document; the entries of the proposals ``accepted`` answer for no others.
    """
    kept, others = tuple(wanted), tuple(accepted)
    places = _places(dossier, {span.document for each in kept for span in each.proposal.passages})
    taken = {place.row for each in others for place in _at(each.proposal, places, texts) if place.entry == each.entry}
    pairs = [
        (_likeness(each.proposal, place), each, place) for each in kept for place in _at(each.proposal, places, texts)
    ]
    found: dict[str, str] = {}
    for likeness, each, place in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness and each.id not in found and place.row not in taken:
            found[each.id] = place.entry
            same = _at(each.proposal, places, texts, every=True)
            taken |= {place.row, *(one.row for one in same if one.entry == place.entry)}
    return found


def _places(dossier: Dossier, documents: set[str]) -> dict[tuple[str, str], list[Place]]:
    """The entries at their passages in some documents, by kind of proposal and document."""
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    here = {each.id: each for each in dossier.passages if each.document in documents}
    for event in dossier.events:
        for mention in event.mentions:
            if mention.passage in here:
                place = Place(mention.id, event.id, here[mention.passage], _says_mention(event, mention))
                found["event", place.passage.document].append(place)
    cells = rows(dossier) if here else {}
    for kind, table in TABLES.items():
        headers = tables()[table].headers
        for entry in getattr(dossier, table):
            says = frozenset(zip(headers, cells.get((table, entry.id), ()), strict=False))
            for passage in (here[id_] for id_ in entry.passages if id_ in here):
                found[kind, passage.document].append(Place(entry.id, entry.id, passage, says))
    return found


def _says_mention(event: Event, mention: Mention) -> Says:
    """What a passage has of an event; what it leaves open is as in the event."""
    sides = {
        ("sources", frozenset(mention.sources or event.sources)),
        ("targets", frozenset(mention.targets or event.targets)),
    }
    return frozenset({("type", mention.type or event.type), *sides, ("start", mention.period.start)})


def _says(proposal: Proposal) -> Says:
    """The same of a proposal."""
    if proposal.kind != "event":
        return frozenset((name, value) for name, value in proposal.cells if value)
    sides = {("sources", frozenset(proposal.sources)), ("targets", frozenset(proposal.targets))}
    return frozenset({("type", proposal.type), *sides, ("start", proposal.period.start if proposal.period else None)})


def _likeness(proposal: Proposal, place: Place) -> int:
    """How much of a proposal an entry has; 0 where too little that tells it from others on the same words."""
    shared = _says(proposal) & place.says
    telling = [name for name, _ in shared if name in TELLING[proposal.kind]]
    return 1 + len(shared) if len(telling) >= LEAST.get(proposal.kind, 1) else 0


def _at(
    proposal: Proposal,
    places: Mapping[tuple[str, str], list[Place]],
    texts: Mapping[str, str],
    *,
    every: bool = False,
) -> Iterator[Place]:
    """The entries of a proposal's kind that stand on the words of its first passage, or of every one."""
    for span in proposal.passages if every else proposal.passages[:1]:
        near = [each for each in places.get((proposal.kind, span.document), ()) if _overlap(span, each.passage)]
        said = texts.get(span.document, "")[span.start : span.end]
        yield from (each for each in near if stands_in(said, each.passage))


def _overlap(span: Span, passage: Passage) -> bool:
    return span.start < passage.end and passage.start < span.end
