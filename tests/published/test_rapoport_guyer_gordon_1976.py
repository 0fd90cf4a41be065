"""A. Rapoport, M. J. Guyer, D. G. Gordon: The 2 x 2 Game (1976). Game 12, the prisoner's dilemma, in the graph model.

What the concepts say about it is textbook matter, e.g. L. Fang, K. W. Hipel, D. M. Kilgour, Interactive Decision Making
(1993), and H. Xu et al., Conflict Resolution Using the Graph Model (2018), chapter 4: joint defection is the Nash
equilibrium; joint cooperation is held by the fear of what follows, under GMR, SMR and SEQ.
"""

from __future__ import annotations

import pytest

from hikiwake.conflict import coalition_stability
from tests.published.shared import solved

DEFECTION, COOPERATION = 1, 4


def test_joint_defection_is_the_only_nash_equilibrium() -> None:
    assert solved("prisoners_dilemma").equilibria("nash") == (DEFECTION,)


@pytest.mark.parametrize("concept", ["gmr", "smr", "seq", "sim", "sseq"])
def test_joint_cooperation_holds_under_the_other_concepts(concept: str) -> None:
    assert solved("prisoners_dilemma").equilibria(concept) == (DEFECTION, COOPERATION)


def test_together_the_two_leave_joint_defection() -> None:
    together = coalition_stability(solved("prisoners_dilemma"))
    for concept in ("nash", "gmr", "smr", "seq"):
        assert DEFECTION not in together.stable(concept, ("Row", "Column"))
    assert together.equilibria("seq") == (COOPERATION,)
