"""What the coder promises of all its proposals."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.periods import Period

TEXT = """On 3 May 1999 Norway and Sweden signed a treaty. Norway had withdrawn its troops a week before.

According to Denmark, Sweden attacked a Norwegian ship. Norway should protest. After talks with Chad, ministers spoke.

[1] See The Herald, accessed 4 May 1999, for the attack of Sweden on Norway."""


def test_the_same_text_gives_the_same_proposals() -> None:
    """Same input, same output, ids included."""
    assert [each.id for each in propose("a", TEXT)] == [each.id for each in propose("a", TEXT)]


def test_why_names_its_grounds() -> None:
    """Each proposal names rule and trigger."""
    made = propose("a", TEXT)
    assert made
    for each in made:
        if each.kind == "event":
            assert {"rule", "trigger"} <= dict(each.why).keys()


def test_precision_proposes_a_part() -> None:
    """What is proposed for precision is proposed for recall too, and is surer."""
    wide, narrow = propose("a", TEXT, setting="recall"), propose("a", TEXT, setting="precision")
    events = [each for each in narrow if each.kind == "event"]
    assert {each.id for each in events} <= {each.id for each in wide}
    assert 0 < len(events) < len([each for each in wide if each.kind == "event"])


def test_an_unknown_setting_is_refused() -> None:
    """The error names the settings."""
    with pytest.raises(ValueError, match="recall and precision"):
        propose("a", TEXT, setting="best")


def test_attribution() -> None:
    """Who says so is told where that is not the author."""
    told = {each.type: each.attributed_to for each in propose("a", TEXT) if each.kind == "event"}
    assert told["ASSAULT"] == "DNK"
    assert told["SUPPORT"] == ""


def test_references_tell_nothing() -> None:
    """A line of references is passed over."""
    last = TEXT.rindex("[1]")
    assert not [each for each in propose("a", TEXT) if each.passages[0].start >= last]


def test_periods_are_told() -> None:
    """Dates stated, and dates counted from them."""
    days = {each.type: each.period for each in propose("a", TEXT, Period.parse("2001")) if each.kind == "event"}
    assert days["SUPPORT"] and days["SUPPORT"].start.isoformat() == "1999-05-03"
    assert days["RETREAT"] and days["RETREAT"].start.year == 1999


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "attacked " * 20_000,
        "to " * 20_000 + "sign",
        "the war, " * 20_000,
        "(" * 50_000 + "Norway attacked Sweden" + ")" * 50_000,
        "Norway’s " * 20_000,
        "a" * 200_000,
        "Norway attacked Sweden " * 10_000,
        "said that " * 20_000 + "must",
        "\u202eNorway attacked Sweden in 1999.\u202c",
        "Norway\x00attacked Sweden in 1999.",
    ],
    ids=range(12),
)
def test_hostile_texts(text: str) -> None:
    """No text stops the coder, and every passage lies in the text."""
    for each in propose("a", text):
        assert all(0 <= span.start < span.end <= len(text) for span in each.passages)
