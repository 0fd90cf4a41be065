"""Changing single cells of a table's text: every other byte stays, separators, quotes, order and line ends included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from hikiwake.dossier.folder.cells import escape, unescape
from hikiwake.dossier.folder.sheets.separated import SAID, separated, separator_of
from hikiwake.storage.incoming import UnreadError

_BOM = "\ufeff"
Place = tuple[int, int, int]  # begin, end, and 0 for a cell that comes before the one at the same place


@dataclass
class SheetText:
    """The text of a table with the place of every cell; cells are changed one by one, and rows put at its end.

    Raises ``UnreadError`` for a text that is no table, or not one whose cells have a place.
    """

    text: str
    headers: Collection[str]
    rows: list[tuple[int, list[str]]] = field(init=False)
    _places: list[list[Place]] = field(init=False)
    _changes: dict[Place, str] = field(init=False, default_factory=dict)
    added: list[dict[str, str]] = field(init=False, default_factory=list)
    header: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Read the text."""
        bare = self.text.removeprefix(_BOM)
        self._separator = separator_of(bare[_said(bare) :], self.headers)
        rows = list(separated(bare, self.headers))
        places = list(_places(bare, self._separator))
        if [cells for _, cells in rows] != [[_value(bare, at) for at in row] for row in places]:
            raise UnreadError("cells that cannot be told apart", "quotes only around whole cells")
        shift = len(self.text) - len(bare)
        both = zip(rows, places, strict=True)
        said = [(row, at) for row, at in both if any(map(str.strip, row[1]))]
        self._places = [[(start + shift, end + shift, 1) for start, end, _ in at] for _, at in said]
        self.header = [name.strip().casefold() for name in said[0][0][1]] if said else []
        self.rows = [row for row, _ in said[1:]]

    def cell(self, row: int, header: str) -> str:
        """A cell of a row, counted from 0; empty where the table has no such column."""
        if header not in self.header:
            return ""
        cells, at = self.rows[row][1], self.header.index(header)
        return unescape(cells[at]) if at < len(cells) else ""

    def put(self, row: int, header: str, value: str) -> bool:
        """Put a value into a cell; whether there is such a cell."""
        if header not in self.header or self.header.index(header) >= len(self.rows[row][1]):
            return False
        at = self.header.index(header)
        self._changes[self._places[row + 1][at]] = self._written(value)
        self.rows[row][1][at] = escape(value)
        return True

    def rename(self, header: str, other: str) -> None:
        """Give a column another name."""
        at = self.header.index(header)
        self._changes[self._places[0][at]] = other
        self.header[at] = other

    def widen(self, before: str, header: str) -> None:
        """Put a column of empty cells before another."""
        at = self.header.index(before)
        for number, places in enumerate(self._places):
            if at < len(places):
                start = places[at][0]
                places.insert(at, (start, start, 0))
                self._changes[start, start, 0] = "" if number else header
        for _, cells in self.rows:
            if at < len(cells):
                cells.insert(at, "")
        self.header.insert(at, header)

    def append(self, cells: dict[str, str]) -> None:
        """Put a row at the end."""
        self.added.append(cells)

    def _written(self, value: str) -> str:
        value = escape(value)
        quoted = any(sign in value for sign in (self._separator, '"', "\n", "\r")) or value != value.strip()
        return '"' + value.replace('"', '""') + '"' if quoted else value

    def changed(self) -> str:
        """The text with every change."""
        parts, before = [], 0
        for place, value in sorted(self._changes.items()):
            parts += [self.text[before : place[0]], value, "" if place[2] else self._separator]
            before = place[1]
        text = "".join([*parts, self.text[before:]])
        if not self.added:
            return text
        end_ = "\r\n" if "\r\n" in self.text else "\n"
        gap = "" if not text or text.endswith(("\n", "\r")) else end_
        rows = ([self._written(cells.get(header, "")) for header in self.header] for cells in self.added)
        return text + gap + "".join(self._separator.join(row) + end_ for row in rows)


def _said(text: str) -> int:
    """Where the table begins after a line that names its separator."""
    match = SAID.match(text)
    return match.end() if match else 0


def _places(text: str, separator: str) -> Iterator[list[Place]]:
    """The rows of a text, each as the places of its cells, with their quotes."""
    cell = re.compile(rf'("(?:[^"]|"")*+"|[^{separator}\r\n]*+)({separator}|\r\n|\r|\n|\Z)')
    row: list[Place] = []
    at = _said(text)
    while at < len(text) or row:
        match = cell.match(text, at)
        if match is None:
            raise UnreadError("cells that cannot be told apart", "quotes only around whole cells")
        row.append((*match.span(1), 1))
        at = match.end()
        if match[2] != separator:
            yield [] if row == [(match.start(), match.start(), 1)] else row
            row = []


def _value(text: str, place: Place) -> str:
    """What a cell says, without its quotes."""
    cell = text[place[0] : place[1]]
    return cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell
