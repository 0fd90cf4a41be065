"""SIM line by line: what the opponent with the most options can add to an answer, for all its settings at once.

All combinations of options are kept in a matrix: a *line* (row) is what everybody but one opponent j does, a column is
a setting of j's options. From a state, j may add any setting that it prefers on that line. Sorted by j's ranking, the
worst that j can add is a running minimum of the mover's ranks along the line where the mover and all others land. Only
the mover's own changes and the answers of all others are tried one by one: with k options, k_j of them j's, that takes
2^(k - k_j) steps instead of 2^k for each state. Infeasible combinations have rank 0.

For models with transitive moves and two decision makers or more. Definition: see ``simultaneous``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.cubes import subsets
from hikiwake.conflict.model.moves import Moves, OwnOptions

HIGHEST = np.iinfo(np.int32).max
Matrix = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Lines:
    """One decision maker whose stability is asked; ranks: shape (n_decision_makers, n_states)."""

    moves: Moves
    ranks: Matrix
    mover: int

    @cached_property
    def adding(self) -> int:
        """The opponent whose answers are found along the line."""
        return max((other for other in range(len(self.moves.own)) if other != self.mover), key=self._saved)

    @property
    def answers(self) -> int:
        """How many moves and answers are tried."""
        return 1 << (2 * len(self.moves.states.options) - self._saved(self.adding))

    def _saved(self, maker: int) -> int:
        own = self.moves.own[maker]
        return own.width - (own.on | own.off).bit_count()

    def stable(self) -> Mask:
        """Where every improvement is spoiled, shape (n_states,)."""
        stable = self.level[self.mover] > 0
        for change in self.moves.own[self.mover].changes.tolist():
            open_ = stable & self._improving(self.mover, change)
            for movers in self._answers:
                lines = np.flatnonzero(open_.any(axis=1))
                if len(lines) == 0:
                    break
                open_[lines] &= ~self._spoiled(lines, change, movers)
            stable &= ~open_
        held: Mask = stable[self._place(self.moves.states.codes)]
        return held

    def _spoiled(self, lines: NDArray[np.int64], change: int, movers: dict[int, int]) -> Mask:
        """Where a change of the mover and changes by others, made at once, end no better, whatever is to be added."""
        landing, _ = self._place(np.array([change | sum(movers.values())]))
        reached = self.ranked[landing ^ lines]
        worst = self._worst_added(lines, reached)
        if movers:
            np.minimum(worst, reached, out=worst)
        spoiled: Mask = worst <= self.level[self.mover][lines]
        for other, own in movers.items():
            spoiled &= self._improving(other, own)[lines]
        return spoiled

    def _worst_added(self, lines: NDArray[np.int64], reached: Matrix) -> Matrix:
        """The least of the ranks on a line over the settings that the adding opponent prefers to each of them."""
        worst = np.full(reached.shape, HIGHEST, dtype=np.int32)
        for within, columns in self._settings:
            order, better = self.sorted
            along = np.empty((len(lines), reached.shape[1] + 1), dtype=np.int32)
            along[:, 0] = HIGHEST
            np.copyto(along[:, 1:], np.take_along_axis(np.where(within, reached, HIGHEST), order[lines], axis=1))
            np.minimum.accumulate(along, axis=1, out=along)
            worst[:, columns] = np.take_along_axis(along, better[lines][:, columns], axis=1)
        return worst

    @cached_property
    def _settings(self) -> list[tuple[Mask, NDArray[np.int64]]]:
        """For each setting of the adding opponent's one-way options: where it can go from it, and who has it."""
        own = self.moves.own[self.adding]
        codes = np.arange(1 << own.width, dtype=np.int64) << own.low
        found = []
        for setting in subsets(own.on | own.off).tolist():
            gone = (~codes & setting & own.on) | (codes & ~setting & own.off)
            found.append((gone == 0, np.flatnonzero(codes & (own.on | own.off) == setting)))
        return found

    @cached_property
    def sorted(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The columns of each line, best first for the adding opponent; how many are better than each column."""
        own = self.level[self.adding]
        order = np.argsort(-own, axis=1, kind="stable")
        ranks = np.take_along_axis(own, order, axis=1)
        begins = np.where(np.diff(ranks, axis=1, prepend=0) != 0, np.arange(ranks.shape[1]), 0)
        better = np.empty_like(order)
        np.put_along_axis(better, order, np.maximum.accumulate(begins, axis=1), axis=1)
        return order, better

    @cached_property
    def _answers(self) -> list[dict[int, int]]:
        """The changes that all others but the adding opponent can make together, by maker; those of few first."""
        rest = [other for other in range(len(self.moves.own)) if other not in (self.mover, self.adding)]
        each = product(*([0, *self.moves.own[other].changes.tolist()] for other in rest))
        found = [{other: own for other, own in zip(rest, changes, strict=True) if own} for changes in each]
        return sorted(found, key=len)

    def _improving(self, maker: int, change: int) -> Mask:
        """From which combinations a change is allowed and an improvement."""
        if (maker, change) not in self._known:
            level, codes = self.level[maker], self._codes
            landing = np.arange(len(level), dtype=np.int64) ^ self._place(np.array([change]))[0]
            better = (level[landing] > level) & (level > 0)
            self._known[maker, change] = better & self.moves.own[maker].allowed(codes, change)
        return self._known[maker, change]

    @cached_property
    def _known(self) -> dict[tuple[int, int], Mask]:
        return {}

    @cached_property
    def level(self) -> list[Matrix]:
        """Everybody's ranks, shape (n_lines, n_columns) each; 0 where infeasible."""
        return [self._placed(ranks, 0) for ranks in self.ranks]

    @cached_property
    def ranked(self) -> Matrix:
        """The mover's ranks; the highest of all where infeasible."""
        return self._placed(self.ranks[self.mover], HIGHEST)

    def _placed(self, ranks: Matrix, absent: int) -> Matrix:
        columns = 1 << self._along.width
        placed = np.full(((1 << len(self.moves.states.options)) // columns, columns), absent, dtype=np.int32)
        placed[self._place(self.moves.states.codes)] = ranks
        return placed

    @property
    def _along(self) -> OwnOptions:
        return self.moves.own[self.adding]

    def _place(self, codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The line and the column of each code."""
        low, width = self._along.low, self._along.width
        return codes >> (low + width) << low | codes & ((1 << low) - 1), codes >> low & ((1 << width) - 1)

    @cached_property
    def _codes(self) -> NDArray[np.int64]:
        """The code that stands at each line and column."""
        low, width = self._along.low, self._along.width
        n_lines, n_columns = self.level[self.mover].shape
        lines, columns = np.arange(n_lines, dtype=np.int64)[:, None], np.arange(n_columns, dtype=np.int64)
        return lines >> low << (low + width) | columns << low | lines & ((1 << low) - 1)
