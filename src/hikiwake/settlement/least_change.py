"""The least that would have to change for a settlement to be agreed.

The engine's levers make a state an equilibrium. A settlement must also be signed by its parties (``signing``). Sets of
changes to statements are tried in order of size at a few states of the settlement: those that fewest refuse or leave,
the nearest to the status quo first; states of which the reading does not tell enough (``Signing.told``) are not tried.
The search ends with the first size that is enough, so no part of what it returns is. A change is: a decision maker
drops a statement, puts it first, puts it last, or comes to want the opposite. Of sets that touch the same statements
one is kept, the mildest. A one-way option that would have to be undone is named beside the changes, and is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.changes import Add, Drop, Flip, MoveTo, OnStatements, compatible, rearranged
from hikiwake.conflict.model.conflict import Statements
from hikiwake.conflict.model.preferences import fold
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.stability import Stability
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.settlement.signing import Signing

Part = tuple[OnStatements, ...]
Ranks = NDArray[np.int32]
NEAREST = 4
MOST = 3
MOST_OF_ONE = 2


@dataclass(frozen=True, slots=True)
class Least:
    """Changes that together let a settlement be agreed at a state, and no part of them does; each costs one."""

    changes: Part
    state: str

    @property
    def cost(self) -> int:
        """How many changes it takes."""
        return len(self.changes)


@dataclass(frozen=True)
class Search:
    """One reading of a conflict, its parties and a concept."""

    stability: Stability
    signing: Signing
    concept: Concept

    def least(self, states: Sequence[int]) -> tuple[Least, ...]:
        """The smallest sets of changes after which one of these states (indices) can be agreed; up to three changes."""
        if tuple(states) not in self._found:
            self._found[tuple(states)] = self._least(states)
        return self._found[tuple(states)]

    @cached_property
    def _found(self) -> dict[tuple[int, ...], tuple[Least, ...]]:
        return {}

    def _least(self, states: Sequence[int]) -> tuple[Least, ...]:
        sites = [self._sites.setdefault(state, _Site(self, state)) for state in states]
        for size in range(1, MOST + 1):
            found: dict[frozenset[tuple[str, int]], Least] = {}
            for site in sites:
                for part in site.parts(size):
                    least = Least(part, self.stability.states.text(site.state))
                    kept = found.setdefault(_touched(part), least)
                    if _mildness(part) < _mildness(kept.changes):
                        found[_touched(part)] = least
            if found:
                return tuple(sorted(found.values(), key=lambda one: (_mildness(one.changes), str(one.changes))))
        return ()

    @cached_property
    def _sites(self) -> dict[int, _Site]:
        return {}

    @cached_property
    def truths(self) -> list[list[NDArray[np.bool_]]]:
        """By decision maker, of which states each statement is true."""
        return [
            [self.stability.states.true_states(one.says) for one in maker.preference.statements]
            if isinstance(maker.preference, Statements)
            else []
            for maker in self.stability.conflict.decision_makers
        ]

    @cached_property
    def _known(self) -> dict[tuple[int, int], list[tuple[Part, Ranks]]]:
        return {}

    def ranked(self, maker: int, size: int) -> list[tuple[Part, Ranks]]:
        """Every set of so many changes to one decision maker's statements, with the ranks it gives."""
        if (maker, size) not in self._known:
            single = _single(self.stability.conflict.names[maker], len(self.truths[maker]))
            parts = [part for part in combinations(single, size) if compatible(part)]
            folded = ((part, self._folded(maker, part)) for part in parts)
            self._known[maker, size] = [(part, ranks) for part, ranks in folded if ranks is not None]
        return self._known[maker, size]

    def _folded(self, maker: int, part: Part) -> Ranks | None:
        if not part:
            ranks: Ranks = self.stability.ranks[maker]
            return ranks
        truths = self.truths[maker]
        entries = rearranged(len(truths), part)
        if entries is None:
            return None
        columns = [(truths[entry - 1], flip) for entry, flip in entries if isinstance(entry, int)]
        return fold((~column if flip else column for column, flip in columns), len(self.stability.states))


@dataclass(frozen=True)
class _Site:
    """One state at which a settlement is to be agreed."""

    search: Search
    state: int

    def parts(self, size: int) -> Iterator[Part]:
        """The sets of so many changes after which the state would be signed and kept."""
        makers = len(self.search.stability.conflict.names)
        for sizes in _shares(size, makers):
            if max(sizes) > MOST_OF_ONE:
                continue
            candidates = [self._willing(maker, share) for maker, share in enumerate(sizes)]
            for chosen in product(*candidates):
                ranks = [each for _, each in chosen]
                if self._pays(ranks) and self.test.for_all(ranks):
                    yield tuple(change for part, _ in chosen for change in part)

    def _pays(self, ranks: Sequence[Ranks]) -> bool:
        """Whether some party gains by the state."""
        start, parties = self.search.signing.start, self.search.signing.parties[:, self.state]
        return any(party and own[self.state] > own[start] for party, own in zip(parties.tolist(), ranks, strict=True))

    @cached_property
    def test(self) -> StableAt:
        return StableAt(self.search.signing.steps, self.state, self.search.concept)

    @cached_property
    def _kept(self) -> dict[tuple[int, int], list[tuple[Part, Ranks]]]:
        return {}

    def _willing(self, maker: int, size: int) -> list[tuple[Part, Ranks]]:
        """The changes to one decision maker after which it would sign, and its own ranks do not make it leave."""
        if (maker, size) not in self._kept:
            start, party = self.search.signing.start, self.search.signing.parties[maker, self.state]
            self._kept[maker, size] = [
                (part, ranks)
                for part, ranks in self.search.ranked(maker, size)
                if (not party or ranks[self.state] >= ranks[start]) and self.test.own_verdict(maker, ranks) is not False
            ]
        return self._kept[maker, size]


def _shares(size: int, makers: int) -> Iterator[tuple[int, ...]]:
    """The ways to share out a number of changes among decision makers."""
    yield from (sizes for sizes in product(range(size + 1), repeat=makers) if sum(sizes) == size)


def _single(name: str, count: int) -> list[OnStatements]:
    """Every single change to a decision maker's statements that is tried."""
    numbers = range(1, count + 1)
    placed = [(number, rank) for rank in (count, 1) for number in numbers if number != rank]
    return [
        *(Drop(name, number) for number in numbers),
        *(MoveTo(name, number, rank) for number, rank in dict.fromkeys(placed)),
        *(Flip(name, number) for number in numbers),
    ]


def _touched(part: Part) -> frozenset[tuple[str, int]]:
    """Whose statements a set of changes touches, by number."""
    return frozenset((one.decision_maker, one.statement) for one in part if not isinstance(one, Add))


def _mildness(part: Part) -> int:
    """How far a set of changes goes: a statement that moves counts least, then one dropped, then one turned round."""
    return sum((MoveTo, Drop, Flip).index(type(one)) for one in part if not isinstance(one, Add))
