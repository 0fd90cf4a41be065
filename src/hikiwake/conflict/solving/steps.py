"""Moves out of single states, listed when they are asked for: for answers about one state, not for all states at once.

A decision maker may change any subset of its own options in one move, as far as the result is feasible, no one-way
option is turned the wrong way, and no rule forbids the passage. A coalesced state moves through any of its members.
Joint moves are legal sequences: each move by one of the movers, nobody twice in a row.

Reference: Fang, Hipel and Kilgour (1993), Interactive Decision Making (reachable lists).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.moves import Arcs, moves_of
from hikiwake.conflict.model.states import States, states_of

MOST_LISTED = 1 << 16  # states; in greater models moves are looked up one by one


@dataclass(frozen=True, slots=True)
class Turn:
    """One move: who moves, from which state to which (indices, from 0)."""

    decision_maker: int
    origin: int
    target: int


@dataclass(frozen=True)
class Steps:
    """The moves of a conflict, looked up state by state and remembered.

    >>> from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
    >>> parties = (DecisionMaker("A", (Option("a"),)), DecisionMaker("B", (Option("b", one_way="on"),)))
    >>> steps = Steps.of(Conflict(parties))
    >>> steps.moves(0, 0), steps.moves(1, 0), steps.moves(1, 2)
    ((1,), (2,), ())
    """

    conflict: Conflict
    states: States
    _forbidden: tuple[tuple[NDArray[np.bool_], NDArray[np.bool_]], ...]
    _known: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, repr=False)
    _own: dict[int, tuple[int, int, int, NDArray[np.int64]]] = field(default_factory=dict, repr=False)
    _jointly: dict[tuple[tuple[int, ...], int], NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, conflict: Conflict, states: States | None = None) -> Steps:
        """The moves of a conflict; ``states`` spares listing them again."""
        listed = states_of(conflict) if states is None else states
        pairs = tuple((listed.holding(move.origin), listed.holding(move.target)) for move in conflict.forbidden_moves)
        return cls(conflict, listed, pairs)

    def moves(self, decision_maker: int, state: int) -> tuple[int, ...]:
        """The states one decision maker can move to in one move, ascending."""
        key = decision_maker, state
        if key not in self._known and not self.states.coalesced:
            self._known[key] = tuple(self.passages(decision_maker, state).tolist())
        elif key not in self._known:
            targets = {self._state_at(target) for place in self._places(state)
                       for target in self.passages(decision_maker, place).tolist()}  # fmt: skip
            self._known[key] = tuple(sorted(targets - {state}))
        return self._known[key]

    def _places(self, state: int) -> list[int]:
        """The places of a state's members in the list of feasible combinations."""
        if not self.states.coalesced:
            return [state]
        places: list[int] = np.searchsorted(self.states.combinations, self.states.members(state)).tolist()
        return places

    def _state_at(self, place: int) -> int:
        """The state that the combination at a place belongs to."""
        return int(self.states.state_of[place]) if self.states.coalesced else place

    def passages(self, decision_maker: int, place: int) -> NDArray[np.int64]:
        """The combinations (as places in the list of feasible ones) that one passage from a combination leads to."""
        combinations = self.states.combinations
        code = int(combinations[place])
        targets = self._settings(decision_maker, code)
        places = np.searchsorted(combinations, targets)
        feasible = combinations[np.minimum(places, len(combinations) - 1)] == targets
        reached: NDArray[np.int64] = places[feasible].astype(np.int64)
        for origin, target in self._forbidden:
            if origin[place]:
                reached = reached[~target[reached]]
        return reached

    def _settings(self, decision_maker: int, code: int) -> NDArray[np.int64]:
        """The codes that a decision maker's options allow from a code, one-way options heeded."""
        if decision_maker not in self._own:
            own, on, off = self._bits(decision_maker)
            self._own[decision_maker] = own, on, off, _subsets(own)
        own, on, off, settings = self._own[decision_maker]
        targets = code & ~own | settings
        allowed = targets != code
        if on or off:
            allowed &= (targets & on & code == on & code) & (targets & off & ~code == 0)
        reached: NDArray[np.int64] = targets[allowed]
        return reached

    def _bits(self, decision_maker: int) -> tuple[int, int, int]:
        """A decision maker's options as bits: all, those that may only be taken, those that may only be given up."""
        makers = self.conflict.decision_makers
        first = sum(len(maker.options) for maker in makers[:decision_maker])
        options = makers[decision_maker].options
        bits = {kind: sum(1 << first + place for place, option in enumerate(options) if option.one_way == kind)
                for kind in ("on", "off")}  # fmt: skip
        return (1 << len(options)) - 1 << first, bits["on"], bits["off"]

    def sequences(
        self, movers: Iterable[int], start: int, step: Callable[[int, int], Iterable[int]]
    ) -> dict[int, tuple[Turn, ...]]:
        """A shortest legal sequence to every state that movers can jointly reach; ``step`` gives the single moves.

        The start itself is among the states only where a sequence leads back to it.
        """
        who = tuple(movers)
        found: dict[int, tuple[Turn, ...]] = {}
        seen: set[tuple[int, int]] = set()
        front: list[tuple[int, int, tuple[Turn, ...]]] = [(start, -1, ())]
        while front:
            following = []
            for state, last, path in front:
                for mover in who:
                    if mover == last:
                        continue
                    for target in step(mover, state):
                        if (target, mover) not in seen:
                            seen.add((target, mover))
                            longer = (*path, Turn(mover, state, target))
                            found.setdefault(target, longer)
                            following.append((target, mover, longer))
            front = following
        return found

    def reached(self, movers: tuple[int, ...], start: int) -> NDArray[np.int64]:
        """The states of ``sequences`` by any moves, ascending: without the ways there, and remembered."""
        if (movers, start) not in self._jointly:
            listed = len(self.states) <= MOST_LISTED
            found = self._closure(movers, start) if listed else sorted(self.sequences(movers, start, self.moves))
            self._jointly[movers, start] = np.array(found, dtype=np.int64)
        return self._jointly[movers, start]

    def _closure(self, movers: tuple[int, ...], start: int) -> NDArray[np.int64]:
        """arrived[m] are the states that a move by m leads to; anybody but m goes on from there."""
        arrived = np.zeros((len(movers), len(self.states)), dtype=np.bool_)
        left = np.zeros_like(arrived)
        front = np.zeros_like(arrived)
        front[:, start] = True
        while front.any():
            left |= front
            for place, mover in enumerate(movers):
                arrived[place, self._onward(mover, np.flatnonzero(front[place]))] = True
            by_others = [np.delete(arrived, place, axis=0).any(axis=0) for place in range(len(movers))]
            front = np.array(by_others) & ~left
        return np.flatnonzero(arrived.any(axis=0))

    def _onward(self, mover: int, states: NDArray[np.int64]) -> NDArray[np.int32]:
        """Where one move leads from any of these states."""
        arcs = self.arcs[mover]
        counts = arcs.first[states + 1] - arcs.first[states]
        before = np.cumsum(counts) - counts
        onward: NDArray[np.int32] = arcs.targets[
            np.repeat(arcs.first[states] - before, counts) + np.arange(counts.sum())
        ]
        return onward

    @cached_property
    def arcs(self) -> tuple[Arcs, ...]:
        """Every decision maker's moves from all states."""
        return moves_of(self.conflict, self.states).arcs

    def at_once(
        self, decision_maker: int, state: int, target: int, step: Callable[[int, int], Iterable[int]]
    ) -> set[int]:
        """States that result when one decision maker's move and moves of at least one other are made at once.

        ``step`` gives the others' single moves. All start from the same member of the state; the result must be
        feasible.
        """
        chosen: list[dict[int, Iterable[int]]] = [{}]
        for other in self.others(decision_maker):
            targets = tuple(step(other, state))
            chosen += [{**before, other: targets} for before in chosen if targets]
        return set().union(*(self.all_at_once(decision_maker, state, target, moves) for moves in chosen[1:]))

    def all_at_once(
        self, decision_maker: int, state: int, target: int, others: Mapping[int, Iterable[int]]
    ) -> set[int]:
        """As ``at_once``, but every one of the others moves, to one of the states given for it."""
        results: set[int] = set()
        for place in self._places(state):
            own = self._changes(decision_maker, place, frozenset([target]))
            theirs = [self._changes(mover, place, frozenset(targets)) for mover, targets in others.items()]
            code = int(self.states.combinations[place])
            for changes in product(own, *theirs):
                found = self._state(code ^ sum(changes))
                results |= set() if found is None else {found}
        return results

    def _changes(self, decision_maker: int, place: int, targets: frozenset[int]) -> list[int]:
        """The options that passages from a combination to certain states change, as bits."""
        if not targets:
            return []
        code = int(self.states.combinations[place])
        return [int(self.states.combinations[to]) ^ code for to in self.passages(decision_maker, place).tolist()
                if self._state_at(to) in targets]  # fmt: skip

    def _state(self, code: int) -> int | None:
        combinations = self.states.combinations
        place = min(int(np.searchsorted(combinations, code)), len(combinations) - 1)
        return self._state_at(place) if combinations[place] == code else None

    def others(self, decision_maker: int) -> tuple[int, ...]:
        """Everyone else."""
        return tuple(other for other in range(len(self.conflict.decision_makers)) if other != decision_maker)


def _subsets(bits: int) -> NDArray[np.int64]:
    """Every set of these bits, ascending."""
    subsets = np.zeros(1, dtype=np.int64)
    for bit in range(bits.bit_length()):
        if bits >> bit & 1:
            subsets = np.concatenate((subsets, subsets | 1 << bit))
    return subsets
