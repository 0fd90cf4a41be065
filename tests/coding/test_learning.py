"""Decisions move what is like the accepted before what is like the rejected, and a few of them move nothing."""

from __future__ import annotations

import random

import pytest

from hikiwake.coding.learning import LEAST, learned, ranked, traits
from hikiwake.workbench import Kept, Proposal, Span


def proposal(trigger: str, confidence: float, number: int = 0) -> Proposal:
    """An event found by a trigger."""
    place = (Span("a", number, number + 5),)
    return Proposal("event", place, types=(("AGREE", 1.0),), confidence=confidence, why=(("trigger", trigger),))


def decided(count: int, seed: int = 1) -> list[Kept]:
    """Decisions: what "sign" found was accepted, what "sanction" found was mostly not, whatever the coder thought."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        trigger = chance.choice(["sign", "sanction"])
        taken = chance.random() < (0.9 if trigger == "sign" else 0.15)
        each = proposal(trigger, 0.5 if trigger == "sign" else 0.7, number)
        found.append(Kept(each.id, each, "rules", "accepted" if taken else "rejected"))
    return found


def kept(trigger: str, confidence: float, number: int) -> Kept:
    """An open proposal."""
    each = proposal(trigger, confidence, number)
    return Kept(each.id, each, "rules", "open")


def test_what_is_like_the_accepted_comes_first() -> None:
    waiting = [kept("sanction", 0.7, 900), kept("sign", 0.5, 901)]
    assert [each.proposal.why[0][1] for each in ranked([*decided(200), *waiting])] == ["sign", "sanction"]
    assert [each.proposal.why[0][1] for each in ranked(waiting)] == ["sanction", "sign"]


def test_chances_are_near_what_was_decided() -> None:
    ranker = learned(decided(600))
    assert ranker.chance(proposal("sign", 0.5)) == pytest.approx(0.9, abs=0.06)
    assert ranker.chance(proposal("sanction", 0.7)) == pytest.approx(0.15, abs=0.06)
    assert 0 < ranker.chance(proposal("never seen", 0.99)) < 1


@pytest.mark.parametrize("few", [[], decided(LEAST - 1), [each for each in decided(400) if each.status == "accepted"]])
def test_few_or_one_sided_decisions_leave_the_coder_s_confidence(few: list[Kept]) -> None:
    ranker = learned(few)
    assert ranker.decisions == len(few)
    assert ranker.chance(proposal("sign", 0.31)) == 0.31


def test_the_same_decisions_teach_the_same() -> None:
    assert learned(decided(300)) == learned(decided(300))


def test_traits_are_told_once() -> None:
    names = [name for name, _ in traits(proposal("sign", 0.5))]
    assert len(names) == len(set(names))
