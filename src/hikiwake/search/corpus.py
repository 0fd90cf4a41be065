"""What is searched beside the texts: the entries' own summaries, by all words that an entry is found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from hikiwake.documents import Document
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Driver, Entry, Event, Position, Reading
from hikiwake.dossier.saying import in_words
from hikiwake.dossier.selection import period_of
from hikiwake.periods import Period

MOST_CITING = 100  # entries that are told of one place, the first of them


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or one entry's summary: its words, where they stand, and the entries that cite the place.

    ``further`` is a summary at a document other than its entry's first.
    """

    text: str
    document: str
    start: int
    end: int
    page: int | None
    block: int
    entries: tuple[str, ...] = ()
    further: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """An entry as it is searched: the words shown, all words it is found by, its period and its passages."""

    entry: str
    shown: str
    words: str
    period: Period | None
    passages: tuple[str, ...]


def summaries(dossier: Dossier) -> list[Summary]:
    """Every entry of a dossier as it is searched."""
    titles = _titles(dossier)
    return [
        Summary(entry.id, said, " ".join([said, *_labels(entry, titles)]), period_of(entry), cited)
        for entry in dossier.entries
        for said in [in_words(entry)]
        if (cited := tuple(dict.fromkeys(entry.passages)))
    ]


def _titles(dossier: Dossier) -> dict[str, str]:
    """The words for every id that an entry may refer to."""
    case = dossier.case
    titles = {term.id: term.title for term in (*case.issues, *case.variables)}
    titles |= {formula.id: formula.title for formula in dossier.formulas}
    titles |= {question.id: question.wording for question in case.questions}
    return titles | {actor.id: actor.name() for actor in dossier.actors}


def _labels(entry: Entry, titles: dict[str, str]) -> Iterator[str]:
    """The words an entry is found by beside its own: dates, names, titles, wordings, values."""
    yield _dated(period_of(entry))
    match entry:
        case Event():
            ids: tuple[str, ...] = (*entry.actors, *entry.issues)
        case Position():
            ids = (entry.actor, entry.on)
        case Driver():
            ids = (entry.cause, entry.effect)
        case Reading():
            ids = (entry.question,)
        case Claim():
            ids = ()
            yield from (entry.subject, entry.value, entry.unit, entry.group, entry.answer)
        case _:
            ids = ()
    yield from (titles.get(id_, "") for id_ in ids)


def _dated(period: Period | None) -> str:
    """A period as numbers, as exactly as it is known."""
    if period is None:
        return ""
    length = {"day": 10, "month": 7}.get(period.precision, 4)
    ends = (str(end)[:length] for end in (period.start, period.end) if end is not None)
    return " ".join(dict.fromkeys(ends))


def cited_units(dossier: Dossier, found: Iterable[Summary]) -> list[Unit]:
    """Without a library: one unit for each entry and document, at the first of its passages there."""
    citing = citing_entries(dossier)
    units = []
    for number, summary in enumerate(found):
        first = {dossier.passage[id_].document: dossier.passage[id_] for id_ in reversed(summary.passages)}
        for passage in sorted(first.values(), key=lambda each: summary.passages.index(each.id)):
            others = (entry for entry in citing[passage.id] if entry != summary.entry)
            entries = (summary.entry, *islice(others, MOST_CITING))
            place = (passage.document, passage.start, passage.end, passage.page)
            further = passage.id != summary.passages[0]
            units.append(Unit(summary.words, *place, number, entries, further))
    return units


def citing_entries(dossier: Dossier) -> dict[str, list[str]]:
    """The entries that cite each passage."""
    citing: dict[str, list[str]] = defaultdict(list)
    for entry in dossier.entries:
        for id_ in dict.fromkeys(entry.passages):
            citing[id_].append(entry.id)
    return citing


def about(document: Document) -> str:
    """What a document is known by: author, title, publisher, institution, year."""
    return " ".join((document.author, document.title, document.publisher, document.institution, document.year))
