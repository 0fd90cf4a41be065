"""Competing hypotheses as they could be weighed on a day: with the evidence that was known then, and nothing later.

- Evidence stays where its entry was known and told as now; typed evidence has no time and falls with any document.
- A hypothesis that readings give stays where one of them was known; a typed one stays.
- A text, a note or a reason that names a later document falls, and with the text of a hypothesis the hypothesis.
- An analysis stays while two hypotheses and one piece of evidence are left.

The cells are those of today: each judges one piece of evidence, and what is known of the others does not touch it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hikiwake.dossier.competing import Analysis, Evidence, Hypothesis, Judgement
from hikiwake.dossier.entries import Entry, Reading


@dataclass(frozen=True)
class Known:
    """The entries that were known, those of now, the readings that were known, and the names of later documents."""

    then: Mapping[str, Entry]
    now: Mapping[str, Entry]
    readings: frozenset[tuple[str, str]]
    later: tuple[str, ...]

    @classmethod
    def of(cls, then: Mapping[str, Entry], now: Mapping[str, Entry], later: tuple[str, ...]) -> Known:
        """What was known of the entries that there are now."""
        told = (each for each in then.values() if isinstance(each, Reading))
        return cls(then, now, frozenset((each.question, each.side) for each in told), later)

    def says(self, text: str) -> str:
        """A text that names no later document; else nothing."""
        return "" if any(name in text for name in self.later) else text

    def evidence(self, each: Evidence) -> bool:
        """Whether a piece of evidence was known as it is now."""
        if each.id in self.now and not each.text:
            return self.then.get(each.id) == self.now[each.id]
        return not self.later and bool(self.says(each.text))

    def hypothesis(self, analysis: Analysis, each: Hypothesis) -> bool:
        """Whether a hypothesis could be put."""
        known = [side for side in each.readings if (analysis.question, side) in self.readings]
        return bool(self.says(each.text)) and (bool(known) or not each.readings)


def analyses_then(analyses: Iterable[Analysis], known: Known) -> Iterator[Analysis]:
    """The analyses that could be made of what was known."""
    for analysis in analyses:
        kept = _kept(analysis, known)
        if len(kept.hypotheses) > 1 and kept.evidence and known.says(kept.title):
            yield kept


def _kept(analysis: Analysis, known: Known) -> Analysis:
    hypotheses = tuple(
        replace(each, readings=tuple(side for side in each.readings if (analysis.question, side) in known.readings))
        for each in analysis.hypotheses
        if known.hypothesis(analysis, each)
    )
    evidence = tuple(replace(each, note=known.says(each.note)) for each in analysis.evidence if known.evidence(each))
    ids = {each.id for each in hypotheses}
    judged = tuple(
        _judged(each, ids, known) for each in analysis.judgements if each.evidence in {one.id for one in evidence}
    )
    asked = analysis.question if any(question == analysis.question for question, _ in known.readings) else ""
    return replace(analysis, question=asked, note=known.says(analysis.note), hypotheses=hypotheses,
                   evidence=evidence, judgements=judged)  # fmt: skip


def _judged(each: Judgement, hypotheses: set[str], known: Known) -> Judgement:
    cells = (replace(cell, reason=known.says(cell.reason)) for cell in each.cells if cell.hypothesis in hypotheses)
    return replace(each, cells=tuple(cells))
