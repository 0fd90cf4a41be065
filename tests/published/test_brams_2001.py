"""S. J. Brams: Game theory and the Cuban missile crisis, Plus 13 (January 2001): four outcomes.

As a game of chicken: compromise 3,3, victory of either side 4,2 and 2,4, nuclear war 1,1. The two victories are the
Nash equilibria; the compromise is none, but the threat of escalation holds it under GMR and SMR. In the author's second
table (compromise 3,3; Soviet victory 1,4; the two air strikes 2,2 and 4,1) moves go round in a circle: no Nash
equilibrium, and only the compromise, which is what happened, holds under SMR and SSEQ.
"""

from __future__ import annotations

from hikiwake.conflict import solve
from tests.published.shared import codes, example, solved

AIR_STRIKE, WITHDRAW = 1, 2


def test_the_two_victories_are_the_nash_equilibria() -> None:
    stability = solved("cuban_missile_crisis_two_by_two")
    assert codes(stability, stability.equilibria("nash")) == {0, AIR_STRIKE | WITHDRAW}


def test_the_compromise_holds_by_threat_but_not_by_credible_threat() -> None:
    stability = solved("cuban_missile_crisis_two_by_two")
    for concept in ("gmr", "smr"):
        assert WITHDRAW in codes(stability, stability.equilibria(concept))
    for concept in ("nash", "seq", "sseq"):
        assert WITHDRAW not in codes(stability, stability.equilibria(concept))


def test_nuclear_war_holds_under_no_concept() -> None:
    stability = solved("cuban_missile_crisis_two_by_two")
    for concept in stability.concepts:
        assert AIR_STRIKE not in codes(stability, stability.equilibria(concept))


def test_in_the_second_table_only_foresight_holds_the_compromise() -> None:
    stability = solve(example("cuban_missile_crisis_two_by_two").variant("theory-of-moves"))
    assert stability.equilibria("nash") == ()
    assert WITHDRAW in codes(stability, stability.equilibria("seq"))
    for concept in ("smr", "sseq"):
        assert codes(stability, stability.equilibria(concept)) == {WITHDRAW}
