"""D. M. Kilgour, K. W. Hipel, L. Fang, X. Peng: Coalition analysis in group decision support, Group Decision and
Negotiation 10 (2001), 159-175: the Elmira groundwater dispute.

Nine states: 1 to 4 without, 5 to 8 with insistence by the local government, 9 the plant abandoned (one state whatever
else is chosen). Published: 5, 8 and 9 are equilibria under Nash and SEQ, 1 and 4 as well under GMR and SMR; from the
status quo 1 the local government moves to 5, where individual play ends; ministry and firm jump together from 5 to 8.
Our numbers follow the codes, so 5 to 9 of the paper are 6, 7, 8, 9 and 5 here.

The save file of gmcr-py ranks the firm's states 2 before 3 and 7, the paper after; no equilibrium depends on it. That
tool does not coalesce: its state 9 is four tied states.
"""

from __future__ import annotations

import pytest

from hikiwake.conflict import coalition_stability, equilibrium_jumps, improvement_paths, solve
from hikiwake.conflict.solving.together import Jump
from tests.published.shared import example, solved

OURS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 7, 7: 8, 8: 9, 9: 5}


def ours(*papers: int) -> tuple[int, ...]:
    return tuple(sorted(OURS[number] for number in papers))


@pytest.mark.parametrize("concept", ["nash", "seq"])
def test_nash_and_seq(concept: str) -> None:
    assert solved("elmira").equilibria(concept) == ours(5, 8, 9)


@pytest.mark.parametrize("concept", ["gmr", "smr"])
def test_gmr_and_smr_add_1_and_4(concept: str) -> None:
    assert solved("elmira").equilibria(concept) == ours(1, 4, 5, 8, 9)


def test_the_firms_ranking_in_the_save_file_gives_the_same_equilibria() -> None:
    conflict = example("elmira")
    other = solve(conflict.variant("firm-as-in-a-save-file"))
    for concept in other.concepts:
        assert other.equilibria(concept) == solve(conflict).equilibria(concept)


def test_individual_play_from_the_status_quo_ends_in_5() -> None:
    assert improvement_paths(solved("elmira")).reachable == ours(1, 5)


def test_ministry_and_firm_jump_from_5_to_8() -> None:
    stability = solved("elmira")
    jumps = equilibrium_jumps(stability, "nash")
    assert Jump(("Ministry", "Firm"), OURS[5], OURS[8]) in jumps


def test_5_is_no_equilibrium_once_coalitions_may_act() -> None:
    together = coalition_stability(solved("elmira"))
    assert OURS[5] not in together.equilibria("nash")
    assert {OURS[8], OURS[9]} <= set(together.equilibria("nash"))
