"""Ranks from statements, rankings and weights: exact, with ties."""

from __future__ import annotations

import random
from decimal import Decimal

import numpy as np
import pytest

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option, Preference, Ranking, Weights
from hikiwake.conflict.model.preferences import Rankings, preference_ranks, ranks_of
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError
from tests.conflict.build import prisoners, random_statement, wants


def of(count: int, **rules: tuple[str, ...]) -> States:
    makers = (DecisionMaker("A", tuple(Option(f"o{number}") for number in range(count))),)
    return states_of(Conflict(makers, **{name: tuple(map(parse, texts)) for name, texts in rules.items()}))  # type: ignore[arg-type]


def ranks(preference: Preference, states: States) -> list[int]:
    return [int(rank) for rank in preference_ranks(preference, states)]


def test_an_earlier_statement_outweighs_all_later_ones() -> None:
    assert ranks(wants("o0", "o1"), of(2)) == [1, 3, 2, 4]


def test_states_that_satisfy_the_same_statements_are_tied() -> None:
    assert ranks(wants("o0 iff o1"), of(2)) == [2, 1, 1, 2]
    assert ranks(wants(), of(2)) == [1, 1, 1, 1]


@pytest.mark.parametrize("seed", range(20))
def test_any_number_of_statements_gives_the_order_of_the_exact_scores(seed: int) -> None:
    rng = random.Random(seed)
    states = of(5)
    texts = [random_statement(rng, list(states.options)) for _ in range(rng.choice([3, 20, 90]))]
    scores = [
        sum(2 ** (len(texts) - 1 - j) for j, text in enumerate(texts) if parse(text).holds_in(_taken(states, code)))
        for code in states.codes.tolist()
    ]
    levels = sorted(set(scores))
    assert ranks(wants(*texts), states) == [levels.index(score) + 1 for score in scores]


def _taken(states: States, code: int) -> dict[str, bool]:
    return {option: bool(code >> bit & 1) for bit, option in enumerate(states.options)}


def test_a_ranking_is_best_first_and_a_group_is_a_tie() -> None:
    assert ranks(Ranking((("YN",), ("-Y", "NN"))), of(2)) == [1, 2, 1, 1]


def test_a_member_in_the_ranking_stands_for_its_coalesced_state() -> None:
    assert ranks(Ranking((("YY",), ("NN", "YN"))), of(2, coalesce=("o1",))) == [1, 1, 2]


def test_weights_are_exact_decimals() -> None:
    weights = Weights((("o0", Decimal("0.1")), ("o1", Decimal("0.2")), ("o2", Decimal("0.3"))))
    assert ranks(weights, of(3)) == [1, 2, 3, 4, 4, 5, 6, 7]
    assert ranks(Weights((("o1", Decimal(-1)),)), of(2)) == [2, 2, 1, 1]


def test_weights_that_cannot_be_added_exactly_are_refused() -> None:
    weights = Weights((("o0", Decimal("1e-18")), ("o1", Decimal("1e18"))))
    with pytest.raises(ModelError, match="62 bits"):
        ranks(weights, of(2))


def test_a_coalesced_state_is_judged_by_its_smallest_member() -> None:
    assert ranks(wants("o0"), of(2, coalesce=("o1",))) == [1, 2, 1]


def test_one_row_for_each_decision_maker() -> None:
    conflict = prisoners()
    found = ranks_of(conflict, states_of(conflict))
    assert found.tolist() == [[2, 1, 4, 3], [2, 4, 1, 3]]
    assert found.dtype == np.int32


@pytest.mark.parametrize("most", [6, 24, 25, 53, 54, 70])
def test_scores_of_many_preferences_compare_as_their_ranks(most: int) -> None:
    rng, states = random.Random(most), of(5, infeasible=("o0 and o1",))
    ids = [f"o{number}" for number in range(5)]
    many = [wants(*(random_statement(rng, ids) for _ in range(count))) for count in (0, 1, most // 2, most)]
    scores = Rankings(states).scores(many)
    for place, preference in enumerate(many):
        places = np.unique(scores[:, place], return_inverse=True)[1] + 1
        assert places.tolist() == ranks(preference, states)


def test_scores_of_preferences_of_different_forms() -> None:
    states = of(2)
    many: list[Preference] = [wants("o0"), Ranking((("YY",), ("NN", "YN"), ("NY",)))]
    assert Rankings(states).scores(many).T.tolist() == [ranks(one, states) for one in many]
