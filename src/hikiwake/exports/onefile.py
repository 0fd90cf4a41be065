"""The whole case as one JSON file, which loads as the same dossier."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.onefile import json_text


def files(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The file; what UTF-8 cannot hold stands as an escape of JSON."""
    yield "case.json", json_text(dossier).encode("utf-8", "backslashreplace")
