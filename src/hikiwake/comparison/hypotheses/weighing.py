"""One analysis by one analyst: the names of its hypotheses and evidence over the arrays that are counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hikiwake.comparison.hypotheses import scoring
from hikiwake.comparison.hypotheses.scoring import UNJUDGED, Cells, Scores
from hikiwake.dossier.competing import CELLS, Analysis, Evidence
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Mention
from hikiwake.dossier.listed import Entries

Names = tuple[str, ...]


@dataclass(frozen=True)
class Weighing:
    """What one analyst judged in an analysis. A hypothesis of which nothing is judged has no place in any order.

    analyst: empty where nobody has judged anything
    """

    dossier: Dossier
    analysis: Analysis
    analyst: str

    @cached_property
    def cells(self) -> Cells:
        """Hypotheses by evidence: indices into ``CELLS``, or ``UNJUDGED``."""
        judged = self.analysis.by(self.analyst)
        rows = [
            [
                CELLS.index(cell.cell)
                if evidence.id in judged and (cell := judged[evidence.id].of(hypothesis.id))
                else UNJUDGED
                for evidence in self.analysis.evidence
            ]
            for hypothesis in self.analysis.hypotheses
        ]
        return np.array(rows, dtype=np.int8).reshape(len(rows), len(self.analysis.evidence))

    @cached_property
    def weights(self) -> Scores:
        """The weight of each piece of evidence."""
        return np.array([weight(each) for each in self.analysis.evidence])

    @cached_property
    def ranked(self) -> list[int]:
        """The hypotheses of which something is judged."""
        return [int(each) for each in np.flatnonzero((self.cells != UNJUDGED).any(axis=1))]

    @cached_property
    def taken(self) -> Scores:
        """What each piece of evidence takes from each ranked hypothesis."""
        return scoring.penalties(self.cells[self.ranked], self.weights)

    @property
    def first(self) -> Names:
        """The hypotheses with which the evidence is least inconsistent."""
        return self.named(scoring.first(scoring.scores(self.taken)))

    @property
    def first_unweighted(self) -> Names:
        """The same where all evidence counts alike."""
        plain = scoring.penalties(self.cells[self.ranked], np.ones(len(self.weights)))
        return self.named(scoring.first(scoring.scores(plain)))

    def named(self, places: Iterable[int]) -> Names:
        """The ids of ranked hypotheses by their places."""
        return tuple(self.analysis.hypotheses[self.ranked[each]].id for each in places)

    def pieces(self, places: Iterable[int]) -> Names:
        """The ids of evidence by its places."""
        return tuple(self.analysis.evidence[each].id for each in places)

    @cached_property
    def removals(self) -> tuple[tuple[Names, Names], ...]:
        """The smallest sets of up to three pieces of evidence without which others are first, with who is then."""
        return tuple((self.pieces(gone), self.named(then)) for gone, then in scoring.least_removals(self.taken))

    def without(self, gone: Iterable[str]) -> Names:
        """The first hypotheses without some evidence; none where no evidence is left."""
        ids = {*gone}
        return self.named(
            scoring.without(self.taken, [at for at, each in enumerate(self.analysis.evidence) if each.id in ids])
        )

    @cached_property
    def by_document(self) -> dict[str, Names]:
        """The evidence that rests on one document, or one source, alone: pieces of it are not independent."""
        found: dict[str, list[str]] = {}
        for each in self.analysis.evidence:
            sources = sources_of(self.dossier, each)
            if len(sources) == 1:
                found.setdefault(sources[0], []).append(each.id)
        return {source: tuple(ids) for source, ids in found.items()}

    @property
    def not_judged(self) -> int:
        """How many cells are not judged."""
        return int((self.cells == UNJUDGED).sum())


def weight(evidence: Evidence) -> float:
    """Credibility times relevance."""
    return round(scoring.WEIGHT[evidence.credibility] * scoring.WEIGHT[evidence.relevance], scoring.DIGITS)


def says(dossier: Dossier, evidence: Evidence) -> str:
    """What a piece of evidence says: its own text, or its entry in the editor's words."""
    if evidence.text:
        return evidence.text
    entry = dossier.by_id[evidence.id]
    told = dossier.by_id[entry.event] if isinstance(entry, Mention) else entry
    return Entries("entries", (told,), dossier).sentences[0]


def sources_of(dossier: Dossier, evidence: Evidence) -> Names:
    """The documents on which a piece of evidence rests, by their short names; of typed evidence its source."""
    if evidence.text:
        return (evidence.source,)
    return tuple(dossier.document[id_].label for id_ in dossier.documents_of(dossier.by_id[evidence.id]))


def weighings(dossier: Dossier, analysis: Analysis) -> tuple[Weighing, ...]:
    """An analysis by each of its analysts; by nobody where nobody has judged yet."""
    return tuple(Weighing(dossier, analysis, each) for each in analysis.analysts or ("",))
