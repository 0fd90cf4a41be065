"""A text in blocks, and every block in pieces: each piece with the marks that lie over it, however they overlap.

Places are characters (Unicode code points) of the stored text, as everywhere. A block is a page where the text has
pages, else some paragraphs; a browser draws only the blocks that are in sight.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_BLOCK = 4_000  # characters, after which a block ends with the next line
MOST_LAYERS = 4  # that are told apart by their looks
_END = re.compile(r"\f|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that something stands on: from ``start`` up to ``end``; its id, its look, and what it is."""

    start: int
    end: int
    id: str
    look: str
    kind: str = ""


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

    @property
    def looks(self) -> str:
        """The looks of its marks, as classes."""
        return " ".join({each.look: None for each in self.marks})

    @property
    def ids(self) -> str:
        """The ids of its marks, with a space between."""
        return " ".join([each.id for each in self.marks])


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
    coming = sorted(fit, key=lambda each: (-each.start, each.end))  # the next one stands last
    paged, page, found, over = "\f" in text, 1, list[Block](), list[Mark]()
    for start, end in _blocks(text):
        while coming and coming[-1].start < end:
            over.append(coming.pop())
        found.append(Block(start, page if paged else 0, tuple(_pieces(text, start, end, over))))
        over = [each for each in over if each.end > end]
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


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The pieces of a block, under the marks that reach into it, which stand in the order of their starts."""
    cuts = {place for each in marks for place in (each.start, each.end) if start < place < end}
    over, coming = list[Mark](), deque(marks)
    for first, last in pairwise([start, *sorted(cuts), end]):
        over = [each for each in over if each.end > first]
        while coming and coming[0].start <= first:
            over.append(coming.popleft())
        yield Piece(first, text[first:last], tuple(over), tuple(each.id for each in over if each.start == first))
