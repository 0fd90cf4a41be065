"""Findings: for each settlement, era and reading the verdict, what blocks it, and what would have to change.

The definitions stand in ``terms`` (states, form, parties), ``judgement`` (holds, signed, verdict), ``refusals``,
``blockers``, ``least_change`` and ``shares``. A finding judges one form of the settlement, and all that it says is
about that form. Formulas of the case that no model of an era expresses are findings as well: what cannot be said here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.conflict.concepts.definitions import CLASSIC, Concept
from hikiwake.conflict.model import content
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models, read_by, refuse_unknown_reading
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.results import Result
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.judgement import Verdict
from hikiwake.settlement.matrix import by_what_changes_hands, matrix
from hikiwake.settlement.outcome import forget, outcome, shares
from hikiwake.settlement.refusals import acceptances, refusals
from hikiwake.settlement.shares import wilson
from hikiwake.settlement.sources import Sources
from hikiwake.wording import settlements as wording
from hikiwake.wording.tables import paragraphs
from hikiwake.wording.terminal.near import QUOTE, near_or_some

DRAWS = 200
Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A formula of the case that the model of an era cannot express: no option of it stands for the formula.

    elsewhere: whether the model of another era can
    """

    era: str
    settlement: str
    title: str
    elsewhere: bool


@dataclass(frozen=True)
class Findings(Result[Finding]):
    """The findings of a case, and the formulas that its models cannot express; shares come from seeded draws."""

    rows: tuple[Finding, ...]
    unsaid: tuple[Unsaid, ...]
    draws: int
    seed: int
    order: tuple[str, ...] = ()
    """The formulas by what changes hands, as ``by_what_changes_hands`` gives them."""

    def as_records(self) -> list[dict[str, Any]]:
        """The findings as plain values, ready for JSON."""
        return [row.as_row() for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """For each reading where things end without a settlement, then its findings; last what cannot be expressed.

        Settlements that come to the same states, and of which the same is said, are told together.
        """
        told: dict[tuple[str, ...], list[Finding]] = {}
        for row in self.rows:
            same = row.when.text, row.told, row.blocked, row.changing
            told.setdefault((row.era, row.variant, *same), []).append(row)
        rows = [replace(ones[0], title=wording.both([one.title for one in ones])) for ones in told.values()]
        lines = dict.fromkeys(line for row in rows for line in (row.without, row.sentence) if line)
        return (*lines, *_unsaid_sentences(self.unsaid))

    @property
    def matrix(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Settlements by eras, one sign for each reading's verdict: the head and the rows."""
        head, deals, alone = self.matrices
        return head, [*deals, *alone]

    @property
    def matrices(self) -> tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]:
        """The head; the rows of what takes an agreement, by what changes hands; and of what one side does alone."""
        order = {formula: place for place, formula in enumerate(self.order)}
        rows = sorted(self.rows, key=lambda row: order.get(row.settlement, len(order)))
        alone = {row.settlement for row in rows} - {row.settlement for row in rows if row.verdict != "alone"}
        deals, acts = (
            matrix([row for row in rows if (row.settlement in alone) is apart], self._eras) for apart in (False, True)
        )
        return ("way to settle", *self._eras), deals, acts

    @property
    def _eras(self) -> list[str]:
        return list(dict.fromkeys((*(row.era for row in self.rows), *(one.era for one in self.unsaid))))

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The matrix."""
        return self.matrix

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_()}{paragraphs((*wording.legend(), *self.sentences))}"


def findings(
    dossier: Dossier,
    era: str | None = None,
    settlement: str | None = None,
    *,
    variant: str | None = None,
    concept: Concept = "seq",
    draws: int = DRAWS,
    seed: int = 0,
    step: Step | None = None,
) -> Findings:
    """Find out for every settlement whether it would be agreed, what blocks it and what would have to change.

    variant: one reading alone, "" for the models' own; its shares are the same as beside the others. ModelError for an
    era that the case does not have, a settlement or variant that no model has, or a concept other than nash, gmr, smr
    and seq; CaseError for a case in whose models ``check`` finds a fault. step: called before each model, with the name
    of its era, which of the models it is, from 1, and how many there are.

    >>> import hikiwake as hw
    >>> found = findings(hw.load("japan_russia"), "1956-1959", "two_1956_formula", draws=20)
    >>> [(row.variant, row.verdict) for row in found][:3]
    [('', 'neither'), ('gandhi-2024', 'neither'), ('hirose-2018', 'agreed')]
    """
    refuse_unsound(dossier)
    return findings_as_is(dossier, era, settlement, variant=variant, concept=concept, draws=draws, seed=seed, step=step)


def findings_as_is(
    dossier: Dossier,
    era: str | None = None,
    settlement: str | None = None,
    *,
    variant: str | None = None,
    concept: Concept = "seq",
    draws: int = DRAWS,
    seed: int = 0,
    step: Step | None = None,
) -> Findings:
    """The same without looking for faults: for a case that was checked already, and for models without grounds."""
    if concept not in CLASSIC:
        raise ModelError(f'no concept "{concept}" for findings{near_or_some(concept, CLASSIC, QUOTE)}')
    if draws < 1:
        raise ModelError(f"{draws} draws; expected at least 1")
    models = case_models(dossier, era)
    known = dict.fromkeys(one.formula for model in models for one in model.conflict.settlements)
    if settlement is not None and settlement not in known:
        raise ModelError(f'no settlement "{settlement}" in these models{near_or_some(settlement, known, QUOTE)}')
    refuse_unknown_reading(models, variant)
    rows: list[Finding] = []
    for number, model in enumerate(models, 1):
        if step is not None:
            step(model.conflict.era, number, len(models))
        rows += _of_model(dossier, model, settlement, variant, concept, draws, seed)
    anywhere = {formula for model in (models if era is None else case_models(dossier)) for formula in _expressed(model)}
    unsaid = tuple(one for model in models for one in _unsaid(dossier, model, anywhere))
    return Findings(tuple(rows), unsaid, draws, seed, by_what_changes_hands(dossier))


def _expressed(model: CaseModel) -> set[str]:
    return {one.formula for one in model.conflict.settlements}


def _unsaid(dossier: Dossier, model: CaseModel, anywhere: set[str]) -> Iterator[Unsaid]:
    for formula in dossier.formulas:
        if formula.id not in _expressed(model):
            yield Unsaid(model.conflict.era, formula.id, formula.title, formula.id in anywhere)


def _unsaid_sentences(unsaid: Sequence[Unsaid]) -> list[str]:
    """Which formulas no model of the case can express; then for each era those that the model of another can."""
    nowhere = list(dict.fromkeys(one.title for one in unsaid if not one.elsewhere))
    eras = dict.fromkeys(one.era for one in unsaid)
    elsewhere = [(era, [one.title for one in unsaid if one.era == era and one.elsewhere]) for era in eras]
    return wording.unsaid(nowhere, elsewhere)


def _of_model(
    dossier: Dossier,
    model: CaseModel,
    settlement: str | None,
    only: str | None,
    concept: Concept,
    draws: int,
    seed: int,
) -> Iterator[Finding]:
    chosen = tuple(one for one in model.conflict.settlements if settlement in (None, one.formula))
    if not chosen:
        return
    against = {(one.formula, name): refusals(dossier, conflict, name, one.formula)
               for one in chosen for name, conflict in model.readings}  # fmt: skip
    refused = tuple((key, frozenset(each)) for key, each in against.items())
    readings = tuple((name, content.drawn_from(conflict)) for name, conflict in model.readings)
    verdicts = shares(readings, chosen, refused, concept, draws, seed)
    sources = Sources(dossier, model.conflict.era)
    for variant, conflict in (each for each in model.readings if only in (None, each[0])):
        reading = _Reading(dossier, variant, conflict, sources, concept)
        for each in chosen:
            yield reading.finding(each, against[each.formula, variant], verdicts[each.formula], draws)
    forget()


class _Reading:
    """One reading of a model, with what all its findings need."""

    def __init__(self, dossier: Dossier, variant: str, conflict: Conflict, sources: Sources, concept: Concept) -> None:
        self.dossier, self.variant, self.by = dossier, variant, read_by(dossier, variant)
        self.conflict, self.content, self.sources, self.concept = conflict, content.numbered(conflict), sources, concept
        self.titles = {formula.id: formula.title for formula in dossier.formulas}

    def finding(
        self, settlement: Settlement, against: dict[int, tuple[str, ...]], verdicts: Counter[Verdict], draws: int
    ) -> Finding:
        """What this reading says about a settlement."""
        found = outcome(self.content, settlement, frozenset(against), self.concept)
        judged, form, formula, names = found.judged, found.judged.form, settlement.formula, self.conflict.names
        return Finding(
            self.conflict.era,
            formula,
            self.titles.get(formula, formula),
            self.variant,
            self.by,
            self.concept,
            found.state,
            found.beginning,
            form.standing,
            tuple(names[party] for party in form.parties),
            tuple(names[maker] for maker in form.alone),
            tuple(names[maker] for maker in judged.gaining),
            judged.verdict,
            judged.holds,
            found.at_rest,
            found.otherwise,
            judged.signed,
            tuple((names[maker], ids) for maker, ids in against.items() if maker in form.parties),
            tuple((names[maker], ids) for maker, ids in self._accepting(formula).items() if maker in form.parties),
            form.reachable,
            form.undone,
            tuple((names[maker], option) for maker, option in judged.untold),
            found.fallbacks,
            tuple(map(self._grounded, found.blocked_by)),
            found.endings,
            found.levers,
            found.searched,
            found.carrying,
            found.fixed,
            wilson(verdicts[judged.verdict], draws),
            self.conflict,
            self.sources,
        )

    def _accepting(self, formula: str) -> dict[int, tuple[str, ...]]:
        """Who accepts a formula on record."""
        return acceptances(self.dossier, self.conflict, self.variant, formula)

    def _grounded(self, one: Blocker) -> Blocker:
        """A blocker with the grounds of this edition."""
        preference = self.conflict.decision_maker(one.decision_maker).preference
        return replace(one, grounds=content.grounds_at(preference, one.grounds))
