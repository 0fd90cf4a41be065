"""A piece of a table parsed: every field as text, every row with its number, and the rows that have other fields.

A clean piece is parsed as a whole by Polars, on all cores. Where a piece is not clean the rows at fault are found one
by one: by counting separators where nothing is quoted, else by reading record by record.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hikiwake.relation.importing.columns import ROW
from hikiwake.relation.importing.faults import BadRow, bad

if TYPE_CHECKING:
    import polars as pl

TOGETHER = 100_000  # rows that are coded together
LONGEST_FIELD = 10_000_000  # characters
MOST_LINES = 10_000  # of one record


@dataclass(slots=True)
class Parsed:
    """The rows of a piece as columns ``c0``, ``c1``, ... and ``row``; how many rows it has in all, and those at fault.

    ``trimmed`` counts rows that ended in surplus separators, which were left out.
    """

    frame: pl.DataFrame
    rows: int
    bad: list[BadRow] = field(default_factory=list)
    trimmed: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written: how many fields a row has, and what separates and quotes them."""

    width: int
    separator: str
    quote: str = '"'

    def parse(self, piece: bytes, first: int) -> Parsed:
        """Parse a piece whose first row has a number.

        >>> parsed = Table(2, ",").parse(b'a,b\\nc\\n"d",e\\n', 1)
        >>> parsed.frame.rows(), [(each.row, each.reason) for each in parsed.bad]
        ([('a', 'b', 1), ('d', 'e', 3)], [(2, 'found 1 field, expected 2')])
        """
        if not piece:
            return Parsed(self.empty(), 0)
        quoted = self.quote and self.quote.encode() in piece
        return self._quoted(piece, first) if quoted else self._unquoted(piece, first)

    def empty(self) -> pl.DataFrame:
        """No rows, in the same columns."""
        import polars as pl

        return pl.DataFrame(schema={**dict.fromkeys(self._columns, pl.String), ROW: pl.Int64})

    @property
    def _columns(self) -> list[str]:
        return [f"c{number}" for number in range(self.width)]

    def _fast(self, piece: bytes, quote: str, first: int = 1) -> pl.DataFrame | None:
        """The piece as Polars parses it, its rows numbered; nothing where it cannot, as of a row too long."""
        import polars as pl

        try:
            lines = pl.scan_csv(
                piece,
                separator=self.separator,
                quote_char=quote or None,
                has_header=False,
                schema=dict.fromkeys(self._columns, pl.String),
                empty_string_is_null=False,
                truncate_ragged_lines=False,
            )
            number = (pl.col(ROW).cast(pl.Int64) + first).alias(ROW)
            return lines.with_row_index(ROW).select(*self._columns, number).collect()
        except pl.exceptions.PolarsError:
            return None

    def _may_lack(self, frame: pl.DataFrame) -> bool:
        """Whether a row may have too few fields: where it does, its last one is empty. None has too many."""
        return bool((frame[self._columns[-1]] == "").any())

    def _unquoted(self, piece: bytes, first: int) -> Parsed:
        """Parse a piece in which nothing is quoted: a line is a row."""
        frame = self._fast(piece, "", first)
        if frame is not None:
            expected = len(frame) * (self.width - 1)
            if not self._may_lack(frame) or (self.width > 1 and piece.count(self.separator.encode()) == expected):
                return Parsed(frame, len(frame))
        return self._by_counting(piece, first)

    def _by_counting(self, piece: bytes, first: int) -> Parsed:
        """Find the lines at fault by the number of their separators, and parse the others."""
        lines = piece.removesuffix(b"\n").split(b"\n")
        separator, expected = self.separator.encode(), self.width - 1
        good, numbers, faults, trimmed, number = list[bytes](), list[int](), list[BadRow](), 0, first - 1
        for line in lines:
            line = line.removesuffix(b"\r")
            if not line and self.width > 1:  # a blank line is no row
                continue
            number += 1
            surplus = line.count(separator) - expected
            if surplus > 0 and line.endswith(separator * surplus):
                line, surplus, trimmed = line[:-surplus], 0, trimmed + 1
            if reason := _reason(line, surplus, self.width):
                faults.append(bad(number, reason, line))
            else:
                good.append(line)
                numbers.append(number)
        rest = self._fast(b"\n".join(good), "") if good else None
        if rest is None or len(rest) != len(good):
            rest = self._frame([line.decode().split(self.separator) for line in good])
        return Parsed(_numbered(rest, numbers), number - first + 1, faults, trimmed)

    def _quoted(self, piece: bytes, first: int) -> Parsed:
        """Parse a piece in which something is quoted."""
        if piece.count(self.quote.encode()) % 2 == 0:
            frame = self._fast(piece, self.quote, first)
            if frame is not None and not self._may_lack(frame):
                return Parsed(frame, len(frame))
        return self._by_record(piece, first)

    def _by_record(self, piece: bytes, first: int) -> Parsed:
        """Read record by record; where one has other fields only its first line is set aside."""
        good, numbers, faults, trimmed, number = list[list[str]](), list[int](), list[BadRow](), 0, first - 1
        for fields, raw in _records(piece, self.separator, self.quote, self.width):
            number += 1
            surplus = len(fields) - self.width
            if surplus > 0 and not any(fields[self.width :]):
                fields, surplus, trimmed = fields[: self.width], 0, trimmed + 1
            if reason := _reason(raw, surplus, self.width):
                faults.append(bad(number, reason, raw))
            else:
                good.append(fields)
                numbers.append(number)
        return Parsed(_numbered(self._frame(good), numbers), number - first + 1, faults, trimmed)

    def _frame(self, rows: list[list[str]]) -> pl.DataFrame:
        import polars as pl

        return pl.DataFrame(rows, schema=dict.fromkeys(self._columns, pl.String), orient="row")


