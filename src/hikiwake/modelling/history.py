"""Models held against history: is the state with which an era ended one that the model says would hold?

For each era and reading: the state at the era's end (a pattern where the record leaves options open: then the verdict
is that of all states of the pattern, and "?" where they differ), whether it is an equilibrium, and whether improvements
lead to it from the state at the beginning. Three things keep an answer from being taken for more than it is:

- the **share** of all states that are equilibria of the concept: where most states hold, it says little that one does;
- the **baseline**: how often the same statements in random order would have made it one;
- **nothing changes**: what the forecast that everything stays as it is would have been worth.

A miss is a result. Eras without a model are rows too: they say what the record lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hikiwake.conflict.changing.chances import at_states, random_orders
from hikiwake.conflict.changing.robustness import CLASSIC
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Preference, PreferenceStatement, Statements
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.paths import improvement_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.conflict.solving.steps import Steps
from hikiwake.dossier import Dossier, Event
from hikiwake.modelling.case_models import CaseModel, case_models, written_before
from hikiwake.modelling.drafting import Missing, draft, missing_in
from hikiwake.wording import history as wording
from hikiwake.wording.moves import NAMES
from hikiwake.wording.tables import paragraphs, table

ORDERS = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    """One concept's answer about the state at the end: shares are of all states, and of random orders, 0 to 1.

    holds: in every state that the outcome allows; possible: in some of them
    """

    concept: Concept
    holds: bool
    possible: bool
    share_of_states: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One reading of one era held against history; ``variant`` "" is the model's own reading.

    leaves: who gains by leaving the state at the end and is not deterred (SEQ), where it does not hold
    changed: how many options changed between beginning and end; nothing_changes: whether none did
    written_before: whether the reading rests on documents written before the outcome
    """

    era: str
    variant: str
    status_quo: str
    outcome: str
    states: int
    verdicts: tuple[Verdict, ...]
    reachable: bool
    reachable_by_moves: bool
    reached: str
    leaves: tuple[str, ...]
    changed: int
    written_before: bool
    statements: int
    on_acts: int
    circular: bool
    missing: tuple[Missing, ...]

    def verdict(self, concept: Concept) -> Verdict:
        """One concept's answer."""
        return next(one for one in self.verdicts if one.concept == concept)

    @property
    def nothing_changes(self) -> bool:
        """Whether the forecast that nothing changes would have been right."""
        return self.changed == 0

    @property
    def holds(self) -> bool:
        """Whether the outcome is an equilibrium under sequential stability, in every state that it allows."""
        return self.verdict("seq").holds

    @property
    def holds_somewhere(self) -> bool:
        """Whether some state that the outcome allows is an equilibrium under sequential stability."""
        return self.verdict("seq").possible

    @property
    def held(self) -> str:
        """The same in a word: yes, no, or "?" where it depends on what the record leaves open."""
        return wording.held(self.holds, self.holds_somewhere)

    @property
    def holds_by(self) -> str:
        """The concepts by which the outcome holds."""
        open_ = [NAMES[one.concept] for one in self.verdicts if one.possible and not one.holds]
        return wording.holds_by([NAMES[one.concept] for one in self.verdicts if one.holds], open_)

    @property
    def cells(self) -> tuple[object, ...]:
        """The row as a table has it."""
        seq, mark = self.verdict("seq"), "*" * self.circular
        return (self.era, (self.variant or "the record as a whole") + mark, self.outcome, self.holds_by, self.reached,
                f"{100 * seq.share_of_states:.1f} %", f"{100 * seq.baseline:.0f} %",
                f"{self.on_acts} of {self.statements}", wording.changed(self.changed))  # fmt: skip

    def as_row(self) -> dict[str, Any]:
        """The row as plain values."""
        verdicts = {one.concept: {"holds": one.holds, "possible": one.possible, "share_of_states": one.share_of_states,
                                  "baseline": one.baseline} for one in self.verdicts}  # fmt: skip
        return {
            "era": self.era,
            "model": True,
            "variant": self.variant,
            "status_quo": self.status_quo,
            "outcome": self.outcome,
            "states": self.states,
            "holds": self.held,
            "verdicts": verdicts,
            "reachable": self.reachable,
            "reachable_by_moves": self.reachable_by_moves,
            "reached": self.reached,
            "leaves": list(self.leaves),
            "nothing_changes": self.nothing_changes,
            "options_changed": self.changed,
            "written_before": self.written_before,
            "statements": self.statements,
            "on_acts_alone": self.on_acts,
            "outcome_is_ground": self.circular,
            "missing": [asdict(one) for one in self.missing],
        }


