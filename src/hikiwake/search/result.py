"""What a search gives: hits, best first, or the honest answer that it is not in the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, overload


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
class SearchResult(Sequence[Hit]):
    """The hits of a search, best first; it can be indexed, counted and looped over like a tuple."""

    question: str
    hits: tuple[Hit, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        """One hit, or several."""
        return self.hits[index]

    def __len__(self) -> int:
        """How many hits there are."""
        return len(self.hits)

    @property
    def records(self) -> list[dict[str, Any]]:
        """The hits as plain rows: passage, text, score, entries."""
        return [
            {
                "passage": {name: getattr(hit.passage, name) for name in Place.__slots__},
                "text": hit.text,
                "score": round(hit.score, 4),
                "entries": list(hit.entries),
            }
            for hit in self.hits
        ]

    def why(self) -> str:
        """In one sentence, what was found."""
        count = len(self.hits)
        return f"{count} passage{'' if count == 1 else 's'} for: {self.question}"

    def _repr_html_(self) -> str:
        """A table for a notebook, with what fits the question marked."""
        rows = "".join(f"<tr><td>{hit.score:.2f}</td><td>{_place(hit)}</td><td>{_html(hit)}</td></tr>" for hit in self)
        head = "<tr><th>score</th><th>place</th><th>passage</th></tr>"
        return f"<p>{escape(self.why())}</p>" + (f"<table>{head}{rows}</table>" if rows else "")


@dataclass(frozen=True)
class NotInTheDocuments(SearchResult):
    """Nothing in the documents answers the question; ``missing`` are its words that stand nowhere in them."""

    missing: tuple[str, ...] = ()

    def why(self) -> str:
        """In one sentence, that nothing was found, and which words stand nowhere."""
        nowhere = f" ({', '.join(self.missing)}: nowhere)" if self.missing else ""
        return f"not in the documents: {self.question}{nowhere}"


def _place(hit: Hit) -> str:
    return escape(f"{hit.passage.document}, {hit.passage.start} to {hit.passage.end}")


def _html(hit: Hit) -> str:
    """The text with its highlights as ``<mark>``; the entries below."""
    return escape(hit.marked("\x02", "\x03")).replace("\x02", "<mark>").replace("\x03", "</mark>")
