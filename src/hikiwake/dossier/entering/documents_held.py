"""Filling in the hash and the length of a document of which the case names the file, where the user holds it."""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from hikiwake.documents import Document, text_hash
from hikiwake.dossier.entering.files import CaseFiles
from hikiwake.dossier.entering.held import Held
from hikiwake.dossier.entering.mended import Filling, Left
from hikiwake.dossier.entering.passages_again import NOT_GIVEN
from hikiwake.dossier.folder.frame import DOCUMENTS, read_documents
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.toml import LARGEST_TOML, toml

PLACEHOLDERS = ("", "...", "…")


def mend_documents(files: CaseFiles, held: Held | None) -> dict[str, Document]:
    """Fill in the hash and length of each document that names a file and lacks them; the documents as they are then."""
    known = {document.id: document for document in files.reading.documents}
    try:
        text = text_of(files.folder / DOCUMENTS, LARGEST_TOML)
        toml(text)
        frame = tomlkit.parse(text)
    except (UnreadError, TOMLKitError):
        return known
    tables = frame.get("documents", [])
    if not isinstance(tables, list) or not [each for each in tables if _mended(files, each, text, held)]:
        return known
    files.texts[DOCUMENTS] = changed = tomlkit.dumps(frame)
    return {document.id: document for document in read_documents(TomlFile(DOCUMENTS, changed))}


def _mended(files: CaseFiles, table: Any, text: str, held: Held | None) -> bool:
    """Whether something was filled into the table of a document."""
    if not isinstance(table, dict) or not table.get("file") or not isinstance(table["file"], str):
        return False
    lacks = [key for key in ("sha256", "characters") if not table.get(key) or str(table[key]) in PLACEHOLDERS]
    if not lacks:
        return False
    line = TomlFile(DOCUMENTS, text).line_of(f'"{table.get("id", "")}"')
    found = held.text(table["file"]) if held else None
    if found is None:
        why = f"no readable file of the name {table['file']!r} is in the library" if held else NOT_GIVEN
        files.mended.left += [Left(DOCUMENTS, line, key, why) for key in lacks]
        return False
    values: dict[str, str | int] = {"sha256": text_hash(found[1]), "characters": len(found[1])}
    if "sha256" not in lacks and table["sha256"] != values["sha256"]:
        return False
    for key in lacks:
        table[key] = values[key]
        files.mended.filled.append(Filling(DOCUMENTS, key, line, str(values[key])))
    return True
