"""What of a case is written rather than listed: its title and question, documents, models, analyses; each as a text.

So that a change of one is told, refused, taken back and done again like a change of a row: its one cell is its TOML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import tomli_w

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.analyses.file import analyses_table, read_analyses
from hikiwake.dossier.folder.faults import refusal
from hikiwake.dossier.folder.frame import HEAD, case_table, documents_table, read_case, read_documents
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.dossier.models import MODEL_FOLDERS

Texts = dict[str, str]
CASE = "case"  # the kind, and the id, of what a case says of itself


@dataclass(frozen=True, slots=True)
class Authored:
    """One kind of what is written: where a dossier holds it, its texts by id, and what is put into its place."""

    held: Callable[[Dossier], object]
    texts: Callable[[Dossier], Texts]
    put: Callable[[Dossier, Texts], Dossier]


def authored() -> dict[str, Authored]:
    """The kinds of what is written in a case.

    >>> sorted(authored())
    ['analyses', 'case', 'conflicts', 'documents', 'packages', 'scenarios']
    """
    models: dict[str, Authored] = {kind: _models(kind) for kind in MODEL_FOLDERS}
    return {
        CASE: Authored(lambda dossier: dossier.case, lambda dossier: {CASE: _head(dossier)}, _with_head),
        "documents": Authored(lambda dossier: dossier.documents, _documents, _with_documents),
        **models,
        "analyses": Authored(lambda dossier: dossier.analyses, _analyses, _with_analyses),
    }


def _models(kind: str) -> Authored:
    def put(dossier: Dossier, texts: Texts) -> Dossier:
        parts: dict[str, Any] = {kind: tuple(sorted(texts.items()))}
        return replace(dossier, **parts)

    return Authored(lambda dossier: getattr(dossier, kind), lambda dossier: dict(getattr(dossier, kind)), put)


def _head(dossier: Dossier) -> str:
    table = case_table(dossier.case)
    return tomli_w.dumps({key: table[key] for key in HEAD if key in table})


def _with_head(dossier: Dossier, texts: Texts) -> Dossier:
    case = _read("case.toml", texts[CASE], read_case)
    said: dict[str, Any] = {key: getattr(case, key) for key in HEAD}
    return replace(dossier, case=replace(dossier.case, **said))


def _documents(dossier: Dossier) -> Texts:
    return {each.id: tomli_w.dumps(documents_table((each,))) for each in dossier.documents}


def _with_documents(dossier: Dossier, texts: Texts) -> Dossier:
    return replace(dossier, documents=tuple(_each("documents.toml", texts, read_documents)))


def _analyses(dossier: Dossier) -> Texts:
    return {each.id: tomli_w.dumps(analyses_table((each,))) for each in dossier.analyses}


def _with_analyses(dossier: Dossier, texts: Texts) -> Dossier:
    return replace(dossier, analyses=tuple(_each(HYPOTHESES, texts, read_analyses)))


def _each(file: str, texts: Texts, read: Callable[[TomlFile], tuple[Any, ...]]) -> Iterable[Any]:
    for text in texts.values():
        yield from _read(file, text, read)


def _read(file: str, text: str, read: Callable[[TomlFile], Any]) -> Any:
    """What a text says. Raises ``CaseError`` where it cannot be read."""
    source = TomlFile(file, text)
    said = read(source)
    if source.faults:
        raise refusal(file, source.faults)
    return said
