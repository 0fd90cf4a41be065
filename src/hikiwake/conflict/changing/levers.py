"""Levers: the least that would have to change for a state to hold.

A lever is a set of changes to the model that makes a target an equilibrium of a concept, while no part of the set does:
one change fewer is not enough. Changes are made to statements (drop, flip, move to another rank, add one of the given
candidates) and to options (take one away). The target is a state, or a settlement: then any state that realises it
will do.

All levers of up to ``most`` changes are found (``lever_search``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hikiwake.conflict.changing.lever_search import LeverSearch, Step
from hikiwake.conflict.changing.telling import change_words
from hikiwake.conflict.concepts.definitions import defined
from hikiwake.conflict.model.changes import Candidate, Change, Drop, Flip, MoveTo, TakeAway, kind
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.merging import divided
from hikiwake.conflict.model.naming import states_named
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import states_of
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import changes as wording
from hikiwake.wording.moves import NAMES


@dataclass(frozen=True)
class Lever:
    """A smallest set of changes; ``states``: the target states (as text) that it makes equilibria."""

    changes: tuple[Change, ...]
    cost: float
    states: tuple[str, ...]


@dataclass(frozen=True)
class Levers(Result[Lever]):
    """All levers of up to ``most`` changes, the cheapest first. One without changes: the target holds as it is."""

    conflict: Conflict
    target: tuple[str, ...]
    concept: str
    most: int
    levers: tuple[Lever, ...]

    @property
    def rows(self) -> tuple[Lever, ...]:
        """The levers, the cheapest first."""
        return self.levers

    def as_records(self) -> list[dict[str, Any]]:
        """The levers: changes (kind, what is changed, words), cost, states."""
        return [
            {"changes": [self._change(change) for change in lever.changes], "cost": lever.cost,
             "states": list(lever.states)}
            for lever in self.levers
        ]  # fmt: skip

    def _change(self, change: Change) -> dict[str, Any]:
        answer: dict[str, Any] = {"kind": kind(change), **asdict(change)}
        if isinstance(change, Drop | Flip | MoveTo):
            preference = self.conflict.decision_maker(change.decision_maker).preference
            if isinstance(preference, Statements):
                answer["says"] = str(preference.statements[change.statement - 1].says)
        return {**answer, "words": change_words(self.conflict, change)}

    @property
    def sentences(self) -> tuple[str, ...]:
        """The levers in words."""
        aim = wording.aim(self.target, NAMES[self.concept])
        if not self.levers:
            return (wording.none_found(self.most, aim),)
        if not self.levers[0].changes:
            return (wording.holds_already(self.levers[0].states, NAMES[self.concept]),)
        told = [wording.lever((change_words(self.conflict, each) for each in one.changes), one.cost) for one in self]
        return (wording.each_of(len(self.levers), aim), *told)

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The levers, the cheapest first."""
        return ("changes", "cost", "then holds"), (
            ([change_words(self.conflict, each) for each in one.changes] or "none", f"{one.cost:g}", list(one.states))
            for one in self.levers
        )


def levers(
    conflict: Conflict,
    target: str | int,
    concept: str = "seq",
    *,
    most: int = 3,
    candidates: Iterable[Candidate] = (),
    costs: Mapping[str, float] | None = None,
    step: Step | None = None,
) -> Levers:
    """Find the smallest sets of changes that make a state, or a settlement, an equilibrium.

    target: a state (text or number), or the formula of a settlement. costs: weight per kind of change (drop, flip,
    move, add, take away), or per kind and decision maker ("move:NAME"); 1 where nothing is said. step: called each time
    all sets of one size have been tried, with that size and how many levers have been found.
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
    defined(concept)
    wanted = tuple(candidates)
    for one in wanted:
        conflict.index(one.decision_maker)
        _known(conflict, one)
    price = _Price(conflict, dict(costs or {}))
    search = LeverSearch(conflict, target_states(conflict, target), concept, most, wanted, step)
    found = [Lever(changes, price(changes), states) for changes, states in search.found()]
    found.sort(key=lambda lever: (lever.cost, len(lever.changes)))
    return Levers(conflict, search.target, concept, most, tuple(found))


def target_states(conflict: Conflict, target: str | int) -> tuple[str, ...]:
    """The states meant by a number, a text, or the formula of a settlement."""
    states = states_of(conflict)
    return tuple(states.text(state) for state in states_named(conflict, states, target).tolist())


def _known(conflict: Conflict, one: Candidate) -> None:
    known = {option.id for option in conflict.options}
    for option in parse(one.says).options:
        if option not in known:
            raise ModelError(f'the candidate "{one.says}" names no option of this model: "{option}"')
    states = states_of(conflict)
    for state in divided(states, states.holding(parse(one.says))) if conflict.coalesce else ():
        raise ModelError(f'the candidate "{one.says}" is true of a part of the merged state {states.text(state)} only')


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
