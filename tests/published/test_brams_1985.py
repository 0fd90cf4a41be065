"""S. J. Brams: Superpower Games (1985): the Cuban missile crisis as a game of chicken, four outcomes.

The table (compromise 3,3; victory of either side 4,2 and 2,4; nuclear war 1,1) is reprinted as Figure 1 in F. C.
Zagare's account of it and discussed in F. C. Zagare, Economies 2 (2014), 20-44. The two victories are the Nash
equilibria; the compromise is none, but the threat of escalation holds it under GMR and SMR.
"""

from __future__ import annotations

from tests.published.shared import codes, solved

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
