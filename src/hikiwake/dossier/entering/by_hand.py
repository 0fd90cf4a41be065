"""A row of a case as somebody enters it by hand: its cells read, and held against the whole case as ``check`` does.

Every fault is told at once, each with its column, and nothing of a row that has one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli_w

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entering.differences import Change, applied, cells_of, rows_in
from hikiwake.dossier.entering.lists import editable, lists
from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.analyses.file import analyses_table
from hikiwake.dossier.folder.cells import MisfitError
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.known.rows import MOST_KEPT, Rows, Same, rows_from
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.errors import CaseError
from hikiwake.wording.phrases import tally


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong in a row: its kind and id, the column ("" for the row as a whole), what was found, and expected."""

    kind: str
    id: str
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        """The misfit in one line."""
        return f"{self.column or self.id}: found {self.found!r}, expected {self.expected}"


class MisfitsError(CaseError):
    """What was entered does not fit: each misfit, and that nothing was changed."""

    def __init__(self, misfits: Iterable[Misfit]) -> None:
        """Keep them all."""
        self.misfits = tuple(misfits)
        told = "; ".join(f"{each.kind} {each.id}, {each}".replace(" ,", ",") for each in self.misfits)
        super().__init__(f"{tally(len(self.misfits), 'fault')}; nothing was changed: {told}")

    def of(self, kind: str, id_: str) -> dict[str, str]:
        """What is said of the columns of one row; of other rows under "", by name."""
        told: dict[str, str] = {}
        for each in self.misfits:
            own = (each.kind, each.id) == (kind, id_)
            what = f"found {each.found!r}, expected {each.expected}" if own else f"{each.kind}, {each.id}, {each}"
            column = each.column if own else ""
            told[column] = f"{told[column]}; {what}" if column in told else what
        return told


def row_entered(kind: str, cells: Mapping[str, str]) -> Any:
    """The row that cells by column make up; a cell that is not named is empty. Raises ``MisfitsError``.

    >>> row_entered("issues", {"id": "quota", "title": "Who may draw how much"}).title
    'Who may draw how much'
    """
    table, values, misfits = editable()[kind], dict[str, Any](), list[Misfit]()
    for column in table.columns:
        headers = column.codec.headers
        try:
            values[column.field] = column.codec.parse([cells.get(header, "").strip() for header in headers])
        except MisfitError as misfit:
            misfits.append(Misfit(kind, cells.get("id", ""), headers[misfit.cell], misfit.found, misfit.expected))
    if misfits:
        raise MisfitsError(misfits)
    return table.entry(**values)


def with_row(dossier: Dossier, kind: str, row: Any) -> Dossier:
    """The case with a row in place of the one of its id, or as a new one at the end."""
    return applied(dossier, (Change(kind, row.id, cells_there(dossier, kind, row.id), _cells(kind, row)),))


def without_row(dossier: Dossier, kind: str, id_: str) -> Dossier:
    """The case without a row; an event goes with its mentions, and passages that nothing else cites go, too.

    Raises ``CaseError`` where there is no such row.
    """
    there = cells_there(dossier, kind, id_)
    if there is None:
        raise CaseError(f"{id_}: no such row of {kind} any more; nothing was changed")
    row = dossier.by_id.get(id_) if kind in tables() else None
    inside = [each.id for event in dossier.events if event.id == id_ for each in event.mentions]
    gone = [("mentions", each) for each in inside] if kind == "events" else []
    after = applied(dossier, [Change(*each, cells_there(dossier, *each), None) for each in ((kind, id_), *gone)])
    cited = {passage for entry in after.by_id.values() for passage in entry.passages}
    cited |= {passage for doubt in after.doubts for passage in doubt.against}
    left = [each for each in dict.fromkeys(row.passages if row else ()) if each not in cited]
    return applied(after, [Change("passages", each, cells_there(after, "passages", each), None) for each in left])


def cells_there(dossier: Dossier, kind: str, id_: str) -> tuple[str, ...] | None:
    """The cells of a row as it stands in the case, or ``None``."""
    return next((_cells(kind, row) for row in rows_in(dossier, kind) if row.id == id_), None)


def _cells(kind: str, row: Any) -> tuple[str, ...]:
    return cells_of(editable()[kind], row)


def refuse_misfits(dossier: Dossier) -> None:
    """Raise ``MisfitsError`` with all that ``check`` would find between the rows of a case."""
    rows = {kind: rows_from(rows_in(dossier, kind)) for kind in tables()}
    weighed = _weighed(Same(dossier.analyses))
    reading = Examination(Path(), dossier.case, dossier.documents, {**rows}, analyses=dossier.analyses, weighed=weighed)
    if misfits := [_misfit(each, rows) for each in dangling(reading)]:
        raise MisfitsError(misfits)


@lru_cache(maxsize=MOST_KEPT)
def _weighed(analyses: Same) -> TomlFile:
    return TomlFile(HYPOTHESES, tomli_w.dumps(analyses_table(analyses.value)))


def _misfit(fault: Fault, rows: Mapping[str, Rows]) -> Misfit:
    """A fault with the id of its row in place of the line."""
    kind, _, ending = fault.file.rpartition(".")
    if ending == "csv" and fault.line:
        return Misfit(kind, rows[kind][fault.line - 1][1].id, fault.column, fault.found, fault.expected)
    named, _, rest = fault.column.partition(".")
    if named in lists() and rest:
        id_, _, column = rest.rpartition(".")
        return Misfit(named, id_, column, fault.found, fault.expected)
    return Misfit(named, fault.found, "id", fault.found, fault.expected)


def referring(table: Table) -> Iterator[tuple[str, str]]:
    """The columns of a table that hold ids, each with what these are ids of.

    >>> dict(referring(editable()["positions"]))["on"]
    'issues or formulas'
    """
    for column in table.columns:
        if column.refers:
            yield column.codec.headers[0], column.refers
