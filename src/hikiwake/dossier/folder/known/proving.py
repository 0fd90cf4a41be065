"""What of a case is to be written after a change, and how it would be read: the proof before it is put into place.

Of a case that was read as a whole and changed, the files stay whose part is the very object that was read. All others
are read from the bytes that are to be written, by what reads them from the disk; so nothing is put into place that
would not be read as what it was written from.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from pathlib import Path

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.frame import DICTIONARY, DOCUMENTS, FRAME
from hikiwake.dossier.folder.known.rows import rows_from, rows_written
from hikiwake.dossier.folder.known.said import frame_said, rows_said
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.models import MODEL_FOLDERS
from hikiwake.storage.incoming import UnreadError, decoded


def files_changed(before: Dossier, after: Dossier) -> set[str]:
    """The names of the files of which the part of a case is no more the object that it was."""
    parts = {DOCUMENTS: "documents", HYPOTHESES: "analyses"}
    parts |= {table.file: kind for kind, table in tables().items() if kind != "mentions"}
    names = {file for file, part in parts.items() if getattr(before, part) is not getattr(after, part)}
    mentions = [rows_written(each, "mentions") for each in (before, after)]
    if len(mentions[0]) != len(mentions[1]) or not all(map(operator.is_, *mentions)):
        names.add(tables()["mentions"].file)
    for kind in MODEL_FOLDERS:
        there = dict(getattr(before, kind))
        names |= {f"{kind}/{name}.toml" for name, text in getattr(after, kind) if there.get(name) != text}
    if before.case is not after.case:
        names |= {FRAME, DICTIONARY} if before.case.title != after.case.title else {FRAME}
    return names


def examine_texts(dossier: Dossier, files: Mapping[str, bytes]) -> Examination:
    """A case as it would be read with some files in place of parts of it. Faults between rows are not looked for."""
    rows = {kind: rows_from(rows_written(dossier, kind)) for kind in tables()}
    models = {kind: getattr(dossier, kind) for kind in MODEL_FOLDERS}
    reading = Examination(Path(), dossier.case, dossier.documents, {**rows}, **models, analyses=dossier.analyses)
    for name, content in files.items():
        try:
            _take(reading, name, _text(content))
        except UnreadError as error:
            reading.faults.append(Fault.of(name, error))
    return reading


def _text(content: bytes) -> str:
    text = decoded(content)
    if not text.strip():
        raise UnreadError("an empty file", "some text")
    return text


def _take(reading: Examination, name: str, text: str) -> None:
    """Put what a file says into the place of that part of a case."""
    kind, _, rest = name.partition("/")
    if rest:
        texts = {**dict(getattr(reading, kind)), rest.removesuffix(".toml"): text}
        setattr(reading, kind, tuple(texts.items()))
    elif name in (FRAME, DOCUMENTS, HYPOTHESES):
        source, said = frame_said(name, text)
        setattr(reading, {FRAME: "case", DOCUMENTS: "documents", HYPOTHESES: "analyses"}[name], said)
        reading.faults += source.faults
    elif name != DICTIONARY:
        table = rows_said(name.removesuffix(".csv"), text)
        reading.rows[name.removesuffix(".csv")] = table.rows
        reading.faults += table.faults
