"""What would change the conclusion: the least evidence to leave out, a document to leave out, a cell one step on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hikiwake.comparison.hypotheses import scoring
from hikiwake.comparison.hypotheses.naming import Naming
from hikiwake.comparison.hypotheses.weighing import Weighing
from hikiwake.dossier.competing import CELLS
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import hypotheses as wording
from hikiwake.wording.phrases import listed

EVIDENCE, DOCUMENT, CELL = "evidence", "document", "cell"


@dataclass(frozen=True, slots=True)
class Change:
    """One change after which others come first.

    kind: evidence (a smallest set that is left out), document (all that rests on it alone is left out) or cell
    first: who comes first then; empty where no evidence is left
    """

    analysis: str
    analyst: str
    kind: str
    evidence: tuple[str, ...]
    document: str
    hypothesis: str
    before: str
    after: str
    first: tuple[str, ...]


@dataclass(frozen=True)
class Changes(Result[Change]):
    """What would change which hypotheses come first: evidence, documents, cells, analysis by analysis."""

    rows: tuple[Change, ...]
    naming: Naming = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values."""
        return [
            {
                "analysis": row.analysis, "analyst": row.analyst, "kind": row.kind, "evidence": [*row.evidence],
                "document": row.document, "hypothesis": row.hypothesis, "before": row.before, "after": row.after,
                "first": [*row.first],
            }
            for row in self.rows
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each change in words; where there is none, that nothing of what was tried changes anything."""
        told = tuple(self.told(row) for row in self.rows)
        return told or tuple(wording.unchanging(each.title) for each in self.naming.analyses) or (wording.NONE,)

    def told(self, row: Change) -> str:
        """One change in words."""
        return wording.change(row.kind, self._what(row), self.naming.texts(row.analysis, row.first))

    def _what(self, row: Change) -> str:
        pieces = self.naming.pieces(row.analysis, row.evidence)
        if row.kind == DOCUMENT:
            return row.document
        if row.kind == CELL:
            return wording.cell_step(pieces[0], self.naming.text(row.analysis, row.hypothesis), row.before, row.after)
        return listed(pieces)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The analysis, who judged, and the change with what it leads to."""
        return ("analysis", "analyst", "what would change it"), (
            (self.naming.title(row.analysis), row.analyst, self.told(row)) for row in self.rows
        )


def changes(one: Weighing) -> Iterator[Change]:
    """What would change who comes first as one analyst judged; nothing where nothing is judged."""
    if not one.ranked:
        return
    base = (one.analysis.id, one.analyst)
    for gone, then in one.removals:
        yield Change(*base, EVIDENCE, gone, "", "", "", "", then)
    for document, gone in one.by_document.items():
        if (then := one.without(gone)) != one.first:
            yield Change(*base, DOCUMENT, gone, document, "", "", "", then)
    cells = one.cells[one.ranked]
    for row, column, cell, first in scoring.deciding_steps(cells, one.weights):
        yield Change(
            *base, CELL, one.pieces([column]), "", one.named([row])[0], CELLS[cells[row, column]], CELLS[cell],
            one.named(first),
        )  # fmt: skip
