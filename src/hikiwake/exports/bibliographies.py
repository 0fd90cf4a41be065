"""The documents for reference managers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.documents import Library
from hikiwake.documents.bibliography import bibliography_text, reference_of
from hikiwake.dossier import Dossier
from hikiwake.exports.texts import utf8


def bibtex(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The documents as BibTeX."""
    yield "documents.bib", _bibliography(dossier, "bibtex")


def ris(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The documents as RIS."""
    yield "documents.ris", _bibliography(dossier, "ris")


def csl(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The documents as CSL-JSON."""
    yield "documents.json", _bibliography(dossier, "csl")


def _bibliography(dossier: Dossier, form: str) -> bytes:
    return utf8(bibliography_text(map(reference_of, dossier.documents), form))
