"""How the columns of a table lie in a file: which cells hold which value, in whatever order the header has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.dossier.folder.cells import Codec, MisfitError, unescape
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.tables import Table
from hikiwake.storage.incoming import UnreadError
from hikiwake.wording.terminal.near import did_you_mean

QUOTE = "quote"  # a column that any table may have: the sentence of a passage that is still to be found
_BY_QUOTE = {"passages", "passage", "mentions"}
_PENDING = "no sentence of a document; `hikiwake check CASE --fix --library FOLDER` makes a passage of it"


@dataclass(frozen=True)
class Layout:
    """The fields of a table, each with its codec and the numbers of its cells; ``width`` is that of a row.

    quote: the number of the cell with a sentence that is still to be found, or -1
    """

    table: Table
    fields: tuple[tuple[str, Codec, tuple[int, ...]], ...]
    width: int
    quote: int

    @classmethod
    def under(cls, table: Table, header: Sequence[str]) -> Layout:
        """The layout under a header line; empty cells at its end are none, and optional columns may be missing.

        Raises ``UnreadError`` for a header that lacks a column or has one that the table does not know.
        """
        names = [name.strip().casefold() for name in header]
        while names and not names[-1]:
            names.pop()
        if fault := _header_fault(table, names):
            raise fault
        fields = tuple((column.field, column.codec, cells) for column, cells in table.columns_under(names))
        return cls(table, fields, len(names), names.index(QUOTE) if QUOTE in names else -1)

    @property
    def id_cell(self) -> int:
        """The number of the cell with a row's id."""
        return next((numbers[0] for field, _, numbers in self.fields if field == "id"), 0)

    def entry(self, line: int, cells: list[str], faults: list[Fault]) -> Any:
        """The entry of one row, or ``None`` with a fault for every cell that does not fit."""
        if len(cells) == self.quote == self.width - 1:  # a row from before the table had a last column `quote`
            cells = [*cells, ""]
        if len(cells) != self.width:
            faults.append(Fault(self.table.file, line, "", f"{len(cells)} cells", self._wanted()))
            return None
        cells = [unescape(cell) if cell[:1] == "'" else cell for cell in cells]
        before = len(faults)
        if quoted := self.quote >= 0 and bool(cells[self.quote].strip()):
            faults.append(Fault(self.table.file, line, QUOTE, cells[self.quote], _PENDING))
        values: dict[str, Any] = {}
        for field, codec, numbers in self.fields:
            try:
                values[field] = codec.parse([cells[number] for number in numbers])
            except MisfitError as misfit:
                if not (quoted and (field in _BY_QUOTE or not misfit.found)):
                    header = codec.headers[misfit.cell]
                    faults.append(Fault(self.table.file, line, header, misfit.found, misfit.expected))
        return self.table.entry(**values) if len(faults) == before else None

    def _wanted(self) -> str:
        headers = [header for _, codec, _ in self.fields for header in codec.headers]
        return f"{self.width} cells: {','.join(headers)}"


def filled(rows: Iterable[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, without the empty cells that stand beyond the last column."""
    for line, cells in rows:
        if any(map(str.strip, cells)):
            yield line, cells if any(cells[width:]) else cells[:width]


def _header_fault(table: Table, names: Sequence[str]) -> UnreadError | None:
    """What is wrong with a header: a column twice, one that is missing, or one that the table does not have."""
    known = {header for column in table.columns for header in column.codec.headers} | {QUOTE}
    listed = ",".join(table.headers)
    if twice := next((name for at, name in enumerate(names) if name in names[:at]), ""):
        return UnreadError(twice, f"each column once, in {listed}", 1, twice)
    missing = [header for header in table.needed if header not in names]
    unknown = [name for name in names if name not in known]
    if missing:
        place = table.headers.index(missing[0])
        found = unknown[0] if unknown else names[place] if place < len(names) else "nothing"
        likely = did_you_mean(found, missing) if unknown else ""
        said = f"{missing[0]} there, in {listed}{likely}"
        return UnreadError(found, said, 1, found if place < len(names) or unknown else f"column {place + 1}")
    if unknown:
        likely = did_you_mean(unknown[0], [header for header in table.headers if header not in names])
        return UnreadError(unknown[0], f"no column after {table.headers[-1]}{likely}", 1, unknown[0])
    return None
