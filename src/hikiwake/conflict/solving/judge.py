"""One set of states and moves, judged under many preferences: which states are equilibria under each.

Where the model allows it many preferences are decided together (``many``), two batches at a time; otherwise one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict, Preference, Statements
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.model.preferences import fold, preference_ranks
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import states_of
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.many import Many, at_once, suits
from hikiwake.conflict.solving.solvers import stable_tables

Preferences: TypeAlias = tuple[Preference, ...]
Held: TypeAlias = NDArray[np.bool_]
Ranks: TypeAlias = NDArray[np.int32]
THREADS = 2
ONE_BY_ONE = 64


class Judge:
    """Decides equilibria of certain concepts in the states of a conflict; its own preferences do not count."""

    def __init__(self, conflict: Conflict, concepts: Sequence[Concept]) -> None:
        self.concepts = tuple(concepts)
        self.states = states_of(conflict)
        self.moves = moves_of(conflict, self.states)
        self.together = suits(self.moves, self.concepts)
        self.truths: dict[str, Held] = {}

    def held(self, under: Sequence[Preferences]) -> Iterator[dict[Concept, Held]]:
        """Which states are equilibria under which preferences: by batch, by concept, shape (n_states, n_batch)."""
        step = at_once(self.moves) if self.together else ONE_BY_ONE
        batches = [under[first : first + step] for first in range(0, len(under), step)]
        decide = self._together if self.together else self._one_by_one
        with ThreadPoolExecutor(THREADS) as pool:
            for first in range(0, len(batches), THREADS):
                ranks = [self._ranks(batch) for batch in batches[first : first + THREADS]]
                yield from pool.map(decide, ranks)

    def _together(self, ranks: Ranks) -> dict[Concept, Held]:
        many = Many(self.moves, ranks)
        return {concept: many.equilibria(concept) for concept in self.concepts}

    def _one_by_one(self, ranks: Ranks) -> dict[Concept, Held]:
        tables = [stable_tables(self.moves, np.ascontiguousarray(ranks[:, :, draw]), self.concepts)
                  for draw in range(ranks.shape[2])]  # fmt: skip
        return {
            concept: np.stack([table[concept].all(axis=0) for table in tables], axis=1) for concept in self.concepts
        }

    def _ranks(self, batch: Sequence[Preferences]) -> Ranks:
        """Shape (n_decision_makers, n_states, n_batch)."""
        known: dict[Preference, Ranks] = {}
        for preference in {preference for preferences in batch for preference in preferences}:
            known[preference] = self._ranked(preference)
        makers = range(len(batch[0]))
        return np.stack([np.stack([known[preferences[maker]] for preferences in batch], axis=1) for maker in makers])

    def _ranked(self, preference: Preference) -> Ranks:
        if isinstance(preference, Statements):
            return fold([self._true(one.says) for one in preference.statements], len(self.states))
        return preference_ranks(preference, self.states)

    def _true(self, says: Statement) -> Held:
        if says.text not in self.truths:
            self.truths[says.text] = self.states.true_states(says)
        return self.truths[says.text]
