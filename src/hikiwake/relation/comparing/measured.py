"""What is read of a published file: values by period, what stands behind each, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Measured:
    """A value in a period, and how much stands behind it, ``None`` where that is not counted."""

    period: Period
    value: float
    count: int | None


@dataclass(frozen=True, slots=True)
class Read:
    """The values of a file in order of time, how many rows on the dyad were set aside, and which sides occur at all."""

    values: tuple[Measured, ...]
    aside: int
    seen: tuple[bool, bool] = (True, True)
