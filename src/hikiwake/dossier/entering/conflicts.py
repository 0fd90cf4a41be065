"""A conflict put into its folder in a case; one that is there already is never written over."""

from __future__ import annotations

from pathlib import Path

from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.dossier.folder.reading import FRAME
from hikiwake.errors import CaseError
from hikiwake.storage.names import inside, name_fault
from hikiwake.storage.writing import taken, write_taken


def add_conflict(case: str | Path, name: str, text: str) -> Path:
    """Write ``conflicts/NAME.toml`` into a case; its path.

    Raises ``CaseError`` where the case is built in or no folder, and where the name is none or taken already.
    """
    folder = case_folder(case)
    if case in built_in() or not (folder / FRAME).is_file():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    if fault := name_fault(name):
        raise CaseError(f"{folder}: conflicts: found {name!a}, expected {fault}; nothing was written")
    with taken(folder) as place:
        path = inside(place, "conflicts", f"{name}.toml")
        if path.exists() or path.is_symlink():
            raise CaseError(
                f"{path}: a conflict is there already; nothing was written; move it away, or print the draft"
            )
        write_taken(place, {f"conflicts/{name}.toml": text.encode("utf-8")})
    return folder / "conflicts" / f"{name}.toml"
