"""K. W. Li, K. W. Hipel, D. M. Kilgour, L. Fang: Preference uncertainty in the graph model for conflict resolution,
IEEE Transactions on Systems, Man, and Cybernetics A 34 (2004), 507-520: Gisborne Lake.

Eight states. The provincial government's ranking is known only within two halves (ban lifted, ban kept). Resolved
either way the model is an ordinary one: if the economy comes first, state 4 (accord and ban lifted) holds, if the
environment does, state 6 (accord, ban kept, appeal). The rankings have not been compared with the printed table, and
what is expected of the four extensions is derived here from their definitions, not read off the paper.
"""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.conflict import Stability, UnknownStability, solve, solve_unknown
from hikiwake.conflict.solving.silence import Known
from hikiwake.conflict.solving.unknown import UNKNOWN_CONCEPTS
from tests.published.shared import example

PROVINCE = "Provincial government"


@pytest.fixture(scope="module")
def halves() -> UnknownStability:
    """The province ranks the states inside each half; no state of one half is known to be better than one of the other.

    In both variants the order inside a half is the same.
    """
    conflict = example("gisborne_lake")
    economy = solve(conflict, ("nash",))
    lifted = np.array([text[1] == "Y" for text in economy.states.texts], dtype=np.int64)
    ranks = economy.ranks[conflict.index(PROVINCE)].astype(np.int64)
    return solve_unknown(conflict, {PROVINCE: Known(ranks, np.zeros(8, dtype=np.int64), lifted)})


@pytest.fixture(scope="module")
def resolved() -> tuple[Stability, Stability]:
    """The two ways to know what the province prefers."""
    conflict = example("gisborne_lake")
    return solve(conflict), solve(conflict.variant("environment-first"))


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


def test_a_province_that_the_unknown_does_not_tempt_leaves_4_and_6_at_rest(halves: UnknownStability) -> None:
    """Its every move leads from one half to the other, so it has no known improvement at all."""
    for extension in ("b", "d"):
        assert halves.stable("nash", extension, PROVINCE) == tuple(range(1, 9))
        assert halves.equilibria("nash", extension) == (4, 6)


def test_a_province_that_the_unknown_tempts_rests_nowhere(halves: UnknownStability) -> None:
    for extension in ("a", "c"):
        assert halves.stable("nash", extension, PROVINCE) == ()
        assert halves.equilibria("nash", extension) == ()


def test_what_tempts_and_deters_least_holds_whichever_way_it_is_resolved(
    halves: UnknownStability, resolved: tuple[Stability, Stability]
) -> None:
    """Stable by (a) is stable in both; stable in one of them is stable by (d); for SEQ too, as credible moves widen."""
    for concept in UNKNOWN_CONCEPTS[:3]:
        first, second = (set(each.stable(concept, PROVINCE)) for each in resolved)
        assert set(halves.stable(concept, "a", PROVINCE)) <= first & second
        assert first | second <= set(halves.stable(concept, "d", PROVINCE))


def test_the_appeal_holds_for_those_whose_preference_is_known(
    halves: UnknownStability, resolved: tuple[Stability, Stability]
) -> None:
    """For the two others Nash, GMR and SMR rest on their own preference alone."""
    for concept in UNKNOWN_CONCEPTS[:3]:
        for name in ("Federal government", "Support groups"):
            for extension in ("a", "b", "c", "d"):
                assert halves.stable(concept, extension, name) == resolved[0].stable(concept, name)
