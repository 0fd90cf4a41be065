"""Searching levers: sets of changes in order of size, without those that contain a smaller lever.

What keeps the search short: a decision maker's statements enter only through the ranks they give, so sets that give
the same ranks are decided once; and ranks under which the target cannot be stable whatever the others want are set
aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.changes import (
    Candidate,
    Change,
    OnStatements,
    TakeAway,
    compatible,
    rearranged,
    statement_changes,
    without_options,
)
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.preferences import fold, preference_ranks
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.conflict.solving.steps import Steps

Part = tuple[OnStatements, ...]


@dataclass(frozen=True)
class LeverSearch:
    """Sets of changes in order of size; ``found`` gives every lever with the target states that it makes hold."""

    conflict: Conflict
    target: tuple[str, ...]
    concept: str
    most: int
    candidates: tuple[Candidate, ...]
    worlds: dict[tuple[str, ...], _World] = field(default_factory=dict)

    def found(self) -> Iterator[tuple[tuple[Change, ...], tuple[str, ...]]]:
        """Every lever, smaller ones first, with the target states that it makes equilibria."""
        levers_: set[frozenset[Change]] = set()
        for size in range(self.most + 1):
            for changes, held in self._of_size(size, levers_):
                levers_.add(frozenset(changes))
                yield changes, held

    def _of_size(self, size: int, smaller: set[frozenset[Change]]) -> list[tuple[tuple[Change, ...], tuple[str, ...]]]:
        """The levers of one size, given the smaller ones."""
        found = []
        for away in range(size + 1):
            for options in combinations(self._removable, away):
                world = self._world(options)
                for parts in self._parts(size - away):
                    held = world.held(parts)
                    changes = (*(TakeAway(option) for option in options), *(one for part in parts for one in part))
                    if held and not _contains(changes, smaller):
                        found.append((changes, held))
        return found

    def _world(self, options: tuple[str, ...]) -> _World:
        if options not in self.worlds:
            conflict = without_options(self.conflict, options) if options else self.conflict
            self.worlds[options] = _World(conflict, self.target, self.concept, self.candidates)
        return self.worlds[options]

    @cached_property
    def _removable(self) -> tuple[str, ...]:
        """Options that some target state does not take."""
        return tuple(option.id for place, option in enumerate(self.conflict.options)
                     if any(text[place] != "Y" for text in self.target))  # fmt: skip

    def _parts(self, size: int) -> Iterator[tuple[Part, ...]]:
        """Every way to spread so many changes over the decision makers' statements."""
        makers = len(self.conflict.decision_makers)
        for sizes in _compositions(size, makers):
            yield from product(*(self._changes(maker, count) for maker, count in enumerate(sizes)))

    def _changes(self, maker: int, count: int) -> list[Part]:
        key = maker, count
        if key not in self._known_changes:
            name = self.conflict.names[maker]
            single = statement_changes(self.conflict, name, self.candidates)
            self._known_changes[key] = [part for part in combinations(single, count) if compatible(part)]
        return self._known_changes[key]

    @cached_property
    def _known_changes(self) -> dict[tuple[int, int], list[Part]]:
        return {}


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


class _World:
    """The conflict with certain options taken away: decides sets of statement changes, each set of ranks once."""

    def __init__(
        self, conflict: Conflict, target: Sequence[str], concept: str, candidates: Sequence[Candidate]
    ) -> None:
        self.conflict = conflict
        self.states = states_of(conflict)
        targets = {text: self.states.matching(text).tolist() for text in target}
        steps = Steps.of(conflict, self.states)
        self.tests = {text: StableAt(steps, found[0], concept) for text, found in targets.items() if len(found) == 1}
        self.truths = [_truths(maker.preference, self.states) for maker in conflict.decision_makers]
        self.added = {one.says: self.states.true_states(parse(one.says)) for one in candidates}
        self.ranks_of_part: dict[tuple[int, Part], int | None] = {}
        self.ranks: list[list[NDArray[np.int32]]] = [[] for _ in self.truths]
        self.number_of_ranks: list[dict[bytes, int]] = [{} for _ in self.truths]
        self.decided: dict[tuple[int, ...], tuple[str, ...]] = {}

    def held(self, parts: Sequence[Part]) -> tuple[str, ...]:
        """The target states that are equilibria after these changes, one part per decision maker."""
        if not self.tests:
            return ()
        key = tuple(self._ranks(maker, part) for maker, part in enumerate(parts))
        if None in key:
            return ()
        numbers = tuple(number for number in key if number is not None)
        if numbers not in self.decided:
            ranks = [self.ranks[maker][number] for maker, number in enumerate(numbers)]
            self.decided[numbers] = tuple(text for text, test in self.tests.items() if test.for_all(ranks))
        return self.decided[numbers]

    def _ranks(self, maker: int, part: Part) -> int | None:
        """The number of the ranks that a part gives; None where they cannot make any target stable."""
        key = maker, part
        if key not in self.ranks_of_part:
            self.ranks_of_part[key] = self._numbered(maker, part)
        return self.ranks_of_part[key]

    def _numbered(self, maker: int, part: Part) -> int | None:
        ranks = self._folded(maker, part)
        if ranks is None or all(test.own_verdict(maker, ranks) is False for test in self.tests.values()):
            return None
        numbers = self.number_of_ranks[maker]
        content = ranks.tobytes()
        if content not in numbers:
            numbers[content] = len(self.ranks[maker])
            self.ranks[maker].append(ranks)
        return numbers[content]

    def _folded(self, maker: int, part: Part) -> NDArray[np.int32] | None:
        truths = self.truths[maker]
        if truths is None:
            return preference_ranks(self.conflict.decision_makers[maker].preference, self.states)
        entries = rearranged(len(truths), part)
        if entries is None:
            return None
        columns = [self.added[entry] if isinstance(entry, str) else truths[entry - 1] for entry, _ in entries]
        flips = [flip for _, flip in entries]
        return fold(
            (~column if flip else column for column, flip in zip(columns, flips, strict=True)), len(self.states)
        )


def _truths(preference: object, states: States) -> list[NDArray[np.bool_]] | None:
    if not isinstance(preference, Statements):
        return None
    return [states.true_states(one.says) for one in preference.statements]
