"""Which states are stable for whom: one table per concept, by the fastest exact way the model allows.

``stable_tables`` knows no names; ``solve`` puts names to its answer. What a concept asks is in ``concepts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import Protocol

import numpy as np

from hikiwake.conflict.concepts import legal
from hikiwake.conflict.concepts.definitions import DEFINITIONS, Concept, Definition, Ranks, Stable
from hikiwake.conflict.concepts.simultaneous import answers_to_try, sim_stable
from hikiwake.conflict.concepts.transitive import grid
from hikiwake.conflict.concepts.transitive.cells import Block, sorted_blocks
from hikiwake.conflict.concepts.transitive.whole import Whole, is_sparse
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.moves import Moves, OwnOptions
from hikiwake.errors import ModelError

WORTH_COMPILING = 1 << 17
QUICK = 1 << 22  # moves and answers at once


class Kernel(Protocol):
    """The inner loops over cells: ``kernels`` (arrays) or ``fast`` (compiled)."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of the module that stands for the kernel
        """What the kernel is called in results."""

    def spread_improving(self, block: Block, values: Ranks) -> bool:
        """Lower values to the least among what is strictly better; whether any fell."""

    def spread(self, block: Block, values: Ranks) -> bool:
        """Lower values to the least of the list; whether any fell."""

    def raise_to_best(self, block: Block, ranks: Ranks, best: Ranks) -> None:
        """Raise to the highest rank of the list."""

    def sanctioned(self, block: Block, ranks: Ranks, values: Ranks, stable: Stable) -> None:
        """Clear what is not stable."""


class Solver(Protocol):
    """Answers a concept for one decision maker, as arrays of shape (n_states,)."""

    @property
    def method(self) -> str:
        """How it finds its answers."""

    def worth(self, concept: Concept, mover: int) -> Ranks:
        """What landing on each state comes to in the end, int32: the rank that the opponents' worst answer leaves.

        Not for answers at once, which depend on where the move began. The landing state may stand among the answers.
        """

    def stable(self, concept: Concept, mover: int) -> Stable:
        """Where no improvement pays."""


def stable_tables(moves: Moves, ranks: Ranks, concepts: Sequence[Concept] | None = None) -> dict[Concept, Stable]:
    """For each concept who is stable where, bool, shape (n_decision_makers, n_states).

    ranks: int32, shape (n_decision_makers, n_states), dense from 1 for the worst.
    """
    return tables_by(best_solver(moves, ranks), ranks.shape, usual(moves) if concepts is None else concepts)


def usual(moves: Moves) -> tuple[Concept, ...]:
    """The concepts that are solved where none is asked for: answers at once only where they are few."""
    quick = answers_to_try(moves) <= QUICK
    return tuple(one for one, asked in DEFINITIONS.items() if quick or not asked.at_once)


def tables_by(solver: Solver, shape: tuple[int, ...], concepts: Sequence[Concept]) -> dict[Concept, Stable]:
    """The same by a chosen solver; shape: (n_decision_makers, n_states)."""
    n_movers, n_states = shape
    tables: dict[Concept, Stable] = {}
    for concept in concepts:
        tables[concept] = np.empty((n_movers, n_states), dtype=np.bool_)
        for mover in range(n_movers):
            tables[concept][mover] = solver.stable(concept, mover)
    return tables


def best_solver(moves: Moves, ranks: Ranks) -> Solver:
    """Cells where moves are transitive, compiled where that pays and can be had; legal sequences otherwise."""
    if not moves.transitive:
        return ByArcs(moves, ranks)
    compiled = len(moves.states) >= WORTH_COMPILING and find_spec("numba") is not None
    return ByCells(moves, ranks, compiled_kernel() if compiled else array_kernel())


def array_kernel() -> Kernel:
    """The inner loops of the plain install."""
    from hikiwake.conflict.concepts.transitive import kernels

    return kernels


def compiled_kernel() -> Kernel:
    """The compiled inner loops; ModelError where numba is not installed."""
    try:
        from hikiwake.conflict.concepts.transitive import fast
    except ModuleNotFoundError:
        raise ModelError("the compiled kernel needs numba: install hikiwake[fast]") from None
    return fast


@dataclass(frozen=True)
class ByArcs:
    """Any model, by explicit moves and legal sequences."""

    moves: Moves
    ranks: Ranks

    @property
    def method(self) -> str:
        """How it finds its answers."""
        return "legal sequences"

    @cached_property
    def improvements(self) -> tuple[Arcs, ...]:
        """The unilateral improvements of each decision maker."""
        return tuple(arcs.improving(own) for arcs, own in zip(self.moves.arcs, self.ranks, strict=True))

    def worth(self, concept: Concept, mover: int) -> Ranks:
        """What landing on each state comes to in the end."""
        asked = DEFINITIONS[concept]
        ranks: Ranks = self.ranks[mover]
        if not asked.answers:
            return ranks
        value = self.moves.best_after(mover, ranks) if asked.lasting else ranks
        arcs = self.improvements if asked.credible else self.moves.arcs
        return legal.sanction_value([each for other, each in enumerate(arcs) if other != mover], value)

    def stable(self, concept: Concept, mover: int) -> Stable:
        """Where no improvement pays."""
        if DEFINITIONS[concept].at_once:
            return sim_stable(self.moves, self.ranks, mover)
        return legal.sanctioned(self.improvements[mover], self.ranks[mover], self.worth(concept, mover))


