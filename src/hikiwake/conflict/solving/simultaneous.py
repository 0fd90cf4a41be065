"""SIM: what becomes of an improvement when the opponents improve at the same moment.

State s is SIM stable for i if every improvement s1 of i from s is spoiled: some opponents, at least one, each have an
improvement of their own from s, and when all of these are made at once together with that of i, the combination is
feasible and not better than s for i. Only the single moves must be legal; between coalesced states all of them start
from one common member. Reference: Fraser and Hipel (1984), Conflict Analysis: Models and Resolutions, chapter 10.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.moves import Moves
from hikiwake.errors import ModelError

MOST_ANSWERS = 1 << 36

CHUNK = 1 << 13


def answers_to_try(moves: Moves) -> int:
    """How many moves with their answers SIM has to look at."""
    return len(moves.states.combinations) << len(moves.states.options)


def is_within_reach(moves: Moves) -> bool:
    """Whether SIM can be tried at all."""
    return answers_to_try(moves) <= MOST_ANSWERS


def sim_stable(moves: Moves, ranks: NDArray[np.int32], mover: int) -> NDArray[np.bool_]:
    """Where the decision maker is SIM stable, shape (n_states,); ranks: shape (n_decision_makers, n_states)."""
    work = answers_to_try(moves)
    if work > MOST_ANSWERS:
        raise ModelError(f"simultaneous sanctions (sim): {work:,} moves and answers to try; at most {MOST_ANSWERS:,} "
                         "are tried: ask for other concepts, or take options away")  # fmt: skip
    n_combinations = len(moves.states.combinations)
    step = n_combinations if moves.states.coalesced else CHUNK
    stable = np.ones(len(moves.states), dtype=np.bool_)
    for first in range(0, n_combinations, max(step, 1)):
        places = np.arange(first, min(first + step, n_combinations), dtype=np.int64)
        stable[_unspoiled(moves, ranks, mover, places)] = False
    return stable


def _unspoiled(moves: Moves, ranks: NDArray[np.int32], mover: int, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """The states, among those of these combinations, from which some improvement stays unspoiled."""
    states, n_states = moves.states, len(moves.states)
    improving = [_improving(moves, ranks[other], other, places) for other in range(len(moves.own))]
    at, change = np.nonzero(improving[mover])
    own, change = (change > 0), change << moves.own[mover].low
    at, landed = at[own], states.combinations[places[at[own]]] ^ change[own]
    left = states.state_of[places[at]].astype(np.int64)
    reached = states.state_of[np.searchsorted(states.combinations, landed)]
    pairs, pair = np.unique(left * n_states + reached, return_inverse=True)
    spoiled = np.zeros(len(pairs), dtype=np.bool_)
    open_ = np.arange(len(at))
    for reply, shift in _replies(moves, mover):
        open_ = open_[~spoiled[pair[open_]]]
        if len(open_) == 0:
            break
        made = np.logical_and.reduce([improving[other][at[open_], own] for other, own in reply])
        tried = open_[made]
        result, feasible = _lookup(states.combinations, landed[tried] ^ shift)
        spoils = feasible & (ranks[mover][states.state_of[result]] <= ranks[mover][left[tried]])
        spoiled[pair[tried[spoils]]] = True
    unspoiled: NDArray[np.int64] = pairs[~spoiled] // max(n_states, 1)
    return unspoiled


def _improving(moves: Moves, ranks: NDArray[np.int32], mover: int, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which settings of its options are improvements, shape (n_places, 2^width); changing nothing counts as one."""
    own, state_of = moves.own[mover], moves.states.state_of
    table = np.zeros((len(places), 1 << own.width), dtype=np.bool_)
    table[:, 0] = True
    for change in own.changes.tolist():
        sources, targets = moves.steps(mover, change, places)
        better = ranks[state_of[targets]] > ranks[state_of[sources]]
        table[sources[better] - places[0], change >> own.low] = True
    return table


def _replies(moves: Moves, mover: int) -> Iterator[tuple[list[tuple[int, int]], int]]:
    """Every joint change by the opponents: (opponent, own change) for those who move, and the whole change."""
    others = [other for other in range(len(moves.own)) if other != mover]
    for changes in product(*(range(1 << moves.own[other].width) for other in others)):
        reply = [(other, change) for other, change in zip(others, changes, strict=True) if change]
        if reply:
            yield reply, sum(change << moves.own[other].low for other, change in reply)


def _lookup(sorted_codes: NDArray[np.int64], codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The place of each code, and whether it is there at all."""
    places = np.searchsorted(sorted_codes, codes)
    places[places == len(sorted_codes)] = 0
    return places, sorted_codes[places] == codes
