"""Actors: names by language and side, offices, succession, dyads."""

from __future__ import annotations

import pytest

from hikiwake.actors import Actor, Dyad, Name, Office, lineage


@pytest.mark.parametrize("text", ["Japan", "en:", ":Japan", "@JPN:x"])
def test_what_is_no_name_is_refused(text: str) -> None:
    """A name needs a language and words."""
    with pytest.raises(ValueError, match="is not a name"):
        Name.parse(text)


@pytest.mark.parametrize("text", ["premier", "premier|NOR", "premier||1990/1994", "premier|NOR|soon"])
def test_what_is_no_office_is_refused(text: str) -> None:
    """An office needs a title, an actor and a period."""
    with pytest.raises(ValueError, match="is not"):
        Office.parse(text)


@pytest.mark.parametrize("text", ["premier|NOR|1990-05-01/1994-04-30", "premier|NOR|2021-10-04/"])
def test_offices_read_as_written(text: str) -> None:
    """An office comes back as it was written."""
    assert str(Office.parse(text)) == text


def test_names_prefer_the_side_that_is_asked() -> None:
    """Each side has its own name; without one the neutral name serves, without any the id."""
    actor = Actor("x", "state", names=(Name("en", "", "Isle"), Name("en", "SUD", "Holm"), Name("ja", "", "島")))
    assert (actor.name(), actor.name(side="SUD"), actor.name("ja"), actor.name("ru")) == ("Isle", "Holm", "島", "Isle")
    assert Actor("y", "state").name() == "y"


def test_a_dyad_includes_predecessors() -> None:
    """Acts of a predecessor, and of a part of a state, belong to the dyad; acts of third parties do not."""
    dyad = Dyad.between("JPN", "RUS", {"RUS": "SUN"})
    assert dyad.joins(["SUN"], ["JPN"])
    assert dyad.joins(["JPN/public"], ["RUS"])
    assert not dyad.joins(["JPN"], ["USA"])
    assert not dyad.joins(["RUS"], ["SUN"])


def test_a_circle_of_successions_ends() -> None:
    """A succession that closes on itself is cut, not followed for ever."""
    assert lineage("A", {"A": "B", "B": "A"}) == ("A", "B")
