"""The timeline of a case: drawn across for wide pages, era below era for narrow ones, and one era at a time, closer."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hikiwake.dossier import Dossier
from hikiwake.figures.drawing import svg
from hikiwake.figures.stretches import Stretch
from hikiwake.figures.timeline import piles
from hikiwake.figures.timeline.counts import Counts, counts
from hikiwake.figures.timeline.panels import Panel, panels
from hikiwake.figures.timeline.placing import Lane, Mark, Sheet, lanes
from hikiwake.wording.figures import timeline

MANY = 2_000  # acts: from here on piles are drawn instead of marks
WHOLE = Sheet(1120.0, 122.0, 45.0, radius=2.6, reach=0.0, pad=2.5, letter=5.4, most=34, fills=False)
CLOSE = Sheet(1120.0, 122.0, 36.0, radius=3.8, reach=5.0, pad=4.0, letter=5.9, most=56, fills=True)
SLIM = Sheet(340.0, 0.0, 340.0, radius=4.0, reach=5.5, pad=3.0, letter=5.9, most=36, fills=True)
PILED_DOWNWARD = 1500.0
MOST_NOTED = 9
FEW = 24  # acts of an era: up to here each has its words when it is looked at closer
ERA, TITLE, FOOT, LETTER = (
    12.0,
    12.5,
    18.0,
    5.5,
)  # heights of a heading, of a line and of the years; a letter of a title

Issues = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart: its panels with their titles in lines, its counts, its lanes, and its size."""

    panels: list[Panel]
    titles: list[list[str]]
    top: float
    counts: Counts
    lanes: list[Lane]
    length: float
    gutter: float
    foot: float
    height: float

    @property
    def marks(self) -> list[Mark]:
        """All marks in order of time."""
        return sorted((mark for lane in self.lanes for mark in lane.marks), key=lambda mark: (mark.act.start, mark.x))


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


def across(eras: Sequence[Stretch], issues: Issues = (), noted: Sequence[str] = ()) -> str:
    """The timeline from left to right, as SVG text, with a lane for each of the issues (id and title).

    The acts of the ids in ``noted`` have their words and numbers beside them. Very many acts are drawn as piles.

    >>> import hikiwake as hw
    >>> from hikiwake.figures.stretches import stretches
    >>> across(stretches(hw.load("japan_russia")))[:23]
    '<svg class="chart wide"'
    """
    if is_crowd(eras):
        return piles.across(eras, WHOLE.length)
    drawn = chart(eras, issues, WHOLE, noted, noted)
    return svg("timeline", chart=drawn, kind="wide", era="", named=True, label=timeline())


def downward(eras: Sequence[Stretch], issues: Issues = (), noted: Sequence[str] = ()) -> str:
    """The timeline for narrow pages as SVG text: a drawing for each era, one below another; the noted have numbers."""
    if is_crowd(eras):
        return piles.downward(eras, PILED_DOWNWARD)
    drawn = [(era, chart([era], issues, SLIM, (), noted)) for era in eras]
    return "\n".join(
        svg("timeline", chart=each, kind="narrow", era=era.id, named=True, label=timeline(era.when))
        for era, each in drawn
    )


def close_ups(eras: Sequence[Stretch], issues: Issues = (), noted: Sequence[str] = ()) -> list[tuple[Stretch, str]]:
    """Each era over the whole length as SVG text; of very many acts there are none.

    What several documents tell of has its words beside it, and all else where there is room for words. The marks are
    named in the drawing of the whole.
    """
    if is_crowd(eras):
        return []
    return [
        (
            era,
            svg(
                "timeline",
                chart=close(era, issues, noted),
                kind="wide close",
                era="",
                named=False,
                label=timeline(era.when),
            ),
        )
        for era in eras
    ]


def close(era: Stretch, issues: Issues, noted: Sequence[str] = ()) -> Chart:
    """The chart of one era over the whole length."""
    told = [act.id for act in era.acts if act.tone > 1 or len(era.acts) <= FEW]
    return chart([era], issues, CLOSE, told, noted)


def chart(
    eras: Sequence[Stretch], issues: Issues, sheet: Sheet, labelled: Collection[str] = (), noted: Sequence[str] = ()
) -> Chart:
    """The chart over a sheet: of the ids in ``labelled`` with their words, of those in ``noted`` with their numbers."""
    laid = panels(eras, sheet.gutter, sheet.length - sheet.gutter, sheet.least_panel if len(eras) > 1 else 0.0)
    titles = [_lines(panel.era.title, panel.length) for panel in laid]
    top = ERA + TITLE * max(len(lines) for lines in titles) + 6
    counted = counts(laid, top)
    numbers = {id_: str(number) for number, id_ in enumerate(noted, 1)}
    made = lanes(laid, issues, sheet, round(top + counted.height + 6, 1), labelled, numbers)
    foot = round(made[-1].top + made[-1].height, 1)
    return Chart(laid, titles, top, counted, made, sheet.length, sheet.gutter, foot, foot + FOOT)


def _lines(title: str, length: float) -> list[str]:
    """A title in at most three lines of a length; nothing where it takes more."""
    lines = textwrap.wrap(title, max(int(length / LETTER), 6), break_long_words=False)
    return lines if len(lines) <= 3 and all(len(line) * LETTER <= length + 8 for line in lines) else []
