"""Searching: the parts of a question, the passages that hold most of each, and which of them are known to answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.documents.mending import seen
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.cases import own_library
from hikiwake.search.corpus import Unit
from hikiwake.search.fulltext import FullText, Look
from hikiwake.search.index import Index
from hikiwake.search.names import Names
from hikiwake.search.parts import read_parts
from hikiwake.search.passages import ranked
from hikiwake.search.question import Question
from hikiwake.search.ranking import Scored, weights
from hikiwake.search.result import Hit, NothingFound, NotInTheDocuments, Place, SearchResult


def search(
    dossier: Dossier, question: str, library: Library | Path | str | None = None, limit: int = 10
) -> SearchResult:
    """The passages that answer a question in plain words, then the nearest ones, not known to answer.

    With a ``library`` (or its folder) its texts are searched, without one those that the case
    carries, else the entries' summaries. No rows come back as
    ``NothingFound``, or as ``NotInTheDocuments`` where every document of the case was read. Raises ``LibraryError``
    where there is no such folder, ``HikiwakeError`` where this Python cannot search text. For many questions make a
    ``hikiwake.search.Search`` once.

    >>> import hikiwake as hw
    >>> [hit.answers for hit in hw.search(hw.load("japan_russia"), "Who attended the Yalta conference?", limit=1)]
    [False]
    """
    held = Library(library) if isinstance(library, Path | str) else library or own_library(dossier)
    return Search(dossier, held).find(question, limit)


class Search:
    """A dossier, and perhaps a library, made ready for many questions.

    Raises ``HikiwakeError`` where this Python's SQLite cannot search text.

    >>> import hikiwake as hw
    >>> search = Search(hw.load("japan_russia"))
    >>> search.find("What did Yalta decide?").why()
    'nothing in the entries, and no document was read: What did Yalta decide? (Yalta: nowhere)'
    """

    def __init__(self, dossier: Dossier, library: Library | None = None) -> None:
        """Index the library's sentences, or without one the entries' summaries."""
        self._index = Index(dossier, library)
        self._names = Names(dossier.case, dossier.actors, dossier.documents)
        self._labels = {document.id: document.label for document in dossier.documents}
        lacking = [document.id for document in dossier.documents if document.id not in self._index.stored]
        self._unread = (*lacking, *_names(library.unreadable if library else ()))
        self._read = library is not None

    def find(self, question: str, limit: int = 10) -> SearchResult:
        """The passages that answer a question, best first, then the nearest; or that nothing was found, and where."""
        parts = read_parts(question, self._names)
        missing = list(dict.fromkeys(chain.from_iterable(map(self._missing, parts))))
        found = [self._ranked(part) for part in parts]
        chosen = self._apart(_in_turn(found), limit)
        if not chosen:
            return self._nothing(question, parts, tuple(missing))
        return SearchResult(question, tuple(self._hits(parts, chosen)), tuple(missing))

    def _nothing(self, question: str, parts: Sequence[Question], missing: tuple[str, ...]) -> NothingFound:
        """The honest answer where nothing of a question stands in what was read."""
        asked = any(part.terms for part in parts)
        chosen = dict.fromkeys(id_ for part in parts for id_ in part.documents)
        if asked and self._read and not chosen and not self._unread:
            return NotInTheDocuments(question, (), missing)
        labels = tuple(self._labels[id_] for id_ in chosen)
        return NothingFound(question, (), missing, self._unread, asked=asked, read=self._read, documents=labels)

    def _ranked(self, part: Question) -> list[Scored]:
        """The passages for one part; none where not even one of the words that it needs stands anywhere."""
        counts = [self._index.count(term) for term in part.terms]
        standing = {id(term) for term, count in zip(part.terms, counts, strict=True) if count}
        if not any(id(term) in standing for term in part.needed):
            return []
        weight = weights(part, counts, len(self._index.units))
        return ranked(self._index, part, weight, self._names) if any(weight) else []

    def _missing(self, part: Question) -> Iterator[str]:
        yield from (term.text for term in part.terms if not self._index.count(term))

    def _apart(self, runs: Iterable[Scored], limit: int) -> list[Scored]:
        """The best runs, none of which shares a character, or the entry it is shown as, with a better one."""
        chosen: list[Scored] = []
        taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for run in runs:
            first, last = self._index.units[run.first], self._index.units[run.last]
            source = first.document if self._index.stored else first.entries[0]
            place = (first.start, last.end) if self._index.stored else (0, 1)
            if all(place[1] <= start or place[0] >= end for start, end in taken[source]):
                chosen.append(run)
                taken[source].append(place)
            if len(chosen) == limit:
                break
        return chosen

    def _hits(self, parts: Sequence[Question], runs: Sequence[Scored]) -> Iterator[Hit]:
        """The passages with their words, and what in them fits the question."""
        look = Look()
        for term in (term for part in parts for term in part.terms):
            look = look | term.exact | term.near
        chosen = [self._index.units[run.first : run.last + 1] for run in runs]
        texts = [self._words(units) for units in chosen]
        marks = FullText(texts).marks(look)
        for number, (run, units, text) in enumerate(zip(runs, chosen, texts, strict=True)):
            pieces = {(start := text.index(piece), start + len(piece)) for piece in look.pieces if piece in text}
            entries = tuple(dict.fromkeys(entry for unit in units for entry in unit.entries))
            place = Place(units[0].document, units[0].start, units[-1].end, units[0].page)
            spans = tuple(sorted({*marks.get(number, ()), *pieces}))
            yield Hit(place, text, run.score, entries, run.answers, spans)

    def _words(self, units: Sequence[Unit]) -> str:
        """The passage's own words where the library has them, else the summary of its entry."""
        if units[0].document in self._index.stored:
            return seen(self._index.stored[units[0].document][units[0].start : units[-1].end])
        return self._index.summaries[units[0].entries[0]].shown


def _names(faults: Iterable[str]) -> tuple[str, ...]:
    """The files that were not read, without the reasons, which are told beside."""
    return tuple(Path(fault.partition(": ")[0]).name for fault in faults)


def _in_turn(found: Sequence[Sequence[Scored]]) -> Iterator[Scored]:
    """The passages that answer, one of each part in turn; then the nearest, in the same way."""
    for answers in (True, False):
        of_each = ([run for run in runs if run.answers == answers] for runs in found)
        yield from (run for row in zip_longest(*of_each) for run in row if run is not None)
