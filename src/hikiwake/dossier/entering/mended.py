"""What a mending of a case filled in, and what it could not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from hikiwake.dossier.folder.faults import Fault
from hikiwake.wording.entering import filled_in, not_filled_in


@dataclass(frozen=True, slots=True, order=True)
class Filling:
    """A cell that was filled: the file, the column, the line, and the value."""

    file: str
    column: str
    line: int
    value: str


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """A cell that could not be filled, and why."""

    file: str
    line: int
    column: str
    why: str


@dataclass
class Mended:
    """All that was filled and all that was left, as a mending goes on."""

    filled: list[Filling] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[str]:
        """One line for each column of a file that was filled, and for each cell that was not."""
        for (file, column), cells in groupby(sorted(self.filled), key=lambda each: (each.file, each.column)):
            each = list(cells)
            yield filled_in(file, column, [cell.line for cell in each], each[0].value)
        for (file, column, why), cells_ in groupby(sorted(self.left, key=_kind), key=_kind):
            yield not_filled_in(file, column, [cell.line for cell in cells_], why)

    def told_once(self, faults: Sequence[Fault]) -> list[Fault]:
        """The faults of a case, where a cell could not be filled with the reason; what is told so is not told again."""
        why = {(each.file, each.line, each.column): each.why for each in self.left}
        places = {(fault.file, fault.line, fault.column) for fault in faults}
        told = [replace(f, expected=why.get((f.file, f.line, f.column), f.expected)) for f in faults]
        self.left = [each for each in self.left if (each.file, each.line, each.column) not in places]
        return told

    def as_record(self) -> dict[str, Any]:
        """The same as plain values."""
        filled = [{"file": f.file, "line": f.line, "column": f.column, "value": f.value} for f in sorted(self.filled)]
        left = [{"file": f.file, "line": f.line, "column": f.column, "why": f.why} for f in sorted(self.left)]
        return {"filled": filled, "left": left}


def _kind(left: Left) -> tuple[str, str, str]:
    return left.file, left.column, left.why
