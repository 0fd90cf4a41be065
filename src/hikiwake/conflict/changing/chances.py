"""How often some state of a few holds when preferences are drawn at random: the same draws as ``robustness``.

``at_states`` asks under several concepts and looks only as far as those states need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.changing.robustness import CLASSIC, shuffled
from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.preferences import fold, preference_ranks
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.judge import Preferences
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.conflict.solving.steps import Steps

Mask = NDArray[np.bool_]
Draw = Callable[[np.random.Generator], Preferences]


def random_orders(conflict: Conflict) -> Draw:
    """Draws of the same statements in random order."""
    return lambda rng: tuple(shuffled(maker.preference, rng) for maker in conflict.decision_makers)


@dataclass(frozen=True)
class AtStates:
    """A few states of one conflict, decided under many preferences."""

    states: States
    tests: Mapping[Concept, Sequence[StableAt]]
    truths: dict[str, Mask]

    def ranks(self, preference: Any) -> NDArray[np.int32]:
        """The ranks that a preference gives the states, int32, shape (n_states,)."""
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
    few = AtStates(steps.states, tests, {})
    rng = np.random.default_rng(seed)
    times: Counter[Concept] = Counter()
    for _ in range(count):
        times.update(concept for concept, held in few.held(draw(rng)).items() if held)
    return {concept: times[concept] / count for concept in CLASSIC}
