"""An analysis of competing hypotheses put into a case: at the end of its file, all else left as it is."""

from __future__ import annotations

from pathlib import Path

from hikiwake.dossier.folder.analyses.file import FILE
from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.dossier.folder.frame import FRAME
from hikiwake.dossier.folder.writing import meaning
from hikiwake.errors import CaseError
from hikiwake.storage.writing import taken, write_taken


def add_analysis(case: str | Path, text: str) -> Path:
    """Write the text of an analysis at the end of ``hypotheses.toml`` of a case; the file's path.

    Raises ``CaseError`` where the case is built in or no folder, where its file has faults, and where an id is taken.
    """
    folder = case_folder(case)
    if case in built_in() or not (folder / FRAME).is_file():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    with taken(folder) as place:
        path = place / FILE
        there = path.read_text(encoding="utf-8") if path.is_file() else ""
        if meaning(FILE, there)[1]:
            raise CaseError(f"{folder / FILE}: has faults, which `hikiwake check` tells; nothing was written")
        joined = f"{there.rstrip()}\n\n{text}" if there.strip() else text
        if meaning(FILE, joined)[1]:
            raise CaseError(
                f"{folder / FILE}: an analysis of this id is there already; nothing was written; print the draft, "
                "or give the one there another id"
            )
        write_taken(place, {FILE: joined.encode("utf-8")})
    return folder / FILE
