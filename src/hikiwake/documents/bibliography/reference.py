"""A reference: what a bibliography says of one document. The formats read and write this, and only this."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.documents.document import Document

PARTICLES = frozenset(("al", "da", "de", "del", "della", "den", "der", "di", "du", "la", "le", "van", "von", "zu"))


@dataclass(frozen=True, slots=True)
class Reference:
    """One document in a bibliography: key, kind, title, authors, where it appeared, when, language, address.

    ``kind`` is report, article, book, chapter, thesis, webpage or document; ``within`` the publisher, journal or
    institution; ``month`` and ``day`` are ``None`` where they are not given.
    """

    key: str
    kind: str
    title: str
    authors: tuple[str, ...]
    within: str
    year: int
    month: int | None = None
    day: int | None = None
    language: str = ""
    address: str = ""

    @property
    def date(self) -> str:
        """The date as far as it is known: ``2024``, ``2024-11`` or ``2024-11-25``."""
        month = f"-{self.month:02d}" if self.month else ""
        return f"{self.year:04d}{month}" + (f"-{self.day:02d}" if self.month and self.day else "")


def reference_of(document: Document) -> Reference:
    """What a bibliography says of a document; the date is only as exact as the case knows it."""
    start, precision = document.written.start, document.written.precision
    year = int(document.year) if document.year.isdecimal() else start.year
    exact = year == start.year
    return Reference(
        document.id,
        document.kind,
        document.title,
        tuple(author.strip() for author in document.author.split(";") if author.strip()),
        document.publisher,
        year,
        start.month if exact and precision in ("day", "month") else None,
        start.day if exact and precision == "day" else None,
        document.language,
        document.address,
    )


def family_and_given(author: str) -> tuple[str, str] | None:
    """A person's family name and given names, or ``None`` for a body, or for words that are no plain name.

    >>> family_and_given("James D.J. Brown")
    ('Brown', 'James D.J.')
    >>> family_and_given("Ministry of Foreign Affairs") is None
    True
    """
    words = author.split()
    if not 2 <= len(words) <= 4 or " ".join(words) != author or not author.isprintable():
        return None
    if not all(word[0].isupper() or word in PARTICLES for word in words) or set(author) & set(',;{}()&"/\\0123456789'):
        return None
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:]), " ".join(words[:first])


def plain_name(name: str) -> str:
    """A name in the order in which it is said: ``Brown, James`` becomes ``James Brown``."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name.strip()
