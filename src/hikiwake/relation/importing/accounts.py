"""The account of a unit: what became of the rows of each of its files, as it is written down and read again."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hikiwake.relation.importing.reading.matching import Shape


@dataclass(slots=True)
class FileCounts:
    """What became of the rows of one file."""

    rows: int = 0
    trimmed: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


def note(shape: Shape, counts: FileCounts) -> None:
    """Note which columns of a table are not those of its layout."""
    if shape.unknown:
        counts.notes.append(f"columns that the layout does not know, kept as published: {', '.join(shape.unknown)}")
    if shape.absent:
        counts.notes.append(f"columns of the layout that are not there: {', '.join(shape.absent)}")


def account(counts: FileCounts) -> dict[str, Any]:
    """What became of the rows of a file, as it is written down."""
    aside = counts.aside.total()
    told: dict[str, Any] = {"rows": counts.rows, "stored": counts.rows - aside, "aside": aside}
    more: dict[str, Any] = {"reasons": dict(counts.aside), "repaired": dict(counts.repaired), "notes": counts.notes}
    if counts.trimmed:
        more["repaired"] = {**more["repaired"], "surplus separators at the end of rows": counts.trimmed}
    return told | {name: each for name, each in more.items() if each}


def account_of(content: bytes) -> dict[str, Any]:
    """The account of a unit as Python has it."""
    return tomllib.loads(content.decode())
