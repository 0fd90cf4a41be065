"""Columns of a page whose lines were stored across it: the left column is read before the right one.

Most programs store a column after the other, and then nothing is to be done. Some store line by line over the whole
page; then the words of two columns stand mixed. Such a page has a gutter: a gap of some width at one place in nearly
all lines that have words on both sides of it. It is read band by band, lines that cross the gutter parting the bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

LEAST_LINES = 5  # with words on both sides of a gutter
LEAST_SHARE = 0.8  # of the lines that have words on both sides, or across
LEAST_GAP = 8.0  # points: more than the blank between two words
LEAST_CHANGES = 5  # from the right side back to the left, in the order in which the page stores its pieces
MOST_PIECES = 4_000
STEP = 2.0  # points
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of text at one height, from left to right."""

    pieces: tuple[Box, ...]

    @property
    def bottom(self) -> float:
        """The lowest edge."""
        return min(piece[1] for piece in self.pieces)

    @property
    def top(self) -> float:
        """The highest edge."""
        return max(piece[3] for piece in self.pieces)

    def across(self, gutter: float) -> bool:
        """Whether a piece crosses the gutter, or the gap there is no wider than between words."""
        left = [right for _, _, right, _ in self.pieces if right <= gutter]
        right = [left for left, _, _, _ in self.pieces if left >= gutter]
        if len(left) + len(right) < len(self.pieces):
            return True
        return bool(left and right) and min(right) - max(left) < LEAST_GAP

    def beside(self, gutter: float) -> bool:
        """Whether it has words on both sides of the gutter, and none across."""
        sides = {left >= gutter for left, _, _, _ in self.pieces}
        return len(sides) == 2 and not self.across(gutter)


def in_columns(page: Any, text_page: Any) -> str:
    """The text of a page whose columns stand mixed, column by column; empty where nothing is to be done."""
    count = text_page.count_rects()
    if not 2 * LEAST_LINES <= count <= MOST_PIECES:
        return ""
    pieces = [text_page.get_rect(number) for number in range(count)]
    lines = lines_of(pieces)
    gutter = gutter_of(lines, page.get_width())
    if gutter is None or _changes(pieces, gutter) < LEAST_CHANGES:
        return ""
    parts = []
    for bottom, top, across in _bands(lines, gutter, page.get_height()):
        sides = [(0.0, page.get_width())] if across else [(0.0, gutter), (gutter, page.get_width())]
        parts += [str(text_page.get_text_bounded(left, bottom, right, top)).strip() for left, right in sides]
    return "\n".join(part for part in parts if part)


def lines_of(pieces: list[Box]) -> list[Line]:
    """Pieces of text in lines, from the top: those belong to one that overlap in height by half."""
    lines: list[list[Box]] = []
    for piece in sorted(pieces, key=lambda each: -(each[1] + each[3])):
        middle = (piece[1] + piece[3]) / 2
        if lines and any(each[1] <= middle <= each[3] for each in lines[-1]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(tuple(sorted(line))) for line in lines]


def gutter_of(lines: list[Line], width: float) -> float | None:
    """Where the middle of a gutter is: a place in the middle half of the page beside which nearly all lines stand.

    >>> rows = [(x, y, x + 200, y + 8) for y in range(0, 100, 10) for x in (50, 300)]
    >>> gutter_of(lines_of(rows), 550)
    276.0
    """
    best: list[float] = []
    most = LEAST_LINES
    place = 0.25 * width
    while place <= 0.75 * width:
        beside = sum(line.beside(place) for line in lines)
        across = sum(line.across(place) for line in lines)
        if beside >= max(most, LEAST_SHARE * (beside + across)):
            best = [*best, place] if beside == most else [place]
            most = beside
        place += STEP
    return round((best[0] + best[-1]) / 2 / STEP) * STEP if best else None


def _changes(pieces: list[Box], gutter: float) -> int:
    """How often the stored order goes from the right side of the gutter back to the left one."""
    sides = [left >= gutter for left, _, right, _ in pieces if right <= gutter or left >= gutter]
    return sum(before and not after for before, after in pairwise(sides))


def _bands(lines: list[Line], gutter: float, height: float) -> Iterator[tuple[float, float, bool]]:
    """Stretches of the page from top to bottom, cut between lines: each lies across the gutter, or beside it."""
    top = height
    groups = [(across, [*group]) for across, group in groupby(lines, key=lambda line: line.across(gutter))]
    for number, (across, group) in enumerate(groups):
        following = groups[number + 1][1][0].top if number + 1 < len(groups) else 0.0
        bottom = (group[-1].bottom + following) / 2 if number + 1 < len(groups) else 0.0
        yield bottom, top, across
        top = bottom
