"""The judgement of a settlement under one set of preferences: does it hold, would it be signed, what is the verdict?

Definitions. Let K be the largest part of the settlement S that nobody leaves: every improvement from a state of K that
is not deterred ends in K. The settlement **holds** if its form is in K, and is **at rest** if the form is an
equilibrium. The **fallback** is the beginning where that is an equilibrium, else the equilibria that legal sequences of
improvements reach from it (the beginning where they reach none). The settlement **would be signed** if against every
fallback no party loses and one gains, it can be reached, no party refuses it on record, and the reading tells what each
party wants of its own acts; *perhaps* if the parties would against some fallbacks only.

Verdicts: *alone* (no agreement is needed), *agreed* (signed, and holds), *signed only*, *holds only*, *neither*, and
*not told*: no party refuses or is sure to lose, but of an act of a party the reading does not tell what it wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.settlement.deterrence import Ranks, deterred, improving_steps, worth
from hikiwake.settlement.onward import Onward, answered
from hikiwake.settlement.terms import Form, Ground, Terms
from hikiwake.settlement.told import spoken_of

Verdict = Literal["agreed", "signed_only", "holds_only", "alone", "neither", "not_told"]
VERDICTS: tuple[Verdict, ...] = ("agreed", "signed_only", "holds_only", "alone", "neither", "not_told")
ORDER = {
    word: place for place, word in enumerate(("agreed", "alone", "signed_only", "holds_only", "not_told", "neither"))
}


@dataclass(frozen=True)
class Play:
    """One conflict under one set of preferences and one concept.

    ranks, worths: int32, shape (n_decision_makers, n_states)
    spoken: by decision maker, the options of which its preference tells what it wants
    """

    ground: Ground
    concept: Concept
    ranks: Ranks
    spoken: tuple[frozenset[str], ...]
    _known: dict[tuple[int, int], list[int]] = field(default_factory=dict, repr=False)
    _told: dict[tuple[int, int, int], bool] = field(default_factory=dict, repr=False)

    @cached_property
    def worths(self) -> Ranks:
        """What landing on each state is worth in the end, for everyone."""
        return worth(self.ground.moves, self.ranks, self.concept, self.ground.blocks)

    def temptations(self, maker: int, state: int) -> list[int]:
        """The improvements of one decision maker from a state that nothing deters."""
        if (maker, state) not in self._known:
            targets = self.ground.moves.arcs[maker].of(state)
            better = self.worths[maker][targets] > self.ranks[maker, state]
            self._known[maker, state] = targets[better].tolist()
        return self._known[maker, state]

    def at_rest(self, state: int) -> bool:
        """Whether a state is an equilibrium."""
        return not any(self.temptations(maker, state) for maker in range(len(self.ranks)))

    def kept(self, inside: NDArray[np.bool_], state: int) -> bool:
        """Whether a state of S is in K: no undeterred improvements, one after another, lead out of S."""
        seen, todo = {state}, [state]
        while todo:
            here = todo.pop()
            for maker in range(len(self.ranks)):
                for target in self.temptations(maker, here):
                    if not inside[target]:
                        return False
                    if target not in seen:
                        seen.add(target)
                        todo.append(target)
        return True

    @cached_property
    def fallbacks(self) -> tuple[int, ...]:
        """The states in which things end without a settlement."""
        start = self.ground.start
        if self.at_rest(start):
            return (start,)
        return tuple(state for state in self._improved if self.resting[state]) or (start,)

    @cached_property
    def resting(self) -> NDArray[np.bool_]:
        """Which states are equilibria, shape (n_states,)."""
        arcs = self.ground.moves.arcs
        stable: NDArray[np.bool_] = np.logical_and.reduce(
            [
                each.over(np.maximum, gain, 0) <= own
                for each, gain, own in zip(arcs, self.worths, self.ranks, strict=True)
            ]
        )
        return stable

    @property
    def _improved(self) -> list[int]:
        """The states that legal sequences of improvements reach from the beginning."""
        movers = tuple(range(len(self.ranks)))
        found = list(improving_steps(self.ground.steps, self.ranks, movers, self.ground.start))
        reached: list[int] = np.unique(np.concatenate(found)).tolist()
        return reached


class Glance(Play):
    """The same play for a question about few states: what deters is looked for move by move, the greatest gain first,
    until everything is known of every state."""

    def temptations(self, maker: int, state: int) -> list[int]:
        """The improvements of one decision maker from a state that nothing deters."""
        if "worths" in self.__dict__:
            return super().temptations(maker, state)
        if (maker, state) not in self._known:
            tempting = self._improvements(maker, state)
            self._known[maker, state] = [target for target in tempting if not self._deterred(maker, state, target)]
        return self._known[maker, state]

    def at_rest(self, state: int) -> bool:
        """Whether a state is an equilibrium."""
        if "worths" in self.__dict__:
            return super().at_rest(state)
        pairs = ((maker, target) for maker in range(len(self.ranks)) for target in self._improvements(maker, state))
        return all(self._deterred(maker, state, target) for maker, target in pairs)

    def kept(self, inside: NDArray[np.bool_], state: int) -> bool:
        """Whether a state of S is in K: moves that lead out of S at once are looked at first."""
        if "worths" not in self.__dict__:
            for maker in range(len(self.ranks)):
                out = (target for target in self._improvements(maker, state) if not inside[target])
                if not all(self._deterred(maker, state, target) for target in out):
                    return False
        return super().kept(inside, state)

    @cached_property
    def _everyone(self) -> list[Onward]:
        return [self.ground.onward(maker, own) for maker, own in enumerate(self.ranks)]

    def _improvements(self, maker: int, state: int) -> list[int]:
        return self._everyone[maker].of(state)

    def _deterred(self, maker: int, state: int, target: int) -> bool:
        key = maker, state, target
        if key not in self._told:
            if self.concept == "seq":
                level = self._everyone[maker].level[state]
                self._told[key] = answered(self._everyone, maker, target, level)
            else:
                self._told[key] = deterred(self.ground.steps, self.ranks, self.concept, maker, state, target)
        return self._told[key]


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one form of a settlement.

    signed: None stands for "perhaps", and where it is not told
    losing: the parties that lose against some fallback; untold: parties with the acts of which nothing is told
    gaining: who can bring it about alone, tells of all its acts in it that it wants them, and gains by it: against
    where things end without it, or against the beginning where they end in it
    """

    form: Form
    verdict: Verdict
    holds: bool
    signed: bool | None
    losing: tuple[int, ...]
    untold: tuple[tuple[int, str], ...]
    gaining: tuple[int, ...] = ()