@dataclass(frozen=True, slots=True)
class NoModel:
    """An era without a model: whether its record is too thin for one, whose wishes about others are not told at all,
    and which preferences a draft would lack."""

    era: str
    thin: bool
    silent: tuple[str, ...]
    missing: tuple[Missing, ...]

    @property
    def words(self) -> str:
        """Why the era has no model, without the full stop."""
        return wording.no_model(self.thin, self.silent)

    @property
    def cells(self) -> tuple[object, ...]:
        """The row as a table has it."""
        return (self.era, "", "no model", "record too thin" if self.thin else "not yet made", *("",) * 5)

    def as_row(self) -> dict[str, Any]:
        """The row as plain values; there is no variant and no verdict."""
        return {"era": self.era, "model": False, "too_thin": self.thin, "silent": list(self.silent),
                "missing": [asdict(one) for one in self.missing], "sentence": self.words}  # fmt: skip


@dataclass(frozen=True)
class History:
    """The models of a case held against history, era by era, and the eras without a model."""

    rows: tuple[Comparison | NoModel, ...]
    orders: int
    seed: int

    def __iter__(self) -> Iterator[Comparison | NoModel]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def compared(self) -> tuple[Comparison, ...]:
        """The rows of eras with a model."""
        return tuple(row for row in self.rows if isinstance(row, Comparison))

    @property
    def without_model(self) -> tuple[NoModel, ...]:
        """The rows of eras without a model."""
        return tuple(row for row in self.rows if isinstance(row, NoModel))

    def as_rows(self) -> list[dict[str, Any]]:
        """The rows as plain values, ready for JSON."""
        return [row.as_row() for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the table comes to, in words: hits and misses, and what simpler forecasts would have said."""
        rows = self.compared
        without = [f"{row.era}: {row.words}." for row in self.without_model]
        if not rows:
            return ("No era has a model.", *without)
        held = [row for row in rows if row.holds]
        certain = sum(row.verdict("seq").baseline == 1 for row in held)
        before = [row for row in rows if row.written_before]
        missed = list(dict.fromkeys(row.era for row in rows if not row.holds_somewhere))
        return (
            wording.hits(len(held), sum(row.holds_somewhere and not row.holds for row in rows),
                         sum(row.reachable for row in held), len(rows), NAMES["seq"]),
            wording.any_order(certain, len(held), self.orders),
            wording.nothing_changes(sum(not row.nothing_changes for row in rows), len(rows)),
            wording.before(len(before), sum(row.holds for row in before)),
            wording.circular(sum(row.circular for row in rows), len(rows),
                             sum(row.on_acts for row in rows), sum(row.statements for row in rows)),
            *([wording.missed(missed)] if missed else []),
            *without,
        )  # fmt: skip

    def _repr_html_(self) -> str:
        return table(wording.HEAD, (row.cells for row in self.rows)) + paragraphs(self.sentences)


def history(dossier: Dossier, era: str | None = None, *, orders: int = ORDERS, seed: int = 0) -> History:
    """Hold the models of a case against history.

    orders: how many random orders of the statements; ModelError for an era that the case does not have.

    >>> import hikiwake as hw
    >>> table = history(hw.load("japan_russia"), "1956-1959", orders=10)
    >>> [(row.variant, row.holds, row.reachable) for row in table.compared][:2]
    [('', True, False), ('gandhi-2024', True, False)]
    """
    models = case_models(dossier, era)
    rows: list[Comparison | NoModel] = []
    for each in dossier.case.eras:
        found = [model for model in models if model.conflict.era == each.id]
        rows += [row for model in found for row in _compared(dossier, model, orders, seed)]
        if not found and era in (None, each.id):
            rows.append(_without_model(dossier, each.id))
    return History(tuple(rows), orders, seed)


def _without_model(dossier: Dossier, era: str) -> NoModel:
    drafted = draft(dossier, era)
    return NoModel(era, drafted.thin, drafted.silent, drafted.missing)


def _compared(dossier: Dossier, model: CaseModel, orders: int, seed: int) -> Iterator[Comparison]:
    steps = Steps.of(model.conflict)
    everyone, start = tuple(range(len(model.conflict.names))), steps.states.index(model.conflict.status_quo)
    for name, conflict in model.readings:
        stability = solve(conflict, CLASSIC)
        reached = stability.states.matching(conflict.outcome).tolist()
        steps_pay = {number - 1 for number in improvement_paths(stability).reachable}
        by_moves = {start, *steps.reached(everyone, start).tolist()}
        yield Comparison(
            conflict.era,
            name,
            conflict.status_quo,
            conflict.outcome,
            len(stability.states),
            tuple(_verdicts(stability, steps, reached, orders, seed)),
            steps_pay.issuperset(reached),
            by_moves.issuperset(reached),
            wording.reached(_held(steps_pay, reached), _held(by_moves, reached)),
            _leaving(stability, reached),
            sum(
                before != after and after != "-"
                for before, after in zip(conflict.status_quo, conflict.outcome, strict=True)
            ),
            written_before(dossier, model, conflict),
            *_grounded(dossier, conflict),
            missing_in(conflict),
        )


def _held(found: set[int], reached: Sequence[int]) -> str:
    return wording.held(found.issuperset(reached), not found.isdisjoint(reached))


def _grounded(dossier: Dossier, conflict: Conflict) -> tuple[int, int, bool]:
    """How many statements there are, how many rest on acts alone, and whether an act that is the outcome is a ground.

    An option that the outcome changes is what its owner did: an act of the owner among the grounds of a statement that
    bears on nothing but options that changed is taken for the outcome itself.
    """
    pairs = zip(conflict.options, conflict.status_quo, conflict.outcome, strict=True)
    changed = {option.id for option, before, after in pairs if {before, after} == {"Y", "N"}}
    told = [(maker, one) for maker in conflict.decision_makers for one in _statements(maker.preference)]
    on_acts = [
        all(isinstance(dossier.by_id.get(id_), Event) for id_ in one.grounds) and bool(one.grounds) for _, one in told
    ]
    circular = any(_is_outcome(dossier, maker, one, changed) for maker, one in told)
    return len(told), sum(on_acts), circular


def _statements(preference: Preference) -> tuple[PreferenceStatement, ...]:
    return preference.statements if isinstance(preference, Statements) else ()


def _is_outcome(dossier: Dossier, maker: DecisionMaker, one: PreferenceStatement, changed: set[str]) -> bool:
    own = {option.id for option in maker.options} & changed
    acts = any(isinstance(dossier.by_id.get(id_), Event) for id_ in one.grounds)
    return own.issuperset(one.says.options) and acts


def _verdicts(stability: Stability, steps: Steps, reached: Sequence[int], orders: int, seed: int) -> Iterator[Verdict]:
    chance = at_states(steps, reached, random_orders(stability.conflict), orders, seed)
    for concept in CLASSIC:
        held = stability.everywhere(concept)
        yield Verdict(
            concept, bool(held[reached].all()), bool(held[reached].any()), float(held.mean()), chance[concept]
        )


def _leaving(stability: Stability, reached: Sequence[int]) -> tuple[str, ...]:
    """Who is not stable at that state of the pattern where fewest are not; nobody where it holds."""
    table = stability.table("seq")[:, reached]
    best = int((~table).sum(axis=0).argmin())
    return tuple(
        name for name, stable in zip(stability.conflict.names, table[:, best].tolist(), strict=True) if not stable
    )
