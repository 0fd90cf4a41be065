"""Who ends a settlement, and by which steps that it takes for their own sake.

A step is an improvement that nothing deters. It is *wanted* if every option that changes in it brings something: no
step of the same decision maker that changes a part of these options is as good. Of a step that is not, a part brings
nothing.

- Somebody **leaves** a settlement by a wanted step out of it, of those with the fewest options: no part of it is such
  a step itself. It leaves for the sake of what tells the state that it gets to from the best that it could have inside.
- Where nobody does, somebody **loosens** it by the first of the fewest wanted steps after which somebody leaves it.
- Where no wanted steps lead out of it, it ends *by the way* only: somebody **strays** by a step of which a part brings
  nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from hikiwake.settlement.judgement import Play
from hikiwake.settlement.terms import Terms


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a decision maker from a state to another (all by index).

    instead: the state to which it is preferred: the best that it could have without leaving, where it leaves
    then: who leaves in the end, on a shortest way; soon: whether with the next step
    """

    maker: int
    target: int
    instead: int
    then: tuple[int, ...] = ()
    soon: bool = True


@dataclass(frozen=True, slots=True)
class Stray:
    """A step that ends a settlement only by the way: from which state to which, and the options that bring nothing.

    idle: the options, as bits; worse: whether they bring less than nothing
    """

    maker: int
    origin: int
    target: int
    idle: int
    worse: bool


