"""Who says so is told where a sentence quotes somebody; what a position is about is guessed from its words."""

from __future__ import annotations

import pytest

from hikiwake.coding.actors import named
from hikiwake.coding.statements import propose

SAID = [
    ("According to Peru, 60 ships were lost at sea.", "PER"),
    ("Peru said that “60 ships were lost” at sea.", "PER"),
    ("Peru said that 60 ships were lost at sea.", ""),
    ("Peru lost 60 ships at sea.", ""),
]


@pytest.mark.parametrize(("text", "says"), SAID)
def test_who_says_so(text: str, says: str) -> None:
    """Whom the passage quotes, or according to whom it is so; else it is the author's own."""
    claims = [each for each in propose("a", text, None, named(text), ()) if each.kind == "claim"]
    assert {each.attributed_to for each in claims} == {says}


ABOUT = [
    ("Peru rejects any transfer of the islands.", "territory"),
    ("Peru wants the fishing ban lifted.", "fisheries"),
    ("Peru opposes the dam on the river.", "water"),
    ("Peru insists.", ""),
]


@pytest.mark.parametrize(("text", "topic"), ABOUT)
def test_what_a_position_is_about(text: str, topic: str) -> None:
    """Most of the words decide; where none tells, nothing is guessed."""
    found = [each for each in propose("a", text, None, named(text), ()) if each.kind == "position"]
    assert [dict(each.cells).get("on", "") for each in found] == ([topic] if found else [])