@dataclass(frozen=True)
class ByCells:
    """Models with transitive moves, linear in the number of states: cells sorted once, values spread to a fixed point.

    What asks for no order among the states of a cell is found over all combinations at once (``whole``), unsorted.

    given: the cells of each decision maker where they are sorted already
    In the sets of sanctions the landing state itself may stay: it is better than the state one came from.
    """

    moves: Moves
    ranks: Ranks
    kernel: Kernel
    given: tuple[list[Block], ...] = ()

    @property
    def method(self) -> str:
        """How it finds its answers."""
        return f"cells, {self.kernel.NAME}"

    @cached_property
    def blocks(self) -> tuple[list[Block], ...]:
        """The cells of each decision maker, sorted by its ranks."""
        return self.given or tuple(
            sorted_blocks(self.moves, mover, ranks[None])[0] for mover, ranks in enumerate(self.ranks)
        )

    @cached_property
    def free(self) -> bool:
        """Whether the closed forms apply."""
        return not self.given and grid.is_free(self.moves)

    @cached_property
    def whole(self) -> Whole | None:
        """All combinations as a table, which is quicker where the order of states does not count; None for few."""
        return None if self.given or is_sparse(self.moves) else Whole(self.moves)

    def worth(self, concept: Concept, mover: int) -> Ranks:
        """What landing on each state comes to in the end."""
        return self._settled(DEFINITIONS[concept], mover)[:-1] if DEFINITIONS[concept].answers else self.ranks[mover]

    def stable(self, concept: Concept, mover: int) -> Stable:
        """Where no improvement pays."""
        asked = DEFINITIONS[concept]
        if asked.at_once:
            return sim_stable(self.moves, self.ranks, mover)
        if self.free and not asked.credible:
            return closed_form(asked, self.ranks[mover], self.moves.own[mover])
        if not asked.answers:
            unmoved: Stable = self._best(mover)[:-1] == self.ranks[mover]
            return unmoved
        return self._deterred(mover, self._settled(asked, mover))

    def _best(self, mover: int) -> Ranks:
        if self.whole:
            return _padded(self.whole.best(mover, self.ranks[mover]))
        best = _padded(self.ranks[mover])
        for block in self.blocks[mover]:
            self.kernel.raise_to_best(block, self.ranks[mover], best)
        best[-1] = legal.NEVER
        return best

    def _settled(self, asked: Definition, mover: int) -> Ranks:
        """Let every opponent in turn lower the values, until none of them has anything left to do."""
        values = self._best(mover) if asked.lasting else _padded(self.ranks[mover])
        if self.whole and not asked.credible:
            return _padded(self.whole.least(mover, values[:-1]))
        sweep: Sweep = self.kernel.spread_improving if asked.credible else self.kernel.spread
        opponents = [other for other in range(len(self.moves.own)) if other != mover]
        quiet, turn = 0, 0
        while quiet < len(opponents):
            changed = [sweep(block, values) for block in self.blocks[opponents[turn % len(opponents)]]]
            quiet = 1 if any(changed) else quiet + 1
            turn += 1
        return values

    def _deterred(self, mover: int, values: Ranks) -> Stable:
        if self.whole:
            ranks: Ranks = self.ranks[mover]
            deterred: Stable = self.whole.best(mover, np.minimum(ranks, values[:-1])) <= ranks
            return deterred
        stable = np.ones(len(values), dtype=np.bool_)
        for block in self.blocks[mover]:
            self.kernel.sanctioned(block, self.ranks[mover], values, stable)
        return stable[:-1]


class Sweep(Protocol):
    """One opponent lowers values in one of its blocks; whether anything changed."""

    def __call__(self, block: Block, values: Ranks) -> bool: ...


def _padded(ranks: Ranks) -> Ranks:
    return np.append(ranks, np.int32(legal.NEVER))


def closed_form(asked: Definition, ranks: Ranks, own: OwnOptions) -> Stable:
    """Where one decision maker is stable if answers need not be credible and the closed forms apply (``grid``)."""
    if not asked.answers:
        return grid.nash_stable(ranks, own)
    return grid.at_least(ranks, grid.minimax(ranks, own) if asked.lasting else grid.maximin(ranks, own))
