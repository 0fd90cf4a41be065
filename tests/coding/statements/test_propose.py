"""Drivers, readings, and what holds for every proposal."""

from __future__ import annotations

import pytest

from hikiwake.coding.actors import named
from hikiwake.coding.statements import propose
from hikiwake.coding.times import times
from hikiwake.vocabulary import choices
from hikiwake.workbench import Proposal


def proposals(text: str, kind: str = "") -> list[Proposal]:
    """What is proposed for a text, of one kind or of all."""
    dated = times(text)
    return [each for each in propose("a", text, None, named(text, dated), dated) if kind in ("", each.kind)]


DRIVERS = [
    ("Ports were closed because of the raid on the coast.", "the raid on the coast", "Ports were closed", "+"),
    ("Because of the raid on the coast, ports were closed.", "the raid on the coast", "ports were closed", "+"),
    ("The raid on the coast led to the closing of ports.", "The raid on the coast", "the closing of ports", "+"),
    ("The raid on the coast hampered all further talks.", "The raid on the coast", "all further talks", "-"),
    ("The raid did not hinder the further talks.", "The raid did not", "the further talks", "0"),
    (
        "Despite the raid on the coast, talks went on as before.",
        "the raid on the coast",
        "talks went on as before",
        "0",
    ),
    ("The lack of water led to the closing of farms.", "The lack of water", "the closing of farms", "-"),
]


@pytest.mark.parametrize(("text", "cause", "effect", "sign"), DRIVERS)
def test_a_driver(text: str, cause: str, effect: str, sign: str) -> None:
    """Cause and effect in the text's words, and the sign of the word that joins them."""
    (found,) = proposals(text, "driver")
    told = dict(found.cells)
    assert (told["cause"], told["effect"], told["sign"]) == (cause, effect, sign)
    assert told["sign"] in choices("sign")


ESSAY = """Can the fish be shared?

The quarrel over the fish is old, and many have written on it at length in both countries since then.

This paper argues that sharing would cost both less than the quarrel does.

The seizure of two boats was a turning point, and relations have grown worse ever since that day.

Nets were torn. Boats were lost. Nobody paid for them in the end, and nobody was asked to pay either.

In the ports people went on with their work as they had always done in those years.

Conclusion

The quarrel is likely to remain for a long time, since neither side can be seen to yield.
"""


def test_readings_come_from_title_introduction_and_conclusion() -> None:
    """A title that asks is the question; each kind of answer has its word."""
    found = [dict(each.cells) for each in proposals(ESSAY, "reading")]
    assert [each["side"] for each in found] == ["thesis", "turning point", "outlook"]
    assert {each["question"] for each in found} == {"Can the fish be shared?"}
    assert found[1]["direction"] == "worse"
    assert all(len(each["answer"].partition("“")[2].split()) <= 12 for each in found)


def test_without_a_question_in_the_title_the_kind_asks() -> None:
    """The question is then that of its kind."""
    found = [
        dict(each.cells)
        for each in proposals(ESSAY.replace("Can the fish be shared?", "On sharing the fish"), "reading")
    ]
    assert [each["question"] for each in found] == [
        "What does the author hold?",
        "What turned the relation, and when?",
        "What is to be expected?",
    ]


def test_the_middle_of_a_text_gives_no_reading() -> None:
    """A cue between introduction and conclusion is no thesis."""
    middle = "\n\n".join(["Nobody knew what had been said in the ports that year."] * 9)
    text = middle + "\n\nIt was a turning point for the ports of that coast.\n\n" + middle
    assert not proposals(text, "reading")


CHOICES = {
    "position": {"verb": "verb", "strength": "strength", "kind": "position_kind"},
    "claim": {"comparator": "comparator", "kind": "claim_kind"},
    "driver": {"sign": "sign"},
    "reading": {"direction": "direction"},
}


def test_every_cell_holds_a_value_that_its_table_allows() -> None:
    """The closed lists of the case's tables are kept, and no passage is longer than 300 characters."""
    last = "Peru rejects the plan because more than 60 ships were lost in 1999, and Chile would never agree to it."
    text = f"{ESSAY}\n\n{last}\n"
    found = proposals(text)
    assert {each.kind for each in found} == set(CHOICES)
    for each in found:
        for column, field in CHOICES[each.kind].items():
            assert dict(each.cells).get(column, choices(field)[0]) in choices(field)
        assert each.passages[0].end - each.passages[0].start <= 300
    assert [each.id for each in found] == [each.id for each in proposals(text)]


HOSTILE = (
    "1" * 100_000, "a" * 1_000_000, "Peru rejects " * 5_000, "1 ship, " * 10_000, "| 1 " * 20_000, "\t1" * 20_000,
    "a  1\n" * 5_000, "because " * 20_000, "“" * 100_000, "the first " * 10_000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:6]))
def test_hostile_text_is_read(text: str) -> None:
    """Nothing in a text keeps the reading from its end."""
    assert all(each.passages[0].end <= len(text) for each in proposals(text))
