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

from hikiwake.conflict.concepts.cells import Block, sorted_blocks
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.steps import Steps
from hikiwake.errors import ModelError
from hikiwake.settlement.onward import Onward

Mask = NDArray[np.bool_]
MOST_REMEMBERED = 1 << 13  # states


@dataclass(frozen=True)
class Ground:
    """A conflict with its moves and its beginning: what all its settlements are played on. Preferences do not count."""

    conflict: Conflict
    moves: Moves
    steps: Steps
    start: int
    _blocks: dict[tuple[int, bytes], list[Block]] = field(default_factory=dict, repr=False, compare=False)
    _onward: dict[tuple[int, bytes], Onward] = field(default_factory=dict, repr=False, compare=False)

    def onward(self, maker: int, own: NDArray[np.int32]) -> Onward:
        """The improvements of a decision maker under a ranking, remembered."""
        key = maker, own.tobytes()
        if key not in self._onward:
            self._onward[key] = Onward(self.moves.arcs[maker], own)
        return self._onward[key]

    def blocks(self, maker: int, own: NDArray[np.int32]) -> list[Block]:
        """The cells of a decision maker sorted by a ranking, remembered where there are few states."""
        if len(self.states) > MOST_REMEMBERED:
            return sorted_blocks(self.moves, maker, own)
        key = maker, own.tobytes()
        if key not in self._blocks:
            self._blocks[key] = sorted_blocks(self.moves, maker, own)
        return self._blocks[key]

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

    @classmethod
    def of(cls, ground: Ground, settlement: Settlement) -> Terms:
        """What a settlement asks; at least one state must realise it."""
        inside = ground.states.true_states(settlement.when)
        bits = _bits(ground, settlement)
        pairs = {state: _nearest(ground, bits, state) for state in np.flatnonzero(inside).tolist()}
        least = min(pair.unnamed for pair in pairs.values())
        chosen = [(state, pair) for state, pair in pairs.items() if pair.unnamed == least]
        forms = [_form(ground, settlement, state, pair) for state, pair in chosen]
        return cls(ground, settlement, inside, tuple(sorted(forms, key=lambda form: (form.distance, form.state))))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The nearest members of the beginning and of a state: how many unnamed options differ, and what changes."""

    unnamed: int
    changed: int
    undone: int


def _nearest(ground: Ground, bits: tuple[int, int, int], state: int) -> _Pair:
    unnamed, on, off = bits
    pairs = []
    for member in ground.states.members(state).tolist():
        for before in ground.states.members(ground.start).tolist():
            changed = member ^ before
            undone = (before & ~member & on) | (member & ~before & off)
            near = (changed & unnamed).bit_count()
            pairs.append(((near, undone.bit_count(), changed.bit_count(), member, before), changed, undone))
    (near, *_), changed, undone = min(pairs)
    return _Pair(near, changed, undone)


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
