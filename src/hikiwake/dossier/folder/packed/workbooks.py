"""The files of a case in a workbook: its tables as sheets, and sheets of text.

The sheets ``case.toml`` and ``documents.toml`` hold those files, a line a row; ``conflicts`` the models, by name;
``about`` the digest of the record that the workbook was written from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hikiwake.dossier.folder.packed.archives import LARGEST_ARCHIVE
from hikiwake.dossier.folder.reading import FRAME, MODELS
from hikiwake.dossier.folder.sheets.workbooks import opened_book, texts_of_rows
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.names import name_faults

DOCUMENTS, ABOUT = "documents.toml", "about"


def state_told(path: Path) -> str:
    """The digest of the record that a workbook was written from; empty where it does not say."""
    with _book(path) as sheets:
        rows = sheets(ABOUT)
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0] == "record"), "")


def files_of_workbook(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a case in a workbook: the workbook itself, for its tables, and what stands in sheets as text."""
    yield path.name if not path.name.startswith("~$") else "case.xlsx", content_of(path, LARGEST_ARCHIVE)
    with _book(path) as sheets:
        for name in (FRAME, DOCUMENTS):
            if rows := sheets(name):
                yield name, _joined(cells[0] if cells else "" for cells in rows).encode()
        models: dict[str, list[str]] = {}
        for name, *rest in (cells for cells in sheets(MODELS)[1:] if cells):
            models.setdefault(name, []).append(rest[0] if rest else "")
    for name, fault in name_faults(models):
        raise UnreadError(f"{name!a} in the sheet {MODELS}", fault)
    for name, lines in models.items():
        yield f"{MODELS}/{name}.toml", _joined(lines).encode()


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


@contextmanager
def _book(path: Path) -> Iterator[Callable[[str], list[list[str]]]]:
    """A workbook, asked for the rows of a sheet by its name; of one that it has not, there are none."""
    book = opened_book(path, path.parent)
    yield lambda name: texts_of_rows(book, name) if name in book.sheet_names else []
