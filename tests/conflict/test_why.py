"""Reasons in words: each kind of preference, each way to deter, and the grounds."""

from __future__ import annotations

import pytest

from hikiwake.conflict import Statements, conflict_from, levers, solve, why
from hikiwake.conflict.model.orders import answers
from hikiwake.errors import ModelError
from tests.published.shared import example


def test_grounds_stand_with_the_statement_that_decides() -> None:
    conflict = conflict_from("""
decision_makers = [{ name = "A", options = [{ id = "arm", title = "Arm" }] }]
[preferences.A]
statements = [{ says = "not arm", grounds = ["position-17", "event-3"] }]
""")
    assert '"not arm" holds there and not at state 2 (Y) [position-17, event-3].' in str(why(conflict, "Y", "nash"))


def test_weights_and_ties_are_told() -> None:
    conflict = conflict_from("""
[[decision_makers]]
name = "A"
options = [{ id = "x" }]
[[decision_makers]]
name = "B"
options = [{ id = "y" }]
[preferences.A]
weights = { x = 2, y = -2 }
[preferences.B]
statements = [{ says = "y if x" }]
""")
    text = str(why(conflict, "NN", "gmr", "A"))
    assert "its options weigh 2, those of state 1 (NN) 0" in text
    assert "for A level with state 1 (NN): its options weigh 0, those of state 1 (NN) 0." in text
    assert "So the move is deterred." in text


def test_a_tie_by_statements_is_told() -> None:
    conflict = conflict_from("""
[[decision_makers]]
name = "A"
options = [{ id = "x" }]
[[decision_makers]]
name = "B"
options = [{ id = "y" }]
[preferences.A]
statements = [{ says = "x and not y" }]
[preferences.B]
statements = []
""")
    assert "for A level with state 1 (NN): none of its statements tells the two apart." in str(
        why(conflict, "NN", "gmr", "A")
    )


def test_a_countermove_that_escapes_is_told() -> None:
    text = str(why(example("syria_iraq"), 1, "smr"))
    assert "which would deter it, but from there" in text
    assert "So the move is not deterred." in text


def test_a_longer_answer_is_told_move_by_move() -> None:
    text = str(why(example("garrison_diversion"), 4, "gmr"))
    assert "can then go on to state" in text


def test_answers_that_are_all_too_good_are_counted() -> None:
    text = str(why(example("cuban_missile_crisis"), 3, "seq"))
    assert "prefers every one to state 3" in text or "no improvement with which to answer" in text


def test_an_improvement_that_cannot_be_made_at_the_same_time_is_told() -> None:
    conflict = conflict_from("""
decision_makers = [{ name = "A", options = [{ id = "a" }] }, { name = "B", options = [{ id = "b" }] }]
infeasible = [{ when = "a and b" }]
[preferences.A]
statements = [{ says = "a" }]
[preferences.B]
statements = [{ says = "b" }]
""")
    text = str(why(conflict, "NN", "sim", "A"))
    assert "B has an improvement too, but none that can be made at the same time, so the move is not deterred." in text
    assert "no improvement" in str(why(conflict.with_preference("B", Statements(())), "NN", "sim", "A"))


def test_a_result_can_be_asked_itself() -> None:
    stability = solve(example("prisoners_dilemma"))
    assert why(stability.conflict, 4).equilibrium
    assert "<td>leaves</td>" in why(stability.conflict, "YY", "nash", "Row")._repr_html_()
    assert len(levers(stability.conflict, "YY", "seq").levers[0].changes) == 0


def test_unknown_words_are_refused() -> None:
    with pytest.raises(ModelError, match='no concept "best"'):
        why(example("elmira"), 1, "best")
    with pytest.raises(ModelError, match="Nobody"):
        why(example("elmira"), 1, "nash", "Nobody")


def test_too_wide_a_window_is_refused() -> None:
    with pytest.raises(ModelError, match="narrow the window"):
        answers(21, [(0, (1 << 21) - 2)])
