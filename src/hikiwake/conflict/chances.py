"""How often states hold when preferences are drawn at random: the same draws as ``robustness``, asked of chosen states.

``shares_of`` asks for sets of states under one concept; ``at_states`` asks for a few states under several concepts and
looks only as far as those states need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts import Concept
from hikiwake.conflict.judge import Judge, Preferences
from hikiwake.conflict.model import Conflict, Statements
from hikiwake.conflict.preferences import fold, preference_ranks
from hikiwake.conflict.robustness import CLASSIC, about, shuffled
from hikiwake.conflict.signing import Signing
from hikiwake.conflict.stable_at import StableAt
from hikiwake.conflict.statements import Statement
from hikiwake.conflict.states import States
from hikiwake.conflict.steps import Steps

Mask = NDArray[np.bool_]
Draw = Callable[[np.random.Generator], Preferences]


@dataclass(frozen=True, slots=True)
class Share:
    """In what share of draws (0 to 1) a settlement holds, and in what share it could be agreed."""

    holds: float
    agreed: float


def shares_of(
    signing: Signing, sets: Mapping[str, Mask], draw: Draw, count: int, seed: int, concept: Concept
) -> dict[str, Share]:
    """For each set of states the share of draws in which some state of it is an equilibrium, and in which one of these
    would be signed as well."""
    conflict = signing.steps.conflict
    judge, few = Judge(conflict, (concept,)), _AtStates(signing.steps.states, {}, {})
    rng = np.random.default_rng(seed)
    tally = Counter(draw(rng) for _ in range(count))
    times = {name: np.zeros(2) for name in sets}
    drawn = iter(tally.items())
    for tables in judge.held(list(tally)):
        for held in tables[concept].T:
            preferences, often = next(drawn)
            ranks = np.array([few.ranks(one) for one in preferences])
            signed = held & signing.would_sign(ranks) & signing.told(preferences)
            for name, mask in sets.items():
                times[name] += often * np.array([held[mask].any(), signed[mask].any()])
    return {name: Share(float(holds) / count, float(agreed) / count) for name, (holds, agreed) in times.items()}


def readings_about(conflict: Conflict) -> Draw:
    """Draws over uncertain order, and over the model's own reading and its variants, each as likely."""
    readings = [conflict, *(conflict.variant(one.name) for one in conflict.variants)]

    def draw(rng: np.random.Generator) -> Preferences:
        reading = readings[int(rng.integers(len(readings)))]
        return tuple(about(maker.preference, rng) for maker in reading.decision_makers)

    return draw


def random_orders(conflict: Conflict) -> Draw:
    """Draws of the same statements in random order."""
    return lambda rng: tuple(shuffled(maker.preference, rng) for maker in conflict.decision_makers)


@dataclass(frozen=True)
class _AtStates:
    """A few states of one conflict, decided under many preferences."""

    states: States
    tests: Mapping[Concept, Sequence[StableAt]]
    truths: dict[str, Mask]

    def ranks(self, preference: Any) -> NDArray[np.int32]:
        if isinstance(preference, Statements):
            return fold([self._true(one.says) for one in preference.statements], len(self.states))
        return preference_ranks(preference, self.states)

    def _true(self, says: Statement) -> Mask:
        if says.text not in self.truths:
            self.truths[says.text] = self.states.true_states(says)
        return self.truths[says.text]

    def held(self, preferences: Preferences) -> dict[Concept, bool]:
        """Some state is an equilibrium: Nash implies SMR and SEQ, and both of them GMR, so few are asked in full."""
        ranks = [self.ranks(preference) for preference in preferences]
        nash = self._some("nash", ranks)
        gmr = nash or self._some("gmr", ranks)
        return {"nash": nash, "gmr": gmr, "smr": nash or (gmr and self._some("smr", ranks)),
                "seq": nash or (gmr and self._some("seq", ranks))}  # fmt: skip

    def _some(self, concept: Concept, ranks: Sequence[NDArray[np.int32]]) -> bool:
        return any(test.for_all(ranks) for test in self.tests[concept])


def at_states(steps: Steps, chosen: Sequence[int], draw: Draw, count: int, seed: int) -> dict[Concept, float]:
    """The share of draws (0 to 1) in which some of these states (indices) is an equilibrium, by Nash, GMR, SMR, SEQ."""
    tests = {concept: [StableAt(steps, state, concept) for state in chosen] for concept in CLASSIC}
    few = _AtStates(steps.states, tests, {})
    rng = np.random.default_rng(seed)
    times: Counter[Concept] = Counter()
    for _ in range(count):
        times.update(concept for concept, held in few.held(draw(rng)).items() if held)
    return {concept: times[concept] / count for concept in CLASSIC}
