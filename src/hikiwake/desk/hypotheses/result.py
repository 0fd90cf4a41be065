"""What an analysis comes to, for the place beside its matrix: all of it computed by ``comparison.hypotheses``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.comparison.hypotheses import Hypotheses, Standing, hypotheses
from hikiwake.dossier import Dossier
from hikiwake.dossier.competing import Analysis
from hikiwake.wording.clauses import hypotheses as wording
from hikiwake.wording.desk.hypotheses import leading, steps_apart, unmarked


@dataclass(frozen=True, slots=True)
class Place:
    """A hypothesis in the order: its place, its text, its score, and the numbers of what is inconsistent with it."""

    place: str
    text: str
    score: str
    against: str


@dataclass(frozen=True, slots=True)
class ByAnalyst:
    """What one analyst's marks come to."""

    analyst: str
    """Who judged."""
    order: list[Place]
    """The hypotheses, least inconsistent first."""
    told: list[str]
    """What decides it, which documents it rests on, how much is open."""
    evidence: list[str]
    """What each piece of evidence does, the most telling first."""
    changes: list[str]
    """What would change the conclusion."""


@dataclass(frozen=True, slots=True)
class Came:
    """What is shown beside a matrix."""

    said: str
    """What comes first by one's own marks, and how much is still to be marked."""
    analysts: list[ByAnalyst]
    """One's own result; where it was asked for, those of the others after it."""
    differing: list[str]
    """Whether the analysts come to the same."""
    apart: list[tuple[str, str]]
    """The cells on which they differ: evidence and hypothesis, and how each judges."""


def came_to(dossier: Dossier, analysis: Analysis, who: str, *, others: bool) -> Came:
    """What an analysis comes to by one analyst, and where that is asked for by the others."""
    found = hypotheses(dossier, analysis.id).numbered
    shown = sorted(
        (each for each in analysis.analysts if others or each == who), key=lambda analyst: analyst != who
    )  # the others in the order of the file
    own = next((one for one in found.weighings if one.analyst == who), None)
    texts = [each.rstrip(".") for each in found.naming.texts(analysis.id, own.first)] if own and own.ranked else []
    size = len(analysis.hypotheses) * len(analysis.evidence)
    return Came(
        said=f"{leading(texts)} {unmarked(len(analysis.open_cells(who)), size)}".strip(),
        analysts=[_by(found, each) for each in shown],
        differing=[*found.differing] if others else [],
        apart=[*_apart(found)] if others else [],
    )


def _by(found: Hypotheses, analyst: str) -> ByAnalyst:
    (one,) = (each for each in found.weighings if each.analyst == analyst)
    return ByAnalyst(
        analyst,
        [_place(found, row) for row in found if row.analyst == analyst],
        [*found.told(one)][1:] if one.ranked else [*found.told(one)],
        [line for row, line in zip(found.evidence, found.evidence.sentences, strict=False) if row.analyst == analyst],
        [found.changes.told(row) for row in found.changes if row.analyst == analyst],
    )


def _place(found: Hypotheses, row: Standing) -> Place:
    against = (found.naming.piece(row.analysis, each) + (" (very)" if each in row.very else "") for each in row.against)
    score = "" if row.score is None else wording.points(row.score)
    return Place(str(row.place or ""), row.text, score, ", ".join(against))


def _apart(found: Hypotheses) -> Iterator[tuple[str, str]]:
    naming = found.naming
    for row in found.between_analysts:
        if row.spread:
            names = naming.piece(row.analysis, row.evidence), naming.text(row.analysis, row.hypothesis)
            yield f"{names[0]}, “{names[1]}”", steps_apart(row.cells, row.spread)
