"""Levers and the inverse as they are asked for: targets, costs, candidates, windows, and what is refused."""

from __future__ import annotations

import pytest

from hikiwake.conflict import Conflict, conflict_from, solve
from hikiwake.conflict.changing.inverse import inverse, window
from hikiwake.conflict.changing.levers import levers
from hikiwake.conflict.model.changes import Add, Candidate, Drop, Flip, MoveTo, TakeAway, candidate, changed
from hikiwake.errors import ModelError, StatementError
from tests.published.shared import example

DILEMMA = """
status_quo = "YY"
decision_makers = [{ name = "Row", options = [{ id = "a" }] }, { name = "Column", options = [{ id = "b" }] }]
[preferences.Row]
statements = [{ says = "b" }, { says = "not a" }]
[preferences.Column]
statements = [{ says = "a" }, { says = "not b" }]
[[settlements]]
formula = "joint"
when = "a and b"
"""


def dilemma() -> Conflict:
    return conflict_from(DILEMMA)


def test_the_cheapest_lever_comes_first() -> None:
    found = levers(dilemma(), "YY", "nash", most=2, costs={"flip": 5, "drop": 2})
    assert [lever.cost for lever in found] == sorted(lever.cost for lever in found)
    assert found.levers[0].changes == (Drop("Row", 2), Drop("Column", 2))


def test_a_cost_may_be_one_decision_makers_own() -> None:
    found = levers(dilemma(), "YY", "nash", most=2, costs={"drop": 2, "drop:Row": 9, "flip": 3})
    assert found.levers[0].changes == (Flip("Row", 2), Drop("Column", 2))
    assert found.levers[0].cost == 5


def test_a_settlement_is_any_of_its_states() -> None:
    found = levers(dilemma(), "joint", "nash", most=2)
    assert found.target == ("YY",)
    assert all(lever.states == ("YY",) for lever in found)


def test_a_candidate_may_be_the_lever() -> None:
    conflict = dilemma()
    found = levers(conflict, "NY", "nash", most=1, candidates=[Candidate("Column", "b", ("position-1",))])
    assert [lever.changes for lever in found] == [
        (Drop("Column", 2),),
        (Flip("Column", 2),),
        (Add("Column", "b", 1, ("position-1",)),),
        (Add("Column", "b", 2, ("position-1",)),),
    ]
    after = changed(conflict, found.levers[2].changes)
    assert after.decision_maker("Column").preference.statements[0].grounds == ("position-1",)  # type: ignore[union-attr]
    assert solve(after).is_equilibrium("nash", "NY")


def test_a_target_that_holds_needs_nothing() -> None:
    found = levers(dilemma(), "NN", "nash")
    assert [lever.changes for lever in found] == [()]
    assert found.sentences == ("Nothing has to change: NN holds as it is (Nash).",)


def test_no_lever_is_an_answer() -> None:
    found = levers(dilemma(), "YY", "nash", most=1)
    assert len(found) == 0
    assert found.sentences == ("No single change makes YY Nash stable for everyone.",)


def test_sentences_name_every_kind_of_change() -> None:
    conflict = example("syria_iraq")
    found = levers(conflict, "YNN", "seq", most=1, candidates=[candidate("Syria: release and not attack")])
    text = " ".join(found.sentences)
    for part in ("no longer cares", "the opposite of", "less important", "comes to want", "is no longer there"):
        assert part in text
    assert "<td>Syria no longer cares" in found._repr_html_()


def test_an_option_taken_away_leaves_a_model_that_can_be_read() -> None:
    conflict = example("elmira")
    after = changed(conflict, [TakeAway("insist")])
    assert len(solve(after).states) == 5
    assert changed(conflict, [TakeAway("delay")]).status_quo == ""


@pytest.mark.parametrize(
    ("target", "said"), [("else", "status_quo, outcome and joint"), ("9", "no state number 9"), ("YYY", "2 letters")]
)
def test_unknown_targets_are_refused(target: str, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        levers(dilemma(), target)


def test_unknown_words_are_refused() -> None:
    with pytest.raises(ModelError, match='no concept "strong"'):
        levers(dilemma(), "YY", "strong")
    with pytest.raises(ModelError, match='no cost "dorp"'):
        levers(dilemma(), "YY", costs={"dorp": 1})
    with pytest.raises(ModelError, match="more than 0"):
        levers(dilemma(), "YY", costs={"drop": 0})
    with pytest.raises(ModelError, match="Nobody"):
        levers(dilemma(), "YY", candidates=[Candidate("Nobody", "a")])
    with pytest.raises(ModelError, match='"z"'):
        levers(dilemma(), "YY", candidates=[Candidate("Row", "z")])
    with pytest.raises(ModelError, match="NAME: STATEMENT"):
        candidate("a and b")
    with pytest.raises(StatementError):
        candidate("Row: a and")


def test_changes_that_exclude_each_other_are_refused() -> None:
    with pytest.raises(ModelError, match="cannot be made together"):
        changed(dilemma(), [Drop("Row", 1), MoveTo("Row", 1, 2)])
    with pytest.raises(ModelError, match="no statements"):
        changed(example("elmira"), [Drop("Firm", 1)])


@pytest.mark.parametrize("text", ["Row", "Row=", "=3", "Row=a", "Row=1-"])
def test_windows_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(ModelError, match="NAME=4"):
        window(text)


@pytest.mark.parametrize("text", ["Row=9", "Row=0", "Row=3-2", "Row=0-2"])
def test_windows_that_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(ModelError, match="does not fit"):
        inverse(dilemma(), "YY", [window(text)])


def test_without_a_window_the_count_is_the_solution() -> None:
    for number in range(1, 5):
        answer = inverse(dilemma(), number, [])
        assert answer.rankings == 1
        for concept, count in answer.counts.items():
            assert count == solve(dilemma()).is_equilibrium(concept, number)


def test_a_window_that_decides_nothing_says_so() -> None:
    answer = inverse(dilemma(), "NN", [window("Row=1-2")])
    assert answer.told("nash") == ("The fixed part of the rankings decides: nothing more is needed.",)
    assert "rankings" in answer._repr_html_()


def test_what_no_ranking_can_mend_is_said() -> None:
    answer = inverse(dilemma(), "YN", [window("Column=4")], ["nash"])
    assert answer.counts == {"nash": 0}
    assert any("would always gain" in sentence for sentence in answer.told("nash"))
