"""The timeline of a case drawn across, for wide pages, and downward, for narrow ones, with some acts numbered."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.dossier import Dossier
from hikiwake.figures import piles
from hikiwake.figures.drawing import svg
from hikiwake.figures.panels import LANE, Panel, panels
from hikiwake.figures.stretches import Stretch
from hikiwake.wording.figures import timeline_across, timeline_downward

MANY = 2_000  # acts: from here on piles are drawn instead of marks
ACROSS, LEAST_PANEL = 1120.0, 46.0  # the chart's length, and the least of a panel
DOWNWARD, LEAST_PANEL_DOWN, REACH = 2300.0, 90.0, 150.0  # the greatest length; the least of a panel; the least reach
MOST_NOTED = 9
LEAST, PER_ACT = 300.0, 14.0  # of a chart that runs downward: its length grows with what it holds
PILED_DOWNWARD = 1500.0
FLAG, LETTER = 13.0, 5.5  # the room of a number, and of a letter of an era's title


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart in one orientation: its panels, its length, and how far it reaches from the axis."""

    panels: list[Panel]
    length: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Flag:
    """The number of a mark: where it stands along time, and where its mark is."""

    number: int
    at: float
    along: float
    away: float


def most_reported(dossier: Dossier) -> list[str]:
    """The ids of the acts that took place and that most documents report, at least two, in order of time."""
    done = [event for event in dossier.events if event.happened == "occurred"]
    counted = [(len({dossier.passage[id_].document for id_ in event.passages}), event) for event in done]
    shared = [(documents, event) for documents, event in counted if documents > 1]
    ordered = sorted(shared, key=lambda each: (-each[0], -len(each[1].mentions), each[1].period.start, each[1].id))
    first = [event for _, event in ordered[:MOST_NOTED]]
    return [event.id for event in sorted(first, key=lambda each: (each.period.start, each.period.last, each.id))]


def is_crowd(eras: Sequence[Stretch]) -> bool:
    """Whether there are more acts than can be told apart as marks."""
    return sum(len(era.acts) for era in eras) > MANY


def across(eras: Sequence[Stretch], noted: Sequence[str] = ()) -> str:
    """The timeline from left to right, as SVG text; the acts of the ids in ``noted`` have their numbers.

    Very many acts are drawn as piles.

    >>> import hikiwake as hw
    >>> from hikiwake.figures.stretches import stretches
    >>> across(stretches(hw.load("japan_russia")))[:23]
    '<svg class="chart wide"'
    """
    if is_crowd(eras):
        return piles.across(eras, ACROSS)
    drawn = chart(eras, ACROSS, LEAST_PANEL, 0.0)
    titles = {panel.era.id: _lines(panel.era.title, panel.length) for panel in drawn.panels}
    return svg("timeline_across", chart=drawn, titles=titles, flags=flags(drawn.panels, noted), label=timeline_across())


def downward(eras: Sequence[Stretch]) -> str:
    """The timeline from top to bottom, as SVG text."""
    if is_crowd(eras):
        return piles.downward(eras, PILED_DOWNWARD)
    length = min(DOWNWARD, LEAST + PER_ACT * sum(len(era.acts) for era in eras))
    drawn = chart(eras, length, LEAST_PANEL_DOWN, REACH)
    return svg("timeline_downward", chart=drawn, label=timeline_downward())


def chart(eras: Sequence[Stretch], length: float, shortest: float, reach: float) -> Chart:
    """The chart over a length, whose panels have a least length and whose lanes reach at least so far."""
    laid = panels(eras, length, shortest)
    above = max([reach, *(panel.reach[1] for panel in laid)])
    below = max([reach, *(-panel.reach[0] for panel in laid)])
    return Chart(laid, length, round(above + LANE, 1), round(below + LANE, 1))


def flags(laid: Sequence[Panel], noted: Sequence[str]) -> list[Flag]:
    """The numbered marks, their numbers moved on where they would stand on each other."""
    numbers = {id_: number for number, id_ in enumerate(noted, 1)}
    marks = [mark for panel in laid for mark in panel.marks if mark.act.id in numbers]
    found: list[Flag] = []
    for mark in sorted(marks, key=lambda mark: (mark.along, numbers[mark.act.id])):
        along = round(mark.along + 3, 1)
        at = max(along, found[-1].at + FLAG) if found else along
        found.append(Flag(numbers[mark.act.id], at, along, mark.away + mark.thick / 2))
    return found


def _lines(title: str, length: float) -> list[str]:
    """A title in at most three lines of a length; nothing where it takes more."""
    lines = textwrap.wrap(title, max(int(length / LETTER), 6), break_long_words=False)
    return lines if len(lines) <= 3 and all(len(line) * LETTER <= length + 8 for line in lines) else []
