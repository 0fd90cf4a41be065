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


ASIDE = (
    "Peru denied this.",
    "Chile spoke of a plot, which Peru denied.",
    "In 1998 Chile broke off the talks, accusing Peru of a plot.",
    "Chile urged the Court to reject the claim in 1998.",
    "Ministers of Chile are expected in Lima on Monday.",
    "The talks between Chile and Peru brought hope.",
    "Peru submits a border plan to the Assembly of Chile.",
    "The Peruvian press has reported on the ships of Chile.",
    "Members may wish to read the report on Peru.",
)


@pytest.mark.parametrize("text", ASIDE)
def test_what_is_no_wish_of_its_own_is_none(text: str) -> None:
    """A denial that says not what, an act told beside another, what another is asked for, a noun."""
    assert positions(text) == []


def test_a_denial_that_says_what_is_one() -> None:
    """And so is a verb behind the names of those who do it."""
    assert positions("Peru denied that there was a plot.") == ["denied"]
    assert positions("Chile and Peru claim the islands.") == ["claim"]
