"""N. M. Fraser, K. W. Hipel: Conflict Analysis: Models and Resolutions (1984): the Cuban missile crisis.

Twelve outcomes; decimal codes with the air strike as 1, the blockade as 2, withdrawal as 4, escalation as 8. Preference
vectors, best first: United States 4 6 5 7 2 1 3 0 11 9 10 8; Soviet Union 0 4 6 2 5 1 7 3 11 9 10 8. The published
equilibria are 4 and 6 (6, blockade and withdrawal, is what happened), both by sequential sanctions.
"""

from __future__ import annotations

from hikiwake.conflict.changing.inverse import inverse, window
from tests.published.shared import codes, example, solved


def test_there_are_twelve_outcomes() -> None:
    assert codes(solved("cuban_missile_crisis"), range(1, 13)) == set(range(12))


def test_with_every_move_reversible_there_is_no_nash_equilibrium() -> None:
    assert solved("cuban_missile_crisis").equilibria("nash") == ()


def test_the_sequential_equilibria_are_4_and_6() -> None:
    stability = solved("cuban_missile_crisis")
    assert codes(stability, stability.equilibria("seq")) == {4, 6}


def test_an_air_strike_that_cannot_be_undone_adds_5() -> None:
    """The save file of gmcr-py has that flag: strike and withdrawal becomes a Nash equilibrium, unlike in the book."""
    stability = solved("cuban_missile_crisis_one_way")
    assert codes(stability, stability.equilibria("nash")) == {5}
    assert codes(stability, stability.equilibria("sim")) == {5}
    assert codes(stability, stability.equilibria("seq")) == {4, 5, 6}
    for concept in ("gmr", "smr"):
        assert stability.equilibria(concept) == (1, 2, 3, 5, 6, 7, 8)


def test_inverse_smr_where_another_tool_counts_528() -> None:
    """Best four ranks of both sides open (576 rankings), target state 7: by the definition all 576, not 528."""
    conflict = example("cuban_missile_crisis_one_way")
    answer = inverse(conflict, 7, [window("United States=4"), window("Soviet Union=4")], ["smr"])
    assert (answer.rankings, answer.counts["smr"]) == (576, 576)
