"""How the relation moved: the chart of its acts by year, by their mean and by their sum, and what each comes to."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures import relation as figures
from hikiwake.relation import relation
from hikiwake.report.grounds import Grounds
from hikiwake.wording.phrases import capital

MEASURES = ("mean", "sum")


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the relation shows."""

    charts: list[tuple[str, tuple[str, ...], str, str]]
    """For each measure what it is, what it comes to in sentences, and the chart, wide and narrow, as SVG text."""
    told: str
    """How many acts are told, in how many periods, and how many of these are silent."""


def context(grounds: Grounds) -> Context | None:
    """How the relation of the case's dyad moved, or ``None`` where no act between its sides is told."""
    dossier = grounds.dossier
    if not {*dossier.case.dyad} <= {*dossier.actor}:
        return None
    found = [relation(dossier, measure=measure) for measure in MEASURES]
    charts = [
        (capital(each.unit), each.sentences[1:], figures.relation(each), figures.relation(each, figures.NARROW))
        for each in found
        if each.told
    ]
    return Context(charts, found[0].sentences[0]) if charts else None
