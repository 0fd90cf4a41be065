"""Marks that coincide fan out: each gets the first height in its lane at which nothing stands in its way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

STEP = 2.4  # heights are multiples of it, so that rows look like rows
BESIDE, BETWEEN = 1.6, 0.6  # what is left free beside and between two marks


class Box(NamedTuple):
    """A part of a mark: from where to where it reaches, and how far above and below the middle of its mark."""

    start: float
    end: float
    half: float


def fanned(marks: Sequence[Sequence[Box]]) -> list[float]:
    """How far down each of some marks stands, so that no two touch; who comes first stands highest.

    >>> fanned([[Box(0, 10, 3)], [Box(5, 15, 3)], [Box(20, 30, 3)]])
    [0.0, 7.2, 0.0]
    """
    placed: list[tuple[Box, float]] = []
    found = []
    for boxes in marks:
        down = _first_free(boxes, placed)
        placed += [(box, down) for box in boxes]
        found.append(down)
    return found


def _first_free(boxes: Sequence[Box], placed: Sequence[tuple[Box, float]]) -> float:
    taken = sorted(
        (down - other.half - box.half - BETWEEN, down + other.half + box.half + BETWEEN)
        for box in boxes
        for other, down in placed
        if box.start < other.end + BESIDE and other.start < box.end + BESIDE
    )
    free = 0.0
    for start, end in taken:
        if start < free < end:
            free = _up(end)
    return free


def _up(height: float) -> float:
    return round(math.ceil(round(height / STEP, 6)) * STEP, 1)
