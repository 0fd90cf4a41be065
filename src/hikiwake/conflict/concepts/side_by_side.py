"""Several rankings of the same states, solved as if they were one model: each draw stands beside the others.

The cells of a decision maker are the same lists of states under every ranking, in another order. So the sorted cells of
many draws are one ``Block`` with more columns, the states of each draw counted on from those before it, and the loops
over cells run once for all. Each draw keeps a "no state" of its own after its last state.

For models with transitive moves.
"""

from __future__ import annotations

from collections.abc import Container, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from hikiwake.conflict.concepts.definitions import DEFINITIONS, Concept, Definition, Ranks, Stable
from hikiwake.conflict.concepts.legal import NEVER
from hikiwake.conflict.concepts.solvers import ByArcs, ByCells, array_kernel, closed_form
from hikiwake.conflict.concepts.transitive.cells import Block, sorted_blocks
from hikiwake.conflict.model.moves import Moves

FEWER = 0.7  # of the draws: with more of them, all are taken, so that decision makers share what is put side by side


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

    @cached_property
    def ranking(self) -> bytes:
        """Its ranks as a key."""
        return self.ranks.tobytes()

    @cached_property
    def order(self) -> tuple[bytes, ...]:
        """How it sorts its cells, as a key: rankings with the same order improve by the same moves."""
        parts = (part for block in self.blocks for part in (block.index, block.tied))
        return tuple(b"" if part is None else part.tobytes() for part in parts)

    def stable(self, concept: Concept) -> Stable:
        """Where it is stable, in models of which the closed forms tell."""
        if concept not in self._known:
            self._known[concept] = closed_form(DEFINITIONS[concept], self.ranks, self.moves.own[self.mover])
        return self._known[concept]


@dataclass(frozen=True)
class SideBySide:
    """Draws: for each a ranking of every decision maker, in the order of the file."""

    draws: Sequence[Sequence[Ranked]]
    _known: dict[tuple[int, tuple[int, ...]], list[Block]] = field(default_factory=dict, repr=False)

    @cached_property
    def solver(self) -> ByCells:
        """All draws as one model."""
        return self._solver(range(len(self.draws)), range(len(self.draws[0])))

    @cached_property
    def by_maker(self) -> list[tuple[Ranked, ...]]:
        """Each decision maker's rankings, one a draw, with their cells sorted."""
        by_maker = list(zip(*self.draws, strict=True))
        for rankings in by_maker:
            _sort(rankings)
        return by_maker

    def _solver(self, chosen: Sequence[int], movers: Container[int]) -> ByCells:
        """Some draws as one model, with the cells of some decision makers."""
        size = len(self.draws[0][0].ranks) + 1
        ranks = np.empty((len(self.by_maker), len(chosen), size), dtype=np.int32)
        ranks[:, :, -1] = NEVER
        for mover, rankings in enumerate(self.by_maker):
            ranks[mover, :, :-1] = [rankings[number].ranks for number in chosen]
        blocks = [self._beside(mover, tuple(chosen)) if mover in movers else [] for mover in range(len(self.by_maker))]
        return ByCells(self.draws[0][0].moves, ranks.reshape(len(ranks), -1), array_kernel(), tuple(blocks))

    def _beside(self, mover: int, chosen: tuple[int, ...]) -> list[Block]:
        if (mover, chosen) not in self._known:
            size, each = len(self.draws[0][0].ranks) + 1, [self.by_maker[mover][number].blocks for number in chosen]
            self._known[mover, chosen] = [_beside(parts, size) for parts in zip(*each, strict=True)]
        return self._known[mover, chosen]

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
        """What a move to each state is worth in the end, int32, shape (n_draws, n_decision_makers, n_states).

        It depends on one's own ranking, and on others' only by the order of their cells: what is alike is found once.
        """
        found = np.array([[one.ranks for one in rankings] for rankings in self.draws], dtype=np.int32)
        asked = DEFINITIONS[concept]
        for mover in range(len(self.by_maker)) if asked.answers else ():
            keys = [self._decisive(asked, mover, rankings) for rankings in self.draws]
            first = {key: number for number, key in reversed([*enumerate(keys)])}
            chosen = [*first.values()] if len(first) < FEWER * len(keys) else [*range(len(keys))]
            place = {keys[number]: row for row, number in enumerate(chosen)}
            movers = [each for each in range(len(self.by_maker)) if each != mover or asked.lasting]
            worth = self._solver(chosen, movers).worth(concept, mover).reshape(len(chosen), -1)[:, :-1]
            np.minimum(found[:, mover], worth[[place[key] for key in keys]], out=found[:, mover])
        return found

    @staticmethod
    def _decisive(asked: Definition, mover: int, rankings: Sequence[Ranked]) -> Hashable:
        """What the worths of one decision maker depend on in a draw."""
        others = (one.order for one in rankings if one.mover != mover) if asked.credible else ()
        return rankings[mover].ranking, *others


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
    length = len(blocks[0].index)
    index = np.stack([block.index for block in blocks], axis=1).astype(np.int64)
    index += np.arange(0, len(blocks) * size, size)[:, None]
    tied, writes = [block.tied for block in blocks], [block.writes for block in blocks]
    return Block(index.reshape(length, -1), _joined(tied, blocks, absent=False), _joined(writes, blocks, absent=True))


def _joined(parts: Sequence[Stable | None], blocks: Sequence[Block], *, absent: bool) -> Stable | None:
    if all(part is None for part in parts):
        return None
    filled = [np.full(block.index.shape, absent) if part is None else part
              for part, block in zip(parts, blocks, strict=True)]  # fmt: skip
    return np.concatenate(filled, axis=1)
