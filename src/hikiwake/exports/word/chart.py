"""The chart of the gap as a table of shaded cells: a row for every era, a column for every step of the scale.

A cell has a sign besides its shade, so that nothing is said by colour alone, and it can be edited like any table.
"""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.exports.word.elements import Element, cell, element, paragraph, row, run, table, valued
from hikiwake.figures.gap import Arm, Era
from hikiwake.report.brief.content import Chart
from hikiwake.wording.clauses import brief as wording

WIDTH, WHEN, MARGIN = 9900, 1150, 2250  # twentieths of a point: of the whole, of the era, of what stands in the margin
LEFT, RIGHT, SOME, OPEN, DISPUTED, SHUT = (sign for sign, _ in wording.KEY)
SHADES = {LEFT: "B9A6D1", RIGHT: "9CCBB2", OPEN: "FFE08A", DISPUTED: "FFF1C7", SHUT: "FFFFFF"}
PALE = ("E4DCEF", "DCEDE4")  # how far by some accounts: of the side at the left, at the right


def chart(one: Chart) -> Iterator[Element]:
    """The table, then its key and the names of its columns."""
    step = (WIDTH - WHEN - MARGIN) // one.count
    widths = [WHEN, *([step] * one.count), MARGIN]
    rows = [_ends(one, step), _head(one.count, step), *(_row(era, one.count, step) for era in one.rows)]
    yield table(rows, widths, one.label)
    yield paragraph([run(wording.key())], "Aside")
    yield paragraph([run(f"{one.columns}.")], "Aside")


def _ends(one: Chart, step: int) -> Element:
    """For whom it is best at which end."""
    first = (one.count + 1) // 2
    spans = [(first, one.ends[0], "left"), (one.count - first, one.ends[1], "right")]
    cells = [cell([_words(text, side)], step * count, [valued("w:gridSpan", count)])
             for count, text, side in spans if count]  # fmt: skip
    return row([_plain("", WHEN), *cells, _plain("", MARGIN)], head=True)


def _head(count: int, step: int) -> Element:
    numbers = [cell([_words(str(number), "center")], step) for number in range(1, count + 1)]
    return row([_plain("", WHEN), *numbers, _plain("", MARGIN)], head=True)


def _row(era: Era, count: int, step: int) -> Element:
    cells = [_cell(*shown(era, place, count), step) for place in range(count)]
    return row([_plain(era.when, WHEN), *cells, _plain("; ".join(filter(None, era.margin)), MARGIN)])


def shown(era: Era, place: int, count: int) -> tuple[str, str]:
    """The sign and the shade of a column of an era: who comes so far, or what both accept there."""
    if place in era.shared:
        sign = OPEN if era.overlap == "open" else DISPUTED
        return sign, SHADES[sign]
    if (era.left.refuses and place == 0) or (era.right.refuses and place == count - 1):
        return SHUT, SHADES[SHUT]
    if far := _far(era.left, place, left=True):
        return (LEFT, SHADES[LEFT]) if far == "sure" else (SOME, PALE[0])
    if far := _far(era.right, place, left=False):
        return (RIGHT, SHADES[RIGHT]) if far == "sure" else (SOME, PALE[1])
    return "", ""


def _far(arm: Arm, place: int, *, left: bool) -> str:
    """Whether a side comes as far as a column: by every account, by some, or not."""
    for word, to in (("sure", arm.sure), ("some", arm.some)):
        if to is not None and (place <= to if left else place >= to):
            return word
    return ""


def _cell(sign: str, shade: str, width: int) -> Element:
    own = [element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade})] if shade else []
    return cell([_words(sign, "center")], width, own)


def _plain(text: str, width: int) -> Element:
    return cell([_words(text, "left")], width)


def _words(text: str, side: str) -> Element:
    return paragraph([run(text)] if text else [], "Cell", [valued("w:jc", side)])
