"""Taking a bibliography into a case: documents that are known of, though their text is not held.

Such a document has no file, no hash (``sha256`` is empty) and no characters: it can be cited as a whole, listed and
exported, but no passage can stand in it until its text is there. This keeps one list of documents, and the folder's
exact round trip, where a second file beside ``documents.toml`` would be a second truth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hikiwake.documents import Document
from hikiwake.documents.bibliography import Reference, family_and_given, joined, reference_of, said_name
from hikiwake.documents.bibliography.dates import period_of
from hikiwake.dossier.dossier import Dossier
from hikiwake.periods import Period

YEARLY = frozenset(("report", "webpage", "document"))  # kinds that come again under one title and address


@dataclass(frozen=True, slots=True)
class Cited:
    """A dossier with a bibliography taken in: the documents added, and the references that it had already."""

    dossier: Dossier
    added: tuple[Document, ...]
    known: tuple[Reference, ...]


def cite(dossier: Dossier, references: Iterable[Reference]) -> Cited:
    """The dossier with a document for each reference that it has not yet; what it has stays as it is.

    Two references are the same when they have the same title, first author and year, and no days that exclude each
    other; the same title and address (and year, of a report or page); or the same DOI and year. One address alone is
    often that of a page from which several documents are had, and one title that of a report of every year.

    >>> from hikiwake.documents.bibliography import Reference, said_name
    >>> import hikiwake as hw
    >>> book = Reference("", "book", "Distant Neighbors", (said_name("Hiroshi Kimura"),), "M. E. Sharpe", "2000")
    >>> [document.id for document in cite(hw.load(), [book]).added]
    ['kimura-2000']
    """
    known: dict[tuple[str, ...], set[Period]] = {}
    for document in dossier.documents:
        _know(known, reference_of(document))
    ids = Ids(document.id for document in dossier.documents)
    added: list[Document] = []
    already: list[Reference] = []
    for reference in references:
        if any(_agrees(reference, sign, known[sign]) for sign in signs_of(reference) if sign in known):
            already.append(reference)
        else:
            added.append(document_of(reference, ids.fresh(id_of(reference))))
        _know(known, reference)
    return Cited(replace(dossier, documents=(*dossier.documents, *added)), tuple(added), tuple(already))


def _know(known: dict[tuple[str, ...], set[Period]], reference: Reference) -> None:
    for sign in signs_of(reference):
        known.setdefault(sign, set()).add(period_of(reference.date))


def _agrees(reference: Reference, sign: tuple[str, ...], known: set[Period]) -> bool:
    """Whether a reference may be of the same time as one of those that share a sign with it, where time tells."""
    one_time = sign[0] != "title" and (reference.kind not in YEARLY or "doi.org/" in sign[1])
    return one_time or any(map(period_of(reference.date).overlaps, known))


def signs_of(reference: Reference) -> set[tuple[str, ...]]:
    """By what a reference is known again."""
    title = _letters(reference.title)
    signs: set[tuple[str, ...]] = {("title", title, _letters(_family(reference)), str(reference.year))}
    address = re.sub(r"^https?://(?:www\.)?", "", reference.address.casefold()).rstrip("/")
    if address.startswith("doi.org/"):
        signs |= {("address", address, title), ("doi", address, str(reference.year))}
    elif address:
        signs.add(("address", address, title, str(reference.year) if reference.kind in YEARLY else ""))
    return signs


def _letters(text: str) -> str:
    """The letters and digits of a text, without the accents of Latin letters and case; of signs alone, the signs."""
    parts = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))
    return "".join(sign for sign in parts if unicodedata.category(sign)[0] in "LNM") or parts


def _family(reference: Reference) -> str:
    """The family name of the first author, or the body's name, or what published it."""
    first = reference.authors[0] if reference.authors else said_name(reference.within)
    person = family_and_given(first.literal)
    return person[0] if person else first.surname


def document_of(reference: Reference, id_: str) -> Document:
    """The document that a reference stands for, without its text."""
    return Document(
        id=id_,
        file="",
        sha256="",
        characters=0,
        title=reference.title,
        author=joined(reference.authors) or reference.within or "unknown",
        publisher=reference.within,
        written=period_of(reference.date),
        language=reference.language,
        kind=reference.kind,
        year=str(reference.year),
        address=reference.address,
        names=reference.names,
        issued=reference.issued,
    )


def id_of(reference: Reference) -> str:
    """Author and year; a name in other letters than Latin ones keeps its own."""
    first = reference.authors[0].surname if reference.authors else _family(reference)
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", first.casefold()))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain))
    chosen = words[-3:] if reference.authors and reference.authors[0].family else words[:3]
    return f"{'-'.join(chosen)[:60] or 'document'}-{reference.year}"


class Ids:
    """The ids that are taken, without regard to case."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.taken = {id_.casefold() for id_ in ids}
        self.count: dict[str, int] = {}

    def fresh(self, plain: str) -> str:
        """The id itself, or with a letter, or with a number, where others have it already."""
        while True:
            count = self.count.get(plain, 0)
            self.count[plain] = count + 1
            letter = "bcdefghijklmnopqrstuvwxyz"[count - 1] if 0 < count < 26 else f"-{count - 24}"
            id_ = f"{plain}{letter}" if count else plain
            if id_ not in self.taken:
                self.taken.add(id_)
                return id_
