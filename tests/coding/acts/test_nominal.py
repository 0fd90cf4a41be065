"""Nouns that tell acts, and bare nouns that tell none."""

from __future__ import annotations

import pytest

from hikiwake.coding import explain, propose


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between Norway and Sweden were held.", "CONSULT"),
        ("The visit of 2 May 1999 changed little for Norway.", "CONSULT"),
        ("The Swedish withdrawal from Norway came late.", "RETREAT"),
        ("Libya's bombardment of the town was heavy.", "ASSAULT"),
    ],
)
def test_nouns_with_grounds_are_acts(text: str, kind: str) -> None:
    """A light verb, a date, two parties, or one party of a strong noun."""
    assert kind in {each.type for each in propose("a", text)}


@pytest.mark.parametrize("text", ["Sanctions are a tool.", "A visit is cheap.", "The agreement is long."])
def test_bare_nouns_are_none(text: str) -> None:
    """A noun alone tells nothing, and the reason says so."""
    assert not [each for each in propose("a", text) if each.kind == "event"]
    assert "bare noun" in explain("a", text, None, 0, len(text)).reasons[0].why


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("A planned visit of Sweden's king to Norway on 2 May 1999 was in the news.", "planned"),
        ("No talks between Norway and Sweden took place in 1999.", "negated"),
        ("The alleged attack of Libya on Chad in 1987 was in the news.", "alleged"),
    ],
)
def test_adjectives_tell_the_status(text: str, happened: str) -> None:
    """Planned, alleged, and no: what stands before a noun says whether it happened."""
    assert happened in {each.happened for each in propose("a", text)}
