"""The words beside marks: right of one, or left of it where there is no room, and only where nothing is in the way."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures.timeline.fanning import Box

AFTER, TALL = 3.5, 0.95  # the room before the words; half their height, in letters


@dataclass(frozen=True, slots=True)
class Label:
    """The words beside a mark: where they begin (or end, to the left of their mark), and how long they are."""

    text: str
    number: str
    x: float
    length: float
    left: bool

    def box(self, letter: float) -> Box:
        """What they take of their lane."""
        start = self.x - self.length if self.left else self.x
        return Box(start, start + self.length, letter * TALL)


def labels(text: str, number: str, reach: tuple[float, float], ends: tuple[float, float], letter: float) -> list[Label]:
    """The places for words beside what reaches so far, the better first, between two ends; a number before the words.

    >>> [(each.x, each.left) for each in labels("Talks", "", (40, 60), (0, 100), 5)]
    [(63.5, False), (36.5, True)]
    """
    length = len(text) * letter + (len(number) + (1.6 if text else 0.8)) * letter * bool(number)
    right, left = round(reach[1] + AFTER, 1), round(reach[0] - AFTER, 1)
    found = [Label(text, number, right, length, left=False)] if right + length <= ends[1] else []
    return found + ([Label(text, number, left, length, left=True)] if left - length >= ends[0] else [])
