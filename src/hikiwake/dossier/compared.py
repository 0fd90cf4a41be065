"""Comparison series that a case keeps: what is measured, where it is from, and its values, period by period.

They stand beside the record and are never part of it: facts of published data sets, no statements of documents.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison series: its kind, its dyad, the length of its periods, what a value means, and where it is from.

    unit: short; means: the measure in full; counts: what stands behind a value, in the singular; weighs: whether a
    value weighs as much as stands behind it. files: each with its name and the SHA-256 sum of its bytes; made_by: the
    command that made the values of them.
    """

    id: str
    title: str
    kind: str
    dyad: tuple[str, str]
    by: str
    unit: str
    means: str = ""
    counts: str = "row"
    weighs: bool = False
    source: str = ""
    licence: str = ""
    files: tuple[str, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of a comparison series in a period, and how much stands behind it, where that is counted."""

    id: str
    comparison: str
    period: Period
    value: float
    count: int | None = None
