"""Files that come in: read only where they are files, as large as expected, and UTF-8; else told in a few words."""

from __future__ import annotations

import stat
from pathlib import Path

from hikiwake.errors import HikiwakeError

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class UnreadError(HikiwakeError):
    """A file that cannot be read: what was found, what was expected, and the line and column where there are any."""

    def __init__(self, found: str, expected: str, line: int = 0, column: str = "") -> None:
        """Keep both sides of the fault and its place (line 0: the file as a whole)."""
        super().__init__(f"found {found}, expected {expected}")
        self.found, self.expected, self.line, self.column = found, expected, line, column


def kind_of(path: Path) -> str:
    """What stands at a path where it is no file, in a few words; empty for a file.

    >>> kind_of(Path("no such place")), kind_of(Path("."))
    ('no such file', 'a folder')
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "a link that leads nowhere" if path.is_symlink() else "no such file"
    except (OSError, ValueError) as error:  # a folder on the way that may not be entered; a name with NUL
        return f"a file that cannot be reached ({getattr(error, 'strerror', None) or error})"
    return "" if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "no file")


def refuse_unfit(path: Path, most: int) -> None:
    """Raise ``UnreadError`` where there is no file, or one of more than ``most`` bytes; nothing is opened."""
    if kind := kind_of(path):
        raise UnreadError(kind, "a file")
    if (size := path.stat().st_size) > most:
        raise UnreadError(f"more than {most:,} bytes ({size:,} bytes)", f"at most {most:,}; split it")


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a file of at most ``most`` bytes. Raises ``UnreadError``; a pipe or device is never opened."""
    refuse_unfit(path, most)
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise UnreadError(error.strerror or str(error), "a file that you may read; change its rights") from error


def text_of(path: Path, most: int) -> str:
    """The text of such a file, as UTF-8 without the mark at its begin. Raises ``UnreadError``."""
    return decoded(content_of(path, most))


def decoded(content: bytes) -> str:
    """The text that bytes are as UTF-8, without the mark at its begin. Raises ``UnreadError``.

    >>> decoded(b"\\xef\\xbb\\xbfwater")
    'water'
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = f"what is not UTF-8 (0x{content[error.start]:02x} at byte {error.start})"
        raise UnreadError(found, "UTF-8; save the file as UTF-8", line) from error
