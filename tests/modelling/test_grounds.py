"""Which entries carry a preference, how much they weigh, and whose voice tells them."""

from __future__ import annotations

import pytest

from hikiwake.modelling.grounds import Grounds, Weight, told_by_others, weight
from tests.synthetic import skerries

DOSSIER = skerries().dossier()
TALKS = DOSSIER.era("1990-1994").period
AFTER = DOSSIER.era("1995-").period


def test_a_position_of_the_actor_in_the_era_carries() -> None:
    assert Grounds(DOSSIER, "NOR", TALKS).fault(["position-001"]) == ""


def test_an_act_of_the_actor_carries() -> None:
    assert Grounds(DOSSIER, "NOR", TALKS).fault(["event-strait-closed"]) == ""


def test_a_predecessor_and_a_part_belong_to_the_actor() -> None:
    rule = Grounds(DOSSIER, "NOR", TALKS)
    assert rule.includes("OLD")
    assert rule.includes("NOR/premier")
    assert not rule.includes("SUD/public")


@pytest.mark.parametrize(
    ("actor", "grounds", "told"),
    [
        ("SUD", ["position-001"], "a position of NOR, not of SUD"),
        ("SUD", ["event-strait-closed"], "an act by NOR, not by SUD"),
        ("NOR", ["position-004"], "outside the era"),
        ("NOR", ["half"], "formula, which is no ground"),
        ("NOR", ["nothing"], 'no entry "nothing"'),
        ("NOR", ["driver-001"], "no driver that speaks of NOR"),
        ("SUD", ["reading-003"], "no position and no act"),
    ],
)
def test_what_does_not_carry_is_named(actor: str, grounds: list[str], told: str) -> None:
    assert told in Grounds(DOSSIER, actor, TALKS).fault(grounds)


def test_a_reading_that_names_the_actor_may_stand_beside_a_position() -> None:
    assert Grounds(DOSSIER, "SUD", TALKS).fault(["position-002", "reading-003"]) == ""


def test_the_target_of_an_act_does_not_want_it() -> None:
    assert not Grounds(DOSSIER, "SUD", TALKS).carries(DOSSIER.by_id["event-strait-closed"])


def test_an_era_that_goes_on_takes_later_positions() -> None:
    assert Grounds(DOSSIER, "NOR", AFTER).fault(["position-004"]) == ""


def test_strength_weighs_more_than_holders_and_an_act_is_moderate() -> None:
    assert weight(DOSSIER, ["position-003"]) == Weight(3, 1)
    assert weight(DOSSIER, ["event-strait-closed"]) == Weight(1, 2)
    assert weight(DOSSIER, ["position-003"]) > weight(DOSSIER, ["position-001", "event-strait-closed"])


def test_a_ground_told_by_others_only_is_told_by_others_them() -> None:
    assert told_by_others(DOSSIER, "position-002", "SUD") == ("NOR",)
    assert told_by_others(DOSSIER, "position-003", "SUD") == ()
    assert told_by_others(DOSSIER, "event-strait-closed", "SUD") == ()
