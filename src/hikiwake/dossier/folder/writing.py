"""Writing a case folder: to a sibling first, then renamed, so that a kill leaves the old folder or the new one."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli_w

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.cells import escape
from hikiwake.dossier.folder.dictionary import data_dictionary
from hikiwake.dossier.folder.frame import case_table, documents_table
from hikiwake.dossier.folder.tables import Table, tables


def write_folder(dossier: Dossier, folder: Path) -> None:
    """Write a dossier as a case folder, replacing what stood there; files that are not the case's own are kept."""
    restore(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = _sibling(folder, "new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    files = dict(case_files(dossier))
    for name, text in files.items():
        _store(fresh / name, text)
    if folder.exists():
        _carry_over(folder, fresh, set(files))
    _swap(fresh, folder)


def case_files(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The files of a case folder: each one's name and text."""
    yield "case.toml", tomli_w.dumps(case_table(dossier.case))
    yield "documents.toml", tomli_w.dumps(documents_table(dossier.documents))
    for table in tables().values():
        yield table.file, table_text(table, rows_of(dossier, table.kind))
    for name, text in dossier.conflicts:
        yield f"conflicts/{name}.toml", text
    yield "README.md", data_dictionary(dossier.case.title)


def rows_of(dossier: Dossier, kind: str) -> tuple[Any, ...]:
    """The entries of one table; the mentions are those of all events in order."""
    if kind == "mentions":
        return tuple(mention for event in dossier.events for mention in event.mentions)
    return tuple(getattr(dossier, kind))


def table_text(table: Table, rows: tuple[Any, ...]) -> str:
    """A table as CSV (RFC 4180 quoting, each row ended by a newline)."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")  # so that a lone \r or \n in a cell is quoted, too
    writer.writerow(table.headers)
    columns = table.columns
    for row in rows:
        cells = (cell for column in columns for cell in column.codec.cells(getattr(row, column.field)))
        writer.writerow([escape(cell) for cell in cells])
    return "".join(lines)


class _Lines(list[str]):
    """What a CSV writer writes to: one string a row, ended by a newline alone."""

    def write(self, row: str) -> None:
        """Keep a row."""
        self.append(row.removesuffix("\r\n") + "\n")


def restore(folder: Path) -> None:
    """Finish a write that was killed between its two renames: where the folder is gone, the old one comes back."""
    old = _sibling(folder, "old")
    if old.is_dir():
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)


def _sibling(folder: Path, word: str) -> Path:
    return folder.parent / f".{folder.name}.{word}"


def _store(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _carry_over(old: Path, fresh: Path, written: set[str]) -> None:
    """Copy what the user keeps in the folder beside the case's own files."""
    own = {*written, "conflicts"}
    for path in old.iterdir():
        if path.name not in own:
            copy = shutil.copytree if path.is_dir() else shutil.copy2
            copy(path, fresh / path.name)


def _swap(fresh: Path, folder: Path) -> None:
    """Put the new folder in the old one's place; ``restore`` mends a kill between the two renames."""
    old = _sibling(folder, "old")
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
