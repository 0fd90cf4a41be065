"""Marks that coincide fan out: each gets the first height in its lane at which nothing stands in its way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

STEP = 2.4  # heights are multiples of it, so that rows look like rows
BESIDE, BETWEEN = 1.6, 0.6  # what is left free beside and between two marks
STRIP = 24.0  # the width of the strips by which neighbours are found


class Box(NamedTuple):
    """A part of a mark: from where to where it reaches, and how far above and below the middle of its mark."""

    start: float
    end: float
    half: float


class Taken:
    """What of a lane is taken: boxes with their heights, found again by the strips of the lane that they reach into."""

    def __init__(self) -> None:
        self._strips: dict[int, list[tuple[Box, float]]] = {}

    def add(self, box: Box, down: float) -> None:
        """Take what a box covers at a height."""
        for strip in _strips(box):
            self._strips.setdefault(strip, []).append((box, down))

    def beside(self, box: Box) -> list[tuple[Box, float]]:
        """The boxes that a box could meet at some height."""
        found = {each for strip in _strips(box) for each in self._strips.get(strip, ())}
        return [each for each in found if box.start < each[0].end + BESIDE and each[0].start < box.end + BESIDE]

    def is_free(self, box: Box, down: float) -> bool:
        """Whether nothing stands in the way of a box at a height."""
        return all(abs(down - at) >= box.half + other.half + BETWEEN for other, at in self.beside(box))


def fanned(marks: Sequence[Sequence[Box]]) -> tuple[list[float], Taken]:
    """How far down each of some marks stands, so that no two touch, and what they take; who comes first stands highest.

    >>> fanned([[Box(0, 10, 3)], [Box(5, 15, 3)], [Box(20, 30, 3)]])[0]
    [0.0, 7.2, 0.0]
    """
    taken = Taken()
    found = []
    for boxes in marks:
        down = _first_free(boxes, taken)
        for box in boxes:
            taken.add(box, down)
        found.append(down)
    return found, taken


def _first_free(boxes: Sequence[Box], placed: Taken) -> float:
    taken = sorted(
        (down - other.half - box.half - BETWEEN, down + other.half + box.half + BETWEEN)
        for box in boxes
        for other, down in placed.beside(box)
    )
    free = 0.0
    for start, end in taken:
        if start < free < end:
            free = _up(end)
    return free


def _strips(box: Box) -> range:
    return range(int((box.start - BESIDE) // STRIP), int((box.end + BESIDE) // STRIP) + 1)


def _up(height: float) -> float:
    return round(math.ceil(round(height / STEP, 6)) * STEP, 1)
