"""How the relation moved: the chart of its acts by year, by their mean and by their sum, and what each comes to."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures import relation as figures
from hikiwake.relation import relation
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import turned
from hikiwake.wording.phrases import capital

MEASURES = ("mean", "sum")


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the relation shows."""

    charts: list[tuple[str, tuple[str, ...], str, str]]
    """For each measure what it is, what it comes to in sentences, and the chart, wide and narrow, as SVG text."""
    told: str
    """How many acts are told, in how many periods, and how many of these are silent."""
    under: list[turned.Turns]
    """For each chart its turning points with their acts, and what remains of them without each document."""
    ways: list[turned.Way]
    """The two directions, each with what it comes to."""
    named: list[turned.Named]
    """Each turning point that an author names, against each series."""
    heads: list[str]
    """What each series is, in the order of the columns of the named turning points."""
    signs: dict[str, str]
    """The signs of how a series shows a named turning point."""
    named_said: str
    """How many of the named turning points the acts show, in how many series."""


def context(grounds: Grounds) -> Context | None:
    """How the relation of the case's dyad moved, or ``None`` where no act between its sides is told."""
    dossier = grounds.dossier
    if not {*dossier.case.dyad} <= {*dossier.actor}:
        return None
    found = [each for measure in MEASURES if (each := relation(dossier, measure=measure)).told]
    if not found:
        return None
    charts = [
        (capital(each.unit), each.sentences[1:], figures.relation(each), figures.relation(each, figures.NARROW))
        for each in found
    ]
    directed, ways = turned.ways(grounds)
    series = [*found, *directed]
    named = turned.named(grounds, series)
    return Context(
        charts, found[0].sentences[0], [turned.turns(grounds, each) for each in found], ways, named,
        turned.heads(series, grounds), turned.SHOWN, turned.said(named, len(series)),
    )  # fmt: skip
