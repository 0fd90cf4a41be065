"""Where improvements lead, move by move and remembered: for questions about few states under many preferences.

The improvements of one decision maker from a state depend on its own ranking alone, so what was found under one set of
preferences serves every other set that leaves this decision maker's ranking as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Arcs


@dataclass(frozen=True)
class Onward:
    """One decision maker's moves and ranking (int32, shape (n_states,)): its improvements, state by state (indices)."""

    arcs: Arcs
    own: NDArray[np.int32]
    _found: dict[int, list[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def level(self) -> list[int]:
        """The rank of every state."""
        ranks: list[int] = self.own.tolist()
        return ranks

    def of(self, state: int) -> list[int]:
        """The states to which the decision maker gains by moving, the best first."""
        if state not in self._found:
            targets = self.arcs.of(state)
            better = targets[self.own[targets] > self.own[state]]
            self._found[state] = better[np.argsort(-self.own[better], kind="stable")].tolist()
        return self._found[state]


def answered(everyone: Sequence[Onward], maker: int, target: int, level: int) -> bool:
    """Whether legal sequences of the others' improvements lead from a landing state to one no better than a level.

    Nobody moves twice in a row; ``turn[m]`` are the states at which it is m's turn for the first time.
    """
    rank = everyone[maker].level
    turn = {other: {target} for other in range(len(everyone)) if other != maker}
    had: Mapping[int, set[int]] = {other: set() for other in turn}
    while turn:
        arrived: dict[int, set[int]] = {}
        for other, states in turn.items():
            had[other].update(states)
            arrived[other] = {after for state in states for after in everyone[other].of(state)}
            if any(rank[after] <= level for after in arrived[other]):
                return True
        turn = {other: fresh for other in had if (fresh := _others(arrived, other) - had[other])}
    return False


def _others(arrived: Mapping[int, set[int]], mover: int) -> set[int]:
    return set[int]().union(*(states for other, states in arrived.items() if other != mover))
