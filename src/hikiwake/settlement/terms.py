"""What a settlement asks, whatever anybody wants: its states, its form, its parties, and how it could come about.

The **settlement** is the set S of states in which its ``when`` holds. Its **form** is made of the states of S in which
every option that ``when`` does not name is as at the beginning or, where that is infeasible, as near to it as possible.
Its **parties** are the decision makers that own an option named in ``when``. It is **alone** if the form is the
beginning itself or one decision maker gets there by one move of its own; it is **out of reach** if no legal sequence of
anybody's moves leads there.

Merged states are taken with all their members: of the pairs of a member at the beginning and one of the form the
nearest counts. An owner whose named options all are open ("-") in one of the two states and agree in that pair has
nothing to do, and is no party.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.side_by_side import Ranked
from hikiwake.conflict.model.conflict import Conflict, Preference, Settlement
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.preferences import Rankings
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.steps import Steps
from hikiwake.errors import ModelError
from hikiwake.settlement.told import bearing, spoken_of

Mask = NDArray[np.bool_]
MOST_REMEMBERED = 1 << 13  # states


@dataclass(frozen=True, slots=True)
class Exits:
    """Everybody's moves from one state: where they lead, and where the two ends stand in a table of all makers' states.

    All shape (n_moves,).
    """

    targets: NDArray[np.int32]
    origin: NDArray[np.int64]
    target: NDArray[np.int64]

    @classmethod
    def of(cls, moves: Moves, state: int) -> Exits:
        """The moves from a state."""
        each = [arcs.of(state) for arcs in moves.arcs]
        begins = np.repeat(np.arange(len(each), dtype=np.int64), [len(one) for one in each]) * len(moves.states)
        targets = np.concatenate(each)
        return cls(targets, begins + state, begins + targets)

    def kept(self, chosen: Mask) -> Exits:
        """Some of the moves."""
        return Exits(self.targets[chosen], self.origin[chosen], self.target[chosen])


@dataclass(frozen=True)
class Ground:
    """A conflict with its moves and its beginning: what all its settlements are played on. Preferences do not count."""

    conflict: Conflict
    moves: Moves
    steps: Steps
    start: int
    _ranked: dict[tuple[int, bytes], Ranked] = field(default_factory=dict, repr=False, compare=False)
    _bearing: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _exits: dict[int, Exits] = field(default_factory=dict, repr=False, compare=False)

    def ranked(self, maker: int, own: NDArray[np.int32]) -> Ranked:
        """One decision maker's ranking with what follows from it, remembered where there are few states."""
        if len(self.states) > MOST_REMEMBERED:
            return Ranked(self.moves, maker, own)
        key = maker, own.tobytes()
        if key not in self._ranked:
            self._ranked[key] = Ranked(self.moves, maker, own)
        return self._ranked[key]

    @cached_property
    def rankings(self) -> Rankings:
        """The ranks of the states under preferences."""
        return Rankings(self.states)

    def bearing(self, says: Statement) -> frozenset[str]:
        """The options that bear on the truth of a statement, remembered."""
        if says.text not in self._bearing:
            self._bearing[says.text] = bearing(self.states, says)
        return self._bearing[says.text]

    def spoken(self, preference: Preference) -> frozenset[str]:
        """The options of which a preference tells what is wanted."""
        return spoken_of(self.states, preference, self.bearing)

    def exits(self, state: int) -> Exits:
        """Everybody's moves from a state, remembered."""
        if state not in self._exits:
            self._exits[state] = Exits.of(self.moves, state)
        return self._exits[state]

    @classmethod
    def of(cls, conflict: Conflict) -> Ground:
        """The ground of a conflict. ModelError where it has no status quo."""
        steps = Steps.of(conflict)
        if not conflict.status_quo:
            raise ModelError(f"no status quo in {conflict.title or 'the conflict'}; a settlement is judged from one")
        return cls(conflict, moves_of(conflict, steps.states), steps, steps.states.index(conflict.status_quo))

    @property
    def states(self) -> States:
        """The states of the conflict."""
        return self.moves.states

    @cached_property
    def within_reach(self) -> Mask:
        """The states that legal sequences of anybody's moves reach from the beginning, shape (n_states,)."""
        reached = np.zeros(len(self.states), dtype=np.bool_)
        reached[self.steps.reached(tuple(range(len(self.conflict.names))), self.start)] = True
        reached[self.start] = True
        return reached

    @cached_property
    def owner(self) -> dict[str, int]:
        """Whose each option is."""
        makers = enumerate(self.conflict.decision_makers)
        return {option.id: place for place, maker in makers for option in maker.options}


