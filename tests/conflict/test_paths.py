"""Paths: breadth first by hand, legality, openers, what is never reached."""

from __future__ import annotations

import random
from collections import deque

import pytest

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, ForbiddenMove, Option
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.solving.paths import NoPath, Path, Step, improvement_paths, move_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.errors import ModelError
from tests.conflict.build import prisoners, random_conflict, random_statement, wants


def test_improvements_of_prisoners_lead_to_mutual_defection() -> None:
    evolution = improvement_paths(solve(prisoners()))
    assert evolution.reachable == (1, 2, 3, 4)
    assert evolution.path_to("NN") == Path(4, 1, (Step("Row", 4, 3), Step("Column", 3, 1)))
    assert evolution.path_to(4) == Path(4, 4, ())
    assert evolution.openers("NN") == ("Row", "Column")
    assert evolution.openers("YN") == ("Column",)


def test_no_path_is_an_answer() -> None:
    evolution = improvement_paths(solve(prisoners()), "NN")
    assert evolution.path_to("YY") == NoPath(1, 4, "improvements")
    assert evolution.unreachable_equilibria("seq") == (4,)
    assert evolution.unreachable_equilibria("nash") == ()
    assert evolution.openers("YY") == ()
    assert len(move_paths(evolution.stability, "NN").path_to("YY").steps) == 2  # type: ignore[union-attr]


def test_nobody_moves_twice_in_a_row() -> None:
    alone = DecisionMaker("A", (Option("a"), Option("b")))
    forbidden = (ForbiddenMove(parse("not a and not b"), parse("a and b")),)
    stability = solve(Conflict((alone,), forbidden_moves=forbidden))
    assert move_paths(stability, "NN").reachable == (1, 2, 3)
    other = DecisionMaker("B", (Option("c"),))
    stability = solve(Conflict((alone, other), forbidden_moves=forbidden))
    path = move_paths(stability, "NNN").path_to("YYN")
    assert isinstance(path, Path)
    assert [step.decision_maker for step in path.steps] == ["A", "B", "A", "B"]


def test_without_a_status_quo_a_state_must_be_named() -> None:
    stability = solve(Conflict((DecisionMaker("A", (Option("a"),)),)))
    with pytest.raises(ModelError, match="no status quo"):
        move_paths(stability)
    with pytest.raises(ModelError, match="no state number 0"):
        move_paths(stability, 0)


def by_hand(stability: Stability, start: int) -> dict[int, int]:
    """The length of a shortest legal path by improvements to every state reached."""
    length: dict[tuple[int, int], int] = {(start, -1): 0}
    waiting = deque(length)
    while waiting:
        state, last = waiting.popleft()
        for mover in range(len(stability.ranks)):
            for target in stability.moves.targets(mover, state).tolist():
                better = stability.ranks[mover, target] > stability.ranks[mover, state]
                if mover != last and better and (target, mover) not in length:
                    length[target, mover] = length[state, last] + 1
                    waiting.append((target, mover))
    return {state: min(steps for (at, _), steps in length.items() if at == state) for state, _ in length}


@pytest.mark.parametrize("seed", range(25))
def test_paths_are_shortest_and_legal(seed: int) -> None:
    rng = random.Random(seed)
    conflict = random_conflict(rng, transitive=False)
    options = [option.id for option in conflict.options]
    merged = "".join(f" or ({rule})" for rule in conflict.coalesce)
    for name in conflict.names:
        wanted = (f"({random_statement(rng, options)}){merged}" for _ in range(4))
        conflict = conflict.with_preference(name, wants(*wanted))
    try:
        stability = solve(conflict, ("nash",))
    except ModelError as error:
        assert "remove every state" in str(error) or "are written" in str(error)
        return
    evolution = improvement_paths(stability, 1)
    expected = by_hand(stability, 0)
    assert evolution.reachable == tuple(sorted(state + 1 for state in expected))
    for state, steps in expected.items():
        path = evolution.path_to(state + 1)
        assert isinstance(path, Path) and len(path) == steps
        at, last = 1, ""
        for step in path.steps:
            mover = stability.conflict.index(step.decision_maker)
            assert step.origin == at and step.decision_maker != last
            assert step.target - 1 in stability.moves.targets(mover, at - 1)
            assert stability.ranks[mover, step.target - 1] > stability.ranks[mover, at - 1]
            at, last = step.target, step.decision_maker
        assert at == state + 1
