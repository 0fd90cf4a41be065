"""Who and what stands behind the record: actors with their offices, documents, and the list of references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hikiwake.actors import Actor
from hikiwake.documents import Document
from hikiwake.dossier import KINDS
from hikiwake.report.grounds import Grounds
from hikiwake.wording.phrases import brief, dated, tally

NOUNS = {
    "events": "event",
    "claims": "figure",
    "readings": "reading",
    "positions": "position",
    "formulas": "formula",
    "drivers": "cause",
    "doubts": "doubt",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor that held offices: when and which, and its names in other scripts."""

    actor: Actor
    name: str
    script: str
    offices: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what the record takes from it, and whether the library holds its text."""

    document: Document
    label: str
    state: str
    written: str
    holds: list[str]
    text: str


@dataclass(frozen=True, slots=True)
class ActorsContext:
    """What the template of the actors shows."""

    offices: list[tuple[str, list[Holder]]]
    """Who held which office, by the actor that is served, in order of time."""
    states: list[Holder]
    """The actors that succeed another."""
    others: list[Holder]
    """All actors without offices, by state."""


def actors_context(grounds: Grounds) -> ActorsContext | None:
    """Actors with offices by the actor they serve, and all names; ``None`` for a case without actors."""
    actors = grounds.dossier.actors
    if not actors:
        return None
    name = grounds.names.actor
    successors = [actor for actor in actors if actor.succeeds]
    plain = [Holder(actor, actor.name(), _script(actor), []) for actor in actors if not actor.offices]
    return ActorsContext(
        offices=[(name(of), holders) for of, holders in _offices(actors)],
        states=[Holder(each, each.name(), _script(each), [(name(each.succeeds), "")]) for each in successors],
        others=sorted(plain, key=lambda each: (each.actor.state, "/" in each.actor.id, each.name.casefold())),
    )


def _offices(actors: Iterable[Actor]) -> list[tuple[str, list[Holder]]]:
    """Those who served each actor in order of time, the actor that most served first."""
    found: dict[str, list[tuple[date, Holder]]] = {}
    for actor in actors:
        for of in dict.fromkeys(office.of for office in actor.offices):
            own = [office for office in actor.offices if office.of == of]
            held = [
                (title, ", ".join(brief(office.period) for office in own if office.title == title))
                for title in dict.fromkeys(office.title for office in own)
            ]
            first = min(office.period.start for office in own)
            found.setdefault(of, []).append((first, Holder(actor, actor.name(), _script(actor), held)))
    return [
        (of, [holder for _, holder in sorted(each, key=lambda pair: (pair[0], pair[1].name))])
        for of, each in sorted(found.items(), key=lambda each: -len(each[1]))
    ]


def _script(actor: Actor) -> str:
    return " · ".join(dict.fromkeys(name.text for name in actor.names if name.language != "en"))


@dataclass(frozen=True, slots=True)
class DocumentsContext:
    """What the template of the documents shows."""

    sources: list[Source]
    """The documents in the order of the case."""


def documents_context(grounds: Grounds) -> DocumentsContext | None:
    """What the section of documents shows, or ``None`` for a case without any."""
    counts: list[dict[str, int]] = [{} for _ in grounds.dossier.documents]
    for kind in KINDS:
        for entry in getattr(grounds.dossier, kind):
            for index in grounds.documents_of(entry):
                counts[index][kind] = counts[index].get(kind, 0) + 1
    sources = [_source(grounds, document, counts[index]) for index, document in enumerate(grounds.dossier.documents)]
    return DocumentsContext(sources) if sources else None


def _source(grounds: Grounds, document: Document, counts: dict[str, int]) -> Source:
    return Source(
        document,
        grounds.labels[grounds.document_index[document.id]],
        grounds.names.actor(document.voice) if document.voice else "",
        dated(document.written),
        [tally(counts[kind], NOUNS[kind]) for kind in KINDS if counts.get(kind)],
        _text(grounds, document),
    )


def _text(grounds: Grounds, document: Document) -> str:
    if grounds.library is None:
        return ""
    edition = grounds.editions[document.id]
    if edition is None:
        return "not in the library"
    return "found in the library" if edition.same else "another edition of the text is in the library"


@dataclass(frozen=True, slots=True)
class ReferencesContext:
    """What the template of the references shows."""

    references: list[tuple[Document, str]]
    """Each document with its address, where it is one that a browser may follow."""


def references_context(grounds: Grounds) -> ReferencesContext | None:
    """The references in order of author and year, or ``None`` for a case without documents."""
    ordered = sorted(grounds.dossier.documents, key=lambda each: (each.author.casefold(), each.year, each.id))
    return ReferencesContext([(each, address(each)) for each in ordered]) if ordered else None


def address(document: Document) -> str:
    """The document's address where it is one that a browser may follow; nothing for any other scheme."""
    return document.address if document.address.startswith(("https://", "http://")) else ""
