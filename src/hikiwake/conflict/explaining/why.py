"""Why a state is stable, or is not, for a decision maker: the moves that tempt and the answers that deter.

A *temptation* is a unilateral improvement from the state. It is deterred by a *sanction*: a legal sequence of the
opponents' moves after which the decision maker is no better off than before (GMR), not even after one more move of its
own (SMR), each move being an improvement for the opponent who makes it (SEQ; SSEQ asks for both), or improvements
made at the same time as the tempting move (SIM). Under Nash nothing deters. The state is stable if every temptation is
deterred.

Of several sanctions a shortest is shown. Where none deters, the reason is shown: nothing the opponents can bring
about is bad enough, or a countermove escapes what is.

Reference: Fang, Hipel and Kilgour (1993), Interactive Decision Making.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Definition, defined
from hikiwake.conflict.concepts.sequences import Indices, Layer, Turn, layers, turns
from hikiwake.conflict.explaining.comparisons import Decided, compare
from hikiwake.conflict.explaining.reasons import Escape, Reason, Sanction, Temptation
from hikiwake.conflict.explaining.telling import told
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.naming import state_named
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.steps import Steps
from hikiwake.results import Result, flat
from hikiwake.wording.moves import NAMES


@dataclass(frozen=True)
class Why(Result[Reason]):
    """The reasons for one state and one concept, one per decision maker asked about; ``str()`` gives the sentences."""

    conflict: Conflict
    states: States
    state: int
    concept: str
    reasons: tuple[Reason, ...]

    @property
    def equilibrium(self) -> bool:
        """Whether the state is stable for everyone asked about."""
        return all(reason.stable for reason in self.reasons)

    @property
    def rows(self) -> tuple[Reason, ...]:
        """The reasons, by decision maker."""
        return self.reasons

    def as_records(self) -> list[dict[str, Any]]:
        """For each decision maker whether the state is stable, and its temptations: state, sanction (moves) or null."""
        return [
            {"decision_maker": self.conflict.names[one.decision_maker], "stable": one.stable,
             "temptations": [self._temptation(each) for each in one.temptations], "sentences": list(self._told(one))}
            for one in self.reasons
        ]  # fmt: skip

    def as_rows(self) -> list[dict[str, Any]]:
        """The same flat, the sentences as one text."""
        return flat([{**row, "sentences": " ".join(row["sentences"])} for row in self.as_records()])

    def _temptation(self, one: Temptation) -> dict[str, Any]:
        names, sanction = self.conflict.names, one.sanction
        moves = sanction and [{"decision_maker": names[each.decision_maker], "from": each.origin + 1,
                               "to": each.target + 1} for each in sanction.moves]  # fmt: skip
        return {"state": one.state + 1, "sanction": moves}

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reasons in words."""
        return told(self.conflict, self.states, self.reasons)

    def _told(self, one: Reason) -> tuple[str, ...]:
        return told(self.conflict, self.states, (one,))

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """For each decision maker whether the state is stable, and why."""
        return ("decision maker", NAMES[self.concept], "why"), (
            (self.conflict.names[one.decision_maker], "stable" if one.stable else "leaves", " ".join(self._told(one)))
            for one in self.reasons
        )

    def __str__(self) -> str:
        return "\n".join(self.sentences)


def why(conflict: Conflict, state: str | int, concept: str = "seq", decision_maker: str | None = None) -> Why:
    """Say why a state holds or does not: for one decision maker, or for everyone.

    state: text or number; concept: one of ``CONCEPTS``. ModelError for an unknown state, concept or name.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> conflict = conflict_from('''
    ... [[decision_makers]]
    ... name = "A"
    ... options = [{ id = "arm", title = "Arm" }]
    ... [preferences.A]
    ... statements = [{ says = "not arm" }]
    ... ''')
    >>> print(why(conflict, "Y", "nash"))
    State 2 (Y) is not Nash stable for A.
    A can move to state 1 (N) by giving up "Arm". A prefers it: "not arm" holds there and not at state 2 (Y).
    Under Nash stability nothing deters a move that pays.
    """
    defined(concept)
    steps = Steps.of(conflict)
    at = state_named(conflict, steps.states, state)
    search = _Search(steps, ranks_of(conflict, steps.states), at, concept)
    names = conflict.names if decision_maker is None else (decision_maker,)
    reasons = tuple(search.reason(conflict.index(name)) for name in names)
    return Why(conflict, steps.states, at, concept, reasons)


