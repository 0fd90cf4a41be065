"""The files of a case in a workbook: its tables as sheets, and sheets of text.

A sheet whose name ends in ``.toml`` holds that file, a line a row; ``conflicts``, ``packages``
and ``scenarios`` the models, by name; ``about`` the digest of the record that the workbook was written from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hikiwake.dossier.folder.packed.archives import LARGEST_ARCHIVE
from hikiwake.dossier.folder.sheets.workbooks import opened_book, texts_of_rows
from hikiwake.dossier.models import MODEL_FOLDERS
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.names import name_fault, name_faults

ABOUT = "about"


def state_told(path: Path) -> str:
    """The digest of the record that a workbook was written from; empty where it does not say."""
    rows = _rows(opened_book(path, path.parent), ABOUT)
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0] == "record"), "")


def files_of_workbook(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a case in a workbook: the workbook itself, for its tables, and what stands in sheets as text."""
    yield path.name if not path.name.startswith("~$") else "case.xlsx", content_of(path, LARGEST_ARCHIVE)
    book = opened_book(path, path.parent)
    frames = [name for name in book.sheet_names if name.endswith(".toml")]
    models: dict[tuple[str, str], list[str]] = {}
    for kind in MODEL_FOLDERS:
        for name, *rest in (cells for cells in _rows(book, kind)[1:] if cells):
            models.setdefault((kind, name), []).append(rest[0] if rest else "")
    for name, fault in name_faults((*frames, *(f"{name} in {folder}" for folder, name in models))):
        raise UnreadError(f"a sheet or model {name!a}", fault)
    for name in frames:
        yield name, _joined(cells[0] if cells else "" for cells in _rows(book, name)).encode()
    for (folder, name), lines in models.items():
        if fault := name_fault(name):
            raise UnreadError(f"{name!a} in the sheet {folder}", fault)
        yield f"{folder}/{name}.toml", _joined(lines).encode()


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _rows(book: Any, name: str) -> list[list[str]]:
    """The rows of a sheet; none of one that the workbook has not."""
    return texts_of_rows(book, name) if name in book.sheet_names else []
