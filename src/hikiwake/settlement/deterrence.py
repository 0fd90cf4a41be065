"""What deters from a move: for every decision maker and state the best that a move to it is worth in the end.

The *worth* of a landing state s1 for i is the least value among s1 and the states to which the opponents can answer: by
moves (GMR, SMR), by improvements (SEQ), not at all (Nash); the value is i's rank or, under SMR, the best rank within
one more move of i. An improvement from s to s1 is **undeterred** if the worth of s1 is still above i's rank at s. The
landing state itself may stand among the answers: it is better than s anyway. Definitions as in ``conflict``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts import kernels
from hikiwake.conflict.concepts.cells import Block
from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.concepts.legal import NEVER, after_countermove, sanction_value
from hikiwake.conflict.model.moves import Arcs, Moves
from hikiwake.conflict.solving.steps import Steps

Ranks = NDArray[np.int32]


def worth(moves: Moves, ranks: Ranks, concept: Concept, sorted_by: Callable[[int, Ranks], list[Block]]) -> Ranks:
    """The worth of every landing state for everyone, int32, shape (n_decision_makers, n_states), as the ranks.

    sorted_by: the cells of a decision maker, sorted by a ranking
    """
    if concept == "nash":
        return ranks
    if not moves.transitive:
        return _by_arcs(moves, ranks, concept)
    return _by_cells([sorted_by(maker, own) for maker, own in enumerate(ranks)], ranks, concept)


def _by_arcs(moves: Moves, ranks: Ranks, concept: Concept) -> Ranks:
    arcs: Sequence[Arcs] = moves.arcs
    if concept == "seq":
        arcs = [own.improving(rank) for own, rank in zip(arcs, ranks, strict=True)]
    found = np.empty_like(ranks)
    for maker, own in enumerate(ranks):
        value = after_countermove(moves.arcs[maker], own) if concept == "smr" else own
        answers = [each for other, each in enumerate(arcs) if other != maker]
        found[maker] = np.minimum(sanction_value(answers, value), own)
    return found


def _by_cells(blocks: Sequence[Sequence[Block]], ranks: Ranks, concept: Concept) -> Ranks:
    sweep = kernels.spread_improving if concept == "seq" else kernels.spread
    found = np.empty_like(ranks)
    for maker, own in enumerate(ranks):
        values = np.append(own, np.int32(NEVER))
        if concept == "smr":
            for block in blocks[maker]:
                kernels.raise_to_best(block, own, values)
            values[-1] = NEVER
        others = [each for other, each in enumerate(blocks) if other != maker]
        found[maker] = np.minimum(_settled(values, others, sweep)[:-1], own)
    return found


def _settled(values: Ranks, others: Sequence[Sequence[Block]], sweep: Callable[[Block, Ranks], bool]) -> Ranks:
    """Let every opponent in turn lower the values, until none of them has anything left to do."""
    quiet, turn = 0, 0
    while quiet < len(others):
        changed = [sweep(block, values) for block in others[turn % len(others)]]
        quiet = 1 if any(changed) else quiet + 1
        turn += 1
    return values


def deterred(steps: Steps, ranks: Ranks, concept: Concept, maker: int, state: int, target: int) -> bool:
    """Whether an improvement of one decision maker is deterred, looking only as far as that needs.

    The same as ``worth`` says, for answers about few moves under many preferences; SEQ is in ``onward``.
    """
    own = ranks[maker]
    level = int(own[state])
    if concept == "nash":
        return False
    value = after_countermove(steps.arcs[maker], own) if concept == "smr" else own
    return bool((value[steps.reached(steps.others(maker), target)] <= level).any())


def improving_steps(steps: Steps, ranks: Ranks, movers: Sequence[int], start: int) -> Iterator[NDArray[np.int32]]:
    """The states that legal sequences of improvements reach from a start, a step at a time (indices, perhaps twice).

    Nobody moves twice in a row: ``turn[m]`` are the states at which it is m's turn for the first time.
    """
    first = np.array([start])
    turn = dict.fromkeys(movers, first)
    had = {mover: np.zeros(ranks.shape[1], dtype=np.bool_) for mover in movers}
    while turn:
        arrived = {}
        for mover, states in turn.items():
            had[mover][states] = True
            arrived[mover] = _onward(steps, mover, ranks[mover], states)
            yield arrived[mover]
        turn = {}
        for mover in movers:
            by_others = [states for other, states in arrived.items() if other != mover]
            fresh = np.unique(np.concatenate(by_others)) if by_others else first[:0]
            fresh = fresh[~had[mover][fresh]]
            if len(fresh):
                turn[mover] = fresh


def _onward(steps: Steps, mover: int, own: Ranks, states: NDArray[np.int64]) -> NDArray[np.int32]:
    """Where improvements of one decision maker lead from any of some states."""
    arcs = steps.arcs[mover]
    if len(states) == 1:
        targets = arcs.of(int(states[0]))
        single: NDArray[np.int32] = targets[own[targets] > own[states[0]]]
        return single
    counts = arcs.first[states + 1] - arcs.first[states]
    before = np.cumsum(counts) - counts
    targets = arcs.targets[np.repeat(arcs.first[states] - before, counts) + np.arange(counts.sum())]
    onward: NDArray[np.int32] = np.unique(targets[own[targets] > np.repeat(own[states], counts)])
    return onward
