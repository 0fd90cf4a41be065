"""Taking a file into a case: what it is, its ending and its first lines tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.dossier.folder.frame import FRAME
from hikiwake.dossier.folder.onefile import FORMAT, LARGEST_JSON
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.taking.comments import take_comments
from hikiwake.taking.mapping import Rule
from hikiwake.taking.projects import take_codebook, take_project
from hikiwake.taking.rows import take_rows
from hikiwake.taking.taken import Taken

KINDS = (".csv", ".json", ".qdpx", ".qdc", ".xlsx", ".zip")


def take(
    case: str | Path, file: Path, *, codes: Mapping[str, Rule] | None = None, force: bool = False, who: str = ""
) -> Taken:
    """Take a file into a case folder: comments, a project or codebook of REFI-QDA, or a packed case.

    codes: what the codes of a project become, by name; of others, readings
    force: rows of a packed case are taken also where the case has changed since it was packed

    Raises ``CaseError`` for a case that is built in or none, and for a file that cannot be read: nothing is changed.
    """
    folder = case_folder(case)
    if case in built_in() or not (folder / FRAME).is_file():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    try:
        match file.suffix.lower():
            case ".qdpx":
                return take_project(folder, file, codes or {})
            case ".qdc":
                return take_codebook(file)
            case ".xlsx" | ".zip":
                return take_rows(folder, file, who, force=force)
            case ".json" if _is_case(file):
                return take_rows(folder, file, who, force=force)
            case ".csv" | ".json":
                return take_comments(folder, file, who)
    except UnreadError as error:
        raise CaseError(f"{file}{f':{error.line}' if error.line else ''}: {error}; nothing was changed") from None
    raise CaseError(f"{file}: expected a file with one of the endings {', '.join(KINDS)}; nothing was changed")


def _is_case(file: Path) -> bool:
    """Whether a JSON file is a whole case, not comments."""
    try:
        told = json.loads(text_of(file, LARGEST_JSON))
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("format") == FORMAT
