"""Wishes and changes in words: plain clauses, and no denial of a denial."""

from __future__ import annotations

import pytest

from hikiwake.conflict.model.changes import Add, Drop, Flip, MoveTo
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option, PreferenceStatement, Statements
from hikiwake.conflict.model.statements import parse
from hikiwake.modelling.wishes import change_words, wish_words

OPTIONS = tuple(Option(id_, title) for id_, title in (("a", "Arm"), ("p", "Pay"), ("t", "Talk")))


def norland(*says: str) -> Conflict:
    statements = Statements(tuple(PreferenceStatement(parse(each)) for each in (*says, "p", "t")))
    return Conflict((DecisionMaker("Norland", OPTIONS, statements),))


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("a", "wants “Arm”"),
        ("not a", "does not want “Arm”"),
        ("not not a", "wants “Arm”"),
        ("not a if not t", "does not want “Arm” without “Talk”"),
        ("not a if t", "does not want “Arm” if “Talk” is taken up"),
        ("a if not t", "wants “Arm” if “Talk” is not taken up"),
        ("a if t and not p", "wants “Arm” if “Talk” is taken up without “Pay”"),
        ("a if not t and not p", "wants “Arm” if neither “Talk” nor “Pay” is taken up"),
        ("a and t", "wants “Arm” and “Talk”"),
        ("a and not t", "wants “Arm” without “Talk”"),
        ("not a and not t", "does not want “Arm” or “Talk”"),
        ("not (a or t)", "does not want “Arm” or “Talk”"),
        ("not (a and t)", "does not want “Arm” and “Talk” together"),
        ("not (not a and not t)", "wants “Arm” or “Talk”"),
        ("not (a iff t)", "wants “Arm” exactly when “Talk” is not taken up"),
        ("a iff t and not p", "wants “Arm” exactly when “Talk” is taken up without “Pay”"),
        ("not a iff t", "wants “Arm” exactly when “Talk” is not taken up"),
    ],
)
def test_a_wish_is_said_plainly(says: str, words: str) -> None:
    assert wish_words(norland(says), parse(says)) == words


@pytest.mark.parametrize(
    ("says", "dropped", "flipped"),
    [
        ("a", "no longer wants “Arm”", "comes to object to “Arm”"),
        ("not a", "no longer objects to “Arm”", "comes to want “Arm”"),
        ("not a if not t", "no longer objects to “Arm” without “Talk”", "comes to want “Arm” without “Talk”"),
        ("a if t and not p", "no longer wants “Arm” if “Talk” is taken up without “Pay”",
         "comes to want “Talk” without “Pay” or “Arm”"),
    ],
)  # fmt: skip
def test_the_opposite_of_a_wish_is_told_for_what_it_is(says: str, dropped: str, flipped: str) -> None:
    conflict = norland(says)
    assert change_words(conflict, Drop("Norland", 1)) == f"Norland {dropped}"
    assert change_words(conflict, Flip("Norland", 1)) == f"Norland {flipped}"


def test_rank_and_what_is_new_are_told() -> None:
    conflict = norland("a if t")
    assert change_words(conflict, MoveTo("Norland", 1, 3)) == (
        "Norland puts after everything else its wish for “Arm” if “Talk” is taken up"
    )
    assert change_words(conflict, Add("Norland", "not a", 4)) == (
        "Norland comes to object to “Arm” after everything else"
    )
    assert change_words(conflict, Add("Norland", "a", 2)) == "Norland comes to want “Arm” in place two of four"
