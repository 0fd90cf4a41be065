"""Howard's theorem in the graph model: GMR and SMR from one number per decision maker.

Where every combination of options is a state and every move can be taken back, the opponents can set their options as
they like from anywhere. Then a state is GMR stable for i iff its rank is at least the pure maximin of i, and SMR stable
iff it is at least the pure minimax. Reference: Howard (1971), Paradoxes of Rationality.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Moves, OwnOptions


def is_free(moves: Moves) -> bool:
    """Whether everything is feasible and every move can be taken back."""
    return moves.transitive and moves.states.complete and not any(own.on or own.off for own in moves.own)


def cells_of(ranks: NDArray[np.int32], own: OwnOptions) -> NDArray[np.int32]:
    """The ranks with the decision maker's own options along the middle axis: (higher options, own, lower options)."""
    return ranks.reshape(-1, 1 << own.width, 1 << own.low)


def maximin(ranks: NDArray[np.int32], own: OwnOptions) -> int:
    """The rank a decision maker can make sure of when the others choose last."""
    return int(cells_of(ranks, own).min(axis=0).min(axis=1).max())


def minimax(ranks: NDArray[np.int32], own: OwnOptions) -> int:
    """The rank to which the others can hold a decision maker that chooses last."""
    return int(cells_of(ranks, own).max(axis=1).min())


def nash_stable(ranks: NDArray[np.int32], own: OwnOptions) -> NDArray[np.bool_]:
    """Where no own setting of the options is better, shape (n_states,)."""
    cells = cells_of(ranks, own)
    stable: NDArray[np.bool_] = cells == cells.max(axis=1, keepdims=True)
    return stable.reshape(-1)


def at_least(ranks: NDArray[np.int32], least: int) -> NDArray[np.bool_]:
    """Where the rank is high enough, shape (n_states,)."""
    stable: NDArray[np.bool_] = ranks >= least
    return stable
