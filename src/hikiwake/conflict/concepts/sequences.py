"""Legal sequences: moves one after another in which nobody moves twice in a row.

Everything that asks where decision makers can get together searches here, breadth first over pairs of a state and the
one who moved last: ``follow`` one pair at a time, for questions that look at few states or decide on the way what is a
move; ``layers`` a whole step at a time, for all others. Where moves are transitive it does not matter who moved last:
``spread`` and ``gathered`` look at states alone. What becomes of numbers or sets along all sequences at once,
for every state, is ``over_sequences`` of ``reach``.

Reference: Fang, Hipel and Kilgour (1993), Interactive Decision Making.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Indices: TypeAlias = NDArray[np.int64]
Onward: TypeAlias = Callable[[int, Indices], tuple[Indices, Indices]]


@dataclass(frozen=True, slots=True)
class Turn:
    """One move: who moves, from which state to which (indices, from 0)."""

    decision_maker: int
    origin: int
    target: int


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """A state, who has just moved to it, and the arrival before; at the start nobody (-1) has moved."""

    state: int
    mover: int = -1
    before: Arrival | None = None


def follow(
    movers: Iterable[int],
    start: int,
    step: Callable[[int, int], Iterable[int]],
    fresh: Callable[[Arrival], bool] | None = None,
) -> Iterator[Arrival]:
    """Every arrival by legal sequences from a state, the nearest first; ``step`` gives one's single moves from a state.

    fresh: whether the search goes on from an arrival; else from the first at each state by each mover
    """
    seen: set[tuple[int, int]] = set()
    queue = deque([Arrival(start)])
    while queue:
        here = queue.popleft()
        for mover in movers:
            for target in step(mover, here.state) if mover != here.mover else ():
                if fresh is None and (target, mover) in seen:
                    continue
                seen.add((target, mover))
                there = Arrival(target, mover, here)
                if fresh is None or fresh(there):
                    queue.append(there)
                    yield there


def spread(start: int, onward: Callable[[int], int]) -> Iterator[int]:
    """The same where moves are transitive, so that it does not matter who moved last: new states, as sets of bits.

    onward: the states that anybody can move to from a state, as bits

    >>> [bin(found) for found in spread(0, [0b110, 0b100, 0b001].__getitem__)]
    ['0b110', '0b1']
    """
    found, todo = 0, [start]
    while todo:
        fresh = onward(todo.pop()) & ~found
        if fresh:
            found |= fresh
            yield fresh
        while fresh:
            lowest = fresh & -fresh
            todo.append(lowest.bit_length() - 1)
            fresh ^= lowest


def gathered(movers: Sequence[int], start: Indices, onward: Onward, n_states: int) -> Indices:
    """All states that are reached from some, these included, where moves are transitive; ascending.

    onward: as for ``layers``. Who has moved to a state need not be asked again: it could have gone on in that one move.
    """
    seen = np.zeros(n_states, dtype=np.bool_)
    seen[start] = True
    fresh = [(-1, start)]
    while fresh:
        found = []
        for mover in movers:
            here = [states for by, states in fresh if by != mover]
            targets = onward(mover, np.concatenate(here))[1] if here else start[:0]
            met = targets[~seen[targets]]
            seen[met] = True
            if len(met):
                found.append((mover, np.unique(met)))
        fresh = found
    return np.flatnonzero(seen)


@dataclass(frozen=True, slots=True)
class Layer:
    """The arrivals after so many moves, in order: states, who moved last, from which arrival of the layer before."""

    states: Indices
    movers: Indices
    origins: Indices

    def __len__(self) -> int:
        return len(self.states)


def layers(
    movers: Sequence[int],
    start: int | Indices,
    onward: Onward,
    n_states: int,
    openers: Sequence[int] | None = None,
) -> Iterator[Layer]:
    """The first arrivals by legal sequences from a state (or several), step by step, beginning with the start itself.

    onward: for a decision maker and states, every single move: the place among these states (ascending), and the target
    openers: who may make the first move; else every mover
    """
    seen = np.zeros((len(movers), n_states), dtype=np.bool_)
    begun = np.atleast_1d(np.asarray(start, dtype=np.int64))
    layer = Layer(begun, np.full(len(begun), -1), np.full(len(begun), -1))
    turn = movers if openers is None else openers
    while len(layer):
        yield layer
        none = np.zeros((3, 0), dtype=np.int64)
        found = [_arrivals(layer, mover, seen[movers.index(mover)], onward) for mover in turn]
        origins, who, states = np.concatenate([none, *found], axis=1)
        order = np.lexsort((states, who, origins))
        layer, turn = Layer(states[order], who[order], origins[order]), movers


def _arrivals(layer: Layer, mover: int, seen: NDArray[np.bool_], onward: Onward) -> Indices:
    """Where one decision maker gets for the first time: from which arrival, who, and to which state, a row each."""
    here = np.flatnonzero(layer.movers != mover)
    at, targets = onward(mover, layer.states[here])
    fresh = np.flatnonzero(~seen[targets])
    first = np.empty(len(seen), dtype=np.int64)
    first[targets[fresh[::-1]]] = fresh[::-1]  # of moves to one state the earliest is written last
    chosen = fresh[first[targets[fresh]] == fresh]
    seen[targets[chosen]] = True
    return np.array([here[at[chosen]], np.full(len(chosen), mover), targets[chosen]], dtype=np.int64)


def turns(walked: Sequence[Layer], place: int) -> tuple[Turn, ...]:
    """The moves that lead to one arrival of the last of these layers (from the start on)."""
    found = []
    for before, layer in zip(walked[-2::-1], walked[:0:-1], strict=True):
        origin = int(layer.origins[place])
        found.append(Turn(int(layer.movers[place]), int(before.states[origin]), int(layer.states[place])))
        place = origin
    return tuple(reversed(found))
