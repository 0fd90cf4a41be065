"""A case packed into one file: a zip archive of its folder, or a workbook with a sheet for each table.

Either is unpacked into a folder of its own and read there, so that it goes through the same checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import refusal
from hikiwake.dossier.folder.frame import FRAME
from hikiwake.dossier.folder.packed.archives import files_of_archive
from hikiwake.dossier.folder.packed.workbooks import files_of_workbook
from hikiwake.dossier.folder.reading import examine
from hikiwake.dossier.folder.writing import refuse_different
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError

_FILES: dict[str, Callable[[Path], Iterator[tuple[str, bytes]]]] = {
    ".zip": files_of_archive,
    ".xlsx": files_of_workbook,
}


def is_packed(path: Path) -> bool:
    """Whether a file is by its ending a packed case."""
    return path.suffix.lower() in (".zip", ".xlsx")


def read_packed(path: Path) -> Dossier:
    """The dossier in a packed case. Raises ``CaseError`` with the first faults where there are any."""
    reading = examine_packed(path)
    if reading.faults:
        raise refusal(path, reading.faults)
    return reading.dossier()


def examine_packed(path: Path) -> Examination:
    """Read a packed case and note every fault. Raises ``CaseError`` only where there is no case at all."""
    try:
        with TemporaryDirectory(prefix="hikiwake-") as scratch:
            folder = Path(scratch)
            for name, content in _FILES[path.suffix.lower()](path):
                place = folder.joinpath(*name.split("/"))
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(content)
            if not (folder / FRAME).is_file():
                raise CaseError(f"{path}: holds no {FRAME}; give a case that `hikiwake export` packed")
            return replace(examine(folder), folder=path)
    except UnreadError as error:
        raise CaseError(f"{path}: {error}") from None


def refuse_unread(dossier: Dossier, contents: Mapping[str, bytes]) -> None:
    """Raise ``CaseError`` where a packed case would not be read as the dossier that it was written from."""
    with TemporaryDirectory(prefix="hikiwake-") as scratch:
        for name, content in contents.items():
            file = Path(scratch) / name
            file.write_bytes(content)
            refuse_different(dossier, Path(name), examine_packed(file))
