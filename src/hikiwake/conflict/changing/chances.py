"""How often some state of a few holds when preferences are drawn at random: the same draws as ``robustness``.

``at_states`` asks under several concepts and looks only as far as those states need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hikiwake.conflict.changing.robustness import shuffled
from hikiwake.conflict.concepts.definitions import CLASSIC, DEFINITIONS, Concept, Stable
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.preferences import Rankings
from hikiwake.conflict.solving.judge import Preferences
from hikiwake.conflict.solving.stable_at import Ranks, StableAt
from hikiwake.conflict.solving.steps import Steps

ROOM = 1 << 20  # states times draws to rank at once
MANY = 64  # states: with more of them, those that hold are looked for first
Draw = Callable[[np.random.Generator], Preferences]


def random_orders(conflict: Conflict) -> Draw:
    """Draws of the same statements in random order."""
    return lambda rng: tuple(shuffled(maker.preference, rng) for maker in conflict.decision_makers)


@dataclass(frozen=True)
class AtStates:
    """A few states of one conflict, decided under many preferences."""

    tests: Mapping[Concept, Sequence[StableAt]]

    def held(self, ranks: Sequence[Ranks]) -> dict[Concept, Stable]:
        """Under which sets of ranks, shape (n_states, n_sets) for each decision maker, some state is an equilibrium.

        What one concept says of a set often settles another, so few are asked in full.
        """
        found: dict[Concept, Stable] = {}
        for concept in self.tests:
            sure, possible = np.zeros((2, ranks[0].shape[1]), dtype=np.bool_) | [[False], [True]]
            for other, held in found.items():
                sure |= held & DEFINITIONS[other].within(DEFINITIONS[concept])
                possible &= held | (not DEFINITIONS[concept].within(DEFINITIONS[other]))
            found[concept] = sure | self._some(concept, ranks, possible & ~sure)
        return found

    def _some(self, concept: Concept, ranks: Sequence[Ranks], asked: Stable) -> Stable:
        """Some state is an equilibrium, where asked; states are looked at until all sets are settled."""
        if len(self.tests[concept]) > MANY and not DEFINITIONS[concept].answers:
            return self._unmoved(self.tests[concept], ranks, asked)
        held, left = np.zeros_like(asked), np.flatnonzero(asked)
        of_left = ranks if len(left) == len(asked) else [own.take(left, axis=1) for own in ranks]
        for test in self.tests[concept] if len(left) else ():
            found = test.for_all(of_left)
            held[left] = found
            if found.all():
                break
            if found.any():
                open_ = np.flatnonzero(~found)
                left, of_left = left[open_], [own.take(open_, axis=1) for own in of_left]
        return held

    @staticmethod
    def _unmoved(tests: Sequence[StableAt], ranks: Sequence[Ranks], asked: Stable) -> Stable:
        """The same by Nash of many states: where nobody moves under one set, nobody may under many others."""
        moves, held, left = tests[0].steps.listed, np.zeros_like(asked), asked.copy()
        while left.any():
            number = int(left.argmax())
            left[number] = False
            best = [moves.best_after(maker, own[:, number]) == own[:, number] for maker, own in enumerate(ranks)]
            resting = np.logical_and.reduce(best)
            test = next((test for test in tests if resting[test.state]), None)
            if test:
                others = np.flatnonzero(left)
                alike = others[test.for_all([own.take(others, axis=1) for own in ranks])]
                left[alike], held[alike], held[number] = False, True, True
        return held


def at_states(steps: Steps, chosen: Sequence[int], draw: Draw, count: int, seed: int) -> dict[Concept, float]:
    """The share of draws (0 to 1) in which some of these states (indices) is an equilibrium, by Nash, GMR, SMR, SEQ."""
    tests: dict[Concept, list[StableAt]] = {
        concept: [StableAt(steps, state, concept) for state in chosen] for concept in CLASSIC
    }
    few, rankings = AtStates(tests), Rankings(steps.states)
    rng = np.random.default_rng(seed)
    times: Counter[Concept] = Counter()
    step = max(1, ROOM // max(len(steps.states), 1))
    for first in range(0, count, step):
        drawn = [draw(rng) for _ in range(min(step, count - first))]
        scores = [rankings.scores(own) for own in zip(*drawn, strict=True)]
        times.update({concept: int(held.sum()) for concept, held in few.held(scores).items()})
    return {concept: times[concept] / count for concept in CLASSIC}
