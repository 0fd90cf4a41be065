"""Searching levers: sets of changes in order of size, without those that contain a smaller lever.

Sets of changes to one decision maker's statements that come to the same (``outlooks``) are decided together, and those
under which no target can be stable whatever the others want are set aside. Where answers need not be credible the
others do not matter: then a set that does no more for the targets than a part of it is set aside as well, and what is
left is the product over decision makers of few sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from typing import TypeAlias

from hikiwake.conflict.changing.lever_worlds import World
from hikiwake.conflict.changing.outlooks import Outlook, Outlooks, Part, bits_of
from hikiwake.conflict.concepts.definitions import defined
from hikiwake.conflict.model.changes import (
    Candidate,
    Change,
    TakeAway,
    compatible,
    statement_changes,
    without_options,
)
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.merging import left_of
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.conflict.solving.steps import Steps

Found: TypeAlias = tuple[tuple[Change, ...], tuple[str, ...]]
Step: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True)
class LeverSearch:
    """Sets of changes in order of size; ``found`` gives every lever with the target states that it makes hold.

    step: told how many changes have been searched, and how many levers found, each time the number of changes grows
    """

    conflict: Conflict
    target: tuple[str, ...]
    concept: str
    most: int
    candidates: tuple[Candidate, ...]
    step: Step | None = None
    _worlds: dict[tuple[str, ...], _Parts | None] = field(default_factory=dict)

    def found(self) -> Iterator[Found]:
        """Every lever, smaller ones first, with the target states that it makes equilibria."""
        levers_: set[frozenset[Change]] = set()
        for size in range(self.most + 1):
            fresh = list(self._of_size(size, levers_))
            levers_.update(frozenset(changes) for changes, _ in fresh)
            if self.step:
                self.step(size, len(levers_))
            yield from fresh

    def _of_size(self, size: int, smaller: set[frozenset[Change]]) -> Iterator[Found]:
        for away in range(size + 1):
            for options in combinations(self._removable, away):
                parts = self._world(options)
                gone = tuple(TakeAway(option) for option in options)
                if parts and frozenset(gone) not in smaller:
                    yield from parts.of_size(size - away, gone, smaller)

    @cached_property
    def states(self) -> States:
        """The states of the conflict as it stands."""
        return states_of(self.conflict)

    @cached_property
    def _removable(self) -> tuple[str, ...]:
        """Options that some target state does not take."""
        return tuple(option.id for place, option in enumerate(self.conflict.options)
                     if any(text[place] != "Y" for text in self.target))  # fmt: skip

    def _world(self, options: tuple[str, ...]) -> _Parts | None:
        if options not in self._worlds:
            self._worlds[options] = self._without(options)
        return self._worlds[options]

    def _without(self, options: tuple[str, ...]) -> _Parts | None:
        """The conflict with options taken away; merged states become others with them, and are listed again."""
        whole = self._whole
        if not options or whole is None:
            return whole
        states = whole.world.steps.states
        if states.coalesced:
            return _parts_of(without_options(self.conflict, options), self)
        taken = sum(1 << states.options.index(option) for option in options)
        left = bits_of(states.codes & taken == 0)
        world = World(whole.world.steps, whole.world.outlooks, left, whole.world.asked)
        return _Parts(world, whole.single, whole.targets) if any(left >> one & 1 for one in world.targets) else None

    @cached_property
    def _whole(self) -> _Parts | None:
        return _parts_of(self.conflict, self)


def _parts_of(conflict: Conflict, search: LeverSearch) -> _Parts | None:
    """A conflict as it stands, with what is left of the targets; None where nothing is."""
    asked, steps = defined(search.concept), Steps.of(conflict, states_of(conflict))
    before = search.states
    left = [(text, one) for text in search.target for one in left_of(before, before.index(text), steps.states)]
    if not left:
        return None
    texts, targets = (tuple(each) for each in zip(*left, strict=True))
    added = {one.says: parse(one.says) for one in search.candidates}
    outlooks = [Outlooks(steps, maker, targets, added, improving=asked.credible)
                for maker in range(len(conflict.names))]  # fmt: skip
    single = [statement_changes(conflict, name, search.candidates) for name in conflict.names]
    return _Parts(World(steps, outlooks, (1 << len(steps.states)) - 1, asked), single, texts)


class _Parts:
    """Sets of changes to statements in one world, by decision maker and size."""

    def __init__(self, world: World, single: Sequence[Sequence[Change]], targets: tuple[str, ...]) -> None:
        self.world, self.single, self.targets = world, single, targets
        self._known: dict[tuple[int, int], dict[Outlook, list[tuple[int, Part]]]] = {}
        self._enough: dict[tuple[int, Part], int] = {}

    def of_size(self, size: int, gone: tuple[Change, ...], smaller: set[frozenset[Change]]) -> Iterator[Found]:
        """The levers of so many changes beside what is gone, given the smaller ones."""
        for sizes in _compositions(size, len(self.single)):
            each = [self._by_outlook(maker, count) for maker, count in enumerate(sizes)]
            found = []
            for kinds in product(*each):
                chosen = (one for one in product(*(each[maker][kind] for maker, kind in enumerate(kinds)))
                          if not _contains((*gone, *_together(one)), smaller))  # fmt: skip
                first = next(chosen, None)
                held = self.world.holds(kinds) if first else ()
                if first and held:
                    texts = tuple(dict.fromkeys(self.targets[place] for place in held))
                    found += [(one, texts) for one in (first, *chosen)]
            for one, texts in sorted(found, key=_order):
                yield (*gone, *_together(one)), texts

    def _by_outlook(self, maker: int, count: int) -> dict[Outlook, list[tuple[int, Part]]]:
        """Sets of so many changes to one decision maker's statements, numbered, by what they come to."""
        if (maker, count) not in self._known:
            kinds: dict[Outlook, list[tuple[int, Part]]] = defaultdict(list)
            for number, part in enumerate(combinations(self.single[maker], count)):
                outlook = self.world.outlooks[maker].of(part) if compatible(part) else None  # type: ignore[arg-type]
                if outlook is not None and self._worth_trying(maker, part, outlook):  # type: ignore[arg-type]
                    kinds[outlook].append((number, part))  # type: ignore[arg-type]
            self._known[maker, count] = dict(kinds)
        return self._known[maker, count]

    def _worth_trying(self, maker: int, part: Part, outlook: Outlook) -> bool:
        """Whether some target may hold after these changes; and, where that is all that matters, not after fewer."""
        possible = self.world.possible(maker, outlook)
        if not possible or self.world.asked.credible:
            return bool(possible)
        fewer = [self._enough.get((maker, less), 0) for size in range(len(part)) for less in combinations(part, size)]
        self._enough[maker, part] = possible
        return not any(possible & ~one == 0 for one in fewer)


def _compositions(size: int, places: int) -> Iterator[tuple[int, ...]]:
    if places == 0:
        yield from [()] * (size == 0)
        return
    for first in range(size + 1):
        for rest in _compositions(size - first, places - 1):
            yield (first, *rest)


def _contains(changes: Sequence[Change], levers_: set[frozenset[Change]]) -> bool:
    """Whether a part of the changes is a lever already."""
    return any(frozenset(part) in levers_ for size in range(len(changes)) for part in combinations(changes, size))


def _together(chosen: Sequence[tuple[int, Part]]) -> tuple[Change, ...]:
    return tuple(change for _, part in chosen for change in part)


def _order(found: tuple[tuple[tuple[int, Part], ...], tuple[str, ...]]) -> list[int]:
    return [number for number, _ in found[0]]
