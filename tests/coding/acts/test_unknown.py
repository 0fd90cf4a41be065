"""Clauses of which no frame knows the kind of act."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.workbench.proposal import Proposal


def events(text: str, setting: str = "recall") -> list[Proposal]:
    """The events proposed for a text."""
    return [each for each in propose("a", text, setting=setting) if each.kind == "event"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("In March 1999 the Swedish cabinet reshuffled its committees.", "reshuffled", ""),
        ("Norway pondered, and in 1999 it queried the frigates of Sweden.", "queried", "MOBILIZE"),
        ("In 1999 Sweden pestered the ambassador of Norway.", "pestered", "CONSULT"),
        ("The Norwegian minister remarked in 1999 that Sweden was wrong.", "remarked", ""),
        ("The Norwegian minister revealed in 1999 that Sweden was wrong.", "revealed", "REQUEST"),
    ],
)
def test_an_unknown_verb_is_proposed_with_the_likeliest_type(text: str, trigger: str, type_: str) -> None:
    """What a clause names besides its verb gives a type; nothing known gives none, and either is unsure."""
    found = {dict(each.why)["trigger"]: each for each in events(text)}
    assert found[trigger].type == type_
    assert found[trigger].confidence < 0.35


def test_what_no_frame_knows_is_not_in_the_setting_precision() -> None:
    """Only who reviews sees it."""
    assert not events("In March 1999 the Swedish cabinet reshuffled its committees.", "precision")


@pytest.mark.parametrize(
    "text",
    ["The committees were reshuffled.", "Sweden reshuffled nothing.", "Norway could have reshuffled it."],
)
def test_no_party_no_deed_no_act(text: str) -> None:
    """Without a party and a time, with nobody for object, or told as possible, there is nothing to propose."""
    assert not events(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Both air forces bomb towns, among them Narvik.", ""),
        ("Critics in Oslo accuse President Putin of deceit.", "ACCUSE"),
        ("Japan rejects the Chilean proposal.", "REJECT"),
        ("Pakistan still demands that Chile yield.", "REQUEST"),
        ("Two navies shell the port of Chile.", "ASSAULT"),
    ],
)
def test_the_present_of_several_and_of_a_state(text: str, type_: str) -> None:
    """A subject that opens its sentence has a verb in the present, and a state whose name looks like an adjective."""
    assert {each.type for each in events(text)} >= ({type_} if type_ else set())
