"""What a search gives: hits, best first, or the honest answer that it is not in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.results import Plain, Result
from hikiwake.wording.tables import paragraphs, table

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

    ``highlights`` are the spans of ``text`` that fit the question. Scores are comparable within one search: 1 is a
    passage that holds everything asked for in the question's own words.
    """

    passage: Place
    text: str
    score: float
    entries: tuple[str, ...]
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
    """The hits of a search, best first."""

    question: str
    rows: tuple[Hit, ...] = ()

    def as_rows(self) -> list[Plain]:
        """The hits as plain values: passage, text, score, entries."""
        return [
            {
                "passage": {name: getattr(hit.passage, name) for name in Place.__slots__},
                "text": hit.text,
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
        """In one sentence, what was found."""
        count = len(self.rows)
        return f"{count} passage{'' if count == 1 else 's'} for: {self.question}"

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The score, the place and the words of each hit."""
        return ("score", "place", "passage"), ((f"{hit.score:.2f}", _place(hit), hit.text) for hit in self.rows)

    def _repr_html_(self) -> str:
        """A table of at most 20 hits under what was found, with what fits the question marked."""
        marked = ((f"{hit.score:.2f}", _place(hit), hit.marked(*_MARKS)) for hit in self.rows)
        rows = table(self.shown()[0], marked).replace(_MARKS[0], "<mark>").replace(_MARKS[1], "</mark>")
        return paragraphs(self.sentences) + (rows if self.rows else "")


@dataclass(frozen=True)
class NotInTheDocuments(SearchResult):
    """Nothing in the documents answers the question; ``missing`` are its words that stand nowhere in them."""

    missing: tuple[str, ...] = ()

    def why(self) -> str:
        """In one sentence, that nothing was found, and which words stand nowhere."""
        nowhere = f" ({', '.join(self.missing)}: nowhere)" if self.missing else ""
        return f"not in the documents: {self.question}{nowhere}"


def _place(hit: Hit) -> str:
    return f"{hit.passage.document}, {hit.passage.start} to {hit.passage.end}"
