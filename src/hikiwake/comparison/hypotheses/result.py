"""Competing hypotheses, least inconsistent first, analysis by analysis and analyst by analyst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from hikiwake.comparison.hypotheses import scoring
from hikiwake.comparison.hypotheses.apart import BetweenAnalysts, between
from hikiwake.comparison.hypotheses.changes import Changes, changes
from hikiwake.comparison.hypotheses.evidence import Diagnosticity, WeighedEvidence, diagnosticities
from hikiwake.comparison.hypotheses.naming import Naming
from hikiwake.comparison.hypotheses.weighing import Weighing, weighings
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import hypotheses as wording
from hikiwake.wording.terminal.near import near_or_some


@dataclass(frozen=True, slots=True)
class Standing:
    """How one hypothesis stands by one analyst.

    place: 1 for the first, the same for those that tie; ``None`` while nothing of it is judged, as are the scores
    score: weighted, 0 at most; unweighted: the same where all evidence counts alike
    against: the evidence that is inconsistent with it; very: that of it which is very inconsistent
    """

    analysis: str
    analyst: str
    hypothesis: str
    text: str
    place: int | None
    tied: bool
    score: float | None
    unweighted: int | None
    against: tuple[str, ...]
    very: tuple[str, ...]
    not_judged: int
    why: str


@dataclass(frozen=True)
class Hypotheses(Result[Standing]):
    """Hypotheses in the order of their places. What the evidence does, and what would change it, are lists beside."""

    weighings: tuple[Weighing, ...] = field(repr=False, compare=False)
    rows: tuple[Standing, ...]
    naming: Naming = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values."""
        return [
            {
                "analysis": row.analysis, "analyst": row.analyst, "hypothesis": row.hypothesis, "text": row.text,
                "place": row.place, "tied": row.tied, "score": row.score, "unweighted": row.unweighted,
                "against": [*row.against], "very": [*row.very], "not_judged": row.not_judged, "why": row.why,
            }
            for row in self.rows
        ]  # fmt: skip

    @cached_property
    def evidence(self) -> WeighedEvidence:
        """What each piece of evidence does, what takes most differently from the hypotheses first."""
        return WeighedEvidence(tuple(row for one in self.weighings for row in diagnosticities(one)), self.naming)

    @cached_property
    def changes(self) -> Changes:
        """What would change which hypotheses come first."""
        return Changes(tuple(row for one in self.weighings for row in changes(one)), self.naming)

    @cached_property
    def between_analysts(self) -> BetweenAnalysts:
        """The cells that several analysts have judged."""
        return BetweenAnalysts(tuple(row for each in self.naming.analyses for row in between(each)), self.naming)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What comes first, what it hangs on, which evidence decides nothing; and what it does not mean."""
        if not self.weighings:
            return (wording.NONE,)
        told = [line for one in self.weighings for line in self.told(one)]
        return (*told, *self.differing, wording.CAVEAT)

    @property
    def differing(self) -> tuple[str, ...]:
        """Of each analysis with several analysts, whether they come to the same."""
        return tuple(line for each in self.naming.analyses for line in self._differing(each))

    @cached_property
    def numbered(self) -> Hypotheses:
        """The same, which calls evidence by its number in its sentences: for where the numbers are shown."""
        return replace(self, naming=replace(self.naming, numbered=True))

    def told(self, one: Weighing) -> Iterator[str]:
        """What is said of an analysis as one analyst judged it."""
        analysis = one.analysis
        if not one.ranked:
            yield wording.nothing_judged(analysis.title, len(analysis.hypotheses), len(analysis.evidence))
            return
        yield self._conclusion(one)
        texts = self.naming
        sets = [(texts.pieces(analysis.id, gone), texts.texts(analysis.id, then)) for gone, then in one.removals]
        yield wording.decided_by(sets, scoring.MOST, len(analysis.evidence))
        yield from self._documents(one)
        nothing = [row.evidence for row in self._evidence_of(one) if not row.decides]
        yield from filter(None, (
            wording.deciding_nothing(texts.pieces(analysis.id, nothing)),
            "" if one.first_unweighted == one.first
            else wording.weights_decide(texts.texts(analysis.id, one.first_unweighted)),
            wording.steps(sum(1 for row in self.changes if row.kind == "cell" and _is_of(row, one))),
            wording.unjudged(one.not_judged, one.cells.size),
        ))  # fmt: skip

    def _evidence_of(self, one: Weighing) -> list[Diagnosticity]:
        return [row for row in self.evidence if _is_of(row, one)]

    def _conclusion(self, one: Weighing) -> str:
        own = [row for row in self.rows if _is_of(row, one) and row.score is not None]
        first = [row for row in own if row.place == 1]
        then = [(self.naming.text(row.analysis, row.hypothesis), row.score or 0.0) for row in own if row.place != 1]
        names = [self.naming.text(row.analysis, row.hypothesis) for row in first]
        return wording.conclusion(one.analysis.title, one.analyst, names, first[0].score or 0.0, then)

    def _documents(self, one: Weighing) -> Iterator[str]:
        """The documents and sources without which others come first."""
        id_, decisive = one.analysis.id, False
        for document, gone in one.by_document.items():
            if (then := one.without(gone)) != one.first:
                decisive = True
                yield wording.same_document(document, len(gone), self.naming.texts(id_, then))
        if not decisive and (line := wording.no_document(len(one.by_document))):
            yield line

    def _differing(self, analysis: Analysis) -> Iterator[str]:
        own = {one.analyst: one for one in self.weighings if one.analysis.id == analysis.id}
        if len(own) > 1:
            firsts = {who: self.naming.texts(analysis.id, one.first) for who, one in own.items() if one.ranked}
            apart = sum(1 for row in self.between_analysts if row.analysis == analysis.id and row.spread)
            yield wording.analysts_differ(analysis.title, firsts, apart)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The analysis, who judged, the place, the hypothesis, its score, and what speaks against it."""
        return ("analysis", "analyst", "place", "hypothesis", "score", "inconsistent with it"), (
            (self.naming.title(row.analysis), row.analyst, row.place or "", row.text,
             "" if row.score is None else wording.points(row.score),
             [self.naming.called(row.analysis, each) for each in row.against])
            for row in self.rows
        )  # fmt: skip


