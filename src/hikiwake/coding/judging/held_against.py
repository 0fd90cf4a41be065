"""What to hold proposals against: another case of the same documents, a folder coded by hand, or a table by a text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hikiwake.coding.judging.gold import Coded, from_lines, from_table
from hikiwake.documents import Document
from hikiwake.dossier import Dossier, load
from hikiwake.errors import CaseError

KINDS = ("event", "position", "claim", "driver", "reading")
STATEMENTS = {"position": "positions", "claim": "claims", "driver": "drivers", "reading": "readings"}
TABLES = {"event": "events", **STATEMENTS}


def gold_of(place: str, documents: Iterable[Document], texts: Mapping[str, str]) -> tuple[Coded, ...]:
    """What persons found in some documents, under the ids that the documents have here.

    place: a case, built-in or a folder; a folder with ``documents.jsonl`` and ``events.jsonl``; or ``NAME.csv`` beside
    a text called NAME

    Raises ``CaseError`` where it is none of these, or is of none of the documents.
    """
    own = tuple(documents)
    path = Path(place)
    if path.suffix == ".csv":
        found = tuple(_of_table(path, own, texts))
    elif (path / "documents.jsonl").is_file():
        found = tuple(_of_folder(path, own))
    else:
        found = tuple(of_case(load(place), own))
    if not found:
        raise CaseError(f"{place}: nothing in it is of a document that was read into this case")
    return found


def _of_table(path: Path, documents: Iterable[Document], texts: Mapping[str, str]) -> Iterator[Coded]:
    for document in documents:
        if Path(document.file).stem == path.stem and document.id in texts:
            try:
                yield from from_table(document.id, texts[document.id], path.read_text(encoding="utf-8"))
            except ValueError as error:
                raise CaseError(f"{path}: {error}") from None


def _of_folder(folder: Path, documents: Iterable[Document]) -> Iterator[Coded]:
    """The mentions in lines of JSON; a document is known by its file's name."""
    ids = {document.file: document.id for document in documents}
    try:
        rows = [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
        names = {row["doc"]: ids[row["file"]] for row in rows if row["file"] in ids}
        for kind in TABLES:
            file = folder / f"{TABLES[kind]}.jsonl"
            lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
            own = (each for each in from_lines(lines, kind) if each.document in names)
            yield from (replace(each, document=names[each.document]) for each in own)
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(f"{folder}: not lines of JSON as expected ({type(error).__name__}: {error})") from None


def of_case(dossier: Dossier, documents: Iterable[Document]) -> Iterator[Coded]:
    """What a case says of documents, which are known by their text."""
    here = {document.sha256: document.id for document in documents if document.sha256}
    ids = {document.id: here[document.sha256] for document in dossier.documents if document.sha256 in here}

    def places(passages: Iterable[str]) -> Iterator[tuple[str, int, int]]:
        for passage in (dossier.passage[id_] for id_ in passages):
            if passage.document in ids:
                yield ids[passage.document], passage.start, passage.end

    for event in dossier.events:
        for each in event.mentions:
            types = tuple(dict.fromkeys(name for name in (each.type, event.type) if name))
            for document, start, end in places(each.passages):
                people = (each.sources, each.targets)
                yield Coded("event", document, start, end, types, *people, each.period, each.happened)
    for kind, table in STATEMENTS.items():
        for entry in getattr(dossier, table):
            yield from (Coded(kind, *place) for place in places(entry.passages))
