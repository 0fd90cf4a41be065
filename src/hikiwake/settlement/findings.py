"""Findings: for each settlement, era and reading, whether it could be agreed, what blocks it, what would open it.

A settlement **holds** if some state of it is an equilibrium of the concept. It **could be agreed** if such a state
would also be signed by its parties (``signing``). One state stands for the settlement in each row: one that could be
agreed if there is one, else one that would be signed; of these, and where there are none, the one that fewest refuse or
leave, and of those the one nearest to the status quo.

``share_of_draws`` is the share of random draws, over uncertain order and over the readings, in which the settlement
holds; ``share_agreed`` that in which it could be agreed. They belong to the era and the settlement, not to one reading.

Formulas of the case that no model of an era expresses are findings as well: what cannot be said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hikiwake.conflict.changing.robustness import CLASSIC
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.paths import Evolution, improvement_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.settlement.blockers import Blocker, blockers
from hikiwake.settlement.least_change import NEAREST, Least, Search
from hikiwake.settlement.shares import Share, readings_about, shares_of
from hikiwake.settlement.signing import Signing, breakers

DRAWS = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """What one reading of one era says about one settlement.

    state: the state that stands for it, as text; concepts: those under which the settlement holds
    holds: under the concept asked for; agreed: holds and would be signed
    reachable: by improvements from the status quo
    parties: whose options it takes; first_movers: who has to begin, where it is reachable
    would_break: the coalitions that could not be held to the state
    undo: one-way options that would have to be undone first
    untold: parties with an act of theirs about which this reading says nothing; then no agreement is reported
    levers: the least changes after which it could be agreed; none where it can be, or where more than the search allows
    """

    era: str
    settlement: str
    title: str
    variant: str
    concept: Concept
    concepts: tuple[Concept, ...]
    state: str
    holds: bool
    agreed: bool
    signed: bool
    reachable: bool
    parties: tuple[str, ...]
    first_movers: tuple[str, ...]
    would_break: tuple[tuple[str, ...], ...]
    undo: tuple[str, ...]
    untold: tuple[tuple[str, str], ...]
    blocked_by: tuple[Blocker, ...]
    levers: tuple[Least, ...]
    share_of_draws: float
    share_agreed: float
    conflict: Conflict

    @property
    def sentence(self) -> str:
        """The finding in words."""
        from hikiwake.settlement.findings_wording import finding_sentence

        return finding_sentence(self)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A formula of the case that the model of an era cannot express: no option of it stands for the formula."""

    era: str
    settlement: str
    title: str


