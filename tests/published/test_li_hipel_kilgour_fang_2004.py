"""K. W. Li, K. W. Hipel, D. M. Kilgour, L. Fang: Preference uncertainty in the graph model for conflict resolution,
IEEE Transactions on Systems, Man, and Cybernetics A 34 (2004), 507-520: Gisborne Lake.

Eight states. The provincial government's ranking is known only within two halves (ban lifted, ban kept). Resolved
either way the model is an ordinary one: if the economy comes first, state 4 (accord and ban lifted) holds, if the
environment does, state 6 (accord, ban kept, appeal). The rankings have not been compared with the printed table.
"""

from __future__ import annotations

from hikiwake.conflict import solve
from tests.published.shared import example


def test_economy_first_leads_to_4() -> None:
    stability = solve(example("gisborne_lake"))
    assert stability.equilibria("nash") == stability.equilibria("seq") == (4,)
    assert stability.equilibria("gmr") == stability.equilibria("smr") == (4, 8)


def test_environment_first_leads_to_6() -> None:
    stability = solve(example("gisborne_lake").variant("environment-first"))
    assert stability.equilibria("nash") == stability.equilibria("seq") == (6,)


def test_whichever_it_is_nothing_holds_without_the_federal_accord() -> None:
    conflict = example("gisborne_lake")
    for one in (conflict, conflict.variant("environment-first")):
        stability = solve(one)
        for concept in stability.concepts:
            assert all(stability.states.text(number - 1)[0] == "Y" for number in stability.equilibria(concept))
