"""The first part of a brief: the finding, whose voices speak, the four answers, and the chart of the gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from hikiwake.figures.drawing import shapes
from hikiwake.report.answer.clause import Parts
from hikiwake.report.answer.drawn import drawn
from hikiwake.report.answer.section import headline, paragraphs
from hikiwake.report.brief.content import Block, Chart, Clause, Heading, Paragraph
from hikiwake.report.brief.noting import Notes
from hikiwake.report.brief.standing import Standing
from hikiwake.report.heard import sentences
from hikiwake.report.naming import window_id
from hikiwake.wording.clauses import brief as wording
from hikiwake.wording.phrases import sentence

_LINK = re.compile(r' href="#([^"]*)"')


def opening(standing: Standing, notes: Notes) -> Iterator[Block]:
    """The blocks of the first part."""
    grounds, ranges, models = standing.grounds, standing.ranges, standing.models
    said = sentence(headline(grounds, ranges, models))
    if summary := grounds.dossier.case.summary:
        yield Paragraph((Clause(summary),), "soft")
    yield Paragraph((Clause(said, notes.on(standing.on("range" if ranges else "models"))),), "headline")
    yield Paragraph((Clause(" ".join(filter(None, sentences(grounds)))),), "soft")
    yield Heading(wording.ANSWER)
    known: dict[str, int] = {}
    for each in paragraphs(grounds, ranges, models):
        yield Heading(each.question, 2)
        yield Paragraph(tuple(_clauses(standing, notes, each.clauses, known)))
    yield from _chart(standing, notes, known)


def _clauses(standing: Standing, notes: Notes, told: list[Parts], known: dict[str, int]) -> Iterator[Clause]:
    """Clauses with a note behind each piece that opens something; pieces without one are joined."""
    for place, clause in enumerate(told):
        yield from [Clause(" ")] if place else []
        for id_, pieces in groupby(clause, key=lambda piece: piece[1]):
            text = "".join(text for text, _ in pieces)
            number = notes.on(standing.on(id_)) if id_ else 0
            if number:
                known[id_] = number
            yield Clause(text, number)


def _chart(standing: Standing, notes: Notes, known: Mapping[str, int]) -> Iterator[Block]:
    """The chart, each row of which leads to the note on its era."""
    if standing.ranges is None:
        yield Paragraph((Clause(wording.NO_CHART),))
        return
    ranges = standing.ranges
    chart = drawn(ranges, standing.models)
    new = {window_id(row): notes.on(standing.of_range(row)) for row in ranges.rows if window_id(row) not in known}
    own = {**known, **new}
    titles = [[standing.grounds.names.term(id_) for id_ in group] for group in ranges.scale.order]

    for era in chart.eras:
        for tick in (*era.left.ticks, *era.right.ticks):
            own.setdefault(tick.href, own[era.href])
    drawing = _LINK.sub(lambda link: _noted(own.get(link[1], 0)), chart.svg("wide"))
    yield Heading(wording.CHART, 2)
    yield Chart(drawing, shapes("gap"), chart.label, chart.ends, wording.columns(titles), chart.columns, chart.eras)
    if others := [(each.when, new[each.href]) for each in chart.eras if new.get(each.href)]:
        yield Paragraph(tuple(_eras(others)), "soft")


def _noted(number: int) -> str:
    """A link of the chart to a note; to the chart itself where there is none."""
    return f' href="#{f"note-{number}" if number else "chart"}"'


def _eras(noted: Sequence[tuple[str, int]]) -> Iterator[Clause]:
    """The eras on which the answer has no note, each with its own."""
    yield Clause(wording.OTHER_ERAS)
    for place, (when, number) in enumerate(noted):
        yield from [Clause(", ")] if place else []
        yield Clause(when, number)
    yield Clause(".")
