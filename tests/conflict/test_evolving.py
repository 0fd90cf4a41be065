"""The status quo table: arrivals against the plain search, the graph's steps, joint moves and jumps, bounds."""

from __future__ import annotations

import random

import pytest

from hikiwake.conflict import Conflict, DecisionMaker, Option, equilibrium_jumps, evolve, solve
from hikiwake.conflict.files.evolution import evolution_graphml
from hikiwake.errors import ModelError
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw
from tests.agreement.plain import PlainModel, State
from tests.conflict.build import prisoners
from tests.published.shared import example


def plain_arrivals(model: PlainModel, start: State, improving: bool) -> dict[tuple[int, int], int]:
    """By state (number) and last mover the least length of a legal sequence, by the definition."""
    step = model.improvements if improving else model.moves
    number = {state: place for place, state in enumerate(model.states, start=1)}
    found: dict[tuple[int, int], int] = {}
    front: set[tuple[State, int | None]] = {(start, None)}
    length = 0
    while front:
        length += 1
        reached = {(t, i) for s, last in front for i in model.decision_makers if i != last for t in step(i, s)}
        front = {(t, i) for t, i in reached if (number[t], i) not in found}
        found.update({(number[t], i): length for t, i in front if i is not None})
    return found


@pytest.mark.parametrize("seed", range(12))
def test_arrivals_are_those_of_the_plain_search(seed: int) -> None:
    rng = random.Random(seed)
    model = draw(rng)
    stability = solve(conflict_of(model), ("nash", "seq"))
    number = rng.randint(1, len(model.states))
    for by in ("moves", "improvements"):
        table = evolve(stability, number, by)
        plain = plain_arrivals(model, model.states[number - 1], by == "improvements")
        found = {(row.number, int(name[1:])): step for row in table for name, step in row.arrivals}
        assert found == plain
        assert {row.number for row in table} == {number, *(state for state, _ in plain)}
        for step, one in table.steps:
            mover = int(one.decision_maker[1:])
            assert plain[one.target, mover] == step
            before = [at for (state, last), at in plain.items() if state == one.origin and last != mover]
            assert (step == 1 and one.origin == number) or step - 1 in before
        limited = evolve(stability, number, by, steps=1)
        assert {row.number for row in limited} == {number, *(s for (s, _), at in plain.items() if at == 1)}


@pytest.mark.parametrize("seed", range(12))
def test_jumps_are_those_of_the_coalitions(seed: int) -> None:
    """From the equilibria that are reached, and without those that a smaller coalition makes."""
    stability = solve(conflict_of(draw(random.Random(seed))), ("seq",))
    table = evolve(stability, 1)
    reached = {row.number for row in table}
    every = [one for one in equilibrium_jumps(stability, "seq") if one.origin in reached]
    least = {
        (one.coalition, one.origin, one.target) for one in every
        if not any((one.origin, one.target) == (other.origin, other.target)
                   and set(other.coalition) < set(one.coalition) for other in every)
    }  # fmt: skip
    assert {(one.coalition, one.origin, one.target) for one in table.joint if one.jump} == least


def test_the_jump_of_elmira_is_marked_in_table_and_graph() -> None:
    table = evolve(solve(example("elmira")), by="improvements", concept="nash")
    assert [row.number for row in table] == [1, 6]
    assert [(one.coalition, one.origin, one.target, one.jump) for one in table.joint] == [
        (("Ministry", "Firm"), 6, 9, True)
    ]
    assert table.as_records()[1]["joint_moves"] == [{"members": ["Ministry", "Firm"], "to": 9, "jump": True}]
    assert [row["number"] for row in table.as_nodes()] == [1, 6, 9]
    assert "equilibrium jump" in evolution_graphml(table)
    assert evolution_graphml(table) == evolution_graphml(table)


def test_there_must_be_a_start_and_a_solved_concept() -> None:
    with pytest.raises(ModelError, match="no status quo"):
        evolve(solve(Conflict((DecisionMaker("A", (Option("a"),)),))))
    with pytest.raises(ModelError, match='no concept "seq"'):
        evolve(solve(prisoners(), ("nash",)))


def test_a_notebook_shows_the_table() -> None:
    assert "<td>Local government</td>" in evolve(solve(example("elmira")))._repr_html_()
