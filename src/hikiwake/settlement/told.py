"""Of which of its own acts a reading tells what a decision maker wants.

Statements tell it of an option on whose truth the option bears; a statement that is true, or false, of every state
tells nothing, whatever it mentions. A ranking tells it of every option unless it ties all states; weights of the
options that they weigh.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

from hikiwake.conflict.model.conflict import Preference, Ranking, Statements, Weights
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import States

Bearing: TypeAlias = Callable[[Statement], frozenset[str]]
MOST_NAMED = 12  # options of one statement that are tried in every combination


def spoken_of(states: States, preference: Preference, bears: Bearing) -> frozenset[str]:
    """The options of which a preference tells what is wanted; ``bears`` remembers what ``bearing`` says."""
    match preference:
        case Statements(statements):
            return frozenset(option for one in statements for option in bears(one.says))
        case Weights(weights):
            return frozenset(option for option, weight in weights if weight)
        case Ranking(groups):
            return frozenset(states.options) if len(groups) > 1 else frozenset()


def bearing(states: States, says: Statement) -> frozenset[str]:
    """The options that bear on the truth of a statement; none where it is true, or false, of every state.

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> from hikiwake.conflict.model.statements import parse
    >>> from hikiwake.conflict.model.states import states_of
    >>> states = states_of(Conflict((DecisionMaker("A", (Option("a"), Option("b"))),)))
    >>> sorted(bearing(states, parse("a and (b or not b)"))), sorted(bearing(states, parse("a or not a")))
    (['a'], [])
    """
    true = states.true_states(says)
    if true.all() or not true.any():
        return frozenset()
    if len(says.options) > MOST_NAMED:
        return frozenset(says.options)
    return frozenset(option for option in says.options if _bears(says, option))


def _bears(says: Statement, option: str) -> bool:
    others = [each for each in says.options if each != option]
    for signs in product((False, True), repeat=len(others)):
        rest = dict(zip(others, signs, strict=True))
        if says.holds_in({**rest, option: True}) != says.holds_in({**rest, option: False}):
            return True
    return False
