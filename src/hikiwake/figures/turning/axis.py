"""The axis of the turning points: eras one after another, each with room by its length and by the turns in it.

Within an era the axis is even; the busier an era, the more room it has, so that its days do not fall together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

BY_LENGTH = 0.3  # of the axis is shared out by the length of the eras, the rest by the turns in them
APART = 30.0  # from one year that is written to the next


@dataclass(frozen=True, slots=True)
class Stretch:
    """An era on the axis: its id, its first day, and where it begins and ends."""

    id: str
    first: date
    last: date
    left: float
    right: float


def axis_of(
    days: Sequence[date], last: date, eras: Iterable[tuple[str, date]], left: float, right: float
) -> list[Stretch]:
    """The eras, by ids with first days, from the first of some days in order to a last one, each with its room."""
    first = days[0]
    inner = [(id_, day) for id_, day in eras if first < day <= last]
    before = [id_ for id_, day in eras if day <= first]
    starts = [(before[-1] if before else "", first), *inner, ("", last)]
    spans = [(id_, day, end) for (id_, day), (_, end) in pairwise(starts)]
    whole = max(1, (last - first).days)
    held = [sum(day <= each < end or each == end == last for each in days) for _, day, end in spans]
    room = [
        BY_LENGTH * (end - day).days / whole + (1 - BY_LENGTH) * (count + 0.5) / (len(days) + 0.5 * len(spans))
        for (_, day, end), count in zip(spans, held, strict=True)
    ]
    x, made = left, []
    for (id_, day, end), share in zip(spans, room, strict=True):
        width = share / sum(room) * (right - left)
        made.append(Stretch(id_, day, end, round(x, 1), round(x + width, 1)))
        x += width
    return made


def place(axis: Sequence[Stretch], day: date) -> float:
    """Where a day stands on the axis."""
    each = next((each for each in reversed(axis) if each.first <= day), axis[0])
    share = (min(day, each.last) - each.first).days / max(1, (each.last - each.first).days)
    return round(each.left + max(0.0, share) * (each.right - each.left), 1)


def ticks(axis: Sequence[Stretch]) -> list[tuple[float, int]]:
    """The years at which the axis and its eras begin, those that have room."""
    told: list[tuple[float, int]] = []
    for each in axis:
        if not told or each.left - told[-1][0] >= APART:
            told.append((each.left, each.first.year))
    return told
