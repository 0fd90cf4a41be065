"""How much of an answer rests on how the preferences were put: single changes, uncertain order, and chance.

Three questions to the same model:

* ``survivors``: which equilibria hold after every single change of one statement (dropped, flipped, moved to any rank)?
* ``draws``: in what share of random draws is each state an equilibrium, when statements stand about where they do, and the
  rival readings are as likely as the model's own? In a draw each statement with ``about = k`` shifts by a whole number of
  ranks drawn evenly from -k to k, the others make room; and one reading, the model's own or a variant, is drawn evenly.
* ``baseline``: in what share of draws is each state an equilibrium when every decision maker's statements (groups of a
  ranking, weights) stand in random order? A state that holds in most random orders is no finding: under GMR and SMR nearly
  every state does.

Shares are sampled: they come with the number of draws and the seed, and with both again they are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.changes import OnStatements, changed, statement_changes
from hikiwake.conflict.concepts import Concept, Solver, best_solver
from hikiwake.conflict.model import Conflict, Preference, Ranking, Statements, Weights
from hikiwake.conflict.moves import Moves, moves_of
from hikiwake.conflict.preferences import fold, preference_ranks
from hikiwake.conflict.statements import Statement
from hikiwake.conflict.states import States, states_of
from hikiwake.errors import ModelError

CLASSIC: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq")
OWN: frozenset[Concept] = frozenset({"nash", "gmr", "smr"})
REMEMBERED = 1000
Held = NDArray[np.bool_]
Ranks = NDArray[np.int32]


@dataclass(frozen=True)
class Shares:
    """In what share of random draws each state is an equilibrium: concept to one share (0 to 1) per state, in order.

    kind: "draws" (uncertain order and variants) or "baseline" (statements in random order)
    """

    conflict: Conflict
    states: States
    kind: Literal["draws", "baseline"]
    count: int
    seed: int
    shares: Mapping[Concept, tuple[float, ...]]
    exact: bool = False

    def share(self, state: str | int, concept: Concept) -> float:
        """The share for one state, given as text or number."""
        return self.shares[concept][self.states.index(state)]

    def _repr_html_(self) -> str:
        from hikiwake.conflict.wording import table

        rows = [(state + 1, self.states.text(state), *(f"{self.shares[one][state]:.3f}" for one in self.shares))
                for state in range(len(self.states))]  # fmt: skip
        return table(("number", "state", *self.shares), rows)


@dataclass(frozen=True)
class Survival:
    """For each equilibrium of each concept the single changes to statements that end it; none: it survives all.

    tried: how many changes were tried; broken: concept to state number to the changes that end the equilibrium
    """

    conflict: Conflict
    states: States
    tried: int
    broken: Mapping[Concept, Mapping[int, tuple[OnStatements, ...]]]

    def surviving(self, concept: Concept) -> tuple[int, ...]:
        """The numbers of the equilibria that no single change ends."""
        return tuple(number for number, changes in self.broken[concept].items() if not changes)

    def _repr_html_(self) -> str:
        from hikiwake.conflict.wording import table

        rows = [(concept, number, self.states.text(number - 1), f"{self.tried - len(changes)} of {self.tried}")
                for concept, states in self.broken.items() for number, changes in states.items()]  # fmt: skip
        return table(("concept", "number", "state", "changes survived"), rows)


def survivors(conflict: Conflict, concepts: Sequence[Concept] = CLASSIC) -> Survival:
    """Try every single change of one statement, and see which equilibria hold."""
    judge = _Judge(conflict)
    start = judge.held(concepts)
    broken: dict[Concept, dict[int, list[OnStatements]]] = {
        concept: {state + 1: [] for state in np.flatnonzero(held).tolist()} for concept, held in start.items()
    }
    tried = [change for name in conflict.names for change in statement_changes(conflict, name, ())]
    for change in tried:
        after = judge.held(concepts, {change.decision_maker: changed(conflict, [change])})
        for concept, states in broken.items():
            for number, changes in states.items():
                if not after[concept][number - 1]:
                    changes.append(change)
    frozen = {concept: {number: tuple(changes) for number, changes in states.items()}
              for concept, states in broken.items()}  # fmt: skip
    return Survival(conflict, judge.states, len(tried), frozen)


def draws(conflict: Conflict, count: int, seed: int, concepts: Sequence[Concept] = CLASSIC) -> Shares:
    """The share of draws over uncertain order and over variants in which each state is an equilibrium."""
    readings = [conflict, *(conflict.variant(one.name) for one in conflict.variants)]
    rng = np.random.default_rng(seed)

    def one() -> Sequence[Preference]:
        reading = readings[int(rng.integers(len(readings)))]
        return [about(maker.preference, rng) for maker in reading.decision_makers]

    return _shares(conflict, "draws", count, seed, concepts, one)


def baseline(conflict: Conflict, count: int, seed: int, concepts: Sequence[Concept] = CLASSIC) -> Shares:
    """The share of random orders of the same statements in which each state is an equilibrium."""
    rng = np.random.default_rng(seed)

    def one() -> Sequence[Preference]:
        return [shuffled(maker.preference, rng) for maker in conflict.decision_makers]

    return _shares(conflict, "baseline", count, seed, concepts, one)


def about(preference: Preference, rng: np.random.Generator) -> Preference:
    """A preference with its uncertain statements shifted at random within their bounds.

    >>> from hikiwake.conflict.model import PreferenceStatement
    >>> from hikiwake.conflict.statements import parse
    >>> sure = Statements((PreferenceStatement(parse("a")), PreferenceStatement(parse("b"))))
    >>> about(sure, np.random.default_rng(1)) == sure
    True
    """
    if not isinstance(preference, Statements) or not any(one.about for one in preference.statements):
        return preference
    places = []
    for place, one in enumerate(preference.statements):
        shift = int(rng.integers(-one.about, one.about + 1))
        places.append((place + shift + 0.5 * np.sign(shift), float(rng.random()), place))
    return Statements(tuple(preference.statements[place] for _, _, place in sorted(places)))


def shuffled(preference: Preference, rng: np.random.Generator) -> Preference:
    """A preference with its statements, groups or weights in random order."""
    match preference:
        case Statements(statements):
            return Statements(tuple(statements[place] for place in rng.permutation(len(statements)).tolist()))
        case Ranking(groups):
            return replace(preference, groups=tuple(groups[place] for place in rng.permutation(len(groups)).tolist()))
        case Weights(weights):
            order = rng.permutation(len(weights)).tolist()
            mixed = tuple((option, weights[place][1]) for (option, _), place in zip(weights, order, strict=True))
            return replace(preference, weights=mixed)


def _shares(
    conflict: Conflict,
    kind: Literal["draws", "baseline"],
    count: int,
    seed: int,
    concepts: Sequence[Concept],
    one: Callable[[], Sequence[Preference]],
) -> Shares:
    if count < 1:
        raise ModelError(f"{count} draws; expected at least 1")
    judge = _Judge(conflict)
    times = {concept: np.zeros(len(judge.states), dtype=np.int64) for concept in concepts}
    for _ in range(count):
        for concept, held in judge.held_under(one(), concepts):
            times[concept] += held
    shares = {concept: tuple((number / count).tolist()) for concept, number in times.items()}
    return Shares(conflict, judge.states, kind, count, seed, shares)


class _Judge:
    """Solves one set of states and moves under many preferences; what was decided lately is remembered."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.states = states_of(conflict)
        self.moves = moves_of(conflict, self.states)
        self.truths: dict[str, Held] = {}
        self.ranks: dict[Preference, Ranks] = {}
        self.own: dict[tuple[Concept, int, Preference], Held] = {}
        self.joint: dict[tuple[Concept, tuple[Preference, ...]], Held] = {}

    def held(self, concepts: Sequence[Concept], instead: Mapping[str, Conflict] | None = None) -> dict[Concept, Held]:
        """The equilibria, with the preferences of the decision makers named taken from other conflicts."""
        others = instead or {}
        preferences = [others.get(maker.name, self.conflict).decision_maker(maker.name).preference
                       for maker in self.conflict.decision_makers]  # fmt: skip
        return dict(self.held_under(preferences, concepts))

    def held_under(
        self, preferences: Sequence[Preference], concepts: Sequence[Concept]
    ) -> Iterator[tuple[Concept, Held]]:
        """For each concept which states are equilibria, bool, shape (n_states,)."""
        if len(self.ranks) > REMEMBERED:
            for memory in (self.ranks, self.own, self.joint):
                memory.clear()
        ranks = np.array([self._ranked(preference) for preference in preferences], dtype=np.int32)
        solver = best_solver(self.moves, ranks)
        for concept in concepts:
            if concept in OWN:
                yield concept, np.logical_and.reduce([self._for_one(concept, maker, preference, solver)
                                                      for maker, preference in enumerate(preferences)])  # fmt: skip
            else:
                yield concept, self._for_all(concept, tuple(preferences), solver)

    def _ranked(self, preference: Preference) -> Ranks:
        if preference not in self.ranks:
            self.ranks[preference] = (
                fold([self._true(one.says) for one in preference.statements], len(self.states))
                if isinstance(preference, Statements)
                else preference_ranks(preference, self.states)
            )
        return self.ranks[preference]

    def _true(self, says: Statement) -> Held:
        if says.text not in self.truths:
            self.truths[says.text] = self.states.true_states(says)
        return self.truths[says.text]

    def _for_one(self, concept: Concept, maker: int, preference: Preference, solver: Solver) -> Held:
        key = concept, maker, preference
        if key not in self.own:
            self.own[key] = getattr(solver, concept)(maker)
        return self.own[key]

    def _for_all(self, concept: Concept, preferences: tuple[Preference, ...], solver: Solver) -> Held:
        key = concept, preferences
        if key not in self.joint:
            makers = range(len(preferences))
            self.joint[key] = np.logical_and.reduce([getattr(solver, concept)(maker) for maker in makers])
        return self.joint[key]
