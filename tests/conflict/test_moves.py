"""Moves: own options only, one way, feasible, not forbidden, between any members."""

from __future__ import annotations

import random

import numpy as np
import pytest

from hikiwake.conflict.model import moves as moves_module
from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    Option,
    PreferenceStatement,
    Statements,
)
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.statements import parse
from hikiwake.errors import ModelError
from tests.conflict.build import random_conflict

A = DecisionMaker("A", (Option("a", one_way="on"), Option("b", one_way="off")))
B = DecisionMaker("B", (Option("c"),))


def listed(moves: Moves, mover: int) -> dict[str, list[str]]:
    texts = moves.states.texts
    return {text: [texts[target] for target in moves.arcs[mover].of(state)] for state, text in enumerate(texts)}


def test_any_subset_of_own_options_changes_in_one_move() -> None:
    free = DecisionMaker("A", (Option("a"), Option("b")))
    assert listed(moves_of(Conflict((free, B))), 0)["NNY"] == ["YNY", "NYY", "YYY"]


def test_one_way_options_only_go_one_way() -> None:
    found = listed(moves_of(Conflict((A, B))), 0)
    assert found["NYN"] == ["NNN", "YNN", "YYN"]
    assert found["YNN"] == []
    assert found["NNN"] == ["YNN"]


def test_infeasible_states_cannot_be_moved_to() -> None:
    assert listed(moves_of(Conflict((A, B), infeasible=(parse("a and not b"),))), 0)["NYN"] == ["NNN", "YYN"]


def test_forbidden_moves_are_left_out_for_everybody() -> None:
    forbidden = (ForbiddenMove(parse("not c"), parse("c and b")),)
    moves = moves_of(Conflict((A, B), forbidden_moves=forbidden))
    assert listed(moves, 1)["NYN"] == []
    assert listed(moves, 1)["NYY"] == ["NYN"]
    assert not moves.transitive


def test_a_move_between_coalesced_states_needs_one_pair_of_members() -> None:
    moves = moves_of(Conflict((A, B), coalesce=(parse("c"),)))
    assert listed(moves, 1)["--Y"] == ["NNN", "YNN", "NYN", "YYN"]
    assert listed(moves, 0)["--Y"] == []


def test_too_many_moves_to_list_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves_module, "MOST_ARCS", 10)
    monkeypatch.setattr(moves_module, "FEW", 0)  # what is remembered was listed already
    with pytest.raises(ModelError, match="cannot be listed"):
        _ = moves_of(Conflict((A, B))).arcs


@pytest.mark.parametrize("seed", range(30))
def test_the_table_and_the_single_question_agree(seed: int) -> None:
    moves = moves_of(random_conflict(random.Random(seed), transitive=False))
    for mover, arcs in enumerate(moves.arcs):
        for state in range(len(moves.states)):
            assert np.array_equal(arcs.of(state), moves.targets(mover, state))
            assert (arcs.sources[arcs.first[state] : arcs.first[state + 1]] == state).all()


@pytest.mark.parametrize("width", [1, 7, 8, 9, 16, 20])
def test_rows_of_bits_are_gathered_as_single_bytes_would_be(width: int) -> None:
    rng = np.random.default_rng(width)
    arcs = moves_of(Conflict((A, B))).arcs[0]
    rows = rng.integers(0, 256, (len(arcs.first) - 1, width)).astype(np.uint8)
    by_byte = np.stack([arcs.over(np.bitwise_or, column.astype(np.int32), 0) for column in rows.T], axis=1)
    assert arcs.over(np.bitwise_or, rows, 0).tolist() == by_byte.tolist()


@pytest.mark.parametrize("seed", range(10))
def test_the_best_after_one_move_is_that_of_the_moves(seed: int) -> None:
    rng = random.Random(seed)
    moves = moves_of(random_conflict(rng, transitive=bool(seed % 2)))
    for mover, arcs in enumerate(moves.arcs):
        ranks = np.array([[rng.randint(1, 9) for _ in range(2)] for _ in range(len(moves.states))], dtype=np.int32)
        reached = [[state, *arcs.of(state)] for state in range(len(moves.states))]
        best = [[max(ranks[other, column] for other in each) for column in range(2)] for each in reached]
        assert moves.best_after(mover, ranks).tolist() == best


@pytest.mark.parametrize(
    "other",
    [
        Conflict((A, DecisionMaker("B", (Option("c", one_way="on"),)))),
        Conflict((A, B), infeasible=(parse("a and c"),)),
        Conflict((A, B), coalesce=(parse("c"),)),
        Conflict((A, B), forbidden_moves=(ForbiddenMove(parse("c"), parse("not c")),)),
    ],
    ids=["one way", "infeasible", "coalesced", "forbidden"],
)
def test_what_is_remembered_is_of_the_very_same_moves(other: Conflict) -> None:
    """One of two models with one difference is asked for first, and again after the other."""
    plain = Conflict((A, B), title="Of two")
    wanting = plain.with_preference("B", Statements((PreferenceStatement(parse("c"), ("1977",)),)))
    before = [listed(moves_of(plain), mover) for mover in (0, 1)]
    assert [listed(moves_of(other), mover) for mover in (0, 1)] != before
    assert [listed(moves_of(wanting), mover) for mover in (0, 1)] == before
    assert moves_of(wanting) is moves_of(plain)
