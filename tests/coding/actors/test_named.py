"""Actors are found by every name, as the time and the paragraph have them, and nobody else is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hikiwake.actors import Actor, Name, Office
from hikiwake.coding.actors import Named, gazetteer, named
from hikiwake.coding.times import times
from hikiwake.periods import Period


def who(text: str, written: str = "") -> list[tuple[tuple[str, ...], str]]:
    """Whom a text names, and how."""
    dated = times(text, Period.parse(written) if written else None)
    return [(each.actors, each.how) for each in named(text, dated)]


def ids(text: str, written: str = "") -> list[str]:
    """The ids that a text names, in order."""
    return [actor for actors, _ in who(text, written) for actor in actors]


NAMES = {
    "Peru": "PER", "the United States": "USA", "the U.S. delegation": "USA", "the USSR": "SUN", "Sino": "CHN",
    "the Ottoman Empire": "OTT", "Yugoslavia": "YUG", "East Germany": "DDR", "Czechoslovak troops": "CSK",
    "Côte d'Ivoire": "CIV", "the Republic of China": "TWN", "the People's Republic of China": "CHN",
    "the UN Security Council": "UN", "NATO": "NATO", "the International Court of Justice": "ICJ", "ASEAN": "ASEAN",
    "Hezbollah": "LBN/Hezbollah", "the Turkish Cypriots": "CYP/Turkish Cypriots", "Whitehall": "GBR",
    "the Kremlin": "RUS", "Buenos Aires": "ARG", "Islamabad": "PAK", "The Hague": "NLD", "GREECE": "GRC",
    "the Chilean government": "CHL", "the Bolivian public": "BOL/public", "Kenyan fishermen": "KEN/fishermen",
    "the government of Ethiopia": "ETH", "Japan’s Ministry of Foreign Affairs": "JPN", "South Sudanese": "SSD",
}  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), NAMES.items(), ids=NAMES)
def test_a_name(text: str, actor: str) -> None:
    """Names, adjectives, peoples, seats and those who speak for a state."""
    assert ids(f"It was {text} that refused.") == [actor]


NOBODY = (
    "the South China Sea", "the Indian Ocean", "Lake Chad", "the River Jordan", "Michael Jordan", "Chad Brown",
    "South Georgia", "the University of Georgia", "the Paris Agreement", "the Washington Post", "New England",
    "the Indo-Pacific", "the Cuban Missile Crisis", "a turkey", "jordan almonds", "in Tokyo", "near Islamabad",
    "us", "the it department", "Georgia Brown", "the Berlin Wall", "the Karachi Agreement", "the Madrid talks",
    "the Lima Border Protocol", "the Moscow Peace Treaty",
)  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_what_names_no_actor(text: str) -> None:
    """Seas, rivers, papers, treaties after their place, persons with a state's name, and cities as places."""
    assert ids(f"They saw {text} again.") == []


@pytest.mark.parametrize("text", ["Jordan signed.", "In Georgia, votes were counted.", "Chad and Turkey agreed."])
def test_states_that_share_a_name_are_found_where_they_are_meant(text: str) -> None:
    """A name that persons bear too is a state's where no other proper name stands beside it."""
    assert set(ids(text)) <= {"JOR", "GEO", "TCD", "TUR"} and ids(text)


SEATS = [
    ("In 1956 Moscow offered two islands.", "SUN"),
    ("In 1998 Moscow offered two islands.", "RUS"),
    ("In 1890 Vienna objected.", "AUH"),
    ("Russia broke the pact of 1940. The Kremlin has said so since.", "RUS"),
    ("In 1990 Prague objected.", "CSK"),
    ("In 2010 Prague objected.", "CZE"),
    ("In 1995 Belgrade objected.", "YUG"),
    ("In 2015 Belgrade objected.", "SRB"),
]


@pytest.mark.parametrize(("text", "state"), SEATS)
def test_a_seat_stands_for_the_state_it_was_the_seat_of(text: str, state: str) -> None:
    """The time told near it decides."""
    assert ids(text)[-1] == state


OFFICES = [
    ("In 1982 Margaret Thatcher sent ships.", ["GBR"]),
    ("In 2010 Margaret Thatcher gave a speech.", []),
    ("Margaret Thatcher sent ships.", ["GBR"]),
    ("In 1987 Eduard Shevardnadze spoke.", ["SUN"]),
    ("In 1999 Eduard Shevardnadze spoke.", ["GEO"]),
    ("President Kennedy spoke to Nikita Khrushchev.", ["USA", "SUN"]),
    ("Mary Kennedy spoke.", []),
    ("Kennedy spoke.", []),
    ("Theresa May spoke in May 2018.", ["GBR"]),
    ("They spoke in May 2018.", []),
]


@pytest.mark.parametrize(("text", "actors"), OFFICES)
def test_a_leader_speaks_for_a_state_while_in_office(text: str, actors: list[str]) -> None:
    """A time told beside the name limits it; a family name that others bear needs a title or the full name."""
    assert ids(text) == actors


def test_nobody_holds_an_office_that_the_writer_could_not_know_of() -> None:
    """The time of writing limits offices too."""
    assert ids("Fumio Kishida spoke.", "2015") == ["JPN"]  # as foreign minister
    assert ids("Donald Trump spoke.", "2014") == []


