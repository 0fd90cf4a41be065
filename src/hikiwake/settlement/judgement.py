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

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Concept, Ranks
from hikiwake.settlement.terms import Form, Ground, Terms

Verdict = Literal["agreed", "signed_only", "holds_only", "alone", "neither", "not_told"]
VERDICTS: tuple[Verdict, ...] = ("agreed", "signed_only", "holds_only", "alone", "neither", "not_told")
FEW = 24  # states to follow one by one
ORDER = {
    word: place for place, word in enumerate(("agreed", "alone", "signed_only", "holds_only", "not_told", "neither"))
}


@dataclass(frozen=True)
class Play:
    """One conflict under one set of preferences and one concept.

    ranks, worths: int32, shape (n_decision_makers, n_states); the worth of a state is what landing there comes to in
    the end (``side_by_side``): an improvement is undeterred if the worth of where it leads is above the rank it leaves
    spoken: by decision maker, the options of which its preference tells what it wants
    ends: finds where things end without a settlement
    """

    ground: Ground
    concept: Concept
    ranks: Ranks
    worths: Ranks
    spoken: tuple[frozenset[str], ...]
    ends: Callable[[], tuple[int, ...]] = field(repr=False)
    _ranked: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _paying: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _kept: dict[tuple[str, int], bool] = field(default_factory=dict, repr=False)

    @cached_property
    def fallbacks(self) -> tuple[int, ...]:
        """The states in which things end without a settlement."""
        return self.ends()

    @cached_property
    def otherwise(self) -> list[tuple[int, ...]]:
        """Everyone's ranks where things end without a settlement, those that are alike once."""
        return list(dict.fromkeys(map(tuple, self.ranks[:, list(self.fallbacks)].T.tolist())))

    def ranked(self, state: int) -> list[int]:
        """Everyone's ranks of a state, remembered."""
        if state not in self._ranked:
            self._ranked[state] = self.ranks[:, state].tolist()
        return self._ranked[state]

    def temptations(self, maker: int, state: int) -> list[int]:
        """The improvements of one decision maker from a state that nothing deters."""
        targets = self.ground.moves.arcs[maker].of(state)
        tempting: list[int] = targets[self.worths[maker][targets] > self.ranks[maker, state]].tolist()
        return tempting

    def paying(self, state: int) -> list[int]:
        """Where anybody's improvements from a state lead that nothing deters."""
        if state not in self._paying:
            exits = self.ground.exits(state)
            better = self.worths.take(exits.target) > self.ranks.take(exits.origin)
            self._paying[state] = exits.targets[better].tolist()
        return self._paying[state]

    def at_rest(self, state: int) -> bool:
        """Whether a state is an equilibrium."""
        return not self.paying(state)

    def kept(self, terms: Terms, state: int) -> bool:
        """Whether a state of S is in K: no undeterred improvements, one after another, lead out of S."""
        formula = terms.settlement.formula
        if (formula, state) not in self._kept:
            seen = self._followed(terms, state)
            self._kept.update(((formula, each), True) for each in seen)
            self._kept.setdefault((formula, state), False)
        return self._kept[formula, state]

    def keeping(self, terms: Terms) -> NDArray[np.bool_]:
        """K as a whole, shape (n_states,)."""
        sources, targets = self._undeterred
        kept, begins = terms.inside.copy(), terms.inside[sources]
        sources, targets = sources[begins], targets[begins]
        while len(left := sources[~kept[targets]]):
            kept[left] = False
            staying = kept[sources]
            sources, targets = sources[staying], targets[staying]
        return kept

    @cached_property
    def _undeterred(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Everybody's improvements that nothing deters: from which state, and to which."""
        by_maker = zip(self.ground.moves.arcs, self.ranks, self.worths, strict=True)
        some = [arcs.kept(worths[arcs.targets] > ranks[arcs.sources]) for arcs, ranks, worths in by_maker]
        return np.concatenate([arcs.sources for arcs in some]), np.concatenate([arcs.targets for arcs in some])

    def _followed(self, terms: Terms, state: int) -> set[int]:
        """All that undeterred improvements from a state of K lead to; nothing where the state is not in K."""
        formula, seen, todo = terms.settlement.formula, {state}, [state]
        while todo:
            for target in self.paying(todo.pop()):
                known = self._kept.get((formula, target))
                if known is False or not terms.inside[target]:
                    return set()
                if known is None and target not in seen:
                    seen.add(target)
                    todo.append(target)
            if len(seen) > FEW:
                return self._followed_widely(terms, seen)
        return seen

    def _followed_widely(self, terms: Terms, begun: set[int]) -> set[int]:
        """The same from many states, all at a time."""
        fresh, seen = np.array(sorted(begun)), np.zeros(len(terms.inside), dtype=np.bool_)
        while len(fresh):
            seen[fresh] = True
            targets = np.concatenate([self._tempting(maker, fresh) for maker in range(len(self.ranks))])
            if not terms.inside[targets].all():
                return set()
            fresh = np.unique(targets[~seen[targets]])
        return set(np.flatnonzero(seen).tolist())

    def _tempting(self, maker: int, states: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where one decision maker's improvements from some states lead that nothing deters."""
        rows, targets = self.ground.moves.arcs[maker].onward(states)
        pays = self.worths[maker].take(targets) > self.ranks[maker].take(states).take(rows)
        tempting: NDArray[np.int64] = targets[pays]
        return tempting


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one form of a settlement.

    signed: None stands for "perhaps", and where it is not told
    losing: the parties that lose against some fallback; untold: parties with the acts of which nothing is told
    gaining: who can bring it about alone, tells of all its acts in it that it wants them, and gains by it: against
    where things end without it, or against the beginning where the settlement comes about anyway
    """

    form: Form
    verdict: Verdict
    holds: bool
    signed: bool | None
    losing: tuple[int, ...]
    untold: tuple[tuple[int, str], ...]
    gaining: tuple[int, ...] = ()


def judge(one: Play, terms: Terms, refusing: frozenset[int] = frozenset()) -> Judged:
    """Judge a settlement; of several forms the one with the best verdict stands, then the nearest.

    refusing: the decision makers that the record says refuse it
    """
    judged = [judge_form(one, terms, form, refusing) for form in terms.forms]
    return min(judged, key=lambda each: (ORDER[each.verdict], each.form.distance, each.form.state))


def judge_form(one: Play, terms: Terms, form: Form, refusing: frozenset[int]) -> Judged:
    """Judge one form of a settlement."""
    holds, gains = one.kept(terms, form.state), _gains(one, form)
    losing = tuple(party for place, party in enumerate(form.parties) if any(row[place] < 0 for row in gains))
    untold = tuple(_untold(one, form))
    barred = bool(refusing.intersection(form.parties)) or not form.reachable
    signed = False if barred else _signed(gains)
    if untold and not barred and not all(min(row, default=0) < 0 for row in gains):
        signed = None  # what is not told makes a difference, unless a party refuses or is sure to lose
    if form.alone or form.standing:
        return Judged(form, "alone", holds, signed, losing, untold, tuple(_gaining(one, terms, form)))
    if untold and signed is None:
        return Judged(form, "not_told", holds, signed, losing, untold)
    verdict: Verdict = ("agreed" if holds else "signed_only") if signed else ("holds_only" if holds else "neither")
    return Judged(form, verdict, holds, signed, losing, untold)


def _gains(one: Play, form: Form) -> list[list[int]]:
    """By how many ranks each party is better off than where things end without it: a row for each such case."""
    own = one.ranked(form.state)
    return [[own[party] - other[party] for party in form.parties] for other in one.otherwise]


def _gaining(one: Play, terms: Terms, form: Form) -> Iterator[int]:
    """Who would bring the form about alone; all that changes in it are acts of its own."""
    others = [one.ground.start if terms.inside[each] else each for each in one.fallbacks]
    for maker in form.alone:
        gains = [int(one.ranks[maker, form.state]) - int(one.ranks[maker, each]) for each in others]
        if min(gains) >= 0 and max(gains) > 0 and one.spoken[maker].issuperset(form.acts):
            yield maker


def _signed(gains: Sequence[Sequence[int]]) -> bool | None:
    """Whether no party loses against any fallback and one gains; None where that is so against some only."""
    willing = [min(row, default=0) >= 0 and max(row, default=0) > 0 for row in gains]
    return True if all(willing) else None if any(willing) else False


def _untold(one: Play, form: Form) -> Iterator[tuple[int, str]]:
    for option in form.acts:
        owner = one.ground.owner[option]
        if owner in form.parties and option not in one.spoken[owner]:
            yield owner, option


def tells(form: Form, owner: Mapping[str, int], spoken: Sequence[frozenset[str]]) -> bool:
    """Whether every party tells of all its acts in a form what it wants."""
    return all(option in spoken[owner[option]] for option in form.acts if owner[option] in form.parties)
