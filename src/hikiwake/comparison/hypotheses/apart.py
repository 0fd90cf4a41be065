"""Where analysts judge one cell differently: their cells stand side by side, and are never averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hikiwake.comparison.hypotheses.naming import Naming
from hikiwake.dossier.competing import CELLS, Analysis
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import hypotheses as wording


@dataclass(frozen=True, slots=True)
class Apart:
    """One cell that two analysts or more have judged. spread: the steps between those who differ most, 0 to 4."""

    analysis: str
    evidence: str
    hypothesis: str
    cells: Mapping[str, str]
    spread: int


@dataclass(frozen=True)
class BetweenAnalysts(Result[Apart]):
    """The cells that several analysts have judged, those on which they differ most first."""

    rows: tuple[Apart, ...]
    naming: Naming = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values, each with a cell of every analyst."""
        analysts = tuple(dict.fromkeys(who for row in self.rows for who in row.cells))
        return [
            {
                "analysis": row.analysis, "evidence": row.evidence, "hypothesis": row.hypothesis,
                "cells": {who: row.cells.get(who) for who in analysts}, "spread": row.spread,
            }
            for row in self.rows
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """How the analysts judge each cell."""
        return tuple(map(self.told, self.rows)) or (wording.ONE_ANALYST,)

    def told(self, row: Apart) -> str:
        """One cell in words."""
        names = self.naming.piece(row.analysis, row.evidence), self.naming.text(row.analysis, row.hypothesis)
        return wording.cell_apart(*names, row.cells)

    def _repr_html_(self) -> str:
        """The table, or that there is nothing to compare."""
        return super()._repr_html_() if self.rows else f"<p>{wording.ONE_ANALYST}</p>"

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The evidence, the hypothesis, and each analyst's cell."""
        return ("evidence", "hypothesis", "cells", "steps apart"), (
            (self.naming.called(row.analysis, row.evidence), self.naming.text(row.analysis, row.hypothesis),
             [f"{who}: {cell}" for who, cell in row.cells.items()], row.spread)
            for row in self.rows
        )  # fmt: skip


def between(analysis: Analysis) -> list[Apart]:
    """The cells of one analysis that several have judged, those on which they differ most first."""
    return sorted(_cells(analysis), key=lambda row: -row.spread)


def _cells(analysis: Analysis) -> Iterator[Apart]:
    judged = {who: analysis.by(who) for who in analysis.analysts}
    for evidence in analysis.evidence:
        for hypothesis in analysis.hypotheses:
            cells = {
                who: cell.cell
                for who, own in judged.items()
                if evidence.id in own and (cell := own[evidence.id].of(hypothesis.id))
            }
            if len(cells) > 1:
                places = [CELLS.index(each) for each in cells.values()]
                yield Apart(analysis.id, evidence.id, hypothesis.id, cells, max(places) - min(places))
