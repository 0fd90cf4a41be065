"""A reference: what a bibliography says of one document. The formats read and write this, and only this."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hikiwake.documents.bibliography.bibtex_names import names_of, names_text
from hikiwake.documents.bibliography.dates import is_plain
from hikiwake.documents.bibliography.names import Author, apart, joined
from hikiwake.documents.document import Document


@dataclass(frozen=True, slots=True)
class Reference:
    """One document in a bibliography: key, kind, title, authors, where it appeared, when, language, address.

    ``kind`` is report, article, book, chapter, thesis, webpage or document; ``within`` the publisher, journal or
    institution; ``date`` when it appeared, in EDTF: ``2024``, ``2024-11-25``, ``1995/1997``, ``2001-21``, ``1950~``;
    nothing where it is not known.
    """

    key: str
    kind: str
    title: str
    authors: tuple[Author, ...]
    within: str
    date: str
    language: str = ""
    address: str = ""

    @property
    def year(self) -> int:
        """The year, of a range the first."""
        return int(self.date[:4])

    @property
    def names(self) -> str:
        """The authors as BibTeX writes them, where the plain line does not say who is a person; else nothing."""
        told = joined(self.authors)
        plain = apart(told) == self.authors and told not in (self.within, "unknown")
        return "" if plain else names_text(self.authors)

    @property
    def issued(self) -> str:
        """The date, where it is more than a year, a month or a day; else nothing."""
        return "" if is_plain(self.date) else self.date


def reference_of(document: Document) -> Reference:
    """What a bibliography says of a document; the date is only as exact as the case knows it."""
    return Reference(
        document.id,
        document.kind,
        document.title,
        _authors(document),
        document.publisher,
        document.issued or _date(document),
        document.language,
        document.address,
    )


def _authors(document: Document) -> tuple[Author, ...]:
    """The authors; a document cited without one stands in a case under what published it."""
    if document.names:
        return names_of(document.names)
    anonymous = not document.sha256 and document.author in (document.publisher, "unknown")
    return () if anonymous else apart(document.author)


def _date(document: Document) -> str:
    start, precision = document.written.start, document.written.precision
    year = int(document.year) if re.fullmatch(r"[0-9]{1,4}", document.year) else start.year
    if year != start.year:
        return f"{year:04d}"
    return start.isoformat()[: {"day": 10, "month": 7}.get(precision, 4)]


def address_of(address: str, doi: str) -> str:
    """The address as it stands, or that of the DOI, however the DOI is written.

    >>> address_of("", "https://doi.org/10.1000/x"), address_of("", "doi:10.1000/x")
    ('https://doi.org/10.1000/x', 'https://doi.org/10.1000/x')
    """
    bare = re.sub(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:?\s*)", "", doi.strip(), flags=re.IGNORECASE)
    return address.strip() or (f"https://doi.org/{bare}" if bare else "")
