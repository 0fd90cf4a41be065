"""The outcomes of one model that hold, in option form: beside them the beginning, and what history shows at the end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

import numpy as np

from hikiwake.conflict.explaining.why import why
from hikiwake.conflict.solving.concepts import CLASSIC
from hikiwake.conflict.solving.paths import Evolution, improvement_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.dossier import Entry
from hikiwake.modelling.case_models import CaseModel
from hikiwake.report.models.outlooks import Parts
from hikiwake.report.models.reasons import Reasons
from hikiwake.report.models.shelf import Shelf
from hikiwake.wording import models as wording
from hikiwake.wording.moves import NAMES

MOST = 16  # columns; a model with more equilibria shows those that can be reached or signed first


@dataclass(frozen=True, slots=True)
class Column:
    """An outcome: its letter, its options, by which concepts it holds, and why."""

    id: str
    letter: str
    number: int
    text: str
    start: bool
    history: bool
    holds: tuple[bool, ...]
    reached: bool
    realises: list[tuple[str, str]]
    told: str
    why: list[Parts]
    further: str


@dataclass(frozen=True)
class Solved:
    """One model in its own reading, solved, for the page."""

    shelf: Shelf
    model: CaseModel

    @cached_property
    def stability(self) -> Stability:
        """What holds, by the four classical concepts."""
        return solve(self.model.conflict, CLASSIC)

    @cached_property
    def paths(self) -> Evolution:
        """Where improvements lead from the beginning."""
        return improvement_paths(self.stability)

    @cached_property
    def start(self) -> int:
        """The number of the state at the beginning."""
        return self.stability.states.index(self.model.conflict.status_quo) + 1

    @cached_property
    def outcomes(self) -> frozenset[int]:
        """The numbers of the states that history may show at the end."""
        return frozenset(self.stability.states.matching(self.model.conflict.outcome).astype(int) + 1)

    @cached_property
    def shown(self) -> list[int]:
        """The beginning, the end that history shows, and the equilibria, those that can be reached first."""
        held, reached = self.stability.equilibria("seq"), {*self.paths.reachable}
        ends = sorted(self.outcomes & {*held}) or sorted(self.outcomes, key=self._leaving)[:1]
        ordered = sorted(held, key=lambda number: (number not in reached, number))
        return list(dict.fromkeys((self.start, *ends, *ordered)))[:MOST]

    def _leaving(self, number: int) -> tuple[int, int]:
        return int((~self.stability.table("seq")[:, number - 1]).sum()), number

    @cached_property
    def letters(self) -> dict[int, str]:
        """The letter of every outcome that is shown; the beginning has none."""
        return dict(zip([each for each in self.shown if each != self.start], ascii_uppercase, strict=False))

    def columns(self) -> list[Column]:
        """The outcomes that are shown."""
        return [self._column(number) for number in self.shown]

    def _column(self, number: int) -> Column:
        conflict, states = self.model.conflict, self.stability.states
        id_ = f"model-{self.model.name}-state-{number}"
        holds = tuple(self.stability.is_equilibrium(concept, number) for concept in CLASSIC)
        answer = why(conflict, number, "seq")
        ids = [ground for reason in answer.reasons for each in reason.temptations for ground in each.decided.grounds]
        by_id = self.shelf.grounds.dossier.by_id
        entries: list[Entry] = [by_id[ground] for ground in dict.fromkeys(ids) if ground in by_id]
        self.shelf.grounds.rest(id_, entries)
        title = self.shelf.grounds.names.term
        realised = [one.formula for one in conflict.settlements if states.true_states(one.when)[number - 1]]
        return Column(
            id_,
            self.letters.get(number, ""),
            number,
            states.text(number - 1),
            number == self.start,
            number in self.outcomes,
            holds,
            number in self.paths.reachable,
            [(formula, title(formula)) for formula in realised],
            self._told(number),
            *Reasons(self.shelf, self.model.name, conflict, states).sentences(answer),
        )

    def _told(self, number: int) -> str:
        begins, ends = self.changes(self.start, number)
        return wording.place(begins, ends, number == self.start)

    def changes(self, before: int, after: int) -> tuple[list[str], list[str]]:
        """The titles of the options that are begun, and of those that are ended, between two states (numbers)."""
        states, options = self.stability.states, self.model.conflict.options
        pairs = zip(options, states.text(before - 1), states.text(after - 1), strict=True)
        changed = [(option.title or option.id, new) for option, old, new in pairs if {old, new} == {"Y", "N"}]
        return [title for title, new in changed if new == "Y"], [title for title, new in changed if new == "N"]

    @property
    def concepts(self) -> list[tuple[str, str]]:
        """The concepts by name, each with what it asks."""
        return [(NAMES[each], wording.concept(each)) for each in CLASSIC]

    @property
    def equilibria(self) -> int:
        """How many outcomes hold."""
        return int(np.count_nonzero(self.stability.everywhere("seq")))
