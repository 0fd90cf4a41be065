"""One set of states and moves, judged under many preferences: which states are equilibria under each.

Where the model allows it many preferences are decided together (``side_by_side``), two batches at a time; otherwise one
by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import DEFINITIONS, Concept
from hikiwake.conflict.concepts.side_by_side import Ranked, SideBySide
from hikiwake.conflict.concepts.solvers import stable_tables
from hikiwake.conflict.model.conflict import Conflict, Preference, Statements
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.model.preferences import fold, preference_ranks
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import states_of

Preferences: TypeAlias = tuple[Preference, ...]
Held: TypeAlias = NDArray[np.bool_]
Ranks: TypeAlias = NDArray[np.int32]
THREADS = 2
ROOM = 1 << 16  # states to solve side by side
KEPT = 1 << 22  # states whose rankings are remembered


class Judge:
    """Decides equilibria of certain concepts in the states of a conflict; its own preferences do not count."""

    def __init__(self, conflict: Conflict, concepts: Sequence[Concept]) -> None:
        self.concepts = tuple(concepts)
        self.states = states_of(conflict)
        self.moves = moves_of(conflict, self.states)
        self.truths: dict[str, Held] = {}
        self.ranked: dict[tuple[int, Preference], Ranked] = {}

    def held(self, under: Sequence[Preferences]) -> Iterator[dict[Concept, Held]]:
        """Which states are equilibria under which preferences: by batch, by concept, shape (n_states, n_batch)."""
        step = int(np.clip(ROOM // max(len(self.states), 1), 1, 64))
        batches = [under[first : first + step] for first in range(0, len(under), step)]
        with ThreadPoolExecutor(THREADS) as pool:
            for first in range(0, len(batches), THREADS):
                draws = [[self._rankings(one) for one in batch] for batch in batches[first : first + THREADS]]
                yield from pool.map(self._decided, draws)

    def _decided(self, draws: Sequence[Sequence[Ranked]]) -> dict[Concept, Held]:
        together = SideBySide(draws)
        return {concept: together.equilibria(concept) if self._beside(concept) else self._one_by_one(concept, draws)
                for concept in self.concepts}  # fmt: skip

    def _beside(self, concept: Concept) -> bool:
        return self.moves.transitive and not DEFINITIONS[concept].at_once

    def _one_by_one(self, concept: Concept, draws: Sequence[Sequence[Ranked]]) -> Held:
        tables = [stable_tables(self.moves, np.array([one.ranks for one in rankings]), (concept,))[concept]
                  for rankings in draws]  # fmt: skip
        return np.stack([table.all(axis=0) for table in tables], axis=1)

    def _rankings(self, preferences: Preferences) -> list[Ranked]:
        if len(self.ranked) * len(self.states) > KEPT:
            self.ranked.clear()
        for maker, preference in enumerate(preferences):
            if (maker, preference) not in self.ranked:
                self.ranked[maker, preference] = Ranked(self.moves, maker, self._ranks(preference))
        return [self.ranked[maker, preference] for maker, preference in enumerate(preferences)]

    def _ranks(self, preference: Preference) -> Ranks:
        if isinstance(preference, Statements):
            return fold([self._true(one.says) for one in preference.statements], len(self.states))
        return preference_ranks(preference, self.states)

    def _true(self, says: Statement) -> Held:
        if says.text not in self.truths:
            self.truths[says.text] = self.states.true_states(says)
        return self.truths[says.text]
