"""A case packed into one file: a zip archive of its folder, or a workbook with a sheet for each table.

Either is unpacked into a folder of its own and read there, so that it goes through the same checks. In a workbook the
sheets ``case.toml`` and ``documents.toml`` hold those files, a line a row; ``conflicts`` the models, by name.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import refusal
from hikiwake.dossier.folder.reading import FRAME, examine
from hikiwake.dossier.folder.sheets.workbooks import opened_book, texts_of_rows
from hikiwake.dossier.folder.writing import refuse_different
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.names import name_fault, name_faults

DOCUMENTS, MODELS, ABOUT = "documents.toml", "conflicts", "about"
LARGEST_ARCHIVE = 50_000_000  # bytes
LARGEST_UNPACKED = 200_000_000  # bytes of all files together
MOST_RATIO = 300  # of a file's size to what it takes in the archive
MOST_NAMES = 5_000
_KINDS = (".toml", ".csv", ".md")


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


def state_told(path: Path) -> str:
    """The digest of the record that a workbook was written from; empty where it does not say."""
    with _book(path) as sheets:
        rows = sheets(ABOUT)
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0] == "record"), "")


def _of_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a case in an archive, also where they lie in one folder of it. Raises ``UnreadError``."""
    refuse = UnreadError
    content_of(path, LARGEST_ARCHIVE)
    try:
        with zipfile.ZipFile(path) as packed:
            refuse_unfit_archive(packed)
            parts = {each.filename: each for each in packed.infolist() if not each.is_dir()}
            top = _top(parts)
            names = [name for name in parts if name.startswith(top) and _is_of_case(name.removeprefix(top))]
            for name, fault in name_faults(names_of_files(name.removeprefix(top) for name in names)):
                raise refuse(ascii(name), fault)
            for name in names:
                yield name.removeprefix(top), packed.read(parts[name])
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        if isinstance(error, UnreadError):
            raise
        raise refuse(
            f"no archive that can be read ({error})", "a zip archive, as `hikiwake export` writes one"
        ) from None


def refuse_unfit_archive(packed: zipfile.ZipFile) -> None:
    """Raise ``UnreadError`` for an archive with a name that leads out of it, or that unpacks to too much."""
    parts = packed.infolist()
    if len(parts) > MOST_NAMES:
        raise UnreadError(f"{len(parts):,} files", f"at most {MOST_NAMES:,}")
    for part in parts:
        odd = next(filter(None, map(name_fault, part.filename.rstrip("/").split("/"))), "")
        if odd:
            raise UnreadError(f"a file {part.filename!a} in the archive", odd)
        if part.file_size > MOST_RATIO * max(part.compress_size, 1_000):
            raise UnreadError(f"{part.filename}, {MOST_RATIO} times its size unpacked", "an archive that is no bomb")
    if (size := sum(part.file_size for part in parts)) > LARGEST_UNPACKED:
        raise UnreadError(f"{size:,} bytes unpacked", f"at most {LARGEST_UNPACKED:,}")


def names_of_files(names: Iterator[str]) -> Iterator[str]:
    """Names of files as one name each, so that two that a file system takes for one are found."""
    return (name.replace("/", " in ") for name in names)


def _top(names: object) -> str:
    """The folder of an archive in which the case lies, with a slash; empty where it lies in none."""
    found = [name for name in names if PurePosixPath(name).name == FRAME]  # type: ignore[attr-defined]
    outermost = min(found, key=lambda name: name.count("/"), default=FRAME)
    return outermost.removesuffix(FRAME)


def _is_of_case(name: str) -> bool:
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return path.suffix in _KINDS
    return len(path.parts) == 2 and path.parts[0] == MODELS and path.suffix == ".toml"


def _of_workbook(path: Path) -> Iterator[tuple[str, bytes]]:
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


def _joined(lines: object) -> str:
    return "\n".join(lines)  # type: ignore[call-overload,no-any-return]


@contextmanager
def _book(path: Path) -> Iterator[Callable[[str], list[list[str]]]]:
    """A workbook, asked for the rows of a sheet by its name; of one that it has not, there are none."""
    book = opened_book(path, path.parent)
    yield lambda name: texts_of_rows(book, name) if name in book.sheet_names else []


_FILES: dict[str, Callable[[Path], Iterator[tuple[str, bytes]]]] = {".zip": _of_archive, ".xlsx": _of_workbook}
