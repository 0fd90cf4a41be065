"""Models held against history: is the state with which an era ended one that the model says would hold?

For each era and reading: the state at the era's end (a pattern where the record leaves options open: then any state
of the pattern counts), whether it is an equilibrium, and whether improvements lead to it from the state at the
beginning. Three things keep an answer from being taken for more than it is:

- the **share** of all states that are equilibria of the concept: where most states hold, it says little that one does;
- the **baseline**: how often the same statements in random order would have made it one;
- **nothing changes**: what the forecast that everything stays as it is would have been worth.

A miss is a result. Eras without a model are rows too: they say what the record lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.conflict.changing.chances import at_states, random_orders
from hikiwake.conflict.changing.robustness import CLASSIC
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.paths import improvement_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.conflict.solving.steps import Steps
from hikiwake.dossier import Dossier
from hikiwake.modelling.case_models import CaseModel, case_models, written_before
from hikiwake.modelling.drafting import Missing, draft, missing_in

ORDERS = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    """One concept's answer about the state at the end: shares are of all states, and of random orders, 0 to 1."""

    concept: Concept
    holds: bool
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
    leaves: tuple[str, ...]
    changed: int
    written_before: bool
    missing: tuple[Missing, ...]

    @property
    def nothing_changes(self) -> bool:
        """Whether the forecast that nothing changes would have been right."""
        return self.changed == 0

    @property
    def holds(self) -> bool:
        """Whether the outcome is an equilibrium under sequential stability."""
        return any(one.holds for one in self.verdicts if one.concept == "seq")


@dataclass(frozen=True, slots=True)
class NoModel:
    """An era without a model: whether its record is too thin for one, whose wishes about others are not told at all,
    and which preferences a draft would lack."""

    era: str
    thin: bool
    silent: tuple[str, ...]
    missing: tuple[Missing, ...]


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
        from hikiwake.settlement.model_records import history_record

        return [history_record(row) for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the table comes to, in words: hits and misses, and what simpler forecasts would have said."""
        from hikiwake.settlement.findings_wording import history_sentences

        return history_sentences(self)

    def _repr_html_(self) -> str:
        from hikiwake.settlement.findings_wording import HISTORY_HEAD, history_cells
        from hikiwake.wording.tables import paragraphs, table

        return table(HISTORY_HEAD, map(history_cells, self.rows)) + paragraphs(self.sentences)


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
        yield Comparison(
            conflict.era,
            name,
            conflict.status_quo,
            conflict.outcome,
            len(stability.states),
            tuple(_verdicts(stability, steps, reached, orders, seed)),
            _any_of(improvement_paths(stability).reachable, reached),
            _any_of((steps.reached(everyone, start) + 1).tolist(), reached) or start in reached,
            _leaving(stability, reached),
            sum(
                before != after and after != "-"
                for before, after in zip(conflict.status_quo, conflict.outcome, strict=True)
            ),
            written_before(dossier, model, conflict),
            missing_in(conflict),
        )


def _any_of(numbers: Sequence[int], indices: Sequence[int]) -> bool:
    return bool({*numbers} & {index + 1 for index in indices})


def _verdicts(stability: Stability, steps: Steps, reached: Sequence[int], orders: int, seed: int) -> Iterator[Verdict]:
    chance = at_states(steps, reached, random_orders(stability.conflict), orders, seed)
    for concept in CLASSIC:
        held = stability.everywhere(concept)
        yield Verdict(concept, bool(held[reached].any()), float(held.mean()), chance[concept])


def _leaving(stability: Stability, reached: Sequence[int]) -> tuple[str, ...]:
    """Who is not stable at that state of the pattern where fewest are not; nobody where it holds."""
    table = stability.table("seq")[:, reached]
    best = int((~table).sum(axis=0).argmin())
    return tuple(
        name for name, stable in zip(stability.conflict.names, table[:, best].tolist(), strict=True) if not stable
    )
