"""What each piece of evidence does: how far its cells lie apart, whether it decides anything, what leads without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hikiwake.comparison.hypotheses import scoring
from hikiwake.comparison.hypotheses.naming import Naming
from hikiwake.comparison.hypotheses.weighing import Weighing, says, sources_of, weight
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import hypotheses as wording


@dataclass(frozen=True, slots=True)
class Diagnosticity:
    """One piece of evidence by one analyst.

    cells: by hypothesis, those that are judged; spread: steps between the cells that differ most, 0 to 4; decides:
    whether it takes more from one hypothesis than from another; first_without: empty where that changes nothing
    """

    analysis: str
    analyst: str
    evidence: str
    says: str
    sources: tuple[str, ...]
    credibility: str
    relevance: str
    weight: float
    cells: Mapping[str, str]
    spread: int
    decides: bool
    first_without: tuple[str, ...]


@dataclass(frozen=True)
class WeighedEvidence(Result[Diagnosticity]):
    """Evidence, what takes most differently from the hypotheses first."""

    rows: tuple[Diagnosticity, ...]
    naming: Naming = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values, each with a cell for every hypothesis of any analysis that is told."""
        ids = tuple(dict.fromkeys(id_ for row in self.rows for id_ in row.cells))
        return [
            {
                "analysis": row.analysis, "analyst": row.analyst, "evidence": row.evidence, "says": row.says,
                "sources": [*row.sources], "credibility": row.credibility, "relevance": row.relevance,
                "weight": row.weight, "cells": {id_: row.cells.get(id_) for id_ in ids}, "spread": row.spread,
                "decides": row.decides, "first_without": [*row.first_without],
            }
            for row in self.rows
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each piece of evidence does."""
        return tuple(
            wording.piece(
                self.naming.piece(row.analysis, row.evidence), row.spread, row.weight, decides=row.decides,
                then=self.naming.texts(row.analysis, row.first_without),
            )
            for row in self.rows
        ) or (wording.NONE,)  # fmt: skip

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """What it says, where it stands, its cells, and whether it decides."""
        return ("evidence", "documents", "credibility", "relevance", "cells", "decides"), (
            (row.says, list(row.sources), row.credibility, row.relevance,
             [f"{self.naming.text(row.analysis, id_)}: {cell}" for id_, cell in row.cells.items()],
             "yes" if row.decides else "no")
            for row in self.rows
        )  # fmt: skip


def diagnosticities(one: Weighing) -> list[Diagnosticity]:
    """The evidence of one analyst, what takes most differently from the hypotheses first."""
    if not one.ranked:
        return [_of(one, place, (0.0, 0.0)) for place in range(len(one.analysis.evidence))]
    ends = [(float(column.min()), float(column.max())) for column in one.taken.T]
    rows = [(_of(one, place, ends[place]), ends[place]) for place in range(len(one.analysis.evidence))]
    return [row for row, _ in sorted(rows, key=lambda each: (-round(each[1][1] - each[1][0], 9), -each[0].spread))]


def _of(one: Weighing, place: int, ends: tuple[float, float]) -> Diagnosticity:
    evidence = one.analysis.evidence[place]
    judged = one.analysis.by(one.analyst).get(evidence.id)
    then = one.without([evidence.id]) if one.ranked else ()
    return Diagnosticity(
        one.analysis.id,
        one.analyst,
        evidence.id,
        says(one.dossier, evidence),
        sources_of(one.dossier, evidence),
        evidence.credibility,
        evidence.relevance,
        weight(evidence),
        {cell.hypothesis: cell.cell for cell in judged.cells} if judged else {},
        scoring.spread(one.cells[:, place]),
        round(ends[1] - ends[0], scoring.DIGITS) > 0,
        () if then == one.first else then,
    )
