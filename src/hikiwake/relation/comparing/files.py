"""A published file as users have it: comma-, semicolon- or tab-separated, plain or gzipped; row by row, with bounds."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hikiwake.errors import HikiwakeError
from hikiwake.storage.incoming import UnreadError, refuse_unfit

LARGEST = 4_000_000_000  # bytes of a file
MOST_TEXT = 8_000_000_000  # characters of what it holds
LONGEST_LINE = 1_000_000  # characters
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Published:
    """A file with a header: its path, the SHA-256 sum of its bytes, its columns as they are named, what parts them."""

    path: Path
    sha256: str
    columns: tuple[str, ...]
    separator: str

    @property
    def named(self) -> str:
        """Its name and its sum, as a series keeps them."""
        return f"{self.path.name} sha256:{self.sha256}"

    def has(self, columns: Iterator[str] | tuple[str, ...]) -> bool:
        """Whether it has all of some columns, in capital letters or not."""
        own = {name.casefold() for name in self.columns}
        return all(name.casefold() in own for name in columns)

    def places(self, columns: dict[str, str]) -> dict[str, int]:
        """The numbers of the columns by what they hold; of those only that are there."""
        numbers = {name.casefold(): number for number, name in reversed([*enumerate(self.columns)])}
        return {what: numbers[name.casefold()] for what, name in columns.items() if name.casefold() in numbers}

    def rows(self) -> Iterator[list[str]]:
        """The rows below the header that are as long as it. Raises ``HikiwakeError`` for what cannot be read on."""
        try:
            with _text(self.path) as text:
                reader = csv.reader(_lines(text), delimiter=self.separator)
                next(reader, None)
                yield from (row for row in reader if len(row) == len(self.columns))
        except (UnreadError, csv.Error, OSError, EOFError, zlib.error) as error:
            raise HikiwakeError(f"{self.path}: {_said(error)}") from error


def published(path: Path | str) -> Published:
    """A file by its header and its sum. Raises ``HikiwakeError`` where it is none, too large, or without a header."""
    place = Path(path)
    try:
        refuse_unfit(place, LARGEST)
        with place.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        with _text(place) as text:
            header = next(_lines(text), "")
        separator = max("\t;,", key=header.count)
        columns = next(csv.reader([header], delimiter=separator), [])
    except (UnreadError, csv.Error, OSError, EOFError, zlib.error) as error:
        raise HikiwakeError(f"{place}: {_said(error)}") from error
    if not any(map(str.strip, columns)):
        raise HikiwakeError(f"{place}: found an empty file, expected a header line and rows")
    return Published(place, digest, tuple(map(str.strip, columns)), separator)


def _text(path: Path) -> io.TextIOWrapper:
    """The text of a file; what is not UTF-8 in it stands as replacement signs, for codes and numbers never are."""
    with path.open("rb") as file:
        begun = file.read(2)
    opened = gzip.open if begun == _GZIP else open
    return opened(path, "rt", encoding="utf-8-sig", errors="replace", newline="")


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a text. Raises ``UnreadError`` for a line, or a text, without end."""
    size = 0
    while line := text.readline(LONGEST_LINE):
        size += len(line)
        if len(line) == LONGEST_LINE or size > MOST_TEXT:
            raise UnreadError("a line, or a text, without end", f"lines of less than {LONGEST_LINE:,} characters")
        yield line


def _said(error: Exception) -> str:
    if isinstance(error, UnreadError):
        return str(error)
    if isinstance(error, csv.Error):
        return f"found what is no table ({error}), expected values with commas, semicolons or tabs between"
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return "found a gzip file that is broken off or damaged, expected a whole one; get the file again"
    return f"found a file that cannot be read ({getattr(error, 'strerror', None) or error}), expected one that can"
