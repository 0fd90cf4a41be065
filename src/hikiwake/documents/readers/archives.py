"""The documents of a zip archive, unpacked under numbers for as long as they are read, so that no name in it is a path.

What is in it and is not read is told by its name. Names are as the archive has them: with the separators of another
system, and, where they are not said to be UTF-8, in the encoding that they are most like.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hikiwake.documents.readers.encodings import encoding_of
from hikiwake.documents.readers.files import KINDS, LARGEST_FILE
from hikiwake.documents.readers.folders import other_kind
from hikiwake.documents.readers.read import UnfitError
from hikiwake.documents.readers.word import refuse_bomb
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.names import name_refused
from hikiwake.storage.zips import BROKEN

MOST_PACKED = 10_000  # files of one archive
MOST_TOLD = 100  # members that are not read
_SAYS_UTF8 = 0x800  # the flag of a name that is UTF-8


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document of an archive: where it lies, its name there, and why it may not be read, if so."""

    path: Path
    name: str
    fault: str = ""


@contextmanager
def unpacked(archive: Path) -> Iterator[list[Incoming]]:
    """The documents of a zip archive, unpacked for as long as they are read. Raises ``UnfitError`` for what may not be.

    Names that lead out of the archive, archives inside it and files of unknown kinds have a fault and are not unpacked.
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
    named = [(each, name_in(each)) for each in parts.infolist() if not each.is_dir()]
    shown = [(each, name) for each, name in named if not _is_hidden(name)]
    faults = {name: fault for _, name in shown if (fault := _fault(name))}
    good = [(each, name) for each, name in shown if name not in faults]
    if len(good) > MOST_PACKED:
        raise UnfitError(f"{len(good):,} documents; archives of up to {MOST_PACKED:,} are read; split it")
    for number, (each, name) in enumerate(good):
        path = folder / f"{number}{PurePosixPath(name).suffix.lower()}"
        path.write_bytes(parts.read(each))
        yield Incoming(path, PurePosixPath(name).name)
    yield from (Incoming(folder, name, fault) for name, fault in [*faults.items()][:MOST_TOLD])
    if len(faults) > MOST_TOLD:
        yield Incoming(folder, f"{len(faults) - MOST_TOLD:,} more", "of kinds or names that are not read")


def name_in(part: zipfile.ZipInfo) -> str:
    """The name of a member, its folders apart by ``/``, in the encoding that it is most like.

    >>> part = zipfile.ZipInfo("notes.txt")
    >>> part.filename = "letters\\\\" + "протест.txt".encode("cp866").decode("cp437")
    >>> name_in(part)
    'letters/протест.txt'
    """
    name = part.filename
    if not part.flag_bits & _SAYS_UTF8 and not name.isascii():
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode(encoding_of(raw) or "cp437", "replace")
    return name.replace("\\", "/")


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith((".", "Thumbs.db", "desktop.ini"))


def _fault(name: str) -> str:
    """Why a member is not read; nothing for a document."""
    path = PurePosixPath(name)
    if odd := next(filter(None, map(name_refused, path.parts)), ""):
        return odd
    if path.suffix.lower() in KINDS:
        return ""
    if path.suffix.lower() == ".zip":
        return "an archive in an archive; unpack it"
    return other_kind(Path(name)) or "a file of an unknown kind"
