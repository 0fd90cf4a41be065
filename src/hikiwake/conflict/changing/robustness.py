"""How much of an answer rests on how the preferences were put: single changes, uncertain order, and chance.

Three questions to the same model:

* ``survivors``: which equilibria hold after every single change of one statement (dropped, flipped, moved to any rank)?
* ``draws``: in what share of random draws is each state an equilibrium, when statements stand about where they do,
and the
  rival readings are as likely as the model's own? In a draw each statement with ``about = k`` shifts by a whole
  number of ranks drawn evenly from -k to k, the others make room; and one reading, the model's own or a variant, is
  drawn evenly.
* ``baseline``: in what share of draws is each state an equilibrium when every decision maker's statements (groups of a
  ranking, weights) stand in random order? A state that holds in most random orders is no finding: under GMR and SMR
  nearly every state does.

Shares are sampled: they come with the number of draws and the seed, and with both again they are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from hikiwake.conflict.model.changes import OnStatements, changed, statement_changes
from hikiwake.conflict.model.conflict import Conflict, Preference, Ranking, Statements, Weights
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.concepts import CLASSIC, Concept
from hikiwake.conflict.solving.judge import Held, Judge, Preferences
from hikiwake.errors import ModelError
from hikiwake.wording.tables import table


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
        rows = [(concept, number, self.states.text(number - 1), f"{self.tried - len(changes)} of {self.tried}")
                for concept, states in self.broken.items() for number, changes in states.items()]  # fmt: skip
        return table(("concept", "number", "state", "changes survived"), rows)


def survivors(conflict: Conflict, concepts: Sequence[Concept] = CLASSIC) -> Survival:
    """Try every single change of one statement, and see which equilibria hold."""
    tried = [change for name in conflict.names for change in statement_changes(conflict, name, ())]
    under = [_preferences(conflict), *(_preferences(changed(conflict, [change])) for change in tried)]
    judge = Judge(conflict, concepts)
    held = {concept: np.concatenate(tables, axis=1) for concept, tables in _by_concept(judge, under).items()}
    broken = {
        concept: {
            state + 1: tuple(change for change, kept in zip(tried, table[state, 1:].tolist(), strict=True) if not kept)
            for state in np.flatnonzero(table[:, 0]).tolist()
        }
        for concept, table in held.items()
    }
    return Survival(conflict, judge.states, len(tried), broken)


def _by_concept(judge: Judge, under: Sequence[Preferences]) -> dict[Concept, list[Held]]:
    tables = list(judge.held(under))
    return {concept: [table[concept] for table in tables] for concept in judge.concepts}


def _preferences(conflict: Conflict) -> Preferences:
    return tuple(maker.preference for maker in conflict.decision_makers)


def draws(conflict: Conflict, count: int, seed: int, concepts: Sequence[Concept] = CLASSIC) -> Shares:
    """The share of draws over uncertain order and over variants in which each state is an equilibrium."""
    readings = [conflict, *(conflict.variant(one.name) for one in conflict.variants)]
    rng = np.random.default_rng(seed)

    def one() -> Preferences:
        reading = readings[int(rng.integers(len(readings)))]
        return tuple(about(maker.preference, rng) for maker in reading.decision_makers)

    return _shares(conflict, "draws", count, seed, concepts, one)


def baseline(conflict: Conflict, count: int, seed: int, concepts: Sequence[Concept] = CLASSIC) -> Shares:
    """The share of random orders of the same statements in which each state is an equilibrium."""
    rng = np.random.default_rng(seed)

    def one() -> Preferences:
        return tuple(shuffled(maker.preference, rng) for maker in conflict.decision_makers)

    return _shares(conflict, "baseline", count, seed, concepts, one)


def about(preference: Preference, rng: np.random.Generator) -> Preference:
    """A preference with its uncertain statements shifted at random within their bounds.

    >>> from hikiwake.conflict.model.conflict import PreferenceStatement
    >>> from hikiwake.conflict.model.statements import parse
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
    one: Callable[[], Preferences],
) -> Shares:
    """Draw; decide every different draw once; add up."""
    if count < 1:
        raise ModelError(f"{count} draws; expected at least 1")
    tally = Counter(one() for _ in range(count))
    judge = Judge(conflict, concepts)
    times = {concept: np.zeros(len(judge.states), dtype=np.int64) for concept in concepts}
    often = np.array(list(tally.values()), dtype=np.int64)
    done = 0
    for tables in judge.held(list(tally)):
        for concept, held in tables.items():
            times[concept] += held @ often[done : done + held.shape[1]]
        done += next(iter(tables.values())).shape[1] if tables else 0
    shares = {concept: tuple((number / count).tolist()) for concept, number in times.items()}
    return Shares(conflict, judge.states, kind, count, seed, shares)
