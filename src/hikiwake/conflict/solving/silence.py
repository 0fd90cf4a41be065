"""What a decision maker has said about two states, and what nobody knows: silence is not indifference.

Two states that differ in an option of which a preference says nothing, and that it does not order, are *unknown* to
each other: the decision maker may prefer either. Statements say something of the options they mention, weights of the
options they list; a ranking says something of all. States that are level and alike in every other option are as good
as each other. A merged state differs in an option from one in which that option is settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict, Preference, Ranking, Statements
from hikiwake.conflict.model.preferences import preference_ranks
from hikiwake.conflict.model.states import States

Places = NDArray[Any]


@dataclass(frozen=True)
class Known:
    """What is known of one decision maker's preference between states; all arrays int64, shape (n_states,).

    ranks: higher is better, within a block
    silent: states of one rank are as good as each other where this is equal, unknown where it is not
    blocks: states of different blocks are unknown to each other

    >>> known = Known(np.array([1, 2, 2, 2]), np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0]))
    >>> known.better(np.array([1]), np.array([0])).tolist(), known.unknown(np.array([1, 1]), np.array([2, 3])).tolist()
    ([True], [False, True])
    """

    ranks: NDArray[np.int64]
    silent: NDArray[np.int64]
    blocks: NDArray[np.int64]

    def better(self, states: Places, others: Places) -> NDArray[np.bool_]:
        """Which of the states (indices, any shape) are known to be better than the others."""
        better: NDArray[np.bool_] = (self.blocks[states] == self.blocks[others]) & (
            self.ranks[states] > self.ranks[others]
        )
        return better

    def unknown(self, states: Places, others: Places) -> NDArray[np.bool_]:
        """Of which of the states nobody knows how they compare with the others."""
        apart = self.blocks[states] != self.blocks[others]
        level = self.ranks[states] == self.ranks[others]
        unknown: NDArray[np.bool_] = apart | (level & (self.silent[states] != self.silent[others]))
        return unknown

    def kinds(self, *, apart_in_silence: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The kind of each state, and one state of each kind; states of one kind compare alike with all others.

        Without ``apart_in_silence`` states that only silence sets apart are of one kind: better than the same ones.
        """
        rows = [self.blocks, self.ranks, *([self.silent] if apart_in_silence else [])]
        _, example, of = np.unique(np.stack(rows), axis=1, return_index=True, return_inverse=True)
        return of.reshape(-1).astype(np.int64), example


def known_of(conflict: Conflict, states: States) -> tuple[Known, ...]:
    """What is known of each decision maker's preference, its silence taken for silence."""
    return tuple(_known(maker.preference, states) for maker in conflict.decision_makers)


def spoken_of(preference: Preference, options: Sequence[str]) -> frozenset[str]:
    """The options of which a preference says something.

    >>> from hikiwake.conflict.model.conflict import PreferenceStatement
    >>> from hikiwake.conflict.model.statements import parse
    >>> sorted(spoken_of(Statements((PreferenceStatement(parse("a if c")),)), ("a", "b", "c")))
    ['a', 'c']
    """
    if isinstance(preference, Ranking):
        return frozenset(options)
    if isinstance(preference, Statements):
        return frozenset(option for one in preference.statements for option in one.says.options)
    return frozenset(option for option, _ in preference.weights)


def _known(preference: Preference, states: States) -> Known:
    said = spoken_of(preference, states.options)
    left = sum(1 << bit for bit, option in enumerate(states.options) if option not in said)
    ranks = preference_ranks(preference, states).astype(np.int64)
    signs = np.stack([_always(states) & left, _ever(states) & left])
    _, silent = np.unique(signs, axis=1, return_inverse=True)
    return Known(ranks, silent.reshape(-1).astype(np.int64), np.zeros(len(states), dtype=np.int64))


def _always(states: States) -> NDArray[np.int64]:
    """For each state the options that all its members take, as bits."""
    taken = np.full(len(states), -1, dtype=np.int64)
    np.bitwise_and.at(taken, states.state_of, states.combinations)
    return taken


def _ever(states: States) -> NDArray[np.int64]:
    """For each state the options that some of its members take, as bits."""
    taken = np.zeros(len(states), dtype=np.int64)
    np.bitwise_or.at(taken, states.state_of, states.combinations)
    return taken
