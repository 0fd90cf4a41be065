"""Names, numbers and codes of actors: what is plain is known, what is not stays open."""

from __future__ import annotations

import pytest

from hikiwake.relation.importing.meaning.actors import Actors

KNOWN = {
    ("names", "Japan"): ("JPN",),
    ("names", "  russian federation "): ("RUS",),
    ("names", "Soviet Union"): ("SUN",),
    ("names", "Citizen (Japan)"): ("JPN",),
    ("names", "Head of State (Holy See (Vatican City State))"): ("VAT",),
    ("names", "Military Forces of Russia (2000-)"): ("RUS",),
    ("names", "Police Forces of the Philippines (2016-2022)"): ("PHL",),
    ("names", "Government of Ukraine"): ("UKR",),
    ("names", "Shinzo Abe"): ("JPN",),
    ("names", "European Union"): ("EU",),
    ("names", "Congo - Kinshasa"): ("COD",),
    ("names", "São Tomé & Príncipe"): ("STP",),
    ("cow", "740"): ("JPN",),
    ("cow", "740.0"): ("JPN",),
    ("cow", "255@1866"): ("PRU",),
    ("cow", "255@1914"): ("DEU",),
    ("cow", "345@2010"): ("SRB",),
    ("cow", "365"): ("RUS",),
    ("cameo", "JPN"): ("JPN",),
    ("cameo", "jpngov"): ("JPN",),
    ("cameo", "ROMGOV"): ("ROU",),
    ("cameo", "SUN"): ("SUN",),
}
OPEN = [
    ("names", "Boko"), ("names", "American University"), ("names", "Japanese Pond"), ("names", "()"),
    ("names", "(2000-)"),
    ("cow", "999"), ("cow", "Japan"), ("cow", ""), ("cameo", "GOV"), ("cameo", "MOD"), ("cameo", "JPNX"),
    ("cameo", "JP"),
]  # fmt: skip


@pytest.mark.parametrize("told", KNOWN, ids=str)
def test_plain_actor_is_known(told: tuple[str, str]) -> None:
    assert Actors().codes(*told) == KNOWN[told]


@pytest.mark.parametrize("told", OPEN, ids=str)
def test_what_is_not_plain_stays_open(told: tuple[str, str]) -> None:
    assert Actors().codes(*told) == ()


def test_several_actors_in_one_field_are_each_known_once() -> None:
    assert Actors(joined=";").codes("names", "China; Japan;China; Nobody;") == ("CHN", "JPN")


def test_what_the_user_told_counts_first() -> None:
    assert Actors({"boko": "NGA", "japan": "X1"}).codes("names", "Japan") == ("X1",)
