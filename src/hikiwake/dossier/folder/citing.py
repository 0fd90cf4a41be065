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
from hikiwake.documents.bibliography import Reference, family_and_given, reference_of
from hikiwake.dossier.dossier import Dossier
from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Cited:
    """A dossier with a bibliography taken in: the documents added, and the references that it had already."""

    dossier: Dossier
    added: tuple[Document, ...]
    known: tuple[Reference, ...]


def cite(dossier: Dossier, references: Iterable[Reference]) -> Cited:
    """The dossier with a document for each reference that it has not yet; what it has stays as it is.

    Two references are the same when they have the same address, or the same title, first author and year.

    >>> from hikiwake.documents.bibliography import Reference
    >>> import hikiwake as hw
    >>> cited = cite(hw.load(), [Reference("", "book", "Distant Neighbors", ("Hiroshi Kimura",), "M. E. Sharpe", 2000)])
    >>> [document.id for document in cited.added]
    ['kimura-2000']
    """
    known = {sign for document in dossier.documents for sign in _signs(reference_of(document))}
    ids = {document.id for document in dossier.documents}
    added: list[Document] = []
    already: list[Reference] = []
    for reference in references:
        if known & _signs(reference):
            already.append(reference)
            continue
        known |= _signs(reference)
        document = _document(reference, ids)
        ids.add(document.id)
        added.append(document)
    return Cited(replace(dossier, documents=(*dossier.documents, *added)), tuple(added), tuple(already))


def _signs(reference: Reference) -> set[tuple[str, ...]]:
    """By what a reference is known again."""
    author = _letters(_family(reference))
    signs = {("title", _letters(reference.title), author, str(reference.year))}
    address = reference.address.casefold().rstrip("/")
    return signs | ({("address", re.sub(r"^https?://(?:www\.)?", "", address))} if address else set())


def _letters(text: str) -> str:
    """The letters and digits of a text, without accents and case."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalnum())


def _family(reference: Reference) -> str:
    """The family name of the first author, or the body's name, or what published it."""
    first = reference.authors[0] if reference.authors else reference.within
    person = family_and_given(first)
    return person[0] if person else first


def _document(reference: Reference, ids: set[str]) -> Document:
    return Document(
        id=_id(reference, ids),
        file="",
        sha256="",
        characters=0,
        title=reference.title,
        author="; ".join(reference.authors) or reference.within or "unknown",
        publisher=reference.within,
        written=Period.parse(reference.date, "written"),
        language=reference.language,
        kind=reference.kind,
        year=str(reference.year),
        address=reference.address,
    )


def _id(reference: Reference, ids: set[str]) -> str:
    """Author and year, with a letter where another document has that id already."""
    ascii_name = unicodedata.normalize("NFKD", _family(reference)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_name.casefold())
    plain = f"{'-'.join(words[:3]) or 'document'}-{reference.year}"
    numbers = (f"{plain}-{number}" for number in range(2, len(ids) + 3))
    letters = (f"{plain}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    return next(id_ for id_ in (plain, *letters, *numbers) if id_ not in ids)
