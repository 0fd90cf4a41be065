"""SIM: what becomes of an improvement when the opponents improve at the same moment.

State s is SIM stable for i if every improvement s1 of i from s is spoiled: some opponents, at least one, each have an
improvement of their own from s, and when all of these are made at once together with that of i, the combination is
feasible and not better than s for i. Only the single moves must be legal; between coalesced states all of them start
from one common member. Reference: Fraser and Hipel (1984), Conflict Analysis: Models and Resolutions, chapter 10.

Where most combinations are states of their own the answers are found line by line (``lines``); here, for every other
model, by joining the improvements of all opponents at each combination.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Moves
from hikiwake.conflict.solving.transitive.lines import Lines
from hikiwake.errors import ModelError

MOST_ANSWERS = 1 << 33
ROOM = 1 << 20
SPARSE = 4
Ranks = NDArray[np.int32]
Places = NDArray[np.int64]


def sim_stable(moves: Moves, ranks: Ranks, mover: int) -> NDArray[np.bool_]:
    """Where the decision maker is SIM stable, shape (n_states,); ranks: shape (n_decision_makers, n_states).

    ModelError where there are too many moves and answers to try.
    """
    if _in_lines(moves):
        lines = Lines(moves, ranks, mover)
        _bounded(lines.answers)
        return lines.stable()
    return _joined(moves, ranks, mover)


def answers_to_try(moves: Moves) -> int:
    """How many moves with their answers there are at most to look at, for one decision maker."""
    if _in_lines(moves):
        return max(Lines(moves, np.zeros((0, 0), dtype=np.int32), mover).answers for mover in range(len(moves.own)))
    return int(np.prod([moves.cells(mover).size for mover in range(len(moves.own))], axis=0, dtype=np.float64).sum())


def _in_lines(moves: Moves) -> bool:
    dense = 1 << len(moves.states.options) <= SPARSE * len(moves.states)
    return moves.transitive and dense and len(moves.own) > 1


def _bounded(answers: int) -> None:
    if answers > MOST_ANSWERS:
        raise ModelError(f"simultaneous sanctions (sim): {answers:,} moves and answers to try; at most "
                         f"{MOST_ANSWERS:,} are tried: ask for other concepts, or take options away")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Improvements:
    """One decision maker's improvements, combination by combination, as changes of code.

    first: where those of each combination begin, shape (n_combinations + 1,)
    """

    first: Places
    sources: Places
    changes: Places

    @classmethod
    def of(cls, moves: Moves, ranks: Ranks, mover: int) -> _Improvements:
        combinations, state_of = moves.states.combinations, moves.states.state_of
        sources, targets = moves.passages(mover, np.arange(len(combinations), dtype=np.int64))
        better = ranks[state_of[targets]] > ranks[state_of[sources]]
        sources, targets = sources[better], targets[better]
        first = np.searchsorted(sources, np.arange(len(combinations) + 1))
        return cls(first, sources, combinations[sources] ^ combinations[targets])

    @property
    def count(self) -> Places:
        """How many there are from each combination."""
        return np.diff(self.first)


def _joined(moves: Moves, ranks: Ranks, mover: int) -> NDArray[np.bool_]:
    """Every improvement with every joint answer; an improvement is a pair of states, whichever members make it."""
    states, n_states = moves.states, len(moves.states)
    improving = [_Improvements.of(moves, ranks[other], other) for other in range(len(moves.own))]
    own, others = improving[mover], [one for other, one in enumerate(improving) if other != mover]
    answers = np.prod([1 + one.count for one in others], axis=0, dtype=np.float64) * np.ones(len(own.count))
    tried = answers[own.sources]
    _bounded(int(tried.sum()))
    landed = states.combinations[own.sources] ^ own.changes
    left = states.state_of[own.sources].astype(np.int64)
    pair = left * n_states + states.state_of[np.searchsorted(states.combinations, landed)]
    spoiled = [np.zeros(0, dtype=np.int64)]
    for piece in np.split(np.arange(len(pair)), np.flatnonzero(np.diff(np.cumsum(tried) // ROOM)) + 1):
        at, together = _at_once(others, own.sources[piece], landed[piece])
        result, feasible = _lookup(states.combinations, together)
        no_better = ranks[mover][states.state_of[result]] <= ranks[mover][left[piece[at]]]
        spoiled.append(pair[piece[at[feasible & no_better]]])
    stable = np.ones(n_states, dtype=np.bool_)
    stable[np.setdiff1d(pair, np.concatenate(spoiled)) // max(n_states, 1)] = False
    return stable


def _at_once(others: list[_Improvements], sources: Places, landed: Places) -> tuple[Places, Places]:
    """The codes that result when at least one other improves at the same time, and the row each belongs to."""
    at, codes, moved = np.arange(len(sources)), landed, np.zeros(len(sources), dtype=np.bool_)
    for each in others:
        counts = each.count[sources[at]]
        more = np.repeat(np.arange(len(at)), counts)
        offsets = np.arange(len(more)) - np.repeat(np.cumsum(counts) - counts, counts)
        changes = each.changes[each.first[sources[at[more]]] + offsets]
        at, codes = np.append(at, at[more]), np.append(codes, codes[more] ^ changes)
        moved = np.append(moved, np.ones(len(more), dtype=np.bool_))
    return at[moved], codes[moved]


def _lookup(sorted_codes: Places, codes: Places) -> tuple[Places, NDArray[np.bool_]]:
    """The place of each code, and whether it is there at all."""
    places = np.searchsorted(sorted_codes, codes)
    places[places == len(sorted_codes)] = 0
    return places, sorted_codes[places] == codes