@dataclass(frozen=True)
class Findings:
    """The findings of a case, and the formulas that its models cannot express; shares come from seeded draws."""

    rows: tuple[Finding, ...]
    unsaid: tuple[Unsaid, ...]
    draws: int
    seed: int

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def as_rows(self) -> list[dict[str, Any]]:
        """The findings as plain values, ready for JSON."""
        from hikiwake.settlement.model_records import finding_record

        return [finding_record(row) for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The findings in words, one after another; then what cannot be expressed."""
        from hikiwake.settlement.findings_wording import unsaid_sentences

        return (*(row.sentence for row in self.rows), *unsaid_sentences(self.unsaid))

    def _repr_html_(self) -> str:
        from hikiwake.settlement.findings_wording import FINDINGS_HEAD, finding_cells
        from hikiwake.wording.tables import table

        return table(FINDINGS_HEAD, map(finding_cells, self.rows))


def findings(
    dossier: Dossier,
    era: str | None = None,
    settlement: str | None = None,
    *,
    concept: Concept = "seq",
    draws: int = DRAWS,
    seed: int = 0,
) -> Findings:
    """Find out for every settlement whether it could have been agreed, what blocks it and what would open it.

    ModelError for an era that the case does not have, a settlement that no model has, or a concept other than nash,
    gmr, smr and seq.

    >>> import hikiwake as hw
    >>> found = findings(hw.load("japan_russia"), "1956-1959", "two_1956_formula", draws=20)
    >>> [(row.variant, row.agreed) for row in found]
    [('', False), ('gandhi-2024', False), ('hirose-2018', True), ('soviet-scholars', False)]
    """
    if concept not in CLASSIC:
        raise ModelError(f'no concept "{concept}" for findings; there are {", ".join(CLASSIC)}')
    models = case_models(dossier, era)
    known = dict.fromkeys(one.formula for model in models for one in model.conflict.settlements)
    if settlement is not None and settlement not in known:
        raise ModelError(f'no settlement "{settlement}" in these models; there are {", ".join(known) or "none"}')
    rows = tuple(row for model in models for row in _of_model(dossier, model, settlement, concept, draws, seed))
    return Findings(rows, tuple(unsaid for model in models for unsaid in _unsaid(dossier, model)), draws, seed)


def _unsaid(dossier: Dossier, model: CaseModel) -> Iterator[Unsaid]:
    expressed = {one.formula for one in model.conflict.settlements}
    for formula in dossier.formulas:
        if formula.id not in expressed:
            yield Unsaid(model.conflict.era, formula.id, formula.title)


def _of_model(
    dossier: Dossier, model: CaseModel, settlement: str | None, concept: Concept, draws: int, seed: int
) -> Iterator[Finding]:
    chosen = [one for one in model.conflict.settlements if settlement in (None, one.formula)]
    if not chosen:
        return
    signing = Signing.of(model.conflict)
    sets = {one.formula: signing.steps.states.true_states(one.when) for one in chosen}
    shares = shares_of(signing, sets, readings_about(model.conflict), draws, seed, concept)
    for variant, conflict in model.readings:
        reading = _Reading(dossier, variant, solve(conflict, CLASSIC), signing, concept)
        for one in chosen:
            yield reading.finding(one, np.flatnonzero(sets[one.formula]).tolist(), shares[one.formula])


class _Reading:
    """One reading of a model, solved, with what all its findings need."""

    def __init__(
        self, dossier: Dossier, variant: str, stability: Stability, signing: Signing, concept: Concept
    ) -> None:
        self.dossier, self.variant, self.stability, self.signing = dossier, variant, stability, signing
        self.concept = concept
        self.held = stability.everywhere(concept)
        self.preferences = [maker.preference for maker in stability.conflict.decision_makers]
        self.signed = signing.would_sign(stability.ranks)
        self.told = signing.told(self.preferences)
        self.against = (signing.losing(stability.ranks) | ~stability.table(concept)).sum(axis=0)
        self.distance = signing.distance()
        self.paths: Evolution = improvement_paths(stability)
        self.reachable = {number - 1 for number in self.paths.reachable}
        self.search = Search(stability, signing, concept)

    def finding(self, settlement: Settlement, states: Sequence[int], share: Share) -> Finding:
        """What this reading says about a settlement, given its states (indices, at least one)."""
        conflict, state = self.stability.conflict, self._standing_for(states)
        agreed = bool(self.held[state] and self.signed[state] and self.told[state])
        reached = [each for each in states if each in self.reachable]
        titles = {formula.id: formula.title for formula in self.dossier.formulas}
        return Finding(
            conflict.era,
            settlement.formula,
            titles.get(settlement.formula, settlement.formula),
            self.variant,
            self.concept,
            tuple(one for one in CLASSIC if self.stability.everywhere(one)[list(states)].any()),
            self.stability.states.text(state),
            bool(self.held[list(states)].any()),
            agreed,
            bool(self.signed[state]),
            bool(reached),
            self.signing.names(state),
            self._first_movers(reached),
            breakers(self.stability, self.signing.steps, state),
            self.signing.options_undone(state),
            self.signing.untold(self.preferences, state),
            blockers(self.dossier, self.stability, self.signing, state, self.concept),
            () if agreed else self._least(states),
            share.holds,
            share.agreed,
            conflict,
        )

    def _least(self, states: Sequence[int]) -> tuple[Least, ...]:
        told = [state for state in states if self.told[state]]
        return self.search.least(
            sorted(told, key=lambda state: (self.against[state], *self._nearness(state)))[:NEAREST]
        )

    def _standing_for(self, states: Sequence[int]) -> int:
        def key(state: int) -> tuple[object, ...]:
            held, signed, told = bool(self.held[state]), bool(self.signed[state]), bool(self.told[state])
            apart = self.against[state], *self._nearness(state)
            return (not (held and signed and told), not (signed and told), not signed, *apart)

        return min(states, key=key)

    def _nearness(self, state: int) -> tuple[bool, int, int]:
        """States to which nothing has to be undone first, then the nearest, then the first."""
        return bool(self.signing.undone[state]), int(self.distance[state]), state

    def _first_movers(self, reached: Sequence[int]) -> tuple[str, ...]:
        others = [state for state in reached if state != self.signing.start]
        return self.paths.openers(min(others, key=self._nearness) + 1) if others else ()
