"""The case folder: one table per kind, which loads as the same dossier."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.writing import case_files
from hikiwake.errors import HikiwakeError


def files(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The files of the folder. Raises ``HikiwakeError`` for a text that UTF-8 cannot hold."""
    for name, text in case_files(dossier):
        try:
            yield name, text.encode("utf-8")
        except UnicodeEncodeError as error:
            line = text.count("\n", 0, error.start) + 1
            raise HikiwakeError(
                f"{name}:{line}: half of a character (a lone surrogate) cannot be written as UTF-8; take it out, or "
                "export as json"
            ) from error
