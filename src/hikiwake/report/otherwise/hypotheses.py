"""Competing hypotheses on the page: a matrix for each analyst, what it hangs on, and why each cell is as it is."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.comparison.hypotheses import Hypotheses, hypotheses
from hikiwake.comparison.hypotheses.evidence import Diagnosticity
from hikiwake.comparison.hypotheses.result import Standing
from hikiwake.comparison.hypotheses.weighing import Weighing
from hikiwake.dossier.competing import Evidence
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording.clauses import hypotheses as wording


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell: its sign, what it means, and the number of its evidence; of an open one a dot."""

    sign: str
    means: str
    number: str


@dataclass(frozen=True, slots=True)
class Row:
    """A hypothesis: its place, its text, its cells, its score."""

    place: str
    text: str
    marks: list[Mark]
    score: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: its number, the id that it opens, what it says, its source where it is typed, what it does.

    reasons: the sign, the hypothesis and the reason of each cell
    """

    number: str
    href: str
    says: str
    source: str
    cited: list[Citation]
    weight: str
    does: str
    note: str
    reasons: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """An analysis by one analyst: the id of the first of each analysis, title, who judged, what is said, the rows."""

    id: str
    title: str
    analyst: str
    note: str
    told: list[str]
    rows: list[Row]
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class HypothesesContext:
    """What the template of the competing hypotheses shows."""

    lead: str
    """What a cell says, what counts, and what least inconsistent does not mean."""
    matrices: list[Matrix]
    """The analyses, each by each of its analysts."""
    apart: list[str]
    """Whether the analysts come to the same, and each cell on which they differ."""


def hypotheses_context(grounds: Grounds) -> HypothesesContext | None:
    """What the section of competing hypotheses shows, or ``None`` for a case without any."""
    if not grounds.dossier.analyses:
        return None
    found = hypotheses(grounds.dossier).numbered
    return HypothesesContext(
        f"{wording.METHOD} {wording.CAVEAT}",
        [_matrix(grounds, found, one) for one in found.weighings],
        [*found.differing, *(found.between_analysts.told(row) for row in found.between_analysts if row.spread)],
    )


def _matrix(grounds: Grounds, found: Hypotheses, one: Weighing) -> Matrix:
    analysis = one.analysis
    number = {each.id: f"E{place}" for place, each in enumerate(analysis.evidence, 1)}
    rows = [row for row in found if (row.analysis, row.analyst) == (analysis.id, one.analyst)]
    own = {row.evidence: row for row in found.evidence if (row.analysis, row.analyst) == (analysis.id, one.analyst)}
    first = next(iter(analysis.analysts), "")
    return Matrix(
        id=f"analysis-{analysis.id}" if one.analyst == first else "",
        title=analysis.title,
        analyst=one.analyst,
        note=analysis.note,
        told=[*found.told(one)],
        rows=[_row(one, row, number) for row in rows],
        pieces=[_piece(grounds, found, one, each, own[each.id], number[each.id]) for each in analysis.evidence],
    )


def _row(one: Weighing, row: Standing, number: dict[str, str]) -> Row:
    judged = one.analysis.by(one.analyst)
    cells = {id_: judged[id_].of(row.hypothesis) if id_ in judged else None for id_ in number}
    marks = [
        Mark(cell.cell if cell else "·", wording.CELLS[cell.cell] if cell else wording.OPEN, number[id_])
        for id_, cell in cells.items()
    ]
    return Row(str(row.place or ""), row.text, marks, "" if row.score is None else wording.points(row.score))


def _piece(
    grounds: Grounds, found: Hypotheses, one: Weighing, evidence: Evidence, does: Diagnosticity, number: str
) -> Piece:
    """A piece of evidence; from now on the passages of its entry are part of the page."""
    entry = None if evidence.text else grounds.dossier.by_id[evidence.id]
    judged = one.analysis.by(one.analyst).get(evidence.id)
    texts = {each.id: each.text for each in one.analysis.hypotheses}
    then = found.naming.texts(one.analysis.id, does.first_without)
    return Piece(
        number=number,
        href=grounds.shown(evidence.id) if entry else "",
        says=does.says,
        source=evidence.source if not entry else "",
        cited=grounds.cite(entry) if entry else [],
        weight=wording.weighed(evidence.credibility, evidence.relevance, does.weight),
        does=wording.does(decides=does.decides, then=then) if one.ranked else "",
        note=evidence.note,
        reasons=[(cell.cell, texts[cell.hypothesis], cell.reason) for cell in judged.cells] if judged else [],
    )
