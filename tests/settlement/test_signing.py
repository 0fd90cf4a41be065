"""Who would sign a state, who could not be held to it, and what a reading leaves open."""

from __future__ import annotations

import numpy as np

from hikiwake.conflict import coalition_stability, conflict_from, solve
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.settlement.signing import Signing, breakers

TRADE = """
status_quo = "NN"
[[decision_makers]]
name = "Seller"
options = [{{ id = "sell" }}]
[[decision_makers]]
name = "Buyer"
options = [{{ id = "pay" }}]
[preferences.Seller]
statements = [{{ says = "pay" }}, {{ says = "not sell" }}]
[preferences.Buyer]
statements = [{buyer}]
"""
WILLING = '{ says = "sell" }, { says = "not pay" }'


def trade(buyer: str = WILLING) -> Conflict:
    return conflict_from(TRADE.format(buyer=buyer))


def signed(conflict: Conflict) -> list[str]:
    stability = solve(conflict)
    chosen = np.flatnonzero(Signing.of(conflict).would_sign(stability.ranks))
    return [stability.states.text(state) for state in chosen.tolist()]


def test_both_sign_what_both_prefer_and_the_status_quo_needs_no_signature() -> None:
    assert signed(trade()) == ["NN", "YY"]


def test_a_party_that_is_level_signs_what_the_other_gains_by() -> None:
    assert signed(trade('{ says = "sell iff pay" }')) == ["NN", "YY"]


def test_nobody_signs_what_nobody_gains_by() -> None:
    level = trade('{ says = "sell or not sell" }').with_preference("Seller", trade().decision_maker("Buyer").preference)
    assert "NY" not in signed(level)


def test_a_party_that_loses_does_not_sign() -> None:
    assert signed(trade('{ says = "not pay" }')) == ["NN"]


def test_the_parties_are_those_whose_options_change() -> None:
    signing = Signing.of(trade())
    assert signing.names(signing.steps.states.index("NY")) == ("Buyer",)
    assert signing.names(signing.start) == ()


def test_what_was_done_for_good_has_to_be_undone() -> None:
    ban = conflict_from(
        """
status_quo = "YN"
[[decision_makers]]
name = "Holder"
options = [{ id = "ban", one_way = "on" }, { id = "give" }]
[[infeasible]]
when = "ban and give"
[preferences.Holder]
statements = [{ says = "give" }]
"""
    )
    signing = Signing.of(ban)
    give = signing.steps.states.index("NY")
    assert signing.options_undone(give) == ("ban",)
    assert not signing.attainable[give]


def test_what_a_party_says_nothing_about_is_untold() -> None:
    conflict = trade('{ says = "sell" }')
    signing = Signing.of(conflict)
    preferences = [maker.preference for maker in conflict.decision_makers]
    both = signing.steps.states.index("YY")
    assert signing.untold(preferences, both) == (("Buyer", "pay"),)
    assert not signing.told(preferences)[both]
    assert signing.told(preferences)[signing.start]


def test_breakers_agree_with_coalition_stability() -> None:
    from tests.skerries_model import TEXT

    for conflict in (trade(), trade('{ says = "pay" }'), conflict_from(TEXT)):
        stability = solve(conflict)
        steps = Signing.of(conflict).steps
        together = coalition_stability(stability)
        for state in range(len(stability.states)):
            assert (not breakers(stability, steps, state)) == (state + 1 in together.equilibria("seq"))
