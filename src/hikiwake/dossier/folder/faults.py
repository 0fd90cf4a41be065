"""A fault of a case folder: the file, the line and the column, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from hikiwake.errors import CaseError, Found
from hikiwake.storage.incoming import UnreadError

MOST_TOLD = 10
MOST_FAULTS = 1_000  # of one file; where there are more, they have few causes


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``line`` counts from 1 (0: the file as a whole); ``column`` is the column's header or the key.

    expected: "" where what was found is a whole sentence of its own, as a fault of a conflict is
    """

    file: str
    line: int
    column: str
    found: str
    expected: str

    @classmethod
    def of(cls, file: str, error: UnreadError) -> Fault:
        """The fault that a file, or the rest of it, cannot be read."""
        return cls(file, error.line, error.column, error.found, error.expected)

    def __str__(self) -> str:
        """The fault in one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f", {self.column}" if self.column else ""
        if not self.expected:
            return f"{place}{column}: {self.found}"
        found = self.found if len(self.found) <= 80 else f"{self.found[:77]}..."
        return f"{place}{column}: found {found!r}, expected {self.expected}"

    def as_record(self) -> dict[str, Any]:
        """The fault as plain values."""
        return asdict(self)


def too_many() -> UnreadError:
    """What stands for all faults of a file after the first ``MOST_FAULTS``."""
    return UnreadError(f"more than {MOST_FAULTS:,} faults", "fewer; mend the first, which often mends others")


def refusal(folder: object, faults: Iterable[Fault]) -> CaseError:
    """The error with which a faulty case is refused: its first faults and how to see them all."""
    all_ = list(faults)
    told = [str(fault) for fault in all_]
    more = f"\n  and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    count = f"{len(told)} fault" + ("s" if len(told) > 1 else "")
    lines = "\n  ".join(told[:MOST_TOLD])
    message = f"{folder}: {count}; nothing was changed\n  {lines}{more}\n`hikiwake check` lists every fault"
    return CaseError(message, (Found(file=each.file, line=each.line, column=each.column, found=each.found,
                                     expected=each.expected) for each in all_))  # fmt: skip
