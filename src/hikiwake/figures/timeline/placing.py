"""Where the marks of a chart stand: a lane for each issue, in it as many rows as the marks that coincide need.

A mark stands at the middle of what is known of its act's date; where the act lasts, at its beginning. An interval that
goes on beyond the era in which the act begins is drawn to the era's end, with an arrow.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hikiwake.figures.stretches import Act
from hikiwake.figures.timeline import glyphs
from hikiwake.figures.timeline.fanning import Box, Taken, fanned
from hikiwake.figures.timeline.labels import Label, labels
from hikiwake.figures.timeline.panels import Panel
from hikiwake.wording.figures import no_issue, shortened

MOST_LANES = 20  # issues beyond are one lane, those with fewest acts
LETTER, LINE = 5.8, 11.5  # of a letter and of a line of a heading


class Sheet(NamedTuple):
    """The measures of a chart: its length, the room of its headings (0: they stand above their lanes), its marks.

    ``reach`` is how far a mark keeps others away, ``pad`` what is free above and below the marks of a lane, ``letter``
    the length of a letter, ``most`` how many of them stand beside a mark; ``fills`` says that words stand wherever
    there is room for them.
    """

    length: float
    gutter: float
    least_panel: float
    radius: float
    reach: float
    pad: float
    letter: float
    most: int
    fills: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An act in the chart: the middle of its shape, from where to where its interval goes, what it takes, its path."""

    act: Act
    x: float
    y: float
    interval: tuple[float, float]
    boxes: list[Box]
    label: Label | None
    path: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The acts of an issue: its title in lines, where it begins, how high it is, and its marks in order of time."""

    title: list[str]
    top: float
    height: float
    heading: float  # the foot of the first line of the title
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class _Placed:
    act: Act
    x: float
    interval: tuple[float, float]
    radius: float
    label: Label | None
    beyond: bool

    @property
    def half(self) -> float:
        """Half the width of its shape, with its outline."""
        return self.radius * glyphs.WIDE + 0.5

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where its shape and its interval go."""
        return min(self.interval[0], self.x - self.half), max(self.interval[1], self.x + self.half) + 0.5

    def boxes(self, sheet: Sheet) -> list[Box]:
        """What the act takes of its lane: its shape, its whisker or bar, and its words."""
        shape = Box(self.x - self.half, self.x + self.half, max(self.radius * glyphs.TIP + 0.4, sheet.reach))
        line = Box(*self.reach, self.radius * glyphs.BAR + 0.5 if self.act.lasts else glyphs.CAP)
        return [shape, line, *([self.label.box(sheet.letter)] if self.label else [])]

    def words(self, sheet: Sheet, number: str = "", text: str | None = None) -> list[Label]:
        """Where its words have room beside it, the better place first."""
        told = shortened(self.act.summary, sheet.most) if text is None else text
        return labels(told, number, self.reach, (sheet.gutter, sheet.length), sheet.letter)


def lanes(
    panels: Sequence[Panel], issues: Sequence[tuple[str, str]], sheet: Sheet, top: float, labelled: Collection[str],
    numbers: dict[str, str],
) -> list[Lane]:  # fmt: skip
    """The lanes one below another from a top on; acts of the ids in ``labelled`` have their words beside them."""
    found = []
    for title, acts in _groups(panels, issues):
        placed = [_labelled(_placed(panel, act, sheet), sheet, labelled, numbers) for panel, act in acts]
        lane = _lane(title, placed, sheet, top)
        top = round(top + lane.height, 1)
        found.append(lane)
    return found


def _groups(panels: Sequence[Panel], issues: Sequence[tuple[str, str]]) -> list[tuple[str, list[tuple[Panel, Act]]]]:
    """The title of each lane with its acts; the last is that of acts on no issue or one of the lesser."""
    acts = [(panel, act) for panel in panels for act in panel.era.acts]
    number = {id_: sum(act.issue == id_ for _, act in acts) for id_, _ in issues}
    most = {id_ for id_, _ in sorted(issues, key=lambda each: -number[each[0]])[:MOST_LANES]}
    groups = [(title, [pair for pair in acts if pair[1].issue == id_]) for id_, title in issues if id_ in most]
    rest = [pair for pair in acts if pair[1].issue not in most]
    return [group for group in (*groups, (no_issue(other=any(act.issue for _, act in rest)), rest)) if group[1]]


