"""The figure of a result: the drawing that the page has of it, as an SVG file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from hikiwake.comparison.ranges import BargainingRange, BargainingRanges
from hikiwake.conflict import Evolution, EvolutionTable
from hikiwake.dossier import Position, Scale
from hikiwake.errors import HikiwakeError
from hikiwake.figures.drawing import svg
from hikiwake.figures.evolution import evolution_figure
from hikiwake.figures.lanes import columns, headings, range_lanes
from hikiwake.figures.paths import lay, paths
from hikiwake.figures.pathways import grown
from hikiwake.figures.stacking import stacked
from hikiwake.figures.standing import standing_alone
from hikiwake.figures.windows import window
from hikiwake.settlement import Findings
from hikiwake.wording import figures as wording
from hikiwake.wording import ranges as ranges_wording
from hikiwake.wording import settlements as settled
from hikiwake.wording.phrases import brief, the

WIDE = 900.0
ROW, LETTER, SIGN, MARGIN = 22.0, 6.6, 13.0, 12.0  # of a table of settlements: a row, a letter and a sign, the margin


@singledispatch
def drawing_of(result: object) -> str:
    """The drawing of a result, as the text of an SVG file; empty where there is nothing to draw.

    Bargaining ranges are drawn scale by scale and era by era, an ``EvolutionTable`` as its graph, an ``Evolution`` as
    the tree of shortest paths to the equilibria (of SEQ, else of the first concept solved) that it reaches, findings as
    the table of settlements and eras with a sign for each reading.

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
    other = next((actor for actor in dossier.case.dyad if actor != scale.actor), "")
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
def _(result: Findings) -> str:
    head, deals, alone = result.matrices
    rows = [head, *deals, *([(settled.ALONE,), *alone] if alone else [])]
    if not result:
        return ""
    texts, y = list(_cells(rows)), ROW * (len(rows) + 1)
    lines = [ROW * (number + 1) - 7 for number in range(len(rows))]
    for words in settled.legend("".join(cell for row in (*deals, *alone) for cell in row[1:])):
        y += ROW - 4
        texts.append((MARGIN, y, words, ""))
    width = max([*(x + LETTER * len(words) for x, _, words, _ in texts)]) + MARGIN
    return standing_alone(svg("matrix", texts=texts, lines=lines, label=settled.TABLE, width=width, height=y + MARGIN))


def _cells(rows: Sequence[Sequence[str]]) -> Iterator[tuple[float, float, str, str]]:
    """The cells of a table as texts: where each stands, its words, and how it is set."""
    wide = [max((len(row[place]) for row in rows[1:] if len(row) > 1), default=0) for place in range(len(rows[0]))]
    widths = [LETTER * max(wide[0], len(rows[0][0])), *(max(SIGN * each, LETTER * 9) for each in wide[1:])]
    for number, row in enumerate(rows):
        x = MARGIN
        for place, words in enumerate(row):
            plain = number > 0 and len(row) > 1
            yield x, ROW * (number + 1), words, "sign" if plain and place else "" if plain else "strong"
            x += widths[place] + MARGIN
