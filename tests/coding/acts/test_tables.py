"""The tables of acts hold together: types, modes, classes and effects are known, and no row is there twice."""

from __future__ import annotations

from collections import Counter

import pytest

from hikiwake.coding.acts.lexicon import ACTOR, nouns, triggers, verbs
from hikiwake.coding.acts.status import BY_GOVERNOR, NO_ACT
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.acts import classes, rows

STRENGTHS = ("strong", "weak", "of")


@pytest.mark.parametrize("table", ["verbs", "nouns"])
def test_types_modes_and_weights(table: str) -> None:
    """The first type is one of the 16, the other as well where there is one; the mode is one of a type's."""
    for row in rows(table):
        types = event_types()
        assert row["type"] in types, row
        assert not row["also"] or (row["also"] in types and row["also"] != row["type"]), row
        modes = {*types[row["type"]].modes, *(types[row["also"]].modes if row["also"] else ())}
        assert not row["mode"] or row["mode"] in modes, row
        assert 0 < float(row["weight"]) <= 1, row


@pytest.mark.parametrize("table", ["verbs", "nouns", "irregular", "governors"])
def test_no_row_twice(table: str) -> None:
    """A row that is there twice would hide a mistake in one of them."""
    counted = Counter(tuple(row.values()) for row in rows(table))
    assert [row for row, count in counted.items() if count > 1] == []


def test_strengths() -> None:
    """A noun is strong, weak, or needs its object."""
    assert {row["strength"] for row in rows("nouns")} <= {*STRENGTHS}


def test_effects_of_governors() -> None:
    """Each effect of a governing word is one that the status knows."""
    known = {*NO_ACT, *BY_GOVERNOR, "done", "nominal-planned", "nominal-failed", "nominal-tried"}
    assert {row["effect"] for row in rows("governors")} <= known


def test_slots_are_classes_or_words() -> None:
    """What a frame asks for is a class, an actor, or a word in small letters."""
    for row in rows("verbs"):
        for cell in (row["subject"], row["object"]):
            for part in cell.replace("&", "|").split("|"):
                assert not part or part in ACTOR or part in classes() or (part == part.lower() and " " not in part), row


def test_triggers_are_many_and_single_words() -> None:
    """Every trigger is found by its first word."""
    assert all(" " not in word for word in triggers())
    assert len(verbs()) > 1_500
    assert len(nouns()) > 200
