"""What taking a file into a case has come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.wording.entering.taking import told


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: how many things are new and how many were there, each new one, and what was left out.

    what: one of doubts, proposals, rows, codes
    """

    what: str
    new: Sequence[str] = ()
    known: int = 0
    left_out: Sequence[str] = ()
    notes: Sequence[str] = ()

    @property
    def sentences(self) -> list[str]:
        """The same in words."""
        return told(self.what, len(self.new), self.known, self.notes)

    def as_record(self) -> dict[str, Any]:
        """Plain values, as ``--json`` prints them."""
        return {"what": self.what, "new": [*self.new], "known": self.known, "left_out": [*self.left_out],
                "notes": [*self.notes]}  # fmt: skip
