"""Columns of a page whose lines were stored across it: the left column is read before the right one.

Most programs store a column after the other, and then nothing is to be done. Some store line by line over the whole
page; then the words of two columns stand mixed. Such a page has a gutter that hardly any piece of text crosses, and its
pieces go from side to side again and again; it is read band by band, what crosses the gutter parting the bands.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

LEAST_PIECES = 5  # on either side of a gutter
MOST_CROSSING = 0.2  # of all pieces
LEAST_CHANGES = 6  # from side to side, in the order in which the page stores its pieces
MOST_PIECES = 4_000
STEP = 2.0  # points
Box = tuple[float, float, float, float]  # left, bottom, right, top


def in_columns(page: Any, text_page: Any) -> str:
    """The text of a page whose columns stand mixed, column by column; empty where nothing is to be done."""
    count = text_page.count_rects()
    if not 2 * LEAST_PIECES <= count <= MOST_PIECES:
        return ""
    pieces = [text_page.get_rect(number) for number in range(count)]
    gutter = gutter_of(pieces, page.get_width())
    if gutter is None or _changes(pieces, gutter) < LEAST_CHANGES:
        return ""
    parts = []
    for bottom, top, across in _bands(pieces, gutter, page.get_height()):
        sides = [(0.0, page.get_width())] if across else [(0.0, gutter), (gutter, page.get_width())]
        parts += [text_page.get_text_bounded(left, bottom, right, top) for left, right in sides]
    return "\n".join(str(part).strip() for part in parts if part.strip())


def gutter_of(pieces: list[Box], width: float) -> float | None:
    """Where the middle of a gutter is: a line in the middle half of the page that hardly any piece crosses.

    >>> rows = [(x, y, x + 200, y + 8) for y in range(0, 100, 10) for x in (50, 300)]
    >>> gutter_of(rows, 550)
    276.0
    """
    best: list[float] = []
    least = len(pieces)
    place = 0.25 * width
    while place <= 0.75 * width:
        crossing = sum(left < place < right for left, _, right, _ in pieces)
        sides = sum(right <= place for _, _, right, _ in pieces), sum(left >= place for left, _, _, _ in pieces)
        if min(sides) >= LEAST_PIECES and crossing <= MOST_CROSSING * len(pieces) and crossing <= least:
            best = [*best, place] if crossing == least else [place]
            least = crossing
        place += STEP
    return round((best[0] + best[-1]) / 2 / STEP) * STEP if best else None


def _changes(pieces: list[Box], gutter: float) -> int:
    """How often the stored order goes from one side of the gutter back to the left one."""
    sides = [left >= gutter for left, _, right, _ in pieces if right <= gutter or left >= gutter]
    return sum(before and not after for before, after in pairwise(sides))


def _bands(pieces: list[Box], gutter: float, height: float) -> list[tuple[float, float, bool]]:
    """Stretches of the page from top to bottom: each lies across the gutter, or beside it."""
    across = sorted(
        ((bottom, top) for left, bottom, right, top in pieces if left < gutter < right), key=lambda each: -each[1]
    )
    bands, last = [], height
    for bottom, top in across:
        if top < last:
            bands.append((top, last, False))
        if bottom < last:
            bands.append((bottom, min(top, last), True))
            last = bottom
    return [*bands, (0.0, last, False)]
