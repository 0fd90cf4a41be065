"""Whether one state is stable under many sets of ranks, looking only as far as that state needs.

For questions that ask about one state under many preferences: the moves do not change, so what the opponents could do
at all is listed once, and what a decision maker's own ranks tell is asked of all sets of ranks together. Only where the
others have to have an interest in their answers each set is followed by itself. Definitions: see ``legal`` and ``why``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Definition, Stable, defined
from hikiwake.conflict.concepts.sequences import follow
from hikiwake.conflict.model.reach import Bits
from hikiwake.conflict.solving.steps import Steps

Ranks = NDArray[Any]  # ranks, or numbers that compare as they do


@dataclass(frozen=True)
class StableAt:
    """One state, one concept; ranks are asked of."""

    steps: Steps
    state: int
    concept: str
    _answers: dict[tuple[int, int], NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @cached_property
    def asked(self) -> Definition:
        """What the concept asks of answers."""
        return defined(self.concept)

    def for_all(self, ranks: Sequence[Ranks]) -> Stable:
        """Under which sets of ranks the state is stable for everybody; ranks: shape (n_states, n_sets) for each."""
        held: Stable = np.logical_and.reduce([self.bearable(maker, own) for maker, own in enumerate(ranks)])
        for number in np.flatnonzero(held).tolist() if self.asked.credible else ():
            one = [own[:, number] for own in ranks]
            held[number] = all(self._answered(maker, one) for maker in range(len(one)))
        return held

    def stable(self, maker: int, ranks: Sequence[Ranks]) -> bool:
        """Whether the state is stable for one decision maker, given everyone's ranks, shape (n_states,) each."""
        bearable = bool(self.bearable(maker, ranks[maker][:, None])[0])
        return bearable and (not self.asked.credible or self._answered(maker, ranks))

    def bearable(self, maker: int, ranks: Ranks) -> Stable:
        """Under which of its ranks, shape (n_states, n_sets), a decision maker may be stable, whatever others want."""
        moves, rank = np.array(self.steps.moves(maker, self.state), dtype=np.int64), ranks[self.state]
        tempting = ranks[moves] > rank
        bearable: Stable = ~tempting.any(axis=0)
        if not self.asked.answers or self.asked.at_once:
            return np.logical_or(bearable, self.asked.at_once)
        left = np.flatnonzero(~bearable)
        if len(left):
            escaping = self._escaping(maker, np.packbits(ranks.take(left, axis=1) > rank[left], axis=1))
            pairs = zip(moves.tolist(), tempting[:, left], strict=True)
            met = [~tempted | self._could_answer(maker, to, escaping, len(left)) for to, tempted in pairs
                   if tempted.any()]  # fmt: skip
            bearable[left] = np.logical_and.reduce(met)
        return bearable

    def _escaping(self, maker: int, better: Bits) -> Bits:
        """From which states (rows) a mover is better off in the end, under which sets of ranks (eight to a byte)."""
        lasting = self.asked.lasting
        return self.steps.listed.within_a_move(maker, np.bitwise_or, better) if lasting else better

    def _could_answer(self, maker: int, to: int, escaping: Bits, count: int) -> Stable:
        """Whether some answer, credible or not, leaves the mover no better off."""
        if (maker, to) not in self._answers:
            self._answers[maker, to] = self.steps.reached(self.steps.others(maker), to)
        always = np.bitwise_and.reduce(escaping.take(self._answers[maker, to], axis=0), axis=0)
        deterring: Stable = np.unpackbits(always, count=count) == 0
        return deterring

    def _answered(self, maker: int, ranks: Sequence[Ranks]) -> bool:
        """Whether answers that pay for the others deter from every temptation."""
        tempting = self._improvements(maker, self.state, ranks[maker])
        if self.asked.at_once:
            return all(self._spoiled(maker, to, ranks) for to in tempting)
        return all(self._sanctioned(maker, to, ranks) for to in tempting)

    def _improvements(self, maker: int, state: int, ranks: Ranks) -> list[int]:
        rank = ranks[state]
        return [to for to in self.steps.moves(maker, state) if ranks[to] > rank]

    def _sanctioned(self, maker: int, to: int, ranks: Sequence[Ranks]) -> bool:
        """Whether the opponents' improvements lead from a temptation to something that deters."""
        own, rank = ranks[maker], ranks[maker][self.state]
        worst = self.steps.listed.best_after(maker, own) if self.asked.lasting else own
        answers = follow(self.steps.others(maker), to, lambda other, at: self._improvements(other, at, ranks[other]))
        return any(worst[one.state] <= rank for one in answers)

    def _spoiled(self, maker: int, to: int, ranks: Sequence[Ranks]) -> bool:
        answers = self.steps.at_once(
            maker, self.state, to, lambda other, state: self._improvements(other, state, ranks[other])
        )
        return any(ranks[maker][answer] <= ranks[maker][self.state] for answer in answers)
