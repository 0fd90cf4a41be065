"""The table of settlements: a row for each way to settle, a column for each era, a sign for every reading's verdict.

A large sign is the verdict of the record as a whole, small ones behind it are those of rival readings. Below the table
stands what the signs mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from hikiwake.figures.drawing import shapes, svg

ROW, LETTER, MARGIN = 22.0, 6.4, 12.0  # the height of a row, the width of a letter, the margin
OWN, RIVAL = 16.0, 11.0  # the width of a large and of a small sign
LEAST = 9  # letters for which every column has room: the name of an era


class Line(NamedTuple):
    """A row: what it is called, and for every era its signs by the words for their looks; no signs under a heading."""

    title: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Placed:
    """What stands where: texts with whether they are strong, and signs with their size."""

    texts: list[tuple[float, float, str, bool]] = field(default_factory=list)
    signs: list[tuple[float, float, str, float]] = field(default_factory=list)


def verdicts(head: Sequence[str], lines: Sequence[Line], key: Sequence[tuple[str, str]], label: str) -> str:
    """The table as SVG text.

    head: the name of the first column, and the eras; key: looks with what they mean

    >>> verdicts(["way", "1956"], [Line("Half", (("agreed", "neither"),))], [("agreed", "holds")], "Which")[:24]
    '<svg class="verdicts" vi'
    """
    columns = _columns(head, lines)
    placed = _Placed([(x, ROW, words, True) for x, words in zip(columns, head, strict=False)])
    for number, line in enumerate(lines, 2):
        placed.texts.append((MARGIN, ROW * number, line.title, not line.cells))
        for x, looks in zip(columns[1:], line.cells, strict=False):
            placed.signs += _in_cell(x, ROW * number, looks)
    bottom = ROW * (len(lines) + 2) + MARGIN / 2
    for number, (look, meaning) in enumerate(key):
        y = bottom + number * (ROW - 3)
        placed.signs.append((MARGIN + 7, y, look, 0.9))
        placed.texts.append((MARGIN + 22, y, meaning, False))
    width = max(columns[-1], *(MARGIN + 22 + LETTER * len(meaning) for _, meaning in key)) + MARGIN
    rules = [ROW * (number + 0.5) + ROW for number in range(len(lines) + 1)]
    height = bottom + len(key) * (ROW - 3)
    return svg("verdicts", texts=placed.texts, signs=placed.signs, lines=rules, label=label, width=width, height=height,
               shape=_shapes())  # fmt: skip


@cache
def _shapes() -> dict[str, str]:
    """The shape of each sign, for drawings whose viewers do not hand a colour down to a shape that is referred to."""
    return dict(re.findall(r'<g id="look-(\w+)">(.*)</g>', shapes("looks")))


def _columns(head: Sequence[str], lines: Sequence[Line]) -> list[float]:
    """Where every column begins, and where the last one ends."""
    titles = LETTER * max(map(len, (head[0], *(line.title for line in lines))))
    most = [max((len(line.cells[place]) for line in lines if line.cells), default=1) for place in range(len(head) - 1)]
    begins = [MARGIN, MARGIN + titles + MARGIN]
    for count in most:
        begins.append(begins[-1] + max(OWN + RIVAL * count, LETTER * LEAST) + MARGIN)
    return begins


def _in_cell(x: float, y: float, looks: Sequence[str]) -> list[tuple[float, float, str, float]]:
    own = [(x + OWN / 2, y, look, 1.0) for look in looks[:1]]
    return own + [(x + OWN + 4 + RIVAL * (place + 0.5), y, look, 0.62) for place, look in enumerate(looks[1:])]
