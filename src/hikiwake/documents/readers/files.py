"""Files that come in, of whatever kind: found in folders and archives, read within bounds, each with its text or fault.

A plain text in UTF-8 is read here; everything else in a process of its own (``apart``). What cannot be read is told
in one line, and the others go on.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hikiwake.documents.readers.apart import read_apart
from hikiwake.documents.readers.read import ReadText, UnfitError
from hikiwake.documents.readers.word import refuse_bomb
from hikiwake.storage.incoming import UnreadError, content_of, refuse_unfit
from hikiwake.storage.names import name_fault
from hikiwake.storage.zips import BROKEN

PLAIN = (".txt", ".md", ".text")
RICH = (".pdf", ".docx", ".html", ".htm", ".xhtml", ".eml")
KINDS = (*PLAIN, *RICH)
OTHER = (".doc", ".odt", ".rtf", ".epub", ".mht", ".pages", ".djvu", ".tex", ".pptx", ".msg")
LARGEST_FILE = 50_000_000  # bytes of a file that is not plain text
LARGEST_TEXT = 5_000_000  # bytes of a plain text: five thick books
MOST_PIECES = 150_000  # lines, and signs that may end a sentence
MOST_PACKED = 10_000  # files of one archive
AT_ONCE = 200
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to be read: where it lies, and under which name it is known (of one in an archive: its name there)."""

    path: Path
    name: str


def read_files(paths: Sequence[Path]) -> Iterator[tuple[Path, ReadText]]:
    """Each file with its text or its fault, in the order of the paths; faults begin with the path."""
    for first in range(0, len(paths), AT_ONCE):
        batch = paths[first : first + AT_ONCE]
        read = {path: _read_here(path) for path in batch}
        read |= dict(read_apart([path for path, each in read.items() if each is None]))
        for path in batch:
            each = read[path] or ReadText(fault="not read")
            told = each if each.fault else _bounded(each)
            yield path, replace(told, fault=f"{path}: {told.fault}") if told.fault else told


def _read_here(path: Path) -> ReadText | None:
    """A plain text in UTF-8, or the fault of a file of any kind; nothing for one that is read apart, or in odd ways."""
    try:
        if path.suffix.lower() not in PLAIN:
            refuse_unfit(path, LARGEST_FILE)
            return None
        text = content_of(path, LARGEST_TEXT).decode("utf-8")
        return None if "\0" in text or "\x1b" in text else ReadText(text)
    except UnicodeDecodeError:
        return None
    except UnreadError as error:
        return ReadText(fault=str(error))


def _bounded(read: ReadText) -> ReadText:
    """A text that has letters, and no more lines and sentences than are read, or that fault."""
    if not _LETTER.search(read.text):
        return ReadText(fault="holds no text; a scan is read once its text was recognised")
    pieces = sum(map(read.text.count, "\n.!?…。！？"))
    if pieces > MOST_PIECES:
        fault = f"{pieces:,} lines and ends of sentences; texts of up to {MOST_PIECES:,} are read; split it"
        return ReadText(fault=fault)
    return read


def found_in(path: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, by name; links that leave it, and hidden files, are passed over."""
    yield from _inside(path, path.resolve())


def _inside(folder: Path, root: Path) -> Iterator[Path]:
    """The files of a folder below a root; of the folders on the way only the names in them are kept in memory."""
    names: list[str] = []
    with suppress(PermissionError):
        names = sorted(each.name for each in folder.iterdir())
    for name in names:
        each = folder / name
        if name.startswith(".") or not each.resolve().is_relative_to(root):
            continue
        if each.is_file():
            yield each
        elif each.is_dir() and not each.is_symlink():
            yield from _inside(each, root)


@contextmanager
def unpacked(archive: Path) -> Iterator[list[Incoming]]:
    """The files of a zip archive, unpacked for as long as they are read. Raises ``UnfitError`` for what may not be.

    Names that lead out of the archive, archives inside it and files of unknown kinds are passed over.
    """
    try:
        content = content_of(archive, LARGEST_FILE)
    except UnreadError as error:
        raise UnfitError(str(error)) from None
    with TemporaryDirectory(prefix="hikiwake-") as folder:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                refuse_bomb(parts)
                yield [*_unpack(parts, Path(folder))]
        except BROKEN as error:
            if isinstance(error, UnfitError):
                raise
            raise UnfitError(f"not an archive that can be read ({error})") from None


def _unpack(parts: zipfile.ZipFile, folder: Path) -> Iterator[Incoming]:
    """Unpack the documents of an archive under numbers, so that no name in it reaches the disk."""
    names = [each for each in parts.infolist() if not each.is_dir() and _is_document(each.filename)]
    if len(names) > MOST_PACKED:
        raise UnfitError(f"{len(names):,} documents; archives of up to {MOST_PACKED:,} are read; split it")
    for number, each in enumerate(names):
        path = folder / f"{number}{PurePosixPath(each.filename).suffix.lower()}"
        path.write_bytes(parts.read(each))
        yield Incoming(path, PurePosixPath(each.filename).name)


def _is_document(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in KINDS and not any(map(name_fault, path.parts)) and not name.startswith("__MACOSX/")
