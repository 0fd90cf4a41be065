"""What one decision maker's statements come to once they are changed: the ranks they give, and of what they speak.

All sets of so many changes, and all new wishes at every rank, are put into ranks together. Of those that come to the
same one is kept, the first: what changes content before what changes order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Ranks
from hikiwake.conflict.model.changes import Add, Drop, Flip, MoveTo, OnStatements, compatible, rearranged
from hikiwake.conflict.model.conflict import Conflict, PreferenceStatement, Statements
from hikiwake.conflict.model.preferences import Entries, folded, settled
from hikiwake.settlement.judgement import Play

Part = tuple[OnStatements, ...]
Wish = tuple[str, str, NDArray[np.bool_]]  # a wish: its text, its option, and of which states it is true
AT_ONCE = 1 << 20  # ranks


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One part of a set of changes: what one decision maker changes, the ranks that it gives, and what is told then."""

    part: Part
    ranks: Ranks
    spoken: frozenset[str]

    @property
    def outcome(self) -> tuple[bytes, frozenset[str]]:
        """What it comes to, as a key."""
        return self.ranks.tobytes(), self.spoken


@dataclass(frozen=True)
class Changing:
    """One decision maker's statements in one reading, and all that changes to them come to."""

    conflict: Conflict
    play: Play
    maker: int
    _ways: dict[int, list[Way]] = field(default_factory=dict, repr=False)
    _made: set[tuple[Hashable, ...]] = field(default_factory=set, repr=False)

    @property
    def name(self) -> str:
        """Who changes."""
        return self.conflict.names[self.maker]

    @cached_property
    def statements(self) -> tuple[PreferenceStatement, ...]:
        """What it wants; nothing where preferences have another form."""
        preference = self.conflict.decision_makers[self.maker].preference
        return preference.statements if isinstance(preference, Statements) else ()

    def ways(self, size: int) -> list[Way]:
        """The different outcomes of so many changes, fewer changes not enough."""
        if size not in self._ways:
            known = {way.outcome for less in range(size) for way in self.ways(less)}
            self._ways[size] = [*_fresh(self._changed(size) if size else self._unchanged(), known)]
        return self._ways[size]

    def wishing(self, literals: Sequence[Wish]) -> Iterator[Way]:
        """The different outcomes of one new wish at any rank, the least important first, no one change enough."""
        known = {way.outcome for size in (0, 1) for way in self.ways(size)}
        kept: Entries = [(place, False) for place in range(len(self.statements))]
        yield from _fresh(chain.from_iterable(self._wish(literal, kept) for literal in literals), known)

    def _wish(self, literal: Wish, kept: Entries) -> Iterator[Way]:
        says, option, truth = literal
        ranks, spoken = range(len(kept) + 1, 0, -1), self.play.spoken[self.maker] | {option}
        lists = [[*kept[: rank - 1], (len(kept), False), *kept[rank - 1 :]] for rank in ranks]
        for rank, own in zip(ranks, folded(np.append(self._truths, truth[None], axis=0), lists), strict=True):
            yield Way((Add(self.name, says, rank),), own, spoken)

    def _unchanged(self) -> Iterator[Way]:
        yield Way((), self.play.ranks[self.maker], self.play.spoken[self.maker])

    def _changed(self, size: int) -> Iterator[Way]:
        """Every set of so many changes with what it comes to, some at a time."""
        made = [(part, kept) for part in self._parts(size) if (kept := self._kept(part)) is not None]
        step = max(1, AT_ONCE // max(self._truths.shape[1], 1))
        for first in range(0, len(made), step):
            some = made[first : first + step]
            for (part, kept), ranks in zip(some, folded(self._truths, [kept for _, kept in some]), strict=True):
                yield Way(part, ranks, frozenset(option for place, _ in kept for option in self._bearing[place]))

    def _parts(self, size: int) -> list[Part]:
        """Every set of so many changes, content before order."""
        name, numbers = self.name, range(1, len(self.statements) + 1)
        single: list[OnStatements] = [Drop(name, number) for number in numbers]
        single += [Flip(name, number) for number in numbers]
        single += [MoveTo(name, number, rank) for number in numbers for rank in numbers if rank != number]
        return sorted((part for part in combinations(single, size) if compatible(part)), key=moves)

    def _kept(self, part: Part) -> Entries | None:
        """The statements that a set of changes leaves; None where an earlier one makes the same list, or none can be

        judged by it: it cannot be made, or leaves undecided how a merged state compares, on whose members it depends.
        """
        entries = rearranged(len(self.statements), part)
        if entries is None or tuple(entries) in self._made:
            return None
        self._made.add(tuple(entries))
        kept = [(entry - 1, flip) for entry, flip in entries if isinstance(entry, int)]
        if not settled((self._holding[place] ^ flip for place, flip in kept), self.play.ground.states):
            return None
        return kept

    @cached_property
    def _truths(self) -> NDArray[np.bool_]:
        """Of which states each statement is true, shape (n_statements, n_states)."""
        true = [self.play.ground.rankings.true(one.says) for one in self.statements]
        return np.array(true, dtype=np.bool_).reshape(len(true), len(self.play.ground.states))

    @cached_property
    def _holding(self) -> list[NDArray[np.bool_]]:
        """The same of combinations."""
        return [self.play.ground.states.holding(one.says) for one in self.statements]

    @cached_property
    def _bearing(self) -> list[frozenset[str]]:
        return [self.play.ground.bearing(one.says) for one in self.statements]


def moves(part: Part) -> int:
    """How many of the changes are of order only."""
    return sum(isinstance(one, MoveTo) for one in part)


def _fresh(ways: Iterable[Way], known: set[tuple[bytes, frozenset[str]]]) -> Iterator[Way]:
    """The first of those that come to the same, and nothing that is known."""
    for way in ways:
        outcome = way.outcome
        if outcome not in known:
            known.add(outcome)
            yield way
