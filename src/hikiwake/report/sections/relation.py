"""How the relation moved: the chart of its acts by year, by their mean and by their sum, and what each comes to."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures import relation as figures
from hikiwake.figures.beside import series
from hikiwake.relation import RelationSeries, relation
from hikiwake.relation.comparing import ComparisonSeries, compared, kept_in
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import turned
from hikiwake.wording.clauses.comparing import CAUTION, chart
from hikiwake.wording.phrases import brief, capital, plural

MEASURES = ("mean", "sum")


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison series: its title, its sentences, its chart wide and narrow, its values with what stands behind."""

    title: str
    sentences: tuple[str, ...]
    wide: str
    narrow: str
    counts: str
    values: list[tuple[str, str, str]]


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
    beside: list[Beside]
    """The comparison series that the case keeps, each with its chart on the same axis of time."""
    caution: str = CAUTION
    """What a correlation of two series says, and what it does not."""


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
    every = [*found, *directed]
    named = turned.named(grounds, every)
    return Context(
        charts, found[0].sentences[0], [turned.turns(grounds, each) for each in found], ways, named,
        turned.heads(every, grounds), turned.SHOWN, turned.said(named, len(every)),
        [_beside(each, found[0]) for each in compared(found[0], kept_in(dossier))],
    )  # fmt: skip


def _beside(each: ComparisonSeries, relation: RelationSeries) -> Beside:
    title = chart(each.head.title, each.names, each.head.unit).removesuffix(".")
    means = f"{capital(each.head.means)}." if each.head.means else ""
    sentences = (means, each.told, each.turns, each.goes_with(relation.unit, relation.by), each.source)
    counted = any(value.count is not None for value in each.values)
    values = [
        (brief(value.period), f"{value.value:g}", "" if value.count is None else str(value.count))
        for value in each.values
    ]
    return Beside(
        title, tuple(filter(None, sentences)), series(each, relation), series(each, relation, figures.NARROW),
        plural(each.head.counts) if counted else "", values,
    )  # fmt: skip
