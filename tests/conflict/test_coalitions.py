"""Coalitions: joint moves, the definitions by plain sets, jumps."""

from __future__ import annotations

import random

import numpy as np
import pytest

from hikiwake.conflict.concepts import coalitions as coalitions_module
from hikiwake.conflict.concepts.coalitions import COALITION_CONCEPTS, coalition_tables, coalitions_of
from hikiwake.conflict.concepts.solvers import ByArcs, tables_by
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.solving.stability import solve
from hikiwake.conflict.solving.together import Jump, coalition_stability, equilibrium_jumps
from hikiwake.errors import ModelError
from tests.conflict.build import prisoners, random_conflict, random_ranks, wants


def joint(members: tuple[int, ...], start: int, arcs: tuple[Arcs, ...]) -> set[int]:
    """Legal sequences, one pair of state and last mover at a time."""
    found, waiting = set(), [(start, -1)]
    while waiting:
        state, last = waiting.pop()
        for mover in members:
            for target in arcs[mover].of(state).tolist() if mover != last else ():
                if (target, mover) not in found:
                    found.add((target, mover))
                    waiting.append((target, mover))
    return {state for state, _ in found}


@pytest.mark.parametrize("seed", range(25))
def test_coalitions_agree_with_the_definitions_by_sets(seed: int) -> None:
    rng = random.Random(seed)
    moves = moves_of(random_conflict(rng, transitive=seed % 2 == 0))
    ranks = random_ranks(rng, moves)
    improving = tuple(arcs.improving(own) for arcs, own in zip(moves.arcs, ranks, strict=True))
    for coalition in coalitions_of(len(ranks)):
        others = tuple(other for other in range(len(ranks)) if other not in coalition)
        tables = coalition_tables(moves, ranks, coalition)
        for state in range(len(moves.states)):

            def deters(target: int, at: int = state, members: tuple[int, ...] = coalition) -> bool:
                return any(ranks[member, target] <= ranks[member, at] for member in members)

            tempting = [target for target in joint(coalition, state, moves.arcs) if not deters(target)]
            replies = [joint(others, target, moves.arcs) for target in tempting]
            credible = [joint(others, target, improving) for target in tempting]
            lasting = {target for target in range(len(moves.states))
                       if deters(target) and all(map(deters, joint(coalition, target, moves.arcs)))}  # fmt: skip
            assert tables["nash"][state] == (not tempting)
            assert tables["gmr"][state] == all(any(map(deters, reply)) for reply in replies)
            assert tables["seq"][state] == all(any(map(deters, reply)) for reply in credible)
            assert tables["smr"][state] == all(bool(reply & lasting) for reply in replies)


@pytest.mark.parametrize("seed", range(10))
def test_a_coalition_of_one_is_its_member(seed: int) -> None:
    rng = random.Random(seed)
    moves = moves_of(random_conflict(rng, transitive=False))
    ranks = random_ranks(rng, moves)
    alone = tables_by(ByArcs(moves, ranks), ranks.shape, COALITION_CONCEPTS)
    for mover in range(len(ranks)):
        tables = coalition_tables(moves, ranks, (mover,))
        assert all(np.array_equal(tables[concept], alone[concept][mover]) for concept in COALITION_CONCEPTS)


def test_prisoners_together_leave_mutual_defection() -> None:
    stability = solve(prisoners())
    together = coalition_stability(stability)
    assert stability.equilibria("nash") == (1,)
    assert together.equilibria("nash") == ()
    assert together.equilibria("seq") == (4,)
    assert together.stable("nash", ("Column", "Row")) == (2, 3, 4)
    assert equilibrium_jumps(stability, "seq") == (Jump(("Row", "Column"), 1, 4),)
    assert equilibrium_jumps(stability, "nash") == ()
    assert together.as_object()["equilibria"]["seq"] == [4]


def test_what_single_improvements_reach_is_no_jump() -> None:
    makers = (DecisionMaker("A", (Option("a"),), wants("b", "a")), DecisionMaker("B", (Option("b"),), wants("a", "b")))
    stability = solve(Conflict(makers))
    assert stability.equilibria("gmr") == (2, 3, 4)
    assert equilibrium_jumps(stability, "gmr") == ()


def test_unknown_names_are_refused() -> None:
    together = coalition_stability(solve(prisoners()))
    for coalition in ((), ("Row", "Nobody"), ("Row", "Row")):
        with pytest.raises(ModelError, match="no coalition"):
            together.stable("nash", coalition)
    with pytest.raises(ModelError, match="no coalition concept"):
        together.equilibria("sim")


def test_models_too_large_to_follow_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coalitions_module, "MOST_STATES", 3)
    with pytest.raises(ModelError, match="at most 3 states"):
        coalition_stability(solve(prisoners()))
