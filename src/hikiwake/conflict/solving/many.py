"""Stability under many preferences at once: the same states and moves, ranks by draw.

All combinations of options are kept, infeasible ones without any move, so that a decision maker's moves are plain:
from a combination x to x with some of its own options changed. Ranks have the draws along the last axis. One *change*
(a set of own options) is one step over whole arrays: the partner of every combination is found by swapping places,
and where the move is not allowed, or not an improvement, a barrier above all ranks keeps its value out.

For models with transitive moves only: there the least value that opponents can reach by legal sequences is a fixed
point of such steps (see ``legal`` for the definitions).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Moves
from hikiwake.conflict.solving.concepts import DEFINITIONS, Concept

Values: TypeAlias = NDArray[np.int16] | NDArray[np.int32]
Held: TypeAlias = NDArray[np.bool_]
MOST_OPTIONS = 16
ROOM = 3 << 20


def suits(moves: Moves, concepts: Sequence[Concept]) -> bool:
    """Whether these moves and concepts can be decided for many preferences at once."""
    at_once_ = any(DEFINITIONS[concept].at_once for concept in concepts)
    return moves.transitive and len(moves.states.options) <= MOST_OPTIONS and not at_once_


def at_once(moves: Moves) -> int:
    """How many draws to take together, so that everything stays within reach of the cache."""
    changes = sum((1 << own.width) - 1 for own in moves.own)
    return int(np.clip(ROOM // ((changes + 1) << len(moves.states.options)), 1, 64))


@dataclass(frozen=True)
class Many:
    """Ranks of every decision maker in several draws.

    ranks: shape (n_decision_makers, n_states, n_draws), from 1 for the worst
    """

    moves: Moves
    ranks: NDArray[np.int32]

    def equilibria(self, concept: Concept) -> Held:
        """Which states are equilibria in which draw, shape (n_states, n_draws)."""
        stable = np.logical_and.reduce([self._stable(concept, maker) for maker in range(len(self.ranks))])
        held: Held = stable[self.moves.states.codes]
        return held

    @cached_property
    def full(self) -> tuple[Values, ...]:
        """Ranks of all combinations, shape (2^n_options, n_draws) each; infeasible ones have rank 0."""
        size = 1 << len(self.moves.states.options)
        kind = np.int16 if int(self.ranks.max(initial=0)) < np.iinfo(np.int16).max else np.int32
        placed = []
        for ranks in self.ranks:
            full = np.zeros((size, ranks.shape[1]), dtype=kind)
            full[self.moves.states.codes] = ranks
            placed.append(full)
        return tuple(placed)

    @property
    def barrier(self) -> int:
        """A value above every rank."""
        return int(np.iinfo(self.full[0].dtype).max)

    @cached_property
    def open(self) -> tuple[list[NDArray[np.bool_] | None], ...]:
        """For each decision maker and change from which combinations it is allowed, shape (2^n_options, 1)."""
        return tuple(list(self._allowed(maker)) for maker in range(len(self.ranks)))

    def _allowed(self, maker: int) -> Iterator[NDArray[np.bool_] | None]:
        """None stands for: from everywhere."""
        codes = np.arange(1 << len(self.moves.states.options), dtype=np.int64)
        feasible = np.zeros(len(codes), dtype=np.bool_)
        feasible[self.moves.states.codes] = True
        own = self.moves.own[maker]
        for change in own.changes.tolist():
            allowed = feasible & feasible[codes ^ change] & own.allowed(codes, change)
            yield None if allowed.all() else allowed[:, None]

    @cached_property
    def improving(self) -> tuple[list[Values], ...]:
        """For each decision maker and change a barrier where it is no improvement, shape (2^n_options, n_draws)."""
        barriers = []
        for maker, ranks in enumerate(self.full):
            each = []
            for partner, allowed in zip(self._partners(maker, ranks), self.open[maker], strict=True):
                worse = partner <= ranks
                each.append(
                    np.multiply(worse if allowed is None else worse | ~allowed, self.barrier, dtype=ranks.dtype)
                )
            barriers.append(each)
        return tuple(barriers)

    @cached_property
    def moving(self) -> tuple[list[Values | None], ...]:
        """The same where a change is not allowed; None where it is allowed from everywhere."""
        kind = self.full[0].dtype
        return tuple([None if allowed is None else np.multiply(~allowed, self.barrier, dtype=kind) for allowed in each]
                     for each in self.open)  # fmt: skip

    def _cells(self, maker: int, values: Values) -> Values:
        """Values with the decision maker's own options along the middle axis."""
        own = self.moves.own[maker]
        return values.reshape(-1, 1 << own.width, (1 << own.low) * values.shape[1])

    def _partners(self, maker: int, values: Values) -> Iterator[Values]:
        """For each change the values at the combinations that it leads to; good until the next one is asked for."""
        cells, settings = self._cells(maker, values), np.arange(1 << self.moves.own[maker].width)
        room = np.empty_like(cells)
        for change in settings[1:].tolist():
            np.take(cells, settings ^ change, axis=1, out=room, mode="clip")
            yield room.reshape(values.shape)

    def _stable(self, concept: Concept, maker: int) -> Held:
        ranks = self.full[maker]
        asked = DEFINITIONS[concept]
        if not asked.answers:
            stable: Held = self._after_countermove(maker) == ranks
            return stable
        start = self._after_countermove(maker) if asked.lasting else ranks.copy()
        least = self._settled(maker, start, credible=asked.credible)
        stable = np.ones(least.shape, dtype=np.bool_)
        for partner, barrier in zip(self._partners(maker, least), self.improving[maker], strict=True):
            stable &= partner <= np.maximum(ranks, barrier)
        return stable

    def _after_countermove(self, maker: int) -> Values:
        """The best rank at each combination or one own move from it."""
        if all(allowed is None for allowed in self.open[maker]):
            cells = self._cells(maker, self.full[maker])
            return np.broadcast_to(cells.max(axis=1, keepdims=True), cells.shape).reshape(self.full[maker].shape).copy()
        best = self.full[maker].copy()
        for partner, allowed in zip(self._partners(maker, self.full[maker]), self.open[maker], strict=True):
            np.maximum(best, partner if allowed is None else np.where(allowed, partner, 0), out=best)
        return best

    def _settled(self, maker: int, values: Values, *, credible: bool) -> Values:
        """Let every opponent in turn lower the values, until none of them has anything left to do."""
        others = [other for other in range(len(self.ranks)) if other != maker]
        lower = self._lower_by_improvements if credible else self._lower_by_moves
        quiet, turn = 0, 0
        while quiet < len(others):
            before = values
            values = lower(others[turn % len(others)], values)
            quiet = 1 if (before != values).any() else quiet + 1
            turn += 1
        return values

    def _lower_by_improvements(self, other: int, values: Values) -> Values:
        lowered = values.copy()
        for partner, barrier in zip(self._partners(other, values), self.improving[other], strict=True):
            np.maximum(partner, barrier, out=partner)
            np.minimum(lowered, partner, out=lowered)
        return lowered

    def _lower_by_moves(self, other: int, values: Values) -> Values:
        if all(barrier is None for barrier in self.moving[other]):
            cells = self._cells(other, values)
            return np.broadcast_to(cells.min(axis=1, keepdims=True), cells.shape).reshape(values.shape)
        lowered = values.copy()
        for partner, barrier in zip(self._partners(other, values), self.moving[other], strict=True):
            np.minimum(lowered, partner if barrier is None else np.maximum(partner, barrier), out=lowered)
        return lowered
