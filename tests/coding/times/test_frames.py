"""Months and days without a year are of the line or the heading under which they stand."""

from __future__ import annotations

import pytest

from hikiwake.coding.times import times
from hikiwake.periods import Period

BODY = "The two neighbours exchanged notes over the reef, and the talks failed"


def told(text: str, written: str = "") -> dict[str, str]:
    """The month, or whatever is told, of each time by its words."""
    found = times(text, Period.parse(written) if written else None)
    return {text[each.start : each.end].strip("."): str(each.period.start)[:7] for each in found if each.end}


CASES = [
    ("1996: Fighting flares up in February.\n\n2002: The judges decide on 10 October.", "in February", "1996-02"),
    ("1996: Fighting flares up in February.\n\n2002: The judges decide on 10 October.", "10 October", "2002-10"),
    ("1996. In May they met.\n\nIt was cold.", "In May", "1996-05"),
    ("2005\n9 January: The parties sign.\n\n2008\nMay: Soldiers burn the town.", "9 January", "2005-01"),
    ("2005\n9 January: The parties sign.\n\n2008\nMay: Soldiers burn the town.", "May", "2008-05"),
    ("2012\nMarch–April: Troops seize an oil field.", "March–April", "2012-03"),
    (f"1968: The landing\n\n{BODY} in July.", "in July", "1968-07"),
    (f"2. Oil (2011-2012)\n{BODY} in October 2011. They failed again in August.", "in August", "2012-08"),
    ("In July 1941 troops came, and the minister signed in January.", "in January", "1942-01"),
    ("In July 1941 troops came, whom nobody had expected in May.", "in May", "1941-05"),
    (
        "Talks opened in April 1997. By the following year they were stuck. In August they failed.",
        "In August",
        "1998-08",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_the_year_is_that_of_the_frame(text: str, words: str, expected: str) -> None:
    """Of the line that opens with a year, of the heading, or of what the sentence before leads on from."""
    assert told(text, "2024-06")[words] == expected


def test_a_heading_without_a_time_ends_the_one_before() -> None:
    """What follows is of the time of writing again."""
    text = f"1968: The landing\n\n{BODY} in July.\n\nWhere things stand\n\n{BODY} in March."
    assert told(text, "2024-06")["in March"] == "2024-03"


def test_the_day_of_a_speech_frames_nothing() -> None:
    """A title tells when a speech was held, not when what it tells was."""
    text = "Speech of the minister, 11 June 1992\n\nIn 1960 we went to the Assembly. Talks began in May."
    assert told(text, "1992-06-11")["in May"] == "1960-05"


def test_a_date_ends_with_its_paragraph() -> None:
    """The year that opens the next one is no part of it."""
    found = told("They keep the truce of 17 February.\n\n2002: All ends.", "2010-03")
    assert found == {"17 February": "2010-02", "2002": "2002-01"}
    assert "2012" in told("It sends a force of 4,200.\n\n2012\nThe army leaves.")


def test_nothing_is_of_a_year_to_come() -> None:
    """A month that had passed in the year told leads on to the next year only if that month has been."""
    assert told("In August 2023 they met. In May they had met too, and failed.", "2023-10")["In May"] == "2023-05"