def play(ground: Ground, conflict: Conflict, ranks: Ranks, concept: Concept) -> Play:
    """One reading of a conflict on its ground."""
    spoken = tuple(spoken_of(ground.states, maker.preference) for maker in conflict.decision_makers)
    return Play(ground, concept, ranks, spoken)


def judge(one: Play, terms: Terms, refusing: frozenset[int] = frozenset()) -> Judged:
    """Judge a settlement; of several forms the one with the best verdict stands, then the nearest.

    refusing: the decision makers that the record says refuse it
    """
    judged = [judge_form(one, terms, form, refusing) for form in terms.forms]
    return min(judged, key=lambda each: (ORDER[each.verdict], each.form.distance, each.form.state))


def judge_form(one: Play, terms: Terms, form: Form, refusing: frozenset[int]) -> Judged:
    """Judge one form of a settlement."""
    holds = one.kept(terms.inside, form.state)
    losing = tuple(sorted({party for each in one.fallbacks for party in _losing(one, form, each)}))
    untold = tuple(_untold(one, form))
    signed = _signed(one, form, refusing)
    if untold and not _refused(one, form, refusing):
        signed = None
    if form.alone or form.standing:
        return Judged(form, "alone", holds, signed, losing, untold, tuple(_gaining(one, form)))
    if untold and signed is None:
        return Judged(form, "not_told", holds, signed, losing, untold)
    verdict: Verdict = ("agreed" if holds else "signed_only") if signed else ("holds_only" if holds else "neither")
    return Judged(form, verdict, holds, signed, losing, untold)


def _gaining(one: Play, form: Form) -> Iterator[int]:
    """Who would bring the form about alone; all that changes in it are acts of its own."""
    others = [one.ground.start if each == form.state else each for each in one.fallbacks]
    for maker in form.alone:
        gains = [int(one.ranks[maker, form.state]) - int(one.ranks[maker, each]) for each in others]
        if min(gains) >= 0 and max(gains) > 0 and one.spoken[maker].issuperset(form.acts):
            yield maker


def _refused(one: Play, form: Form, refusing: frozenset[int]) -> bool:
    """Whether a party refuses, is sure to lose, or nothing leads there: then what is not told makes no difference."""
    if refusing.intersection(form.parties) or not form.reachable:
        return True
    return all(any(True for _ in _losing(one, form, each)) for each in one.fallbacks)


def _signed(one: Play, form: Form, refusing: frozenset[int]) -> bool | None:
    if refusing.intersection(form.parties) or not form.reachable:
        return False
    willing = [_willing(one, form, each) for each in one.fallbacks]
    return True if all(willing) else None if any(willing) else False


def _willing(one: Play, form: Form, fallback: int) -> bool:
    gains = [int(one.ranks[party, form.state]) - int(one.ranks[party, fallback]) for party in form.parties]
    return min(gains, default=0) >= 0 and max(gains, default=0) > 0


def _losing(one: Play, form: Form, fallback: int) -> Iterator[int]:
    return (party for party in form.parties if one.ranks[party, form.state] < one.ranks[party, fallback])


def _untold(one: Play, form: Form) -> Iterator[tuple[int, str]]:
    for option in form.acts:
        owner = one.ground.owner[option]
        if owner in form.parties and option not in one.spoken[owner]:
            yield owner, option
