"""Several rankings of the same states, solved as if they were one model: each draw stands beside the others.

The cells of a decision maker are the same lists of states under every ranking, in another order. So the sorted cells of
many draws are one ``Block`` with more columns, the states of each draw counted on from those before it, and the loops
over cells run once for all. Each draw keeps a "no state" of its own after its last state.

For models with transitive moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from hikiwake.conflict.concepts.definitions import DEFINITIONS, Concept, Ranks, Stable
from hikiwake.conflict.concepts.legal import NEVER
from hikiwake.conflict.concepts.solvers import ByArcs, ByCells, array_kernel, closed_form
from hikiwake.conflict.concepts.transitive.cells import Block, sorted_blocks
from hikiwake.conflict.model.moves import Moves


@dataclass(frozen=True)
class Ranked:
    """One decision maker's ranking, shape (n_states,), and what follows from it alone, found once.

    blocks: its cells, sorted by the ranking, once ``SideBySide`` has sorted them
    """

    moves: Moves
    mover: int
    ranks: Ranks
    blocks: list[Block] = field(default_factory=list, repr=False)
    _known: dict[Concept, Stable] = field(default_factory=dict, repr=False)

    def stable(self, concept: Concept) -> Stable:
        """Where it is stable, in models of which the closed forms tell."""
        if concept not in self._known:
            self._known[concept] = closed_form(DEFINITIONS[concept], self.ranks, self.moves.own[self.mover])
        return self._known[concept]


@dataclass(frozen=True)
class SideBySide:
    """Draws: for each a ranking of every decision maker, in the order of the file."""

    draws: Sequence[Sequence[Ranked]]

    @cached_property
    def solver(self) -> ByCells:
        """All draws as one model."""
        by_maker = list(zip(*self.draws, strict=True))
        ranks = np.full((len(by_maker), len(self.draws), len(by_maker[0][0].ranks) + 1), NEVER, dtype=np.int32)
        for mover, rankings in enumerate(by_maker):
            _sort(rankings)
            ranks[mover, :, :-1] = [one.ranks for one in rankings]
        blocks = [[_beside(parts, len(rankings[0].ranks) + 1)
                   for parts in zip(*(one.blocks for one in rankings), strict=True)]
                  for rankings in by_maker]  # fmt: skip
        return ByCells(self.draws[0][0].moves, ranks.reshape(len(by_maker), -1), array_kernel(), tuple(blocks))

    @property
    def free(self) -> bool:
        """Whether the closed forms apply to each ranking."""
        first = self.draws[0][0]
        return ByCells(first.moves, first.ranks[None], array_kernel()).free

    def equilibria(self, concept: Concept) -> Stable:
        """Which states are equilibria in which draw, shape (n_states, n_draws)."""
        if self.free and not DEFINITIONS[concept].credible:
            held = [np.logical_and.reduce([one.stable(concept) for one in rankings]) for rankings in self.draws]
            return np.stack(held, axis=1)
        stable = np.logical_and.reduce([self.solver.stable(concept, mover) for mover in range(len(self.draws[0]))])
        beside: Stable = stable.reshape(len(self.draws), -1)[:, :-1].T
        return beside

    def worths(self, concept: Concept) -> Ranks:
        """What a move to each state is worth in the end, int32, shape (n_draws, n_decision_makers, n_states)."""
        n_makers, n_states = len(self.draws[0]), len(self.draws[0][0].ranks)
        found = np.empty((len(self.draws), n_makers, n_states), dtype=np.int32)
        for mover, ranks in enumerate(self.solver.ranks):
            worth = np.minimum(ranks, self.solver.worth(concept, mover))
            found[:, mover] = worth.reshape(len(self.draws), -1)[:, :-1]
        return found


def worths(moves: Moves, draws: Sequence[Sequence[Ranked]], concept: Concept) -> Ranks:
    """What a move to each state is worth in the end, int32, shape (n_draws, n_decision_makers, n_states).

    The least of the rank that the state itself has and what the opponents' answers leave, so that an improvement pays
    where the worth of the state it leads to is above the rank of the state it comes from. For every model.
    """
    if moves.transitive:
        return SideBySide(draws).worths(concept)
    ranks = np.array([[one.ranks for one in rankings] for rankings in draws], dtype=np.int32)
    solvers = [ByArcs(moves, own) for own in ranks]
    found = [[solver.worth(concept, mover) for mover in range(len(solver.ranks))] for solver in solvers]
    return np.minimum(ranks, np.array(found, dtype=np.int32))


def _sort(rankings: Sequence[Ranked]) -> None:
    """Sort the cells of those of one decision maker's rankings that are not sorted yet, all in one go."""
    fresh = list({id(one): one for one in rankings if not one.blocks}.values())
    if fresh:
        found = sorted_blocks(fresh[0].moves, fresh[0].mover, np.array([one.ranks for one in fresh], dtype=np.int32))
        for one, blocks in zip(fresh, found, strict=True):
            one.blocks.extend(blocks)


def _beside(blocks: Sequence[Block], size: int) -> Block:
    """Blocks of one shape as one, the states of each counted on by ``size``."""
    length, count = blocks[0].index.shape
    index = np.empty((length, len(blocks), count), dtype=np.int64)
    for number, block in enumerate(blocks):
        np.add(block.index, number * size, out=index[:, number])
    tied, writes = [block.tied for block in blocks], [block.writes for block in blocks]
    return Block(index.reshape(length, -1), _joined(tied, blocks, absent=False), _joined(writes, blocks, absent=True))


def _joined(parts: Sequence[Stable | None], blocks: Sequence[Block], *, absent: bool) -> Stable | None:
    if all(part is None for part in parts):
        return None
    filled = [np.full(block.index.shape, absent) if part is None else part
              for part, block in zip(parts, blocks, strict=True)]  # fmt: skip
    return np.concatenate(filled, axis=1)