@dataclass(frozen=True)
class Leaving:
    """The steps by which one settlement ends under one set of preferences."""

    one: Play
    terms: Terms
    _signed: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False)
    _wanted: dict[tuple[int, int], list[int]] = field(default_factory=dict, repr=False)

    def leaving(self, state: int) -> list[Step]:
        """How somebody leaves the settlement from one of its states."""
        return [step for maker in self._makers for step in self._exits(maker, state)]

    def loosening(self, state: int) -> list[Step]:
        """The first of the fewest wanted steps after which somebody leaves; nothing where they lead nowhere."""
        first: dict[int, set[tuple[int, int]]] = {}
        for maker, target in self._inner(state):
            first.setdefault(target, set()).add((maker, target))
        seen, soon = {state, *first}, True
        while first:
            ends: dict[tuple[int, int], set[int]] = {}
            for each, pairs in first.items():
                leavers = {step.maker for step in self.leaving(each)}
                for pair in pairs if leavers else ():
                    ends.setdefault(pair, set()).update(leavers)
            if ends:
                return [Step(maker, target, state, tuple(sorted(ends[maker, target])), soon)
                        for maker, target in sorted(ends)]  # fmt: skip
            later: dict[int, set[tuple[int, int]]] = {}
            for each, pairs in first.items():
                for _, target in self._inner(each):
                    if target not in seen:
                        later.setdefault(target, set()).update(pairs)
            seen.update(later)
            first, soon = later, False
        return []

    def straying(self, state: int) -> Stray:
        """The step of which a part brings nothing by which a settlement that does not hold ends, or begins to.

        The nearest way out after wanted steps; where there is none, the first such step on a shortest way out.
        """
        for layer in self._layers(state, self._inner):
            strays = [self._stray(maker, each, target) for each in layer for maker, target in self._outer(each)]
            if strays:
                return min(strays, key=self._smallest)
        came: dict[int, tuple[int, int, int]] = {}
        for layer in self._layers(state, self._steps, came):
            ways = [[*self._way(came, each), (maker, each, target)] for each in layer
                    for maker, target in self._outer(each)]  # fmt: skip
            if ways:
                return min((self._first(way) for way in ways), key=self._smallest)
        raise AssertionError("a settlement that holds has no way out")  # pragma: no cover

    def _layers(
        self,
        state: int,
        following: Callable[[int], Iterable[tuple[int, int]]],
        came: dict[int, tuple[int, int, int]] | None = None,
    ) -> Iterator[list[int]]:
        """The states that steps lead to, by how many; ``came`` notes by which step each was reached first."""
        layer, seen = [state], {state}
        while layer:
            yield layer
            later: list[int] = []
            for each in layer:
                for maker, target in following(each):
                    if target not in seen:
                        seen.add(target)
                        later.append(target)
                        if came is not None:
                            came[target] = (maker, each, target)
            layer = later

    def _smallest(self, stray: Stray) -> tuple[int, int, int, int, int]:
        changed = self.changed(stray.origin, stray.target)
        return stray.idle.bit_count(), changed.bit_count(), stray.maker, stray.origin, stray.target

    def _steps(self, state: int) -> Iterator[tuple[int, int]]:
        """Everybody's steps inside the settlement."""
        return ((maker, target) for maker in self._makers for target in self.one.temptations(maker, state)
                if self.terms.inside[target])  # fmt: skip

    def _outer(self, state: int) -> Iterator[tuple[int, int]]:
        """Everybody's steps out of the settlement."""
        return ((maker, target) for maker in self._makers for target in self.one.temptations(maker, state)
                if not self.terms.inside[target])  # fmt: skip

    @property
    def _makers(self) -> range:
        return range(len(self.one.ranks))

    def changed(self, state: int, target: int) -> int:
        """The options that differ, as bits; of merged states those that are open in neither."""
        (yes, no), (then_yes, then_no) = self._signs(state), self._signs(target)
        return (yes & then_no) | (no & then_yes)

    def _signs(self, state: int) -> tuple[int, int]:
        """The options that every member of a state takes, and those that none does, as bits."""
        if state not in self._signed:
            states = self.one.ground.states
            every, members = (1 << len(states.options)) - 1, states.members(state).tolist()
            self._signed[state] = reduce(and_, members), every & ~reduce(or_, members)
        return self._signed[state]

    def _parts(self, maker: int, state: int, target: int) -> list[int]:
        """The steps that change a part of the options."""
        whole = self.changed(state, target)
        return [each for each in self.one.temptations(maker, state)
                if (part := self.changed(state, each)) != whole and not part & ~whole]  # fmt: skip

    def wanted(self, maker: int, state: int) -> list[int]:
        """The wanted steps of one decision maker."""
        if (maker, state) not in self._wanted:
            tempting = self.one.temptations(maker, state)
            changed = [
                (self.changed(state, target), rank)
                for target, rank in zip(tempting, self.one.ranks[maker, tempting].tolist(), strict=True)
            ]
            self._wanted[maker, state] = [
                target for target, (whole, rank) in zip(tempting, changed, strict=True)
                if all(other < rank for part, other in changed if not part & ~whole and part != whole)
            ]  # fmt: skip
        return self._wanted[maker, state]

    def _inner(self, state: int) -> Iterator[tuple[int, int]]:
        """The wanted steps inside the settlement."""
        return ((maker, target) for maker in self._makers for target in self.wanted(maker, state)
                if self.terms.inside[target])  # fmt: skip

    def _exits(self, maker: int, state: int) -> Iterator[Step]:
        out = [target for target in self.wanted(maker, state) if not self.terms.inside[target]]
        for target in out:
            parts = self._parts(maker, state, target)
            if not set(parts).intersection(out):
                yield Step(maker, target, self._best(maker, [state, *parts]))

    def _best(self, maker: int, places: list[int]) -> int:
        """The best of some states inside the settlement; of those alike the first."""
        return max((each for each in places if self.terms.inside[each]), key=lambda each: self.one.ranks[maker, each])

    @staticmethod
    def _way(came: dict[int, tuple[int, int, int]], state: int) -> list[tuple[int, int, int]]:
        way: list[tuple[int, int, int]] = []
        while state in came:
            way.insert(0, came[state])
            state = came[state][1]
        return way

    def _first(self, way: Iterable[tuple[int, int, int]]) -> Stray:
        """The first step of a way that is not wanted."""
        return next(self._stray(*step) for step in way if step[2] not in self.wanted(*step[:2]))

    def _stray(self, maker: int, state: int, target: int) -> Stray:
        """A step that is not wanted: less than the smallest part that is as good brings nothing."""
        ranks = self.one.ranks[maker]
        enough = [each for each in self._parts(maker, state, target) if ranks[each] >= ranks[target]]
        least = min(enough, key=lambda each: (self.changed(state, each).bit_count(), self.changed(state, each), each))
        idle = self.changed(state, target) & ~self.changed(state, least)
        return Stray(maker, state, target, idle, bool(ranks[least] > ranks[target]))

    def shield(self, maker: int, state: int, target: int) -> int:
        """The options of a step out of the settlement without which others would answer it, as bits; 0 for none."""
        ranks, whole = self.one.ranks[maker], self.changed(state, target)
        moves = self.one.ground.moves.arcs[maker].of(state).tolist()
        parts = [self.changed(state, each) for each in moves
                 if ranks[each] > ranks[state] and not self.terms.inside[each]]  # fmt: skip
        parts = [part for part in parts if part != whole and not part & ~whole]
        return whole & ~min(parts, key=lambda part: (part.bit_count(), part)) if parts else 0
