"""A sentence is dated by its own words first, then by what stands before it, its heading, its footnote."""

from __future__ import annotations

import pytest

from hikiwake.coding.times import period_of, times
from hikiwake.documents.segmentation import sentences
from hikiwake.periods import Period

LONG = "They spoke of many other things at length, and of fish. " * 16


def dates(text: str, number: int, written: Period | None = None) -> tuple[str, str] | None:
    """First day and basis of a sentence's period."""
    sentence = sentences(text)[number]
    period = period_of(text, sentence.start, sentence.end, times(text, written))
    return (str(period.start), period.basis) if period else None


CASES = [
    ("They met in May 2018. The talks failed.", 1, ("2018-05-01", "context")),
    (f"They met in May 2018. {LONG}The talks failed.", 17, None),
    ("They met in May 2018.\n\nThis was no success.", 1, ("2018-05-01", "context")),
    ("They met in May 2018.\n\nPeru closed its ports.", 1, None),
    ("After the raid of 2014, shops closed in May 2015.", 0, ("2015-05-01", "stated")),
    ("After 2014, shops closed.", 0, ("2014-01-01", "stated")),
    ("The crisis of 1962\n\nShips were stopped at sea by the navy, and nobody fired.", 1, ("1962-01-01", "context")),
    ("Ships were stopped.[1] Nobody fired.\n\n[1] Daily Paper, 5 May 1999.", 0, ("1999-05-01", "footnote")),
    ("Ships were stopped. Nobody fired.[1]\n\n[1] Daily Paper, 5 May 1999.", 0, None),
]


@pytest.mark.parametrize(("text", "number", "expected"), CASES)
def test_on_which_basis_a_sentence_is_dated(text: str, number: int, expected: tuple[str, str] | None) -> None:
    """The nearest basis is taken; where none is near enough there is none."""
    assert dates(text, number) == expected


@pytest.mark.parametrize("word", ["Currently", "Today", "At present", "These days"])
def test_what_is_so_at_present_has_no_date_from_before(word: str) -> None:
    """It is of the time of writing, where that is known."""
    text = f"They met in May 2018. {word}, nobody speaks of it."
    assert dates(text, 1) is None
    assert dates(text, 1, Period.parse("2024")) == ("2024-01-01", "written")


def test_a_plan_dates_no_other_sentence() -> None:
    """What lies after the writing is when something is to be, not when the next sentence was."""
    text = "Output is to double by 2030. The quarrel goes on."
    assert dates(text, 1, Period.parse("2024")) is None
    assert dates(text, 0, Period.parse("2024")) == ("2030-01-01", "stated")


def test_of_several_dates_the_one_beside_the_act_is_taken() -> None:
    """The place of the word that tells the act decides."""
    text = "Envoys came in March 1982 and ships sailed in May 1982."
    period = period_of(text, 0, len(text), times(text), text.index("sailed"))
    assert period is not None and period.start.month == 5


def test_a_footnote_tells_a_month_and_never_a_day() -> None:
    """Its date may be that of a report."""
    text = "Ships were stopped.[1]\n\n[1] Daily Paper, 5 May 1999."
    period = period_of(text, 0, 22, times(text))
    assert period is not None and period.precision == "approximate"
