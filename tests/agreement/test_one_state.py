"""Reasons for one state, and stability under many ranks, agree with the engine, which decides all states."""

from __future__ import annotations

import random

import numpy as np
import pytest

from hikiwake.conflict import CONCEPTS, Conflict, DecisionMaker, Option, Stability, parse, solve
from hikiwake.conflict.changing.chances import MANY, AtStates
from hikiwake.conflict.concepts.definitions import CLASSIC
from hikiwake.conflict.concepts.side_by_side import Ranked, SideBySide
from hikiwake.conflict.concepts.solvers import stable_tables
from hikiwake.conflict.explaining.reasons import Temptation
from hikiwake.conflict.explaining.why import why
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.conflict.solving.steps import Steps
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw


@pytest.mark.parametrize("seed", range(10))
def test_reasons_agree_with_the_engine(seed: int) -> None:
    rng = random.Random(seed)
    model = draw(rng)
    stability = solve(conflict_of(model), CONCEPTS)
    for concept in CONCEPTS:
        for number in rng.sample(range(1, len(model.states) + 1), min(6, len(model.states))):
            answer = why(stability.conflict, number, concept)
            assert answer.equilibrium == stability.is_equilibrium(concept, number)
            for reason in answer.reasons:
                name = stability.conflict.names[reason.decision_maker]
                assert reason.stable == (number in stability.stable(concept, name))
                for temptation in reason.temptations:
                    assert_sound(stability, reason.decision_maker, number - 1, concept, temptation)
            assert len(answer.sentences) >= len(answer.reasons)


def assert_sound(stability: Stability, maker: int, state: int, concept: str, temptation: Temptation) -> None:
    """A temptation is better; a sanction follows legal moves, is credible where it must be, and ends no better."""
    ranks = stability.ranks
    assert ranks[maker, temptation.state] > ranks[maker, state]
    sanction = temptation.sanction
    if sanction is None:
        return
    assert ranks[maker, sanction.outcome.state] <= ranks[maker, state]
    assert all(ranks[maker, one.state] <= ranks[maker, state] for one in sanction.countermoves)
    here, last = temptation.state, -1
    for turn in sanction.moves:
        assert turn.target in stability.moves.targets(turn.decision_maker, turn.origin)
        assert turn.decision_maker != maker
        if concept in ("seq", "sseq", "sim"):
            assert ranks[turn.decision_maker, turn.target] > ranks[turn.decision_maker, turn.origin]
        if concept == "sim":
            assert turn.origin == state
        else:
            assert turn.origin == here
            assert turn.decision_maker != last
        here, last = turn.target, turn.decision_maker


@pytest.mark.parametrize("seed", range(10))
def test_one_state_at_a_time_agrees_with_the_engine(seed: int) -> None:
    model = draw(random.Random(100 + seed))
    stability = solve(conflict_of(model), CONCEPTS)
    steps = Steps.of(stability.conflict)
    for concept in CONCEPTS:
        for state in range(len(model.states)):
            test = StableAt(steps, state, concept)
            for maker in model.decision_makers:
                held = bool(stability.table(concept)[maker, state])
                assert test.stable(maker, list(stability.ranks)) == held
                assert test.bearable(maker, stability.ranks[maker][:, None])[0] >= held
            table = stability.table(concept)[:, state]
            many = [np.stack([own] * 3, axis=1) for own in stability.ranks]
            assert test.for_all(many).tolist() == [table.all()] * 3


@pytest.mark.parametrize("seed", range(30))
def test_many_preferences_at_once_agree_with_the_engine(seed: int) -> None:
    rng = random.Random(200 + seed)
    model = draw(rng)
    while model.coalesced or model.forbidden:
        model = draw(rng)
    stability = solve(conflict_of(model), CONCEPTS)
    orders = [rng.sample(range(len(model.states)), len(model.states)) for _ in range(3)]
    drawn = [stability.ranks, *(np.ascontiguousarray(stability.ranks[:, order]) for order in orders)]
    together = SideBySide([[Ranked(stability.moves, maker, own) for maker, own in enumerate(ranks)] for ranks in drawn])
    for concept in ("nash", "gmr", "smr", "seq", "sseq"):
        held = together.equilibria(concept)
        for draw_, ranks in enumerate(drawn):
            table = stable_tables(stability.moves, ranks, (concept,))[concept]
            assert held[:, draw_].tolist() == table.all(axis=0).tolist()


@pytest.mark.parametrize("seed", range(6))
def test_some_state_of_many_agrees_with_the_engine(seed: int) -> None:
    rng, ids = random.Random(300 + seed), [f"o{number}" for number in range(8)]
    own = [Option(one, one_way="on" if one == "o3" and seed % 2 else None) for one in ids]
    makers = DecisionMaker("A", tuple(own[:4])), DecisionMaker("B", tuple(own[4:]))
    stability = solve(Conflict(makers, infeasible=(parse("o0 and o7 and not o4"),)), ("nash",))
    count, chosen = len(stability.states), list(range(0, len(stability.states), 2))
    steps = Steps.of(stability.conflict)
    drawn = [np.array([[rng.randrange(count) for _ in range(count)] for _ in range(2)], dtype=np.int32)
             for _ in range(30)]  # fmt: skip
    few = AtStates({concept: [StableAt(steps, state, concept) for state in chosen] for concept in CLASSIC})
    found = few.held([np.stack([ranks[maker] for ranks in drawn], axis=1) for maker in range(2)])
    assert len(chosen) > MANY
    for number, ranks in enumerate(drawn):
        tables = stable_tables(stability.moves, ranks, CLASSIC)
        for concept in CLASSIC:
            held = np.logical_and.reduce(list(tables[concept]))
            assert found[concept][number] == held[chosen].any(), concept
    assert not found["nash"].all()
