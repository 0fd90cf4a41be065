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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from hikiwake.conflict.changing.telling import change_words
from hikiwake.conflict.concepts.definitions import CLASSIC, Concept
from hikiwake.conflict.model.changes import OnStatements, changed, statement_changes
from hikiwake.conflict.model.conflict import Conflict, Preference, Ranking, Statements, Weights
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.judge import Held, Judge, Preferences
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES


@dataclass(frozen=True, slots=True)
class Share:
    """A state by number and text, and by concept the share of the draws in which it is an equilibrium, 0 to 1."""

    number: int
    state: str
    shares: Mapping[Concept, float]


@dataclass(frozen=True)
class Shares(Result[Share]):
    """In what share of random draws each state is an equilibrium: concept to one share (0 to 1) per state, in order.

    kind: "draws" (uncertain order and variants) or "baseline" (statements in random order); drawn: how many
    """

    conflict: Conflict
    states: States
    kind: Literal["draws", "baseline"]
    drawn: int
    seed: int
    shares: Mapping[Concept, tuple[float, ...]]
    exact: bool = False

    def share(self, state: str | int, concept: Concept) -> float:
        """The share for one state, given as text or number."""
        return self.shares[concept][self.states.index(state)]

    @property
    def rows(self) -> tuple[Share, ...]:
        """Every state, in order of number."""
        return tuple(
            Share(number, text, {concept: shares[number - 1] for concept, shares in self.shares.items()})
            for number, text in enumerate(self.states.texts, start=1)
        )

    def as_records(self) -> list[dict[str, Any]]:
        """Every state: number, state, shares (by concept)."""
        return [{"number": row.number, "state": row.state, "shares": dict(row.shares)} for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """By each concept the states that are equilibria most often."""
        drawn = wording.drawn(self.drawn, self.kind == "baseline", self.seed)
        return tuple(wording.share(NAMES[concept], self._most(concept), drawn) for concept in self.shares)

    def _most(self, concept: Concept) -> list[tuple[int, str, float]]:
        often = sorted((-row.shares[concept], row.number, row.state) for row in self.rows if row.shares[concept])
        return [(number, text, -share) for share, number, text in often[: wording.MOST_NAMED]]

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The states that are equilibria in some draw, the most frequent first."""
        some = sorted((row for row in self.rows if any(row.shares.values())), key=lambda row: -sum(row.shares.values()))
        return ("state", "", *(NAMES[concept] for concept in self.shares)), (
            (row.number, row.state, *(f"{share:.1%}" for share in row.shares.values())) for row in some
        )


@dataclass(frozen=True, slots=True)
class Survivor:
    """An equilibrium of a concept by number and text, and the single changes that end it."""

    concept: Concept
    number: int
    state: str
    ended_by: tuple[OnStatements, ...]


@dataclass(frozen=True)
class Survival(Result[Survivor]):
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

    @property
    def rows(self) -> tuple[Survivor, ...]:
        """The equilibria, by concept."""
        return tuple(Survivor(concept, number, self.states.text(number - 1), changes)
                     for concept, states in self.broken.items() for number, changes in states.items())  # fmt: skip

    def as_records(self) -> list[dict[str, Any]]:
        """The equilibria: concept, number, state, survived, tried, ended_by (changes in words)."""
        return [
            {"concept": row.concept, "number": row.number, "state": row.state,
             "survived": self.tried - len(row.ended_by), "tried": self.tried,
             "ended_by": [change_words(self.conflict, change) for change in row.ended_by]}
            for row in self.rows
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """How many single changes each equilibrium survives."""
        return tuple(
            wording.survival(NAMES[row.concept], row.number, row.state, self.tried - len(row.ended_by), self.tried)
            for row in self.rows
        )

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The equilibria, and how many single changes they survive."""
        return ("concept", "state", "", "changes survived"), (
            (NAMES[row.concept], row.number, row.state, f"{self.tried - len(row.ended_by)} of {self.tried}")
            for row in self.rows
        )


def survivors(conflict: Conflict, concepts: Sequence[Concept] = CLASSIC) -> Survival:
    """Try every single change of one statement, and see which equilibria hold.

    Changes are left out after which it would depend on the member how a merged state compares with another.
    """
    judge = Judge(conflict, concepts)
    single = [change for name in conflict.names for change in statement_changes(conflict, name, ())]
    after = [_preferences(changed(conflict, [change])) for change in single]
    tried = [change for change, one in zip(single, after, strict=True) if judge.rankings.settled(one)]
    under = [_preferences(conflict), *filter(judge.rankings.settled, after)]
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
    readings = [conflict.variant(name) for name in ("", *(one.name for one in conflict.variants))]
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