def _is_of(row: Standing | Diagnosticity | object, one: Weighing) -> bool:
    """Whether a row is of one analysis by one analyst."""
    return (getattr(row, "analysis", None), getattr(row, "analyst", None)) == (one.analysis.id, one.analyst)


def hypotheses(dossier: Dossier, analysis: str | None = None, analyst: str | None = None) -> Hypotheses:
    """The competing hypotheses of a case, least inconsistent first: of all analyses where none is asked for.

    Raises ``HikiwakeError`` for an analysis or an analyst that the case does not have.

    >>> import hikiwake as hw
    >>> found = hw.hypotheses(hw.load("japan_russia"))
    >>> found[0].place, found[0].score <= 0
    (1, True)
    """
    known = {each.id: each for each in dossier.analyses}
    if analysis is not None and analysis not in known:
        raise HikiwakeError(f"{analysis!r} is no analysis of the case{near_or_some(analysis, [*known])}")
    chosen = tuple(known.values()) if analysis is None else (known[analysis],)
    found = [one for each in chosen for one in weighings(dossier, each)]
    who = list(dict.fromkeys(one.analyst for one in found if one.analyst))
    if analyst is not None and analyst not in who:
        raise HikiwakeError(f"{analyst!r} is no analyst of the case{near_or_some(analyst, who)}")
    told = tuple(one for one in found if analyst in (None, one.analyst))
    naming = Naming(dossier, chosen)
    return Hypotheses(told, tuple(row for one in told for row in standings(one, naming)), naming)


def standings(one: Weighing, naming: Naming) -> list[Standing]:
    """The hypotheses by one analyst in the order of their places; those of which nothing is judged last."""
    found = scoring.scores(one.taken)
    plain = scoring.scores(scoring.penalties(one.cells[one.ranked], one.weights * 0 + 1))
    scored = {row: (float(found[place]), int(plain[place])) for place, row in enumerate(one.ranked)}
    rows = [_standing(one, naming, row, scored) for row in range(len(one.analysis.hypotheses))]
    return sorted(rows, key=lambda row: (row.place is None, row.place))


def _standing(one: Weighing, naming: Naming, row: int, scored: dict[int, tuple[float, int]]) -> Standing:
    hypothesis, cells = one.analysis.hypotheses[row], one.cells[row]
    against = [(at, "II" if cells[at] == 4 else "I") for at in range(len(cells)) if cells[at] > 2]
    score, unweighted = scored.get(row, (None, None))
    same = [each for each, _ in scored.values() if each == score]
    ids = one.pieces(at for at, _ in against)
    left = int((cells == scoring.UNJUDGED).sum())
    told = [(naming.piece(one.analysis.id, id_), cell) for id_, (_, cell) in zip(ids, against, strict=True)]
    return Standing(
        one.analysis.id,
        one.analyst,
        hypothesis.id,
        hypothesis.text,
        None if score is None else 1 + sum(each > score for each, _ in scored.values()),
        len(same) > 1,
        score,
        unweighted,
        ids,
        tuple(id_ for id_, (_, cell) in zip(ids, against, strict=True) if cell == "II"),
        left,
        wording.standing(hypothesis.text.rstrip("."), score, told, left),
    )
