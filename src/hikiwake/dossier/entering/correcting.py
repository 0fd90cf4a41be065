"""Correcting what is said of a document of a case: title, author, date and others, guessed from its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hikiwake.documents import Document
from hikiwake.documents.bibliography import reference_of, said_name
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entering.adding import date_said
from hikiwake.dossier.folder.citing import document_of
from hikiwake.errors import CaseError

CORRECTED = (
    "title", "author", "written", "publisher", "language", "voice", "institution", "standpoint", "audience", "kind",
    "address",
)  # fmt: skip
KINDS = ("report", "article", "book", "chapter", "thesis", "webpage", "document")


def said_of(document: Document) -> dict[str, str]:
    """What is said of a document, as a person would write it.

    >>> import hikiwake as hw
    >>> said_of(hw.load().document["gandhi-2024"])["written"]
    '2024-11-25'
    """
    told = {name: str(getattr(document, name)) for name in CORRECTED if name != "written"}
    return {**told, "written": reference_of(document).date}


def corrected(document: Document, said: Mapping[str, str]) -> Document:
    """A document with what is said of it now; what is not said stays. Its text stays the same.

    Raises ``CaseError`` for a date that is none, an unknown kind or a name that is no field.
    """
    changed = {name: value.strip() for name, value in said.items() if value.strip() != said_of(document).get(name)}
    if odd := [name for name in changed if name not in CORRECTED]:
        raise CaseError(f"{odd[0]!r}: expected one of {', '.join(CORRECTED)}")
    if changed.get("kind", "report") not in KINDS:
        raise CaseError(f"kind: found {changed['kind']!r}, expected one of {', '.join(KINDS)}")
    reference = reference_of(document)
    if "title" in changed and not changed["title"]:
        raise CaseError("title: found nothing, expected what the document is called")
    if "author" in changed:
        names = tuple(said_name(name.strip()) for name in changed["author"].split(";") if name.strip())
        reference = replace(reference, authors=names)
    if "written" in changed:
        reference = replace(reference, date=date_said(changed["written"]))
    made = document_of(reference, document.id)
    own: dict[str, Any] = {name: value for name, value in changed.items() if name not in ("author", "written")}
    own |= {name: getattr(made, name) for name in ("author", "names") if "author" in changed}
    own |= {name: getattr(made, name) for name in ("written", "year", "issued") if "written" in changed}
    return replace(document, **own)


def with_corrected(dossier: Dossier, id_: str, said: Mapping[str, str]) -> Dossier:
    """A case with what is said of one of its documents now.

    Raises ``CaseError`` for a document that the case has not, and for what cannot be said of one.
    """
    if id_ not in dossier.document:
        raise CaseError(f"{id_!r}: no document of the case")
    after = corrected(dossier.document[id_], said)
    if after == dossier.document[id_]:
        return dossier
    return replace(dossier, documents=tuple(after if each.id == id_ else each for each in dossier.documents))
