"""Signing and keeping: which states the parties to a deal would sign, and who could not be held to it.

A settlement is a joint act. The *parties* to a state are the decision makers whose options differ between it and the
status quo. They **would sign** it if a legal sequence of their own moves leads there, none of them prefers the status
quo, and at least one prefers the state; the status quo itself needs no signature. A settlement **could be agreed** if
some state of it would be signed and is an equilibrium: then it pays to make, and it does not pay to leave. Where a
reading does not tell whether a party wants its own part in a state, it reports no agreement there.

A coalition **would break** a state if by moves of its own it reaches something that all its members prefer, and no
sequence of improvements by the others brings any of them back to what it had or worse (coalition SEQ).

Reference: Inohara and Hipel (2008), Systems Engineering 11(4), 343-359 (coalition stability).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict, Preference, Statements
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.coalitions import Coalition, coalitions_of
from hikiwake.conflict.solving.stability import Stability
from hikiwake.conflict.solving.steps import Steps

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Signing:
    """Who is a party to which state, and which states their parties can bring about; the same for all readings.

    start: index of the status quo
    parties: bool, shape (n_decision_makers, n_states); attainable: bool, shape (n_states,)
    undone: one-way options that would have to be undone to get to each state, as bits, shape (n_states,)
    """

    steps: Steps
    start: int
    parties: Mask
    attainable: Mask
    undone: NDArray[np.int64]

    @classmethod
    def of(cls, conflict: Conflict) -> Signing:
        """Whose signatures each state of a conflict needs. The conflict must have a status quo."""
        steps = Steps.of(conflict)
        start = steps.states.index(conflict.status_quo)
        parties = _parties(conflict, steps.states, start)
        undone = _undone(conflict, steps.states, start)
        return cls(steps, start, parties, _attainable(steps, start, parties), undone)

    def would_sign(self, ranks: NDArray[np.int32]) -> Mask:
        """Which states their parties would sign, given everyone's ranks, shape (n_states,)."""
        signed: Mask = self.attainable & self.prefers(ranks)
        return signed

    def told(self, preferences: Sequence[Preference]) -> Mask:
        """The states for which every party does only what its own statements speak of, shape (n_states,).

        Of the others this reading does not tell whether a party wants its part; they are no agreement it could report.
        """
        changed = self.steps.states.codes ^ self.steps.states.codes[self.start]
        untold = 0
        for bit, option in enumerate(self.steps.states.options):
            if not _speaks_of(preferences[self._owner(option)], option):
                untold |= 1 << bit
        within: Mask = (changed & untold) == 0
        return within

    def _owner(self, option: str) -> int:
        makers = self.steps.conflict.decision_makers
        return next(place for place, maker in enumerate(makers) if any(one.id == option for one in maker.options))

    def untold(self, preferences: Sequence[Preference], state: int) -> tuple[tuple[str, str], ...]:
        """What a reading leaves open about a state: the parties, with those of their acts they say nothing about."""
        makers, states = self.steps.conflict.decision_makers, self.steps.states
        changed = int(states.codes[state] ^ states.codes[self.start])
        return tuple(
            (makers[owner].name, option)
            for bit, option in enumerate(states.options)
            if changed >> bit & 1 and not _speaks_of(preferences[owner := self._owner(option)], option)
        )

    def prefers(self, ranks: NDArray[np.int32]) -> Mask:
        """Which states no party would lose and some party would gain by, whether they can get there or not."""
        gaining = self.parties & (ranks > ranks[:, self.start, None])
        worth_it = np.logical_or.reduce(gaining) | ~np.logical_or.reduce(self.parties)
        willing: Mask = ~np.logical_or.reduce(self.losing(ranks)) & worth_it
        return willing

    def losing(self, ranks: NDArray[np.int32]) -> Mask:
        """Which parties prefer the status quo to which states, shape (n_decision_makers, n_states)."""
        losing: Mask = self.parties & (ranks < ranks[:, self.start, None])
        return losing

    def names(self, state: int) -> tuple[str, ...]:
        """The parties to a state, by name."""
        return tuple(
            name for name, party in zip(self.steps.conflict.names, self.parties[:, state], strict=True) if party
        )

    def distance(self) -> NDArray[np.int64]:
        """How many options differ between each state and the status quo, shape (n_states,)."""
        codes = self.steps.states.codes
        distance: NDArray[np.int64] = np.bitwise_count(codes ^ codes[self.start]).astype(np.int64)
        return distance

    def options_undone(self, state: int) -> tuple[str, ...]:
        """The one-way options that would have to be undone to get to a state."""
        bits = int(self.undone[state])
        return tuple(option for bit, option in enumerate(self.steps.states.options) if bits >> bit & 1)


def _speaks_of(preference: Preference, option: str) -> bool:
    """Whether statements mention an option; a ranking and weights speak of every option."""
    if not isinstance(preference, Statements):
        return True
    return any(option in one.says.options for one in preference.statements)


def _parties(conflict: Conflict, states: States, start: int) -> Mask:
    own, first = [], 0
    for maker in conflict.decision_makers:
        own.append(((1 << len(maker.options)) - 1) << first)
        first += len(maker.options)
    changed = states.codes ^ states.codes[start]
    return np.array([(changed & bits) != 0 for bits in own], dtype=np.bool_)


def _undone(conflict: Conflict, states: States, start: int) -> NDArray[np.int64]:
    """Options taken for good that a state leaves, and options given up for good that it takes."""
    on = sum(1 << bit for bit, option in enumerate(conflict.options) if option.one_way == "on")
    off = sum(1 << bit for bit, option in enumerate(conflict.options) if option.one_way == "off")
    before = int(states.codes[start])
    undone: NDArray[np.int64] = (~states.codes & before & on) | (states.codes & ~before & off)
    return undone


def _attainable(steps: Steps, start: int, parties: Mask) -> Mask:
    found = np.zeros(parties.shape[1], dtype=np.bool_)
    for group in {tuple(np.flatnonzero(column).tolist()) for column in parties.T}:
        same = (parties == np.isin(np.arange(len(parties)), group)[:, None]).all(axis=0)
        reached = np.zeros_like(found)
        reached[steps.reached(group, start)] = True
        found |= same & reached
    found[start] = True
    return found


def breakers(stability: Stability, steps: Steps, state: int) -> tuple[tuple[str, ...], ...]:
    """The coalitions that would break a state (index), without those that hold a smaller one that would."""
    found: list[Coalition] = []
    for coalition in coalitions_of(len(stability.conflict.names)):
        if not any({*each} <= {*coalition} for each in found) and _breaks(stability, steps, coalition, state):
            found.append(coalition)
    return tuple(tuple(stability.conflict.names[member] for member in each) for each in found)


def _breaks(stability: Stability, steps: Steps, coalition: Coalition, state: int) -> bool:
    if len(coalition) == 1:
        return not bool(stability.table("seq")[coalition[0], state])
    ranks = stability.ranks[list(coalition)]
    preferred = np.logical_and.reduce(ranks > ranks[:, state, None])
    others = tuple(each for each in range(len(stability.conflict.names)) if each not in coalition)

    def improvements(mover: int, origin: int) -> Iterator[int]:
        own = stability.ranks[mover]
        return (target for target in steps.moves(mover, origin) if own[target] > own[origin])

    def deterred(target: int) -> bool:
        return any(not preferred[answer] for answer in steps.sequences(others, target, improvements))

    reached = steps.reached(coalition, state)
    return any(preferred[target] and not deterred(target) for target in reached)
