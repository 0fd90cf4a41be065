"""What is searched: sentences of the library's texts, or, without a library, the entries' own summaries."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from hikiwake.documents import Document, Library, Passage
from hikiwake.documents.segmentation import sentences
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Driver, Entry, Event, Mention, Position, Reading
from hikiwake.dossier.selection import period_of
from hikiwake.periods import Period

MOST_CITING = 100  # entries that are told of one place, the first of them
LEAST_SHARED = 0.5  # of the shorter of a sentence and a cited passage must be shared for the entry to count as its own
_MARKUP = re.compile(r"<sup>[^<]{1,12}</sup>|<?\b(?:https?|whatsapp)://\S+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\]")

_SIGNS = ("<sup>", "://", "[", *"⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or one entry's summary: its words, where they stand, and the entries that cite the place."""

    text: str
    document: str
    start: int
    end: int
    page: int | None
    block: int
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """An entry as it is searched: the words shown, all words it is found by, its period and its passages."""

    entry: str
    shown: str
    words: str
    period: Period | None
    passages: tuple[str, ...]


def plain(text: str) -> str:
    """A text without footnote marks and addresses, each replaced by as many spaces, so that every offset stays.

    >>> plain("Talks² ended.<sup>13</sup>")
    'Talks  ended.             '
    """
    if not any(sign in text for sign in _SIGNS):
        return text
    return _MARKUP.sub(lambda match: " " * len(match.group()), text)


def summaries(dossier: Dossier) -> list[Summary]:
    """Every entry of a dossier as it is searched."""
    titles = _titles(dossier)
    return [
        Summary(entry.id, shown(entry), " ".join([shown(entry), *_labels(entry, titles)]), period_of(entry), cited)
        for entry in dossier.entries
        if (cited := tuple(dict.fromkeys(entry.passages)))
    ]


def _titles(dossier: Dossier) -> dict[str, str]:
    """The words for every id that an entry may refer to."""
    case = dossier.case
    titles = {term.id: term.title for term in (*case.issues, *case.variables)}
    titles |= {formula.id: formula.title for formula in dossier.formulas}
    titles |= {question.id: question.wording for question in case.questions}
    return titles | {actor.id: actor.name() for actor in dossier.actors}


def shown(entry: Entry) -> str:
    """The words with which an entry says what it says."""
    match entry:
        case Position():
            return entry.stance
        case Reading():
            return entry.answer
        case Mention():
            return ""
        case _:
            told = [getattr(entry, name, "") for name in ("summary", "title", "includes", "reason")]
            return ": ".join(words for words in told if words)


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
    """Without a library: one unit for each entry, at the first of its passages."""
    citing = _citing(dossier)
    units = []
    for number, summary in enumerate(found):
        passage = dossier.passage[summary.passages[0]]
        others = (entry for entry in citing[passage.id] if entry != summary.entry)
        entries = (summary.entry, *islice(others, MOST_CITING))
        place = (passage.document, passage.start, passage.end, passage.page)
        units.append(Unit(summary.words, *place, number, entries))
    return units


def _citing(dossier: Dossier) -> dict[str, list[str]]:
    """The entries that cite each passage."""
    citing: dict[str, list[str]] = defaultdict(list)
    for entry in dossier.entries:
        for id_ in dict.fromkeys(entry.passages):
            citing[id_].append(entry.id)
    return citing


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text of the library: the document's id, or the file's name for one the case lacks, and what is cited of it."""

    document: str
    language: str
    text: str
    cited: tuple[tuple[int, int, tuple[str, ...]], ...] = ()


def held_texts(dossier: Dossier, library: Library) -> Iterator[HeldText]:
    """The texts of a library: the case's documents first, then whatever else it holds."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in dossier.passages:
        passages[passage.document].append(passage)
    citing = _citing(dossier)
    taken = set()
    for document in dossier.documents:
        edition = library.edition(document, passages[document.id]) if document.sha256 else None
        if edition is not None:
            taken.add(edition.file)
            cited = [
                (*place, tuple(citing[passage.id]))
                for passage in passages[document.id]
                if citing[passage.id] and (place := edition.finder.find(passage))
            ]
            yield HeldText(document.id, document.language, edition.finder.text, tuple(sorted(cited)))
    for path, text in library.texts.items():
        if path not in taken:
            yield HeldText(path.relative_to(library.folder).as_posix(), "en", text)


def sentence_units(held: HeldText) -> Iterator[Unit]:
    """The sentences of one text with the entries that cite each."""
    legible, has_pages = plain(held.text), "\f" in held.text
    open_, left, page, seen = list[tuple[int, int, tuple[str, ...]]](), deque(held.cited), 1, 0
    for sentence in sentences(held.text, held.language):
        start, end = sentence.start, sentence.end
        open_ = [each for each in open_ if each[1] > start]
        while left and left[0][0] < end:
            open_.append(left.popleft())
        entries = (entry for first, last, citing in open_ if _shares(start, end, first, last) for entry in citing)
        page, seen = page + held.text.count("\f", seen, start), start
        place = (held.document, start, end, page if has_pages else None, sentence.block)
        yield Unit(legible[start:end], *place, tuple(dict.fromkeys(islice(entries, MOST_CITING))))


def _shares(start: int, end: int, first: int, last: int) -> bool:
    shared = min(end, last) - max(start, first)
    return shared > 0 and shared >= LEAST_SHARED * min(end - start, last - first)


def about(document: Document) -> str:
    """What a document is known by: author, title, publisher, institution, year."""
    return " ".join((document.author, document.title, document.publisher, document.institution, document.year))