def _numbered(frame: pl.DataFrame, numbers: Sequence[int]) -> pl.DataFrame:
    """The frame with the numbers of its rows."""
    import polars as pl

    return frame.with_columns(pl.Series(ROW, numbers, dtype=pl.Int64))


def together(parts: Iterable[Parsed], rows: int = TOGETHER) -> Iterator[Parsed]:
    """The same rows in parts of at least so many, but for the last.

    >>> parts = [Table(1, ",").parse(f"{number}\\n".encode(), number + 1) for number in range(3)]
    >>> [part.frame.rows() for part in together(parts, 2)]
    [[('0', 1), ('1', 2)], [('2', 3)]]
    """
    held: list[Parsed] = []
    for part in parts:
        held.append(part)
        if sum(each.rows for each in held) >= rows:
            yield _one(held)
            held = []
    if held:
        yield _one(held)


def _one(parts: Sequence[Parsed]) -> Parsed:
    import polars as pl

    faults = [fault for part in parts for fault in part.bad]
    frame = pl.concat([part.frame for part in parts])
    return Parsed(frame, sum(part.rows for part in parts), faults, sum(part.trimmed for part in parts))


def _reason(line: bytes, surplus: int, width: int) -> str:
    """Why a line is no row of so many fields; empty where it is one."""
    if surplus:
        found = width + surplus
        return f"found {found} field{'s' if found != 1 else ''}, expected {width}"
    try:
        line.decode()
    except UnicodeDecodeError:
        return "not UTF-8"
    return ""


class _Lines(Iterator[str]):
    """Lines that can be gone back to."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at, self.until = lines, 0, 0

    def __next__(self) -> str:
        if self.at >= min(len(self.lines), self.until):
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]


def _records(piece: bytes, separator: str, quote: str, width: int) -> Iterator[tuple[list[str], bytes]]:
    """The fields of each record, with its bytes; after a record with other fields reading goes on at its next line."""
    text = piece.decode("utf-8", "surrogateescape").removesuffix("\n")
    lines = _Lines([f"{line}\n" for line in text.split("\n")])
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        while lines.at < len(lines.lines):
            start = lines.at
            lines.until = start + MOST_LINES
            fields = _record(lines, separator, quote)
            if len(fields) != width and lines.at > start + 1:
                lines.at = start + 1
                fields = _alone(lines.lines[start], separator, quote)
            if fields or width == 1:
                raw = "".join(lines.lines[start : lines.at]).rstrip("\r\n")
                yield fields, raw.encode("utf-8", "surrogateescape")
    finally:
        csv.field_size_limit(before)


def _record(lines: _Lines, separator: str, quote: str) -> list[str]:
    """The fields of the next record; none for a blank line. A quotation that ends within a field ends no record."""
    start = lines.at
    try:
        return next(csv.reader(lines, delimiter=separator, quotechar=quote, strict=True), [])
    except csv.Error:
        lines.at = start + 1
        return _alone(lines.lines[start], separator, quote)


def _alone(line: str, separator: str, quote: str) -> list[str]:
    """The fields of one line by itself, a quotation in it taken as it may be meant."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=separator, quotechar=quote), [])
    except csv.Error:
        return line.rstrip("\r\n").split(separator)