def test_a_person_whom_the_text_introduces_speaks_for_its_state_afterwards() -> None:
    """Also one who stands in no table."""
    text = "Ruritania fell. Peru’s Foreign Minister Elvira Quispe Condori objected. Quispe left."
    assert who(text) == [(("PER",), "office"), (("PER",), "office")]


TAKEN_UP = [
    ("Egypt and Ethiopia met. The two countries agreed.", ("EGY", "ETH"), "both"),
    ("Egypt warned Ethiopia. Both sides sent troops.", ("EGY", "ETH"), "both"),
    ("Egypt met Ethiopia. The sides agreed.", ("EGY", "ETH"), "both"),
    ("Egypt met Ethiopia. The Ethiopian public was angry, but both sides signed.", ("EGY", "ETH"), "both"),
    ("Vladimir Putin met Shinzo Abe in 2016. Both leaders agreed.", ("RUS", "JPN"), "both"),
    ("Egypt warned Ethiopia. It sent troops.", ("EGY",), "pronoun"),
    ("Egypt and Ethiopia met. They agreed.", ("EGY", "ETH"), "pronoun"),
    ("Narendra Modi met the Chinese. He agreed.", ("IND",), "pronoun"),
    ("After Egypt warned Ethiopia, Sudan opened its dams.", ("SDN",), "pronoun"),
    ("Egypt objected.7 Since then Ethiopia has increased its share.", ("ETH",), "pronoun"),
]


@pytest.mark.parametrize(("text", "actors", "how"), TAKEN_UP)
def test_who_is_taken_up(text: str, actors: tuple[str, ...], how: str) -> None:
    """Pairs and pronouns mean those whom the paragraph named."""
    assert who(text)[-1] == (actors, how)


def test_two_sides_are_those_the_text_is_about() -> None:
    """A third that is named between does not take the place of one of the two."""
    opening = "Greece and Turkey quarrel. Turkey objects."
    text = opening + "\n\nGreece asked Turkey for talks. Germany mediated. Both sides came."
    assert who(text)[-1] == (("GRC", "TUR"), "both")


@pytest.mark.parametrize(
    "text", ["It is clear that they left.\n\nIt was late.", "Egypt spoke.\n\nHe left.", "Both islands are dry."]
)
def test_words_that_take_up_nobody(text: str) -> None:
    """An empty it, a pronoun in a new paragraph, both of something else."""
    assert not [each for each in who(text) if each[1] in ("pronoun", "both")]


def test_a_case_brings_its_own_actors() -> None:
    """Names and offices of a case are found like those of the tables; authors are not."""
    own = (
        Actor("SKE", "state", names=(Name("en", "", "Skerries"),)),
        Actor(
            "P1",
            "person",
            part_of="SKE",
            names=(Name("en", "", "Una Marr"),),
            offices=(Office.parse("premier|SKE|2000/2004"),),
        ),
        Actor("A1", "author", names=(Name("en", "", "Bo Berg"),)),
    )
    text = "In 2002 Skerries sent Una Marr to Norway, writes Bo Berg. In 2010 Una Marr retired."
    found = named(text, times(text), gazetteer(own))
    assert [each.actors for each in found] == [("SKE",), ("SKE",), ("NOR",)]
    assert not [each for each in named(text, times(text)) if each.actors == ("SKE",)]


@pytest.mark.parametrize(
    ("id_", "name", "text"),
    [
        ("CAM", "Cambodia", "Cambodia and Cambodian troops, said Phnom Penh in 2011."),
        ("NIP", "Japan", "Japan and Japanese troops, said Tokyo in 1955; Ichiro Hatoyama agreed."),
        ("DK", "denmark", "Denmark and Danish troops, said Copenhagen in 2011."),
    ],
)
def test_a_state_has_the_id_that_its_case_gives_it(id_: str, name: str, text: str) -> None:
    """Its names, people, seats and offices go to the case's actor; an id of the tables stays that state's."""
    own = Actor(id_, "state", names=(Name("en", "", name),))
    found = named(text, times(text), gazetteer((own,)))
    assert len(found) >= 3
    assert {actor.partition("/")[0] for each in found for actor in each.actors} == {id_}
    tables = {actor for each in named(text, times(text)) for actor in each.actors}
    both = gazetteer((own, *(Actor(each, "state") for each in tables)))
    assert tables <= {actor for each in named(text, times(text), both) for actor in each.actors} | {id_}
    other = gazetteer((Actor("SWE", "state", names=(Name("en", "", name),)),))
    assert {sense.actor for sense in other.senses["Swedish"]} == {"SWE"}


def test_places_are_those_of_the_text() -> None:
    """In order, without overlap, with the words that belong to the name."""
    text = "The Japanese government told Russian Minister of Trade Ivan Orlov that Japan’s new government waits."
    found = named(text)
    assert [text[each.start : each.end] for each in found] == [
        "Japanese government",
        "Russian Minister of Trade Ivan Orlov",
        "Japan’s new government",
    ]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert isinstance(found[0], Named)


HOSTILE = ("1" * 100_000, "a" * 1_000_000, "Japan " * 20_000, "both sides " * 10_000, "U." * 50_000, "日本" * 20_000)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:5]))
def test_hostile_text_is_read(text: str) -> None:
    """Nothing in a text keeps the reading from its end."""
    assert all(each.end <= len(text) for each in named(text, times(text)))
