"""How hypotheses and evidence are called in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hikiwake.comparison.hypotheses.weighing import says
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Event, Mention, Position
from hikiwake.wording.clauses import hypotheses as wording

LONGEST = 90  # characters of a name in a sentence


@dataclass(frozen=True)
class Naming:
    """The texts of hypotheses, and short names of evidence, by analysis and id; ``numbered``: E1, E2 and so on."""

    dossier: Dossier
    analyses: tuple[Analysis, ...]
    numbered: bool = False

    @cached_property
    def _by_id(self) -> dict[str, Analysis]:
        return {each.id: each for each in self.analyses}

    @cached_property
    def _texts(self) -> dict[tuple[str, str], str]:
        return {(one.id, each.id): each.text.rstrip(".") for one in self.analyses for each in one.hypotheses}

    @cached_property
    def _pieces(self) -> dict[tuple[str, str], str]:
        return {
            (one.id, each.id): _short(self._called(each.id) if not each.text else each.text)
            for one in self.analyses
            for each in one.evidence
        }

    def title(self, analysis: str) -> str:
        """The title of an analysis."""
        return self._by_id[analysis].title

    def text(self, analysis: str, hypothesis: str) -> str:
        """What a hypothesis says."""
        return self._texts[analysis, hypothesis]

    def texts(self, analysis: str, hypotheses: Iterable[str]) -> list[str]:
        """What several say."""
        return [self.text(analysis, each) for each in hypotheses]

    def piece(self, analysis: str, evidence: str) -> str:
        """A short name of a piece of evidence, in quotation marks; its number where numbers are shown beside."""
        if self.numbered:
            return f"E{self.number(analysis, evidence)}"
        return f"“{self.called(analysis, evidence)}”"

    def called(self, analysis: str, evidence: str) -> str:
        """The short name alone."""
        return self._pieces[analysis, evidence]

    def number(self, analysis: str, evidence: str) -> int:
        """Which piece of evidence of the analysis it is, counted from 1."""
        return 1 + [each.id for each in self._by_id[analysis].evidence].index(evidence)

    def pieces(self, analysis: str, evidence: Iterable[str]) -> list[str]:
        """Short names of several."""
        return [self.piece(analysis, each) for each in evidence]

    def _called(self, id_: str) -> str:
        """An entry: an act by what was done, all else by what it says."""
        entry = self.dossier.by_id[id_]
        if isinstance(entry, Mention):
            entry = self.dossier.by_id[entry.event]
        if isinstance(entry, Event):
            return entry.summary
        if isinstance(entry, Position):
            return wording.held_by(self.dossier.actor[entry.actor].name(), entry.stance)
        return next(says(self.dossier, each) for one in self.analyses for each in one.evidence if each.id == id_)


def _short(text: str) -> str:
    """A text without its last full stop, cut between words where it is long.

    >>> _short("word " * 40)[-9:]
    'ord word…'
    """
    plain = text.rstrip().rstrip(".")
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
