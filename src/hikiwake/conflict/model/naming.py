"""How a state may be named, everywhere the same: in a command, in Python, and in the file of a conflict.

- a number, from 1;
- Y, N and - (either) for each option in the order of the file;
- ``status_quo`` or ``outcome``: what the file gives there;
- the formula of a settlement.

A dash or a settlement may mean several states: some questions take them all, others must be told which one is meant.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

PLACES = ("status_quo", "outcome")


def state_named(conflict: Conflict, states: States, name: str | int) -> int:
    """The index of the one state that a name means.

    ModelError where there is none, or where it means several.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> from hikiwake.conflict.model.states import states_of
    >>> conflict = Conflict((DecisionMaker("A", (Option("a"), Option("b"))),), status_quo="YN")
    >>> [state_named(conflict, states_of(conflict), name) for name in (2, "2", "YN", "status_quo")]
    [1, 1, 1, 1]
    """
    found = states_named(conflict, states, name)
    if len(found) > 1:
        texts = ", ".join(states.text(state) for state in found[:5].tolist())
        raise ModelError(f'"{name}" means {len(found)} states ({texts}{", ..." * (len(found) > 5)}); name one of them')
    return int(found[0])


def states_named(conflict: Conflict, states: States, name: str | int) -> NDArray[np.int64]:
    """The indices of the states that a name means, ascending; several where it is a settlement or has dashes.

    ModelError where there is none.
    """
    settled = [one.when for one in conflict.settlements if one.formula == name]
    if settled:
        found = np.flatnonzero(np.logical_or.reduce([states.true_states(when) for when in settled]))
        if len(found) == 0:
            raise ModelError(f'no feasible state realises the settlement "{name}"')
        return found
    if name in PLACES:
        given = conflict.status_quo if name == "status_quo" else conflict.outcome
        if not given:
            raise ModelError(f"the conflict has no {name}; name a state")
        return _matching(states, given)
    if isinstance(name, str) and not name.isdecimal() and set(name) - set("YN-"):
        near = near_or_some(name, (*PLACES, *dict.fromkeys(one.formula for one in conflict.settlements)), QUOTE)
        raise ModelError(f'"{name}" is neither a state nor a settlement; states are numbers or {len(states.options)} '
                         f"letters Y, N or -{near}")  # fmt: skip
    if isinstance(name, str) and not name.isdecimal():
        return _matching(states, name)
    return np.array([states.index(name)])


def _matching(states: States, pattern: str) -> NDArray[np.int64]:
    found = states.matching(pattern)
    if len(found) == 0:
        raise ModelError(f'"{pattern}" is no feasible state')
    return found
