"""An act that is over, or what only might be, is no position."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.periods import Period

OVER = (
    "1998: Peru demands an apology from Chile.",
    "The crisis of 1962\n\nPeru urges Chile to call its ships home without delay, and Chile closes its ports.",
    "In 1998 Peru did not accept the award.",
    "Peru never marked the line of 1942 on the ground.",
    "Peru might seek common cause with Chile in the matter of the fish.",
)
LASTING = (
    "Peru demands an apology from Chile.",
    "1998: Peru still demands an apology from Chile.",
    "Peru does not accept the award.",
    "Peru would never accept the line of 1942.",
    "Peru could not accept the line of 1942.",
)


def positions(text: str) -> list[str]:
    """The cues of the positions that are proposed."""
    made = propose("a", text, Period.parse("2010-03"))
    return [dict(each.why)["trigger"] for each in made if each.kind == "position"]


@pytest.mark.parametrize("text", OVER)
def test_what_is_over_or_only_possible_is_none(text: str) -> None:
    """A chronicle tells acts in the present; a past, a "might" tells no wish."""
    assert positions(text) == []


@pytest.mark.parametrize("text", LASTING)
def test_what_lasts_is_one(text: str) -> None:
    """The same verbs in the present of the writing, or with a word of duration."""
    assert len(positions(text)) == 1
