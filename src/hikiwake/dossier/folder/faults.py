"""A fault of a case folder: the file, the line and the column, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError

MOST_TOLD = 10
MOST_FAULTS = 1_000  # of one file; where there are more, they have few causes


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``line`` counts from 1 (0: the file as a whole); ``column`` is the column's header or the key."""

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
        found = self.found if len(self.found) <= 80 else f"{self.found[:77]}..."
        return f"{place}{column}: found {found!r}, expected {self.expected}"


def too_many() -> UnreadError:
    """What stands for all faults of a file after the first ``MOST_FAULTS``."""
    return UnreadError(f"more than {MOST_FAULTS:,} faults", "fewer; mend the first, which often mends others")


def refusal(folder: object, faults: Iterable[Fault]) -> CaseError:
    """The error with which a faulty case is refused: its first faults and how to see them all."""
    told = [str(fault) for fault in faults]
    more = f"\n  and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    count = f"{len(told)} fault" + ("s" if len(told) > 1 else "")
    lines = "\n  ".join(told[:MOST_TOLD])
    return CaseError(f"{folder}: {count}; nothing was changed\n  {lines}{more}\n`hikiwake check` lists every fault")
