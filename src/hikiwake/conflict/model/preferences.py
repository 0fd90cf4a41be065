"""From a preference to ranks: one whole number per state, higher is better, equal numbers are a tie.

Ranks are dense, from 1 for the worst. Statements and weights are judged on the smallest member of a coalesced state;
``checks`` refuses those whose members differ.
Everything is exact: scores of many statements are folded into ranks a few statements at a time, weights are decimal
fractions brought to a common unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict, Preference, Ranking, Statements, Weights
from hikiwake.conflict.model.merging import undecided
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import States
from hikiwake.errors import ModelError

ROOM = 1 << 20  # scores to make dense at once
AT_ONCE = 1 << 18  # products: with more of them the algebra library starts threads that cost more than they give
EXACT = {np.float32: 24, np.float64: 53}  # bits of a whole number that each holds


def ranks_of(conflict: Conflict, states: States) -> NDArray[np.int32]:
    """The ranks of all states for every decision maker, shape (n_decision_makers, n_states)."""
    ranks = [preference_ranks(maker.preference, states) for maker in conflict.decision_makers]
    return np.array(ranks, dtype=np.int32).reshape(len(ranks), len(states))


def preference_ranks(preference: Preference, states: States) -> NDArray[np.int32]:
    """The ranks of the states under one preference, int32, shape (n_states,).

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option, PreferenceStatement
    >>> from hikiwake.conflict.model.states import states_of
    >>> from hikiwake.conflict.model.statements import parse
    >>> states = states_of(Conflict((DecisionMaker("A", (Option("a"), Option("b"))),)))
    >>> preference_ranks(Statements((PreferenceStatement(parse("a iff b")), PreferenceStatement(parse("a")))), states)
    array([3, 2, 1, 4], dtype=int32)
    """
    match preference:
        case Statements(statements):
            return statement_ranks((said.says for said in statements), states)
        case Ranking(groups):
            return _ranking_ranks(groups, states)
        case Weights():
            return _weight_ranks(preference, states)


class Rankings:
    """The ranks of the same states under many preferences; of which states a statement is true is found out once."""

    def __init__(self, states: States) -> None:
        self.states = states
        self._truths: dict[str, NDArray[np.bool_]] = {}

    def of(self, preference: Preference) -> NDArray[np.int32]:
        """The ranks of the states under one preference, int32, shape (n_states,)."""
        if isinstance(preference, Statements):
            return fold((self.true(one.says) for one in preference.statements), len(self.states))
        return preference_ranks(preference, self.states)

    def all_of(self, preferences: Sequence[Preference]) -> list[NDArray[np.int32]]:
        """The same under each of many preferences."""
        says = {one.says.text: one.says for each in preferences if isinstance(each, Statements)
                for one in each.statements}  # fmt: skip
        column = {text: place for place, text in enumerate(says)}
        true = np.array([self.true(one) for one in says.values()], dtype=np.bool_).reshape(len(says), len(self.states))
        lists = [[(column[one.says.text], False) for one in each.statements]
                 for each in preferences if isinstance(each, Statements)]  # fmt: skip
        found = iter(folded(true, lists))
        return [next(found) if isinstance(each, Statements) else self.of(each) for each in preferences]

    def scores(self, preferences: Sequence[Preference]) -> NDArray[Any]:
        """Numbers that compare as the ranks do, for many preferences at once, shape (n_states, n_preferences).

        A statement at place j of p is worth 2^(p - j), as far as a floating-point number holds the sum exactly.
        """
        lists = [one.statements for one in preferences if isinstance(one, Statements)]
        longest = max(map(len, lists), default=0)
        if len(lists) < len(preferences) or longest > EXACT[np.float64]:
            return np.stack([self.of(one) for one in preferences], axis=1).astype(np.float64)
        kind = np.float32 if longest <= EXACT[np.float32] else np.float64
        says = {one.says.text: one.says for statements in lists for one in statements}
        column = {text: place for place, text in enumerate(says)}
        worth = np.zeros((len(says), len(lists)), dtype=kind)
        for each, statements in enumerate(lists):
            for place, one in enumerate(statements, start=1):
                worth[column[one.says.text], each] += 2 ** (len(statements) - place)
        true = np.array([self.true(one) for one in says.values()], dtype=kind).reshape(len(says), len(self.states))
        step = max(1, AT_ONCE // max(worth.size, 1))
        pieces = [true[:, first : first + step].T @ worth for first in range(0, len(self.states), step)]
        return np.concatenate([np.zeros((0, len(lists)), dtype=kind), *pieces])

    def settled(self, preferences: Iterable[Preference]) -> bool:
        """Whether those that are in statements rank every merged state, whichever of its members is looked at."""
        stated = (one.statements for one in preferences if isinstance(one, Statements))
        return not self.states.coalesced or all(
            settled((self.states.holding(one.says) for one in statements), self.states) for statements in stated
        )

    def true(self, says: Statement) -> NDArray[np.bool_]:
        """Of which states a statement is true, shape (n_states,)."""
        if says.text not in self._truths:
            self._truths[says.text] = self.states.true_states(says)
        return self._truths[says.text]


def statement_ranks(statements: Iterable[Statement], states: States) -> NDArray[np.int32]:
    """Ranks by prioritised statements, the most important first: the order of the scores sum of 2^(p-j)."""
    return fold((states.true_states(statement) for statement in statements), len(states))


def fold(truths: Iterable[NDArray[np.bool_]], n_states: int) -> NDArray[np.int32]:
    """Ranks from the truth of each statement in order of priority, lexicographically."""
    room = _room(n_states)
    score, levels = np.zeros(n_states, dtype=np.int32), 1
    for truth in truths:
        if 2 * levels > room:
            score = dense(score) - 1
            levels = int(score.max(initial=0)) + 1
        score <<= 1
        score |= truth
        levels *= 2
    return dense(score)


Entries: TypeAlias = Sequence[tuple[int, bool]]  # by priority: the place of a statement, and whether it is flipped


def folded(truths: NDArray[np.bool_], lists: Sequence[Entries]) -> NDArray[np.int32]:
    """The same for many lists of the same statements at once, shape (n_lists, n_states).

    truths: of which states each statement is true, shape (n_statements, n_states)

    >>> folded(np.array([[True, True, False], [False, True, True]]), [[(0, False), (1, False)], [(1, True)], []])
    array([[2, 3, 1],
           [2, 1, 1],
           [1, 1, 1]], dtype=int32)
    """
    n_states, longest = truths.shape[1], max(map(len, lists), default=0)
    levels = 1 << longest
    if levels > min(_room(n_states), 1 << EXACT[np.float32]):
        each = [fold((truths[place] ^ flip for place, flip in entries), n_states) for entries in lists]
        return np.array(each, dtype=np.int32).reshape(len(lists), n_states)
    rows, lows = [[0] * len(truths) for _ in lists], [[0] for _ in lists]
    for row, low, entries in zip(rows, lows, lists, strict=True):
        for bit, (place, flip) in enumerate(reversed(entries)):
            row[place] += -(1 << bit) if flip else 1 << bit
            low[0] += 1 << bit if flip else 0
    worth = np.array(rows, dtype=np.float32).reshape(len(lists), len(truths))
    least = np.array(lows, dtype=np.float32).reshape(len(lists), 1)
    ranks, true = np.empty((len(lists), n_states), dtype=np.int32), truths.astype(np.float32)
    step = max(1, ROOM // max(n_states, levels))
    for first in range(0, len(lists), step):
        some = slice(first, first + step)
        ranks[some] = _dense_rows(_times(worth[some], true) + least[some], levels)
    return ranks


def _times(worth: NDArray[np.float32], true: NDArray[np.float32]) -> NDArray[np.float32]:
    """The product of two matrices, a few columns at a time."""
    found = np.empty((len(worth), true.shape[1]), dtype=np.float32)
    step = max(1, AT_ONCE // max(worth.size, 1))
    for first in range(0, true.shape[1], step):
        np.matmul(worth, true[:, first : first + step], out=found[:, first : first + step])
    return found


def _dense_rows(scores: NDArray[np.float32], levels: int) -> NDArray[np.int32]:
    """``dense`` for each row; scores are whole numbers below ``levels``."""
    at = scores.astype(np.int64)
    at += np.arange(len(at))[:, None] * levels
    seen = np.zeros((len(at), levels), dtype=np.int32)
    seen.ravel()[at] = 1
    ranks: NDArray[np.int32] = np.cumsum(seen, axis=1, dtype=np.int32).take(at)
    return ranks


def _room(n_states: int) -> int:
    """Up to how many different scores are counted."""
    return max(4 * n_states, 1 << 12)


def settled(truths: Iterable[NDArray[np.bool_]], states: States) -> bool:
    """Whether statements rank every merged state, whichever of its members is looked at.

    truths: of which combinations each is true, the most important first, shape (n_combinations,) each

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> from hikiwake.conflict.model.states import states_of
    >>> from hikiwake.conflict.model.statements import parse
    >>> two = (DecisionMaker("A", (Option("a"), Option("b"))),)
    >>> states = states_of(Conflict(two, coalesce=(parse("b"),)))
    >>> a, b = states.holding(parse("a")), states.holding(parse("b"))
    >>> settled([b, a], states), settled([a], states)
    (True, False)
    """
    return not states.coalesced or not undecided(states, fold(truths, len(states.combinations)))


def dense(score: NDArray[np.int32]) -> NDArray[np.int32]:
    """Ranks from 1 without gaps, by counting; scores are at least 0.

    >>> dense(np.array([5, 0, 5, 9], dtype=np.int32))
    array([2, 1, 2, 3], dtype=int32)
    """
    seen = np.zeros(int(score.max(initial=0)) + 1, dtype=np.int32)
    seen[score] = 1
    rank: NDArray[np.int32] = np.cumsum(seen, dtype=np.int32)[score]
    return rank


def _ranking_ranks(groups: tuple[tuple[str, ...], ...], states: States) -> NDArray[np.int32]:
    ranks = np.zeros(len(states), dtype=np.int32)
    for number, group in enumerate(groups):
        for pattern in group:
            ranks[states.matching(pattern)] = len(groups) - number
    return dense(ranks)


def weight_units(preference: Weights) -> dict[str, int]:
    """The weights as multiples of their finest decimal; ModelError where sums of them need more than 62 bits."""
    weights = dict(preference.weights)
    finest = min((int(weight.as_tuple().exponent) for weight in weights.values()), default=0)
    units = {option: int(weight.scaleb(-min(finest, 0))) for option, weight in weights.items()}
    if sum(map(abs, units.values())) >= 1 << 62:
        raise ModelError("the weights span more than 62 bits; write them with fewer digits")
    return units


def _weight_ranks(preference: Weights, states: States) -> NDArray[np.int32]:
    found = worth(preference, states.codes, states.options)
    return (np.unique(found, return_inverse=True)[1] + 1).astype(np.int32)


def worth(preference: Weights, codes: NDArray[np.int64], options: Sequence[str]) -> NDArray[np.int64]:
    """What each combination of options is worth, in units of the finest decimal, shape of the codes."""
    found = np.zeros(len(codes), dtype=np.int64)
    for option, unit in weight_units(preference).items():
        found += unit * ((codes >> options.index(option)) & 1)
    return found
