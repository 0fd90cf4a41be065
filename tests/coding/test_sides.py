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


ABOUT_A_THIRD = "Chad is old. Chad and Norway met. Chad and Norway met. Norway is big. Chad is big. Sweden is small. "


def told(text: str, kind: str, dyad: tuple[str, ...] = ("NOR", "SWE")) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who acts towards whom in the acts of one type that a text of a case on these two sides tells last."""
    made = propose("a", ABOUT_A_THIRD + text, dyad=dyad)
    return [(each.sources, each.targets) for each in made if each.type == kind and each.passages[0].start >= 90]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("In 1999 Sweden deployed frigates.", "MOBILIZE", ("SWE",), ("NOR",)),
        ("In 1999 Sweden rejected the treaty. In 2001 it refused the plan.", "REJECT", ("SWE",), ("NOR",)),
        ("In 1999 Sweden offered a corridor along the Chadian border.", "AGREE", ("SWE",), ("NOR",)),
        ("In 1999 Sweden offered a port. The other side rejected the offer.", "REJECT", ("NOR",), ("SWE",)),
        ("In 1999 Chad deployed frigates.", "MOBILIZE", ("TCD",), ()),
        ("In 1999 Chad proposed a zone, and Sweden rejected the proposal.", "REJECT", ("SWE",), ()),
        ("In 1999 Sweden rejected the treaty with Chad.", "REJECT", ("SWE",), ("TCD",)),
    ],
)
def test_the_sides_of_the_case_go_before_those_of_the_text(
    text: str, kind: str, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    """In a document about a third state and one of them; where a sentence names a third state nothing is guessed."""
    assert {*told(text, kind)} == {(source, target)}


@pytest.mark.parametrize(
    "text", ["In 1999 both sides signed a treaty.", "In 1999 the two governments signed a treaty."]
)
def test_both_sides_are_those_of_the_case(text: str) -> None:
    assert {*told(text, "SUPPORT")} == {(("NOR", "SWE"), ("NOR", "SWE"))}
    assert {*told(text, "SUPPORT", ())} == {(("TCD", "NOR"), ("TCD", "NOR"))}


def test_who_meets_somebody_unknown_meets_the_other_side() -> None:
    """A general whom the program does not know is no act of a state with itself."""
    text = "On 8 May 1999 Norwegian General Hansen and General Nobody met in Bergen."
    assert {*told(text, "CONSULT")} == {(("NOR", "SWE"), ("NOR", "SWE"))}


def test_a_text_that_is_not_about_the_case_keeps_its_own_sides() -> None:
    """A side that a text hardly names is not put where its own second party stands."""
    text = "In 1999 Chad deployed frigates."
    assert {*told(text, "MOBILIZE", ("TCD", "DNK"))} == {(("TCD",), ("NOR",))}


def test_a_side_is_named_by_its_predecessor() -> None:
    """A case of two states of today knows a text that speaks of what one of them was."""
    text = "Japan and the Soviet Union quarrel. Moscow is far. In 1956 the Soviet Union deployed frigates. "
    (one,) = [each for each in propose("a", text, dyad=("JPN", "RUS")) if each.type == "MOBILIZE"]
    assert (one.sources, one.targets) == (("SUN",), ("JPN",))