@dataclass(frozen=True)
class _Search:
    """Looks forward from one state, as far as one concept does."""

    steps: Steps
    ranks: NDArray[np.int32]
    state: int
    concept: str

    @property
    def asked(self) -> Definition:
        return defined(self.concept)

    def reason(self, maker: int) -> Reason:
        temptations = tuple(self._temptation(maker, to) for to in self.improvements(maker, self.state))
        stable = all(temptation.sanction is not None for temptation in temptations)
        return Reason(maker, self.concept, self.state, stable, temptations)

    def improvements(self, maker: int, state: int) -> tuple[int, ...]:
        ranks = self.ranks[maker]
        return tuple(to for to in self.steps.moves(maker, state) if ranks[to] > ranks[state])

    def _compare(self, maker: int, state: int, other: int) -> Decided:
        preferences = [one.preference for one in self.steps.conflict.decision_makers]
        return compare(self.steps.states, preferences, maker, state, other)

    def _temptation(self, maker: int, to: int) -> Temptation:
        decided = self._compare(maker, to, self.state)
        if not self.asked.answers:
            return Temptation(to, decided)
        return self._answered_at_once(maker, to, decided) if self.asked.at_once else self._answered(maker, to, decided)

    def _answered(self, maker: int, to: int, decided: Decided) -> Temptation:
        """What legal sequences of the opponents lead to, the nearest first, until one deters."""
        onward = self.steps.improving(self.ranks) if self.asked.credible else self.steps.listed.onward
        walked: list[Layer] = []
        known = np.zeros(len(self.steps.states), dtype=np.bool_)
        escape: Escape | None = None
        for layer in layers(self.steps.others(maker), to, onward, len(known)):
            walked.append(layer)
            if len(walked) == 1:
                continue
            known[layer.states] = True
            bad, lasting = self._deterring(maker, layer.states)
            if lasting.any():
                place = int(bad[lasting.argmax()])
                return Temptation(to, decided, self._sanction(maker, int(layer.states[place]), turns(walked, place)))
            if escape is None and len(bad):
                escape = self._escape(maker, int(layer.states[bad[0]]), turns(walked, int(bad[0])))
        return Temptation(to, decided, escape=escape, answers=int(known.sum()))

    def _answered_at_once(self, maker: int, to: int, decided: Decided) -> Temptation:
        found = dict(self._answers_at_once(maker, to))
        answers = np.array(list(found), dtype=np.int64)
        bad, lasting = self._deterring(maker, answers)
        if lasting.any():
            answer = int(answers[bad[lasting.argmax()]])
            return Temptation(to, decided, self._sanction(maker, answer, found[answer]))
        first = int(answers[bad[0]]) if len(bad) else None
        escape = None if first is None else self._escape(maker, first, found[first])
        hindered = (
            () if found else tuple(other for other in self.steps.others(maker) if self.improvements(other, self.state))
        )
        return Temptation(to, decided, escape=escape, answers=len(found), hindered=hindered)

    def _deterring(self, maker: int, answers: Indices) -> tuple[Indices, NDArray[np.bool_]]:
        """The places of the answers that are no better than the start, and which of them the mover cannot get away
        from, where that matters."""
        own, rank = self.ranks[maker], self.ranks[maker, self.state]
        bad = np.flatnonzero(own[answers] <= rank)
        lasting = np.ones(len(bad), dtype=np.bool_)
        if self.asked.lasting:
            rows, targets = self.steps.listed.onward(maker, answers[bad])
            lasting[rows[own[targets] > rank]] = False
        return bad, lasting

    def _escape(self, maker: int, answer: int, moves: tuple[Turn, ...]) -> Escape:
        """The mover's best way from an answer that would deter it to something better than the start."""
        own = self.ranks[maker]
        best = max(self.steps.moves(maker, answer), key=lambda to: int(own[to]))
        return Escape(self._sanction(maker, answer, moves), self._compare(maker, best, self.state))

    def _answers_at_once(self, maker: int, to: int) -> Iterator[tuple[int, tuple[Turn, ...]]]:
        """Answers made at the same time as the move; the ones with fewest opponents first."""
        chosen: list[tuple[Turn, ...]] = [()]
        for other in self.steps.others(maker):
            own = [Turn(other, self.state, target) for target in self.improvements(other, self.state)]
            chosen += [(*before, step) for before in chosen for step in own]
        for moves in sorted(chosen[1:], key=len, reverse=True):
            targets = {step.decision_maker: (step.target,) for step in moves}
            for answer in sorted(self.steps.all_at_once(maker, self.state, to, targets)):
                yield answer, moves

    def _sanction(self, maker: int, answer: int, moves: tuple[Turn, ...]) -> Sanction:
        decided = tuple(self._compare(step.decision_maker, step.target, step.origin) for step in moves)
        backs = self.steps.moves(maker, answer) if self.asked.lasting else ()
        return Sanction(
            moves,
            decided if self.asked.credible else (),
            self._compare(maker, answer, self.state),
            tuple(self._compare(maker, back, self.state) for back in backs),
        )
