"""What a brief is made of: headings, paragraphs, tables and the chart, each clause with the number of its note.

It knows no form: the page for print and the Word file are written from the same content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hikiwake.figures.gap import Era, seen

Look = Literal["", "headline", "soft", "item"]


@dataclass(frozen=True, slots=True)
class Clause:
    """Words, and the number of the note that says where they come from; 0 for none. ``strong``: what leads a line."""

    text: str
    note: int = 0
    strong: bool = False


Clauses = tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first level or of the second."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clauses one after another; its look is that of plain text, of the headline, of an aside or of a list's item."""

    clauses: Clauses
    look: Look = ""

    @property
    def text(self) -> str:
        """The words without notes."""
        return "".join(each.text for each in self.clauses)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head, its rows of cells, and how wide its columns are in proportion."""

    head: tuple[str, ...]
    rows: tuple[tuple[Clauses, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of the gap: as SVG with the shapes that it refers to, and its rows for a form that has no drawings.

    ``ends`` are the words at the left and the right end, ``columns`` the numbered formulas in one line, ``count`` how
    many there are, ``rows`` the eras.
    """

    drawing: str
    shapes: str
    label: str
    ends: tuple[str, str]
    columns: str
    count: int
    rows: tuple[Era, ...]

    @property
    def seen(self) -> frozenset[str]:
        """What occurs in the chart, for its key."""
        return seen(self.rows)


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, and the places where what it stands under is said."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: the title and the question of its case, its mark, its blocks in order, and its notes by number."""

    title: str
    question: str
    mark: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