@dataclass(frozen=True, slots=True)
class Form:
    """One state in which a settlement is judged (index), with what it asks.

    parties: who has to sign; acts: the options that change, by id; undone: those of them that were done for good
    alone: who can bring it about by one move; standing: whether it is the beginning; reachable: by anybody's moves
    distance: how many options differ from the beginning
    """

    state: int
    parties: tuple[int, ...]
    acts: tuple[str, ...]
    undone: tuple[str, ...]
    alone: tuple[int, ...]
    standing: bool
    reachable: bool
    distance: int


@dataclass(frozen=True)
class Terms:
    """A settlement on its ground: which states realise it, and its form (one state, or several)."""

    ground: Ground
    settlement: Settlement
    inside: Mask
    forms: tuple[Form, ...]
    _exits: dict[int, Exits] = field(default_factory=dict, repr=False, compare=False)

    @property
    def fixed(self) -> tuple[str, ...]:
        """The options that are one way in every state of the settlement: it leaves the others open."""
        states = self.ground.states
        codes = states.combinations[self.inside[states.state_of]]
        always, ever = int(np.bitwise_and.reduce(codes)), int(np.bitwise_or.reduce(codes))
        return tuple(option for bit, option in enumerate(states.options) if always >> bit & 1 or not ever >> bit & 1)

    def exits(self, state: int) -> Exits:
        """Everybody's moves from a state out of the settlement, remembered."""
        if state not in self._exits:
            self._exits[state] = self.ground.exits(state).kept(~self.inside[self.ground.exits(state).targets])
        return self._exits[state]

    @classmethod
    def of(cls, ground: Ground, settlement: Settlement) -> Terms:
        """What a settlement asks; at least one state must realise it."""
        inside = ground.states.true_states(settlement.when)
        bits = _bits(ground, settlement)
        apart = np.where(inside, _unnamed_apart(ground, bits[0]), len(ground.states.options) + 1)
        chosen = np.flatnonzero(apart == apart.min()).tolist()
        forms = [_form(ground, settlement, state, _nearest(ground, bits, state)) for state in chosen]
        return cls(ground, settlement, inside, tuple(sorted(forms, key=lambda form: (form.distance, form.state))))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The nearest members of the beginning and of a state: what changes, and what is undone, as bits."""

    changed: int
    undone: int


def _unnamed_apart(ground: Ground, unnamed: int) -> NDArray[np.uint8]:
    """In how many unnamed options each state differs at least from the beginning, shape (n_states,)."""
    states = ground.states
    least = np.full(len(states), len(states.options) + 1, dtype=np.uint8)
    for before in states.members(ground.start).tolist():
        np.minimum.at(least, states.state_of, np.bitwise_count((states.combinations ^ before) & unnamed))
    return least


def _nearest(ground: Ground, bits: tuple[int, int, int], state: int) -> _Pair:
    unnamed, on, off = bits
    pairs = []
    for member in ground.states.members(state).tolist():
        for before in ground.states.members(ground.start).tolist():
            changed = member ^ before
            undone = (before & ~member & on) | (member & ~before & off)
            near = (changed & unnamed).bit_count()
            pairs.append(((near, undone.bit_count(), changed.bit_count(), member, before), changed, undone))
    _, changed, undone = min(pairs)
    return _Pair(changed, undone)


def _bits(ground: Ground, settlement: Settlement) -> tuple[int, int, int]:
    """The options that a settlement does not name, and those for good, as bits."""
    options = list(enumerate(ground.conflict.options))
    unnamed = sum(1 << bit for bit, option in options if option.id not in settlement.when.options)
    on = sum(1 << bit for bit, option in options if option.one_way == "on")
    off = sum(1 << bit for bit, option in options if option.one_way == "off")
    return unnamed, on, off


def _form(ground: Ground, settlement: Settlement, state: int, pair: _Pair) -> Form:
    makers = range(len(ground.conflict.names))
    return Form(
        state,
        tuple(_parties(ground, settlement, state, pair)),
        tuple(_options(ground.states, pair.changed)),
        tuple(_options(ground.states, pair.undone)),
        tuple(maker for maker in makers if state in ground.steps.moves(maker, ground.start)),
        state == ground.start,
        bool(ground.within_reach[state]),
        pair.changed.bit_count(),
    )


def _options(states: States, bits: int) -> Iterator[str]:
    return (option for bit, option in enumerate(states.options) if bits >> bit & 1)


def _parties(ground: Ground, settlement: Settlement, state: int, pair: _Pair) -> Iterator[int]:
    texts, changed = (
        (ground.states.text(state), ground.states.text(ground.start)),
        {*_options(ground.states, pair.changed)},
    )
    for maker, own in enumerate(ground.conflict.decision_makers):
        named = [option.id for option in own.options if option.id in settlement.when.options]
        places = [ground.states.options.index(option) for option in named]
        idle = all("-" in (text[place] for text in texts) for place in places) and not changed.intersection(named)
        if named and not idle:
            yield maker
