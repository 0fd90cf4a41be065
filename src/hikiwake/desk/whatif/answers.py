"""What follows from assumptions, beside the record: computed in a thread, once for each state of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from hikiwake.desk.working import AT_ONCE, Work, Works
from hikiwake.dossier import Dossier
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.modelling.scenarios import Scenario, suppose
from hikiwake.report.answer import context
from hikiwake.report.answer.section import Context
from hikiwake.report.grounds import Grounds
from hikiwake.settlement.scenarios import Difference, WhatIf, compared

KEPT = 24  # answers that are remembered

Matrix = tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Side:
    """What a case answers: in words, the chart of the gap, and the matrix of settlements and eras."""

    answer: Context | None
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows from one set of assumptions: the differences, and what the case would answer."""

    found: WhatIf
    side: Side

    @property
    def rows(self) -> Sequence[Difference]:
        """The differences, and what is not otherwise."""
        return self.found.rows


class Answers:
    """The answers of a desk for the record as it is; another state of it begins anew."""

    def __init__(self) -> None:
        """None is computed yet."""
        self._record: Dossier | None = None
        self._side: Side | None = None
        self._made: dict[Scenario, Answer] = {}
        self._works: dict[tuple[Scenario, ...], Work] = {}
        self._lock = Lock()

    def of(
        self, dossier: Dossier, scenarios: Sequence[Scenario], works: Works
    ) -> tuple[Side | None, list[Answer], Work | None]:
        """What the record answers, the answer for each scenario, and the work that is at them where they are not there.

        The scenarios are such that can be made in the case.
        """
        with self._lock:
            if self._record is not dossier:
                self._record, self._side = dossier, None
                self._made, self._works = {}, {}
            key = tuple(scenarios)
            work = self._works.get(key)
            missing = self._side is None or any(each not in self._made for each in key)
            if missing and (work is None or work.ended.is_set()):
                work = works.begin("what if", lambda work: self._make(dossier, key, work), wait=0)
                self._works = {key: work}
        if work is not None and missing:
            work.ended.wait(AT_ONCE)
        with self._lock:
            made = [self._made[each] for each in key if each in self._made]
            if self._record is dossier and self._side and len(made) == len(key):
                return self._side, made, None
        return None, [], work

    def _make(self, dossier: Dossier, scenarios: Sequence[Scenario], work: Work) -> None:
        refuse_unsound(dossier)
        of = 1 + len(scenarios)
        side = self._side or side_of(dossier)
        self._keep(dossier, side, None, None)
        work.told(1, of)
        for number, each in enumerate(scenarios, 2):
            if each not in self._made:
                self._keep(dossier, side, each, Answer(compared(dossier, [each]), side_of(suppose(dossier, each))))
            work.told(number, of)

    def _keep(self, dossier: Dossier, side: Side, scenario: Scenario | None, answer: Answer | None) -> None:
        with self._lock:
            if self._record is not dossier:
                return
            self._side = side
            if scenario is not None and answer is not None:
                while len(self._made) >= KEPT:
                    del self._made[next(iter(self._made))]
                self._made[scenario] = answer


def side_of(dossier: Dossier) -> Side:
    """What a case answers."""
    grounds = Grounds(dossier)
    return Side(context(grounds), grounds.findings.matrices if dossier.conflicts else ((), [], []))
