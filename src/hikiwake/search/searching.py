"""Searching: the sentences that hold most of a question, grown to passages of up to three, and ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier.dossier import Dossier
from hikiwake.search.corpus import Summary, Unit, about, cited_units, held_texts, sentence_units, summaries
from hikiwake.search.fulltext import FullText, Look
from hikiwake.search.names import Names
from hikiwake.search.question import Question, Term, read_question
from hikiwake.search.ranking import (
    LEAST_OF_SENTENCES,
    LEAST_OF_SUMMARIES,
    LONGEST_PASSAGE,
    NEAR,
    NEAR_DATE,
    Scored,
    Strengths,
    score,
    weights,
)
from hikiwake.search.result import Hit, NotInTheDocuments, Place, SearchResult

MOST_CANDIDATES = 60  # sentences that are looked at closely


def search(
    dossier: Dossier, question: str, library: Library | Path | str | None = None, limit: int = 10
) -> SearchResult:
    """The passages that answer a question in plain words, best first, or ``NotInTheDocuments``.

    With a ``library`` (or its folder) its texts are searched, without one the entries' summaries. Raises
    ``LibraryError`` where there is no such folder, ``HikiwakeError`` where this Python cannot search text.
    For many questions make a ``hikiwake.search.Search`` once.

    >>> import hikiwake as hw
    >>> len(hw.search(hw.load("japan_russia"), "Yalta conference"))
    0
    """
    held = library if library is None or isinstance(library, Library) else Library(library)
    return Search(dossier, held).find(question, limit)


class Search:
    """A dossier, and perhaps a library, made ready for many questions.

    Raises ``HikiwakeError`` where this Python's SQLite cannot search text.

    >>> import hikiwake as hw
    >>> search = Search(hw.load("japan_russia"))
    >>> search.find("What did the Yalta conference decide?").why()
    'not in the documents: What did the Yalta conference decide? (Yalta: nowhere)'
    """

    def __init__(self, dossier: Dossier, library: Library | None = None, least: float | None = None) -> None:
        """Index the library's sentences, or without one the entries' summaries.

        ``least`` is the share of a question (0 to 1) that a passage must hold; without it, what was measured.
        """
        held = list(held_texts(dossier, library)) if library else []
        self._stored = {each.document: each.text for each in held}
        self._summaries = {summary.entry: summary for summary in summaries(dossier)}
        found = list(self._summaries.values())
        in_texts = (unit for each in held for unit in sentence_units(each))
        self._units = list(in_texts) if library else cited_units(dossier, found)
        measured = LEAST_OF_SENTENCES if library else LEAST_OF_SUMMARIES
        self._least = measured if least is None else least
        self._names = Names(dossier.case, dossier.actors)
        self._texts = FullText(unit.text for unit in self._units)
        self._entries = FullText(summary.words for summary in found) if library else self._texts
        self._entry_ids = [summary.entry for summary in found]
        self._known_by = {document.id: about(document) for document in dossier.documents}
        self._units_of: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            for entry in unit.entries:
                self._units_of[entry].append(number)

    def find(self, question: str, limit: int = 10) -> SearchResult:
        """The passages that answer a question, best first, or ``NotInTheDocuments``."""
        asked = read_question(question, self._names)
        counts = [self._count(term) for term in asked.terms]
        weight = weights(asked, counts, len(self._units))
        chosen = self._chosen(asked, weight, limit) if any(weight) else []
        if not chosen:
            return NotInTheDocuments(question, (), tuple(_missing(asked, counts)))
        return SearchResult(question, tuple(self._hits(asked, chosen)))

    def _count(self, term: Term) -> int:
        """In how many sentences a term stands; one that only entries have counts as found once."""
        looked = term.exact | term.near
        return self._texts.count(looked) or min(1, self._entries.count(looked))

    def _chosen(self, asked: Question, weight: Sequence[float], limit: int) -> list[Scored]:
        candidates = self._candidates(asked)
        near = sorted({other for number in candidates for other in self._around(number)})
        strengths = dict(zip(near, self._strengths(asked, near), strict=True))
        known = self._known(asked, sorted({self._units[number].document for number in near}))

        def scored(first: int, last: int) -> Scored:
            run = [(strengths[number], self._units[number].text) for number in range(first, last + 1)]
            return Scored(first, last, *score(asked, weight, run, known[self._units[first].document]))

        runs = (scored(*run) for run in {run for number in candidates for run in self._runs(number)})
        return self._apart(sorted((run for run in runs if run.share >= self._least), key=_best_first), limit)

    def _candidates(self, asked: Question) -> list[int]:
        """The sentences that hold the most, by their own words and by the entries that cite them."""
        looks = [term.exact | term.near for term in asked.terms]
        found = self._texts.best(looks, MOST_CANDIDATES)
        if self._entries is not self._texts:
            entries = (self._entry_ids[row] for row in self._entries.best(looks, MOST_CANDIDATES // 3))
            found += [number for entry in entries for number in self._units_of[entry]][:MOST_CANDIDATES]
        return list(dict.fromkeys(found))

    def _around(self, number: int) -> range:
        """A sentence and its nearest neighbours in the same block."""
        first = last = number
        while first > max(0, number - LONGEST_PASSAGE + 1) and self._same_block(number, first - 1):
            first -= 1
        while last < min(len(self._units), number + LONGEST_PASSAGE) - 1 and self._same_block(number, last + 1):
            last += 1
        return range(first, last + 1)

    def _same_block(self, one: int, other: int) -> bool:
        first, second = self._units[one], self._units[other]
        return first.block == second.block and first.document == second.document

    def _runs(self, number: int) -> Iterator[tuple[int, int]]:
        """Every passage of one to three sentences that holds a sentence."""
        around = self._around(number)
        for size in range(LONGEST_PASSAGE):
            for first in range(max(around.start, number - size), min(number, around.stop - 1 - size) + 1):
                yield first, first + size

    def _strengths(self, asked: Question, numbers: Sequence[int]) -> list[Strengths]:
        """How strongly each term stands in some sentences and in the entries that cite them."""
        entries = sorted({entry for number in numbers for entry in self._units[number].entries})
        texts = FullText(self._units[number].text for number in numbers)
        cited = FullText(self._summaries[entry].words for entry in entries)
        own, by_entry = [], []
        for term in asked.terms:
            own.append(_found(texts, term))
            in_words = _found(cited, term)
            by_entry.append(
                {e: max(in_words.get(row, 0.0), _dated(self._summaries[e], term)) for row, e in enumerate(entries)}
            )
        return [
            Strengths(
                tuple(found.get(row, 0.0) for found in own),
                tuple(max((found[e] for e in self._units[number].entries), default=0.0) for found in by_entry),
            )
            for row, number in enumerate(numbers)
        ]

    def _known(self, asked: Question, documents: Sequence[str]) -> dict[str, list[float]]:
        """How strongly each name and date stands in what some documents are known by."""
        texts = FullText(self._known_by.get(document, document) for document in documents)
        found = [_found(texts, term) if term.kind in ("name", "date") else {} for term in asked.terms]
        return {document: [each.get(row, 0.0) for each in found] for row, document in enumerate(documents)}

    def _apart(self, runs: Sequence[Scored], limit: int) -> list[Scored]:
        """The best runs, none of which shares a character with a better one."""
        chosen: list[Scored] = []
        taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for run in runs:
            first, last = self._units[run.first], self._units[run.last]
            if all(last.end <= start or first.start >= end for start, end in taken[first.document]):
                chosen.append(run)
                taken[first.document].append((first.start, last.end))
            if len(chosen) == limit:
                break
        return chosen

    def _hits(self, asked: Question, runs: Sequence[Scored]) -> Iterator[Hit]:
        """The passages with their words, and what in them fits the question."""
        look = Look()
        for term in asked.terms:
            look = look | term.exact | term.near
        chosen = [self._units[run.first : run.last + 1] for run in runs]
        texts = [self._words(units) for units in chosen]
        marks = FullText(texts).marks(look)
        for number, (run, units, text) in enumerate(zip(runs, chosen, texts, strict=True)):
            pieces = {(start := text.index(piece), start + len(piece)) for piece in look.pieces if piece in text}
            entries = tuple(dict.fromkeys(entry for unit in units for entry in unit.entries))
            place = Place(units[0].document, units[0].start, units[-1].end, units[0].page)
            yield Hit(place, text, run.score, entries, tuple(sorted({*marks.get(number, ()), *pieces})))

    def _words(self, units: Sequence[Unit]) -> str:
        """The passage's own words where the library has them, else the summary of its entry."""
        if units[0].document in self._stored:
            return self._stored[units[0].document][units[0].start : units[-1].end]
        return self._summaries[units[0].entries[0]].shown


def _found(texts: FullText, term: Term) -> dict[int, float]:
    """How strongly a term stands in each text that holds it."""
    near = NEAR_DATE if term.kind == "date" else NEAR
    return dict.fromkeys(texts.matching(term.near), near) | dict.fromkeys(texts.matching(term.exact), 1.0)


def _dated(summary: Summary, term: Term) -> float:
    """Whether an entry's period lies in the date that is asked about."""
    period = summary.period
    return float(period is not None and any(period.within(asked) for asked in term.periods))


def _missing(asked: Question, counts: Sequence[int]) -> Iterator[str]:
    yield from (term.text for term, count in zip(asked.terms, counts, strict=True) if not count)


def _best_first(run: Scored) -> tuple[float, int, int]:
    return -run.score, run.last - run.first, run.first
