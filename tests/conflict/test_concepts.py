"""The fast ways agree with the general one: cells, closed forms, compiled loops, dense and sparse lists."""

from __future__ import annotations

import random

import numpy as np
import pytest

from hikiwake.conflict.concepts.definitions import CONCEPTS
from hikiwake.conflict.concepts.solvers import (
    ByArcs,
    ByCells,
    Kernel,
    array_kernel,
    best_solver,
    compiled_kernel,
    stable_tables,
    tables_by,
)
from hikiwake.conflict.concepts.transitive import cells, whole
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.model.statements import parse
from tests.conflict.build import random_conflict, random_ranks


def kernel(name: str) -> Kernel:
    if name == "arrays":
        return array_kernel()
    pytest.importorskip("numba", reason="the compiled kernel needs the extra [fast]")
    return compiled_kernel()


@pytest.mark.parametrize("name", ["arrays", "numba"])
@pytest.mark.parametrize("sparse", [0, 4, 1000])
@pytest.mark.parametrize("seed", range(12))
def test_cells_agree_with_legal_sequences(seed: int, sparse: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "SPARSE", sparse)
    loops = kernel(name)
    rng = random.Random(seed)
    moves = moves_of(random_conflict(rng, transitive=True))
    ranks = random_ranks(rng, moves)
    slow = tables_by(ByArcs(moves, ranks), ranks.shape, CONCEPTS)
    fast = tables_by(ByCells(moves, ranks, loops), ranks.shape, CONCEPTS)
    for concept in CONCEPTS:
        assert np.array_equal(slow[concept], fast[concept]), concept


@pytest.mark.parametrize("widths", [(3,), (2, 3), (1, 6), (7, 1), (2, 2, 2), (0, 3), (1, 1, 1, 1, 1, 1)])
def test_closed_forms_agree_with_legal_sequences(widths: tuple[int, ...]) -> None:
    makers = (DecisionMaker(f"D{i}", tuple(Option(f"o{i}_{j}") for j in range(w))) for i, w in enumerate(widths))
    moves = moves_of(Conflict(tuple(makers)))
    for seed in range(5):
        ranks = random_ranks(random.Random(seed), moves)
        solver = ByCells(moves, ranks, array_kernel())
        assert solver.free
        slow, fast = (tables_by(each, ranks.shape, CONCEPTS) for each in (ByArcs(moves, ranks), solver))
        assert all(np.array_equal(slow[concept], fast[concept]) for concept in CONCEPTS)


def test_ten_decision_makers_are_the_same_code() -> None:
    makers = tuple(DecisionMaker(f"D{i}", (Option(f"o{i}"),)) for i in range(10))
    moves = moves_of(Conflict(makers))
    ranks = random_ranks(random.Random(1), moves)
    slow, fast = tables_by(ByArcs(moves, ranks), ranks.shape, ("smr", "seq")), stable_tables(moves, ranks)
    assert np.array_equal(slow["seq"], fast["seq"]) and np.array_equal(slow["smr"], fast["smr"])


def test_concepts_are_nested_as_the_theory_says() -> None:
    for seed in range(20):
        rng = random.Random(seed)
        moves = moves_of(random_conflict(rng, transitive=False))
        stable = stable_tables(moves, random_ranks(rng, moves), CONCEPTS)
        for inner, outer in (("nash", "smr"), ("smr", "gmr"), ("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"),
                             ("sseq", "smr"), ("nash", "sim")):  # fmt: skip
            assert not (stable[inner] & ~stable[outer]).any(), (inner, outer)  # type: ignore[index]


def test_forbidden_moves_and_coalesced_states_are_solved_by_legal_sequences() -> None:
    rng = random.Random(3)
    moves = moves_of(random_conflict(rng, transitive=False))
    assert best_solver(moves, random_ranks(rng, moves)).method == "legal sequences"
    moves = moves_of(random_conflict(rng, transitive=True))
    assert best_solver(moves, random_ranks(rng, moves)).method == "cells, arrays"


@pytest.mark.parametrize("rules", [("a and b",), ("a and b", "c and d"), ("a and not b", "c", "not (d iff c)")])
def test_what_rules_leave_out_is_in_no_list(rules: tuple[str, ...]) -> None:
    """Rules about one's own options take whole rows and columns away: what is left are the states, each once."""
    makers = tuple(DecisionMaker(two[0], tuple(Option(one) for one in two)) for two in ("ab", "cd"))
    moves = moves_of(Conflict(makers, infeasible=tuple(parse(rule) for rule in rules)))
    ranks = random_ranks(random.Random(1), moves)
    for mover in range(2):
        (block,) = cells.sorted_blocks(moves, mover, ranks[mover][None])[0]
        assert sorted(block.index.ravel().tolist()) == list(range(len(moves.states)))


def test_a_setting_of_one_way_options_that_no_state_has_makes_no_list() -> None:
    own = DecisionMaker("A", (Option("a", one_way="on"), Option("b", one_way="on")))
    moves = moves_of(Conflict((own, DecisionMaker("B", (Option("c"),))), infeasible=(parse("b and not a"),)))
    found = cells.sorted_blocks(moves, 0, random_ranks(random.Random(2), moves)[:1])[0]
    assert [block.index.shape for block in found] == [(1, 2), (2, 2), (3, 2)]
