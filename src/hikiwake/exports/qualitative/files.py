"""The codebook and the project of a dossier as files."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.exports.qualitative.of_dossier import codes_of, project_of
from hikiwake.exports.qualitative.project import Project
from hikiwake.exports.qualitative.writing import codebook, packed


def qdc(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The codes that the entries use."""
    yield "codebook.qdc", codebook(Project(dossier.case.title, codes=codes_of(dossier)))


def qdpx(dossier: Dossier, library: Library | None = None, quotes: str = "short") -> Iterator[tuple[str, bytes]]:
    """Codes, documents, passages and notes; with the texts of the documents only where all of them may be shown."""
    yield "project.qdpx", packed(project_of(dossier, library, with_texts=quotes == "full"))


def codes(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many codes there are."""
    return (("codes", len(codes_of(dossier))),)


def coded(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many codes, documents and passages there are."""
    return (*codes(dossier), ("documents", sum(bool(each.sha256) for each in dossier.documents)),
            ("passages", len(dossier.passages)))  # fmt: skip
