"""The figure of a result: the drawing that the page has of it, as an SVG file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial, singledispatch

from hikiwake.comparison.ranges import BargainingRange, BargainingRanges
from hikiwake.conflict import Evolution, EvolutionTable
from hikiwake.dossier import Position, Scale
from hikiwake.errors import HikiwakeError
from hikiwake.figures import beside
from hikiwake.figures.evolution import evolution_figure
from hikiwake.figures.lanes import columns, headings, range_lanes
from hikiwake.figures.paths import lay, paths
from hikiwake.figures.pathways import grown
from hikiwake.figures.relation import relation
from hikiwake.figures.stacking import stacked
from hikiwake.figures.standing import standing_alone
from hikiwake.figures.verdicts import Line, verdicts
from hikiwake.figures.windows import window
from hikiwake.relation import RelationSeries
from hikiwake.relation.comparing import Comparisons, ComparisonSeries
from hikiwake.settlement import Findings
from hikiwake.wording import figures as wording
from hikiwake.wording import ranges as ranges_wording
from hikiwake.wording import settlements as settled
from hikiwake.wording.clauses import comparing
from hikiwake.wording.phrases import brief, capital, the

WIDE = 900.0


@singledispatch
def drawing_of(result: object) -> str:
    """The drawing of a result, as the text of an SVG file; empty where there is nothing to draw.

    Bargaining ranges are drawn scale by scale and era by era, an ``EvolutionTable`` as its graph, an ``Evolution`` as
    the tree of shortest paths to the equilibria (of SEQ, else of the first concept solved) that it reaches, findings as
    the table of settlements and eras with a sign for each reading, a ``RelationSeries`` with its turning points,
    ``Comparisons`` as charts under that of their relation, on one axis of time.

    Raises ``HikiwakeError`` for a result of which there is no drawing.

    >>> import hikiwake as hw
    >>> "The Joint Declaration: disputed" in drawing_of(hw.bargaining_range(hw.load("japan_russia")))
    True
    """
    drawn = ", ".join(sorted(kind.__name__ for kind in drawing_of.registry if kind is not object))
    raise HikiwakeError(f"there is no figure of {type(result).__name__}; there is one of {drawn} and Dossier")


@drawing_of.register
def _(result: BargainingRanges) -> str:
    drawings = [drawing for scale in result.dossier.case.scales for drawing in _scale(result, scale)]
    return standing_alone(stacked(drawings, wording.range_by_era())) if drawings else ""


def _scale(result: BargainingRanges, scale: Scale) -> Iterator[tuple[str, str]]:
    """The heads of a scale's columns, then its windows that have positions."""
    dossier, told = result.dossier, [row for row in result if row.scale == scale.id and _positions(result, row)]
    if not told:
        return
    titles = {each.id: (each.title, each.share) for each in dossier.formulas}
    places = columns([[(id_, *titles[id_]) for id_ in group] for group in scale.order])
    other = dossier.case.against(scale)
    ends = ranges_wording.best(the(_name(result, scale.actor))), ranges_wording.best(the(_name(result, other)))
    yield scale.title, headings(places, ends, WIDE)
    for row in told:
        when = brief(dossier.era(row.era).period)
        drawn = window(row, scale, when, dossier.by_id, lambda actor: _name(result, actor))
        yield f"{dossier.era(row.era).title}: {row.overlap}", range_lanes(drawn, WIDE, "wide")


def _positions(result: BargainingRanges, row: BargainingRange) -> bool:
    return any(isinstance(result.dossier.by_id[id_], Position) for bound in row.bounds for id_ in bound.positions)


def _name(result: BargainingRanges, actor: str) -> str:
    known = result.dossier.actor.get(actor)
    return known.name() if known else actor


@drawing_of.register
def _(result: EvolutionTable) -> str:
    return evolution_figure(result.as_nodes(), result.as_edges(), result.stability.conflict.title or "Evolution")


@drawing_of.register
def _(result: Evolution) -> str:
    stability = result.stability
    concept = "seq" if "seq" in stability.concepts else stability.concepts[0]
    reached = [number for number in stability.equilibria(concept) if number in set(result.reachable)]
    drawn = paths(lay(grown(result, reached)), stability.conflict.title or stability.conflict.era)
    return standing_alone(drawn) if drawn else ""


@drawing_of.register
def _(result: RelationSeries) -> str:
    drawn = relation(result)
    return standing_alone(drawn) if drawn else ""


@drawing_of.register
def _(result: Comparisons) -> str:
    drawn = [(capital(result.relation.unit), relation(result.relation))]
    drawn += [(_head(row), beside.series(row, result.relation)) for row in result]
    shown = [(head, drawing) for head, drawing in drawn if drawing]
    return standing_alone(stacked(shown, comparing.figure(len(shown) - 1))) if shown[1:] else ""


def _head(row: ComparisonSeries) -> str:
    return comparing.chart(row.head.title, row.names, row.head.unit)


@drawing_of.register
def _(result: Findings) -> str:
    if not result:
        return ""
    looks = {mark: look for look, (mark, _) in settled.SIGNS.items()}
    looks |= {settled.NO_SIGN[0]: "unsaid", settled.NO_MODEL[0]: "thin"}
    head, deals, alone = result.matrices
    lines = [*map(partial(_line, looks), deals), *([Line(settled.ALONE, ())] if deals and alone else [])]
    lines += map(partial(_line, looks), alone)
    seen = "".join(mark for row in (*deals, *alone) for cell in row[1:] for mark in cell if mark in looks)
    key = [(looks[words[0]], words[2:]) for words in settled.legend(seen)]
    return standing_alone(verdicts(head, lines, [*key, (key[0][0], settled.LARGE)], settled.TABLE))


def _line(looks: Mapping[str, str], row: Sequence[str]) -> Line:
    """A row of the matrix with its signs by their looks."""
    return Line(row[0], tuple(tuple(looks[mark] for mark in cell if mark in looks) for cell in row[1:]))
