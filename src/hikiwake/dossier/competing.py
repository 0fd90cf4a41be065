"""Competing hypotheses as they are kept in a case: what is weighed, by which evidence, and how each analyst judged it.

The method is that of Heuer (1999), *Psychology of Intelligence Analysis*, ch. 8. Everything here is judged by a person:
the program counts, in ``hikiwake.comparison.hypotheses``, and judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

CELLS = ("CC", "C", "N", "I", "II")
"""Very consistent, consistent, neutral, inconsistent, very inconsistent: one step apart each, in this order."""

LEVELS = ("high", "medium", "low")
"""How credible a piece of evidence is, and how relevant."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One possible answer. ``readings`` are the sides of the question that give it; none where it is typed."""

    id: str
    text: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: an entry of the case by its id, else an id of its own with ``text`` and ``source``."""

    id: str
    text: str = ""
    source: str = ""
    credibility: str = "medium"
    relevance: str = "medium"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How consistent one piece of evidence is with one hypothesis, and why: one of ``CELLS``."""

    hypothesis: str
    cell: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one analyst judged one piece of evidence; a hypothesis without a cell is not judged."""

    analyst: str
    evidence: str
    cells: tuple[Cell, ...] = ()

    def of(self, hypothesis: str) -> Cell | None:
        """The cell of a hypothesis, or ``None`` where it is not judged."""
        return next((each for each in self.cells if each.hypothesis == hypothesis), None)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Hypotheses that exclude each other, the evidence on them, and what each analyst judged of it."""

    id: str
    title: str
    question: str = ""
    note: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        """Put the cells of every judgement into the order of the hypotheses."""
        place = {each.id: number for number, each in enumerate(self.hypotheses)}
        ordered = tuple(
            replace(each, cells=tuple(sorted(each.cells, key=lambda cell: place.get(cell.hypothesis, len(place)))))
            for each in self.judgements
        )
        object.__setattr__(self, "judgements", ordered)

    @property
    def analysts(self) -> tuple[str, ...]:
        """Who judged, each once, in the order of the file."""
        return tuple(dict.fromkeys(each.analyst for each in self.judgements))

    def by(self, analyst: str) -> dict[str, Judgement]:
        """What one analyst judged, by the evidence."""
        return {each.evidence: each for each in self.judgements if each.analyst == analyst}

    def open_cells(self, analyst: str) -> tuple[tuple[str, str], ...]:
        """Evidence and hypothesis of every cell that an analyst has not judged."""
        own = self.by(analyst)
        return tuple(
            (evidence.id, hypothesis.id)
            for evidence in self.evidence
            for hypothesis in self.hypotheses
            if evidence.id not in own or own[evidence.id].of(hypothesis.id) is None
        )
