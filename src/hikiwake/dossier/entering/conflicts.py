"""A conflict or a scenario put into its folder in a case; one that is there already is never written over."""

from __future__ import annotations

from pathlib import Path

from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.dossier.folder.frame import FRAME
from hikiwake.dossier.models import ModelFolder
from hikiwake.errors import CaseError
from hikiwake.storage.names import inside, name_fault
from hikiwake.storage.writing import taken, write_taken


def add_conflict(case: str | Path, name: str, text: str) -> Path:
    """Write ``conflicts/NAME.toml`` into a case; its path. Raises what ``add_file`` raises."""
    return add_file(case, "conflicts", name, text)


def add_file(case: str | Path, kind: ModelFolder, name: str, text: str) -> Path:
    """Write a new file into the folder of a kind of models; its path.

    Raises ``CaseError`` where the case is built in or no folder, and where the name is none or taken already.
    """
    folder = case_folder(case)
    if case in built_in() or not (folder / FRAME).is_file():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    if fault := name_fault(name):
        raise CaseError(f"{folder}: {kind}: found {name!a}, expected {fault}; nothing was written")
    with taken(folder) as place:
        path = inside(place, kind, f"{name}.toml")
        if path.exists() or path.is_symlink():
            raise CaseError(
                f"{path}: a {kind.removesuffix('s')} is there already; nothing was written; move it away, or "
                "give another name"
            )
        write_taken(place, {f"{kind}/{name}.toml": text.encode("utf-8")})
    return folder / kind / f"{name}.toml"
