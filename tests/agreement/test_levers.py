"""Levers against trying everything: put back they make the equilibrium, no part of one does, and none is missed."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

from hikiwake.conflict import CONCEPTS, Conflict, Option, conflict_from, solve
from hikiwake.conflict.changing.levers import levers
from hikiwake.conflict.model.changes import Candidate, Change, TakeAway, changed, statement_changes
from hikiwake.conflict.model.states import states_of
from hikiwake.errors import ModelError
from tests.agreement.engine import conflict_of
from tests.agreement.models import alike, draw, partly, written
from tests.agreement.plain import PlainModel


def stated(rng: random.Random) -> PlainModel:
    """A random conflict of 2 or 3 decision makers with few statements each."""
    while True:
        model = draw(rng)
        if len(model.states) <= 12 and len(model.owned) <= 3:
            wants = tuple(("statements", partly(rng, model, 2)) for _ in model.owned)
            return replace(model, preferences=wants)


def holds(conflict: Conflict, changes: tuple[Change, ...], target: str, concept: str) -> bool:
    """Whether what is left of the target is an equilibrium after the changes; False where they cannot be made together.

    A member of the target that is left belongs to some state then: that one, or one of those, is what is left of it.
    """
    before = states_of(conflict)
    members = {*before.members(before.index(target)).tolist()}
    try:
        stability = solve(changed(conflict, changes), (concept,))  # type: ignore[arg-type]
    except ModelError:
        return False
    after = stability.states
    left = [number for number in range(1, len(after) + 1) if members & {*after.members(number - 1).tolist()}]
    return bool({*left} & {*stability.equilibria(concept)})


def by_trying_everything(
    conflict: Conflict, target: str, concept: str, most: int, candidates: list[Candidate]
) -> set[frozenset[Change]]:
    single: list[Change] = [one for name in conflict.names for one in statement_changes(conflict, name, candidates)]
    options: tuple[Option, ...] = conflict.options
    single += [TakeAway(option.id) for option, sign in zip(options, target, strict=True) if sign != "Y"]
    found: set[frozenset[Change]] = set()
    for size in range(most + 1):
        for changes in combinations(single, size):
            new = frozenset(changes)
            if not any(lever <= new for lever in found) and holds(conflict, changes, target, concept):
                found.add(new)
    return found


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("concept", CONCEPTS)
def test_levers_are_those_found_by_trying_everything(seed: int, concept: str) -> None:
    rng = random.Random(seed)
    plain = stated(rng)
    conflict = conflict_of(plain)
    stability = solve(conflict, (concept,))  # type: ignore[arg-type]
    misses = [number for number in range(1, len(stability.states) + 1) if number not in stability.equilibria(concept)]
    target = stability.states.texts[rng.choice(misses or [1]) - 1]
    candidates = [Candidate("D0", written(alike(rng, plain, ("option", 0))))]
    found = levers(conflict, target, concept, most=2, candidates=candidates)
    sets = {frozenset(lever.changes) for lever in found}
    assert sets == by_trying_everything(conflict, target, concept, 2, candidates)
    assert len(sets) == len(found)


TARGET_GONE = """
decision_makers = [{ name = "A", options = [{ id = "a" }] }, { name = "B", options = [{ id = "b" }] }]
coalesce = [{ when = "not (a iff b)" }]
[preferences.A]
statements = [{ says = "a and b" }]
[preferences.B]
statements = [{ says = "a and b" }]
"""


def test_a_merged_target_is_followed_by_its_members_and_not_by_its_name() -> None:
    away = {
        tuple(change.option for change in lever.changes if isinstance(change, TakeAway)): lever.states
        for lever in levers(conflict_from(TARGET_GONE), "--", "nash", most=2)
        if any(isinstance(change, TakeAway) for change in lever.changes)
    }
    assert away == {("a",): ("--",), ("b",): ("--",)}


def test_a_candidate_that_differs_inside_a_merged_state_is_refused() -> None:
    with pytest.raises(ModelError, match='"a" is true of a part of the merged state --'):
        levers(conflict_from(TARGET_GONE), "NN", candidates=[Candidate("A", "a")])


@pytest.mark.parametrize("seed", range(4))
def test_one_step_less_is_not_enough(seed: int) -> None:
    rng = random.Random(40 + seed)
    conflict = conflict_of(stated(rng))
    target = solve(conflict, ("seq",)).states.texts[0]
    for lever in levers(conflict, target, "seq", most=2):
        assert holds(conflict, lever.changes, target, "seq")
        for size in range(len(lever.changes)):
            for part in combinations(lever.changes, size):
                assert not holds(conflict, part, target, "seq")
