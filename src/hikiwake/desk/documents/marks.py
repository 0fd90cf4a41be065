"""A text in blocks, and every block in pieces: each piece with the marks that lie over it, however they overlap.

Places are characters (Unicode code points) of the stored text, as everywhere. A block is a page where the text has
pages, else some paragraphs; a browser draws only the blocks that are in sight.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_BLOCK = 4_000  # characters, after which a block ends with the next line
MOST_LAYERS = 4  # that are told apart by their looks
_END = re.compile(r"\f|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that something stands on: from ``start`` up to ``end``, by an id, in a kind of look."""

    start: int
    end: int
    id: str
    look: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text under the same marks. ``begins`` are the ids of those that begin here."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...]

    @property
    def layers(self) -> int:
        """How many marks lie over it, as far as they are told apart."""
        return min(len(self.marks), MOST_LAYERS)


@dataclass(frozen=True, slots=True)
class Block:
    """A page, or some paragraphs: where it starts, its page where the text has pages, and its pieces."""

    start: int
    page: int
    pieces: tuple[Piece, ...]


def blocks(text: str, marks: Iterable[Mark]) -> list[Block]:
    """A text in blocks whose pieces, joined, are the text.

    >>> [(piece.text, piece.layers) for piece in blocks("abcd", [Mark(1, 3, "x", ""), Mark(2, 4, "y", "")])[0].pieces]
    [('a', 0), ('b', 1), ('c', 2), ('d', 1)]
    """
    fit = (each for each in marks if 0 <= each.start < each.end <= len(text))
    ordered = sorted(fit, key=lambda each: (each.start, -each.end))
    cuts = sorted({place for each in ordered for place in (each.start, each.end)})
    paged, page, found = "\f" in text, 1, []
    for start, end in _blocks(text):
        found.append(Block(start, page if paged else 0, tuple(_pieces(text, start, end, ordered, cuts))))
        page += text.count("\f", start, end)
    return found


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where the blocks of a text start and end."""
    start = 0
    for line in _END.finditer(text):
        if line[0] == "\f" or line.end() - start >= LONGEST_BLOCK:
            yield start, line.end()
            start = line.end()
    if start < len(text):
        yield start, len(text)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Piece]:
    """The pieces of a block. Marks are in the order of their starts."""
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    near = [each for each in marks[: bisect_left(marks, end, key=lambda mark: mark.start)] if each.end > start]
    edges = [start, *inside, end]
    for first, last in pairwise(edges):
        over = tuple(each for each in near if each.start <= first and each.end >= last)
        begins = tuple(each.id for each in over if each.start == first)
        yield Piece(first, text[first:last], over, begins)
