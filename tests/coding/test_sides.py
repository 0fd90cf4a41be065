"""The two sides of a text."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose

ABOUT_TWO = "Norway and Sweden quarrel. Norway is big. Sweden is big. Norway and Sweden are old. "


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        ("In 1999 Norway deployed frigates.", "MOBILIZE", ("NOR",), ("SWE",)),
        ("Talks were held in Geneva in 1999.", "CONSULT", ("NOR", "SWE"), ("NOR", "SWE")),
        ("In 1999 Denmark deployed frigates.", "MOBILIZE", ("DNK",), ()),
        ("The occupation of the strip by Norway began in 1999.", "ASSAULT", ("NOR",), ()),
    ],
)
def test_an_act_is_between_the_sides(text: str, kind: str, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
    """The other side is the target where one side acts alone; a third party's act is left as told."""
    made = [each for each in propose("a", ABOUT_TWO + text) if each.type == kind]
    assert made
    assert {*made[0].sources} == {*sources}
    assert {*made[0].targets} == {*targets}


def test_the_ground_is_told() -> None:
    """What is taken from the text as a whole says so."""
    (one,) = [each for each in propose("a", ABOUT_TWO + "In 1999 Norway deployed frigates.") if each.type == "MOBILIZE"]
    assert "other side of the text" in dict(one.why)["roles"]


def test_a_text_about_many_has_no_sides() -> None:
    """No target is taken from a text that names many states alike."""
    text = "Norway, Sweden, Denmark and Chad are states. Chad and Peru are states. In 1999 Norway deployed frigates."
    (one,) = [each for each in propose("a", text) if each.type == "MOBILIZE"]
    assert one.targets == ()
