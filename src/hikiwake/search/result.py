"""What a search gives: hits, best first, or the honest answer that it is not in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.results import Plain, Result
from hikiwake.wording.tables import paragraphs, table

_HEAD = ("tier", "score", "place", "passage")
_MARKS = ("\ufdd0", "\ufdd1")  # no characters of any text, and nothing that acts


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hit stands: characters ``start`` up to ``end`` of a document's text, and its page, if it has pages."""

    document: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found: its place, its words (or an entry's summary), a score, and the entries that cite it.

    ``answers`` says whether all that was asked for stands there; if not, it is one of the nearest passages, which are
    not known to answer. ``highlights`` are the spans of ``text`` that fit the question. Scores are comparable within
    one search: 1 is a passage that holds everything asked for in the question's own words.
    """

    passage: Place
    text: str
    score: float
    entries: tuple[str, ...]
    answers: bool = True
    highlights: tuple[tuple[int, int], ...] = ()

    def marked(self, before: str, after: str) -> str:
        """The text with something before and after each highlight."""
        parts, last = [], 0
        for start, end in self.highlights:
            parts += [self.text[last:start], before, self.text[start:end], after]
            last = end
        return "".join([*parts, self.text[last:]])


@dataclass(frozen=True)
class SearchResult(Result[Hit]):
    """The hits of a search: those that answer, best first, then the nearest ones, best first.

    ``missing`` are the words of the question that stand nowhere.
    """

    question: str
    rows: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()

    def as_records(self) -> list[Plain]:
        """The hits as plain values: passage, text, answers, score, entries."""
        return [
            {
                "passage": {name: getattr(hit.passage, name) for name in Place.__slots__},
                "text": hit.text,
                "answers": hit.answers,
                "score": round(hit.score, 4),
                "entries": list(hit.entries),
            }
            for hit in self.rows
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """In one sentence, what was found."""
        return (self.why(),)

    def why(self) -> str:
        """In one sentence, how many passages answer, and how many are only near."""
        count = sum(hit.answers for hit in self.rows)
        near = len(self.rows) - count
        found = f"{count or 'no'} passage{'' if count == 1 else 's'} for: {self.question}{self._nowhere}"
        return found + (f"; nearest, not known to answer: {near}" if near else "")

    @property
    def _nowhere(self) -> str:
        return f" ({', '.join(self.missing)}: nowhere)" if self.missing else ""

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """Whether it answers, the score, the place and the words of each hit."""
        return _HEAD, ((_tier(hit), f"{hit.score:.2f}", _place(hit), hit.text) for hit in self.rows)

    def _repr_html_(self) -> str:
        """A table of at most 20 hits under what was found, with what fits the question marked."""
        marked = ((_tier(hit), f"{hit.score:.2f}", _place(hit), hit.marked(*_MARKS)) for hit in self.rows)
        rows = table(self.shown()[0], marked).replace(_MARKS[0], "<mark>").replace(_MARKS[1], "</mark>")
        return paragraphs(self.sentences) + (rows if self.rows else "")


@dataclass(frozen=True)
class NothingFound(SearchResult):
    """Nothing of the question stands in what was read.

    ``unread`` are the case's documents and the files that were not read; ``read`` says whether documents were read at
    all, ``asked`` whether the question has a word to look for; ``documents`` are those that it chose by their author.
    """

    unread: tuple[str, ...] = ()
    asked: bool = True
    read: bool = True
    documents: tuple[str, ...] = ()

    def why(self) -> str:
        """In one sentence, that nothing was found, where, and which words stand nowhere."""
        told = f"{self.question}{self._nowhere}"
        if not self.asked:
            return f"no word to look for: {told}"
        if not self.read:
            return f"nothing in the entries, and no document was read: {told}"
        where = f"in {', '.join(self.documents)}" if self.documents else "in what was read"
        return f"nothing {where}: {told}" + (f"; not read: {', '.join(self.unread)}" if self.unread else "")


@dataclass(frozen=True)
class NotInTheDocuments(NothingFound):
    """Nothing of the question stands in the documents, and all of them were read."""

    def why(self) -> str:
        """In one sentence, that nothing was found, and which words stand nowhere."""
        return f"not in the documents: {self.question}{self._nowhere}"


def _tier(hit: Hit) -> str:
    return "answers" if hit.answers else "nearest"


def _place(hit: Hit) -> str:
    return f"{hit.passage.document}, {hit.passage.start} to {hit.passage.end}"
