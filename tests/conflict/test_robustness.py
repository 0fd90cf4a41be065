"""Robustness: single changes, draws, and the baseline of random orders."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hikiwake.conflict import Conflict, Ranking, Statements, Variant, conflict_from, solve
from hikiwake.conflict.changing.robustness import about, baseline, draws, shuffled, survivors
from hikiwake.conflict.model.changes import changed, statement_changes
from hikiwake.conflict.model.conflict import Weights
from hikiwake.errors import ModelError
from tests.published.shared import example


def dilemma() -> Conflict:
    return conflict_from("""
decision_makers = [{ name = "Row", options = [{ id = "a" }] }, { name = "Column", options = [{ id = "b" }] }]
[preferences.Row]
statements = [{ says = "b" }, { says = "not a", about = 1 }]
[preferences.Column]
statements = [{ says = "a" }, { says = "not b" }]
""")


def test_survivors_are_found_by_solving_every_changed_model() -> None:
    conflict = example("syria_iraq")
    survival = survivors(conflict)
    changes = [one for name in conflict.names for one in statement_changes(conflict, name, ())]
    assert survival.tried == len(changes)
    for concept, broken in survival.broken.items():
        assert tuple(broken) == solve(conflict).equilibria(concept)
        for number, ended in broken.items():
            assert set(ended) == {
                one for one in changes if not solve(changed(conflict, [one])).is_equilibrium(concept, number)
            }
        assert set(survival.surviving(concept)) == {number for number, ended in broken.items() if not ended}


def test_draws_of_a_model_without_doubt_are_its_solution() -> None:
    conflict = example("syria_iraq")
    shares = draws(conflict, 20, seed=3)
    for concept in ("nash", "gmr", "smr", "seq"):
        for number in range(1, 7):
            held = solve(conflict).is_equilibrium(concept, number)
            assert shares.share(number, concept) == float(held)


def test_a_rank_that_may_be_off_by_one_moves_in_a_third_of_draws_each_way() -> None:
    """The second of two statements, off by one: up in a third of the draws, and down has nowhere to go."""
    conflict = dilemma()
    rng = np.random.default_rng(5)
    preference = conflict.decision_maker("Row").preference
    first = [str(about(preference, rng).statements[0].says) for _ in range(3000)]  # type: ignore[union-attr]
    assert first.count("not a") / 3000 == pytest.approx(1 / 3, abs=0.03)


def test_the_same_seed_gives_the_same_shares() -> None:
    conflict = dilemma()
    assert draws(conflict, 200, seed=1).shares == draws(conflict, 200, seed=1).shares
    assert baseline(conflict, 200, seed=1).shares == baseline(conflict, 200, seed=1).shares
    assert baseline(conflict, 200, seed=1).shares != baseline(conflict, 200, seed=2).shares


def test_variants_are_drawn_as_often_as_the_model_itself() -> None:
    conflict = dilemma()
    other = Variant("other", (("Row", Ranking((("YY",), ("NN",), ("YN",), ("NY",)))),))
    shares = draws(replace(conflict, variants=(other,)), 2000, seed=2, concepts=("nash",))
    assert shares.share("NN", "nash") == pytest.approx(1.0)
    both = solve(replace(conflict, variants=(other,)).variant("other"))
    held = [both.is_equilibrium("nash", number) for number in (1, 2, 3, 4)]
    assert held == [True, False, False, False]


@pytest.mark.parametrize("name", ["", "upright", "loyal"])
def test_of_one_reading_alone_no_other_is_drawn(name: str) -> None:
    readings = (
        Variant("upright", (("Row", Ranking((("YY",), ("YN",), ("NY",), ("NN",)))),)),
        Variant("loyal", (("Column", Ranking((("YY",), ("NY",), ("YN",), ("NN",)))),)),
    )
    conflict = replace(dilemma(), variants=readings)
    alone, rival = conflict.variant(name), solve(conflict.variant(name))
    shares = draws(alone, 300, seed=2, concepts=("nash",)).shares["nash"]
    assert alone.variants == ()
    assert shares == tuple(float(rival.is_equilibrium("nash", number)) for number in (1, 2, 3, 4))
    assert shares != draws(conflict, 300, seed=2, concepts=("nash",)).shares["nash"]


def test_the_baseline_shows_that_gmr_holds_nearly_everywhere() -> None:
    shares = baseline(example("syria_iraq"), 300, seed=1)
    for number in range(1, 7):
        assert shares.share(number, "gmr") >= shares.share(number, "nash")
        assert shares.share(number, "gmr") >= shares.share(number, "seq")


def test_models_with_merged_states_are_drawn_one_by_one() -> None:
    conflict = example("elmira")
    shares = draws(conflict, 5, seed=1, concepts=("nash", "sim"))
    assert {number for number in range(1, 10) if shares.share(number, "nash") == 1} == {5, 6, 9}
    assert not shares.exact


def test_shuffling_keeps_what_is_shuffled() -> None:
    rng = np.random.default_rng(1)
    ranking = Ranking((("NN",), ("NY", "YN"), ("YY",)))
    mixed = shuffled(ranking, rng)
    assert isinstance(mixed, Ranking)
    assert sorted(mixed.groups) == sorted(ranking.groups)
    statements = dilemma().decision_maker("Row").preference
    again = shuffled(statements, rng)
    assert isinstance(again, Statements)
    assert isinstance(statements, Statements)
    assert {str(one.says) for one in again.statements} == {str(one.says) for one in statements.statements}
    weights = (
        conflict_from("""
decision_makers = [{ name = "A", options = [{ id = "a" }, { id = "b" }] }]
[preferences.A]
weights = { a = 1, b = 2 }
""")
        .decision_maker("A")
        .preference
    )
    assert isinstance(weights, Weights)
    other = shuffled(weights, rng)
    assert isinstance(other, Weights)
    assert sorted(weight for _, weight in other.weights) == [1, 2]


def test_no_draws_are_refused() -> None:
    with pytest.raises(ModelError, match="at least 1"):
        draws(dilemma(), 0, seed=1)


def test_results_show_themselves_in_a_notebook() -> None:
    conflict = dilemma()
    assert "<table>" in draws(conflict, 3, seed=1)._repr_html_()
    assert "changes survived" in survivors(conflict)._repr_html_()