def _placed(panel: Panel, act: Act, sheet: Sheet) -> _Placed:
    left, right = panel.reach(act.start, act.end)
    radius = glyphs.radius(sheet.radius, act.tone)
    half = radius * glyphs.WIDE + 0.5
    x = left + half if act.lasts else (left + right) / 2
    x = min(max(x, panel.along + half), max(panel.end - half, panel.along + half))
    return _Placed(act, round(x, 1), (left, right), radius, None, act.end > panel.last)


def _labelled(placed: _Placed, sheet: Sheet, labelled: Collection[str], numbers: dict[str, str]) -> _Placed:
    """With its words and its number where these are asked for, or its number alone where the words have no room."""
    number = numbers.get(placed.act.id, "")
    found = placed.words(sheet, number) if placed.act.id in labelled else []
    if number and not found:
        found = placed.words(sheet, number, text="")
    return replace(placed, label=found[0]) if found else placed


def _filled(placed: Sequence[_Placed], down: Sequence[float], taken: Taken, sheet: Sheet) -> list[_Placed]:
    """With words wherever there is room for them, what most documents tell of first."""
    found = list(placed)
    for index in sorted(range(len(found)), key=lambda index: -found[index].act.tone):
        if found[index].label:
            continue
        for label in found[index].words(sheet):
            if taken.is_free(label.box(sheet.letter), down[index]):
                taken.add(label.box(sheet.letter), down[index])
                found[index] = replace(found[index], label=label)
                break
    return found


def _lane(title: str, placed: Sequence[_Placed], sheet: Sheet, top: float) -> Lane:
    ordered = sorted(placed, key=lambda each: (each.label is None, each.act.lasts, *each.interval))
    down, taken = fanned([each.boxes(sheet) for each in ordered])
    ordered = _filled(ordered, down, taken, sheet) if sheet.fills else ordered
    boxes = [each.boxes(sheet) for each in ordered]
    over = max(box.half for each in boxes for box in each)
    deep = max(each + box.half for each, own in zip(down, boxes, strict=True) for box in own)
    lines = textwrap.wrap(title, int(sheet.gutter / LETTER) - 1) if sheet.gutter else [title]
    above = 0.0 if sheet.gutter else LINE + 1
    room = max(over + deep, len(lines) * LINE if sheet.gutter else 0.0)
    first = top + sheet.pad + above + (room - over - deep) / 2 + over
    marks = [_mark(each, round(first + row, 1), own) for each, row, own in zip(ordered, down, boxes, strict=True)]
    height = round(room + above + 2 * sheet.pad, 1)
    heading = top + height / 2 - len(lines) * LINE / 2 + 9 if sheet.gutter else top + LINE
    return Lane(lines, top, height, round(heading, 1), sorted(marks, key=lambda mark: (mark.act.start, mark.x)))


def _mark(placed: _Placed, y: float, boxes: list[Box]) -> Mark:
    act, x, (left, right), r = placed.act, placed.x, placed.interval, placed.radius
    half = r * glyphs.WIDE
    around = x - half, x + half
    if act.lasts:
        path = glyphs.bar(left, max(right, around[1]), y, r, act.approximate)
    else:
        path = glyphs.whisker(left, right, y, around, act.approximate)
    path += glyphs.glyph(act.way, x, y, r)
    if placed.beyond and right - around[1] > glyphs.HEAD:
        path += glyphs.arrow(right, y)
    if act.denied:
        path += glyphs.stroke(x, y, r)
    return Mark(act, x, y, placed.interval, boxes, placed.label, path)
