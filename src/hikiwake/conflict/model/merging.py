"""Merged states: each has a name of its own, and what is asked of it has one answer for all its members."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.states import States


def divided(states: States, values: NDArray[Any]) -> tuple[int, ...]:
    """The states (by index) on whose members a value differs.

    values: one for each feasible combination, shape (n_combinations,)

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> from hikiwake.conflict.model.states import states_of
    >>> from hikiwake.conflict.model.statements import parse
    >>> two = (DecisionMaker("A", (Option("a"), Option("b"))),)
    >>> states = states_of(Conflict(two, coalesce=(parse("b"),)))
    >>> [states.text(state) for state in divided(states, states.holding(parse("a")))]
    ['-Y']
    """
    if not states.coalesced:
        return ()
    smallest = np.searchsorted(states.combinations, states.codes)[states.state_of]
    found: list[int] = np.unique(states.state_of[values != values[smallest]]).tolist()
    return tuple(found)


def undecided(states: States, worths: NDArray[Any]) -> tuple[int, ...]:
    """The states (by index) of which it depends on the member how they compare with some other state.

    worths: what each feasible combination is worth, higher is better, shape (n_combinations,)

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> from hikiwake.conflict.model.states import states_of
    >>> from hikiwake.conflict.model.statements import parse
    >>> two = (DecisionMaker("A", (Option("a"), Option("b"))),)
    >>> states = states_of(Conflict(two, coalesce=(parse("b"),)))
    >>> undecided(states, np.array([0, 1, 2, 3])), undecided(states, np.array([0, 2, 1, 3]))
    ((), (2,))
    """
    wide = divided(states, worths)
    if not wide:
        return ()
    order = np.argsort(states.state_of, kind="stable")
    starts = np.searchsorted(states.state_of[order], np.arange(len(states)))
    least, most = np.minimum.reduceat(worths[order], starts), np.maximum.reduceat(worths[order], starts)
    begun = np.searchsorted(np.sort(least), most, side="right")
    ended = np.searchsorted(np.sort(most), least, side="left")
    return tuple(state for state in wide if begun[state] - ended[state] > 1)


def left_of(before: States, state: int, after: States) -> tuple[int, ...]:
    """What is left of a state where combinations were taken away: the states (by index) of its members that remain.

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> from hikiwake.conflict.model.states import states_of
    >>> from hikiwake.conflict.model.statements import parse
    >>> two = Conflict((DecisionMaker("A", (Option("a"), Option("b"))),), coalesce=(parse("not (a iff b)"),))
    >>> fewer = Conflict(two.decision_makers, infeasible=(parse("a"),), coalesce=two.coalesce)
    >>> before, after = states_of(two), states_of(fewer)
    >>> before.texts, after.texts, [left_of(before, state, after) for state in range(3)]
    (('NN', '--', 'YY'), ('NN', 'NY'), [(0,), (1,), ()])
    """
    members, remaining = before.members(state), after.combinations
    if not len(remaining):
        return ()
    places = np.minimum(np.searchsorted(remaining, members), len(remaining) - 1)
    found: list[int] = np.unique(after.state_of[places[remaining[places] == members]]).tolist()
    return tuple(found)


def namesakes(states: States) -> tuple[str, ...]:
    """What is written alike for several states; only merged ones can be."""
    if not states.coalesced:
        return ()
    counts = np.bincount(states.state_of, minlength=len(states))
    texts = Counter(states.text(state) for state in np.flatnonzero(counts > 1).tolist())
    return tuple(text for text, times in texts.items() if times > 1)
