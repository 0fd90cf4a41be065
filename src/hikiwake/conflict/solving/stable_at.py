"""Whether one state is stable under one set of ranks, looking only as far as that state needs.

For questions that ask about one state under many preferences: the moves do not change, so what the opponents could do
at all is listed once. Definitions: see ``legal`` and ``why``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Definition, defined
from hikiwake.conflict.concepts.sequences import follow
from hikiwake.conflict.solving.steps import Steps

Ranks = NDArray[np.int32]


@dataclass(frozen=True)
class StableAt:
    """One state, one concept; ranks are asked of."""

    steps: Steps
    state: int
    concept: str
    _answers: dict[tuple[int, int], NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @property
    def asked(self) -> Definition:
        """What the concept asks of answers."""
        return defined(self.concept)

    def for_all(self, ranks: Sequence[Ranks]) -> bool:
        """Whether the state is stable for every decision maker."""
        return all(self.stable(maker, ranks) for maker in range(len(ranks)))

    def own_verdict(self, maker: int, ranks: Ranks) -> bool | None:
        """Whether the state is stable, as far as the decision maker's own ranks tell; None where others' decide."""
        tempting = self._improvements(maker, self.state, ranks)
        if not tempting or not self.asked.answers:
            return not tempting
        if self.asked.at_once:
            return None
        worst = self._after_countermove(maker, ranks) if self.asked.lasting else ranks
        possible = all(self._could_answer(maker, to, worst, int(ranks[self.state])) for to in tempting)
        return possible if not possible or not self.asked.credible else None

    def stable(self, maker: int, ranks: Sequence[Ranks]) -> bool:
        """Whether the state is stable for one decision maker, given everyone's ranks."""
        verdict = self.own_verdict(maker, ranks[maker])
        if verdict is not None:
            return verdict
        tempting = self._improvements(maker, self.state, ranks[maker])
        if self.asked.at_once:
            return all(self._spoiled(maker, to, ranks) for to in tempting)
        return all(self._sanctioned(maker, to, ranks) for to in tempting)

    def _improvements(self, maker: int, state: int, ranks: Ranks) -> list[int]:
        rank = ranks[state]
        return [to for to in self.steps.moves(maker, state) if ranks[to] > rank]

    def _could_answer(self, maker: int, to: int, worst: Ranks, rank: int) -> bool:
        """Whether some answer, credible or not, leaves the mover no better off."""
        if (maker, to) not in self._answers:
            self._answers[maker, to] = self.steps.reached(self.steps.others(maker), to)
        answers = self._answers[maker, to]
        return bool(len(answers)) and bool(worst[answers].min() <= rank)

    def _after_countermove(self, maker: int, ranks: Ranks) -> Ranks:
        """The best rank at a state or one own move from it."""
        return np.maximum(ranks, self.steps.arcs[maker].over(np.maximum, ranks, 0))

    def _sanctioned(self, maker: int, to: int, ranks: Sequence[Ranks]) -> bool:
        """Whether the opponents' improvements lead from a temptation to something that deters."""
        own, rank = ranks[maker], ranks[maker][self.state]
        answers = follow(self.steps.others(maker), to, lambda other, at: self._improvements(other, at, ranks[other]))
        return any(own[one.state] <= rank and not self._escaped(maker, one.state, own) for one in answers)

    def _escaped(self, maker: int, answer: int, own: Ranks) -> bool:
        if not self.asked.lasting:
            return False
        return any(own[back] > own[self.state] for back in self.steps.moves(maker, answer))

    def _spoiled(self, maker: int, to: int, ranks: Sequence[Ranks]) -> bool:
        answers = self.steps.at_once(
            maker, self.state, to, lambda other, state: self._improvements(other, state, ranks[other])
        )
        return any(ranks[maker][answer] <= ranks[maker][self.state] for answer in answers)
