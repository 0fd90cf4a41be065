"""Levers: the least that would have to change for a state to hold.

A lever is a set of changes to the model that makes a target an equilibrium of a concept, while no part of the set does:
one change fewer is not enough. Changes are made to statements (drop, flip, move to another rank, add one of the given
candidates) and to options (take one away). The target is a state, or a settlement: then any state that realises it
will do.

All levers of up to ``most`` changes are found, by trying the sets in order of size and leaving out those that contain a
lever. What keeps that short: a decision maker's statements enter only through the ranks they give, so sets that give
the same ranks are decided once; and ranks under which the target cannot be stable whatever the others want are set
aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    kind,
    rearranged,
    statement_changes,
    without_options,
)
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.preferences import fold, preference_ranks
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.conflict.solving.concepts import CONCEPTS
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.conflict.solving.steps import Steps
from hikiwake.errors import ModelError

Part = tuple[OnStatements, ...]


@dataclass(frozen=True)
class Lever:
    """A smallest set of changes; ``states``: the target states (as text) that it makes equilibria."""

    changes: tuple[Change, ...]
    cost: float
    states: tuple[str, ...]


@dataclass(frozen=True)
class Levers:
    """All levers of up to ``most`` changes, the cheapest first. One without changes: the target holds as it is."""

    conflict: Conflict
    target: tuple[str, ...]
    concept: str
    most: int
    levers: tuple[Lever, ...]

    def __len__(self) -> int:
        return len(self.levers)

    def __iter__(self) -> Iterator[Lever]:
        return iter(self.levers)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The levers in words."""
        from hikiwake.conflict.explaining.wording import lever_sentences

        return lever_sentences(self)

    def _repr_html_(self) -> str:
        from hikiwake.conflict.explaining.wording import paragraphs

        return paragraphs(self.sentences)


def levers(
    conflict: Conflict,
    target: str | int,
    concept: str = "seq",
    *,
    most: int = 3,
    candidates: Iterable[Candidate] = (),
    costs: Mapping[str, float] | None = None,
) -> Levers:
    """Find the smallest sets of changes that make a state, or a settlement, an equilibrium.

    target: a state (text or number), or the formula of a settlement. costs: weight per kind of change (drop, flip,
    move, add, take away), or per kind and decision maker ("move:NAME"); 1 where nothing is said.
    ModelError for an unknown target, concept, name or kind.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> conflict = conflict_from('''
    ... [[decision_makers]]
    ... name = "A"
    ... options = [{ id = "arm" }]
    ... [preferences.A]
    ... statements = [{ says = "arm" }]
    ... ''')
    >>> [lever.changes for lever in levers(conflict, "N", "nash")]  # doctest: +NORMALIZE_WHITESPACE
    [(Drop(decision_maker='A', statement=1),),
     (Flip(decision_maker='A', statement=1),),
     (TakeAway(option='arm'),)]
    """
    if concept not in CONCEPTS:
        raise ModelError(f'no concept "{concept}"; there are {", ".join(CONCEPTS)}')
    wanted = tuple(candidates)
    for one in wanted:
        conflict.index(one.decision_maker)
        _known(conflict, one)
    price = _Price(conflict, dict(costs or {}))
    search = _Search(conflict, target_states(conflict, target), concept, most, wanted)
    found = [Lever(changes, price(changes), states) for changes, states in search.found()]
    found.sort(key=lambda lever: (lever.cost, len(lever.changes)))
    return Levers(conflict, search.target, concept, most, tuple(found))


def target_states(conflict: Conflict, target: str | int) -> tuple[str, ...]:
    """The states meant by a number, a text, or the formula of a settlement."""
    states = states_of(conflict)
    settled = [one for one in conflict.settlements if one.formula == target]
    if settled:
        realised = np.logical_or.reduce([states.true_states(one.when) for one in settled])
        return tuple(states.text(state) for state in np.flatnonzero(realised).tolist())
    if isinstance(target, str) and not target.isdecimal() and set(target) - set("YN-"):
        known = ", ".join(dict.fromkeys(one.formula for one in conflict.settlements)) or "none"
        raise ModelError(f'"{target}" is neither a state nor a settlement; settlements are {known}')
    return (states.text(states.index(target)),)


def _known(conflict: Conflict, one: Candidate) -> None:
    known = {option.id for option in conflict.options}
    for option in parse(one.says).options:
        if option not in known:
            raise ModelError(f'the candidate "{one.says}" names no option of this model: "{option}"')


@dataclass(frozen=True)
class _Price:
    """What a set of changes costs."""

    conflict: Conflict
    costs: Mapping[str, float]

    def __post_init__(self) -> None:
        kinds = ("drop", "flip", "move", "add", "take away")
        known = {*kinds, *(f"{one}:{name}" for one in kinds for name in self.conflict.names)}
        for key, cost in self.costs.items():
            if key not in known:
                raise ModelError(f'no cost "{key}"; expected {", ".join(kinds)}, or one of them with ":NAME"')
            if cost <= 0:
                raise ModelError(f'the cost of "{key}" is {cost}; expected more than 0')

    def __call__(self, changes: Iterable[Change]) -> float:
        return float(sum(self._one(change) for change in changes))

    def _one(self, change: Change) -> float:
        name = self._owner(change.option) if isinstance(change, TakeAway) else change.decision_maker
        return self.costs.get(f"{kind(change)}:{name}", self.costs.get(kind(change), 1.0))

    def _owner(self, option: str) -> str:
        return next(maker.name for maker in self.conflict.decision_makers
                    if option in (own.id for own in maker.options))  # fmt: skip


@dataclass(frozen=True)
class _Search:
    """Sets of changes in order of size."""

    conflict: Conflict
    target: tuple[str, ...]
    concept: str
    most: int
    candidates: tuple[Candidate, ...]
    worlds: dict[tuple[str, ...], _World] = field(default_factory=dict)

    def found(self) -> Iterator[tuple[tuple[Change, ...], tuple[str, ...]]]:
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
