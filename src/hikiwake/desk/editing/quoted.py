"""The passages of a row as their documents read, where the texts are at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.desk.opened import OpenCase
from hikiwake.documents.finding import Finder


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage."""

    id: str
    """Its id."""
    document: str
    """The id of its document."""
    label: str
    """The document as it is cited."""
    words: str
    """What it says; empty where the text is not at hand or does not have it."""


def quoted(opened: OpenCase, ids: Iterable[str]) -> list[Quoted]:
    """Some passages, each once, in their order."""
    dossier = opened.dossier
    passages = [dossier.passage[id_] for id_ in dict.fromkeys(ids) if id_ in dossier.passage]
    texts: dict[str, str] = {}
    if passages and not opened.read_only:
        with opened.workbench() as bench:
            texts = bench.texts_of({each.document for each in passages})
    finders = {id_: Finder(text) for id_, text in texts.items()}
    found = []
    for each in passages:
        finder = finders.get(each.document)
        place = None if finder is None else (each.start, each.end) if finder.stands(each) else finder.find(each)
        words = " ".join(texts[each.document][slice(*place)].split()) if place else ""
        document = dossier.document.get(each.document)
        found.append(Quoted(each.id, each.document, document.label if document else each.document, words))
    return found
