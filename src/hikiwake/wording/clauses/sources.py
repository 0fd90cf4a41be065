"""Documents in sentences: author, title in quotation marks, year; and what they tell."""

from __future__ import annotations

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import counted


def document(author: str, title: str, year: str) -> str:
    """A document as a sentence names it; one without an author by its title, and where the title is "" without it.

    >>> document("A. Adams", "Norland and Suderland", "1990"), document("A. Adams", "", "1990")
    ('A. Adams, “Norland and Suderland” (1990)', 'A. Adams (1990)')
    """
    return f"{', '.join(filter(None, (author, quoted(title) if title else '')))} ({year})"


def told_by(first: str, others: int, *, inferred: bool = False) -> str:
    """By which documents something is told; what is more than they say is inferred from them.

    >>> told_by("A. Adams (1990)", 3), told_by("A. Adams (1990)", 0, inferred=True)
    (', as told by A. Adams (1990) and three others', ', as inferred from A. Adams (1990)')
    """
    return f", as {'inferred from' if inferred else 'told by'} {first}{_more(others)}"


def told_of_another_time(first: str, others: int) -> str:
    """By which documents something is told that none of them tells of the era.

    >>> told_of_another_time("A. Adams (1990)", 0)
    ', as A. Adams (1990) tells it of another time'
    """
    return f", as {first}{_more(others)} {'tell' if others else 'tells'} it of another time"


def not_by(reading: str) -> str:
    """That the document after which a reading is named does not tell it.

    >>> not_by("A. Adams (1990)")
    ', though not of this time by A. Adams (1990)'
    """
    return f", though not of this time by {reading}"


def _more(others: int) -> str:
    return f" and {counted(others, 'other')}" if others else ""
