"""A proposal is told in plain words: its kind, what it would become with the code beside it, and the rule behind it."""

from __future__ import annotations

import re

import pytest

import hikiwake as hw
from hikiwake.coding.proposing import propose
from hikiwake.desk.review.becoming import Part, becoming, type_part
from hikiwake.dossier import Dossier
from hikiwake.periods import Period
from hikiwake.vocabulary import choices, event_types
from hikiwake.wording.desk.proposed import HAPPENED, KINDS, because
from hikiwake.workbench import KINDS as PROPOSED
from hikiwake.workbench import Proposal, Span

TEXT = """Japan and Russia signed a treaty on fisheries on 12 June 2016. The foreign ministers met in Moscow.
Japan demands the transfer of all four islands. The Russian ministry said that Japan had rejected the plan.
Trade between Japan and Russia rose to 20 billion dollars in 2013, twice as much as in 2003. Half of them object.
Russia would never give up Kunashiri because of military security. Putin plans to visit Japan in December 2017.
The talks were cancelled by Japan. Russia accepts a joint fund if Japan lifts its sanctions."""
RAW = (
    r"position by|claim by|driver,|date basis|\brule\b|\btrigger\b|\broles?\b|\bstatus\b|frame|\bverb \w+ with\b(?! “)"
)


@pytest.fixture(scope="module")
def proposals() -> tuple[Proposal, ...]:
    """What is proposed of a text that has something of every kind."""
    return tuple(propose("a", TEXT, Period.parse("2017-03-02"), dyad=("JPN", "RUS")))


def test_the_reasons_of_all_kinds_are_words_and_no_names_of_rules(proposals: tuple[Proposal, ...]) -> None:
    assert {each.kind for each in proposals} == {"event", "claim", "position", "driver"}
    for each in proposals:
        said = because(each.kind, each.why)
        assert said and not re.search(RAW, said), said


@pytest.mark.parametrize("type_", event_types())
def test_a_type_is_told_by_its_title_with_the_code_beside_it(type_: str) -> None:
    part = type_part(type_)
    assert (part.words, part.code) == (event_types()[type_].title, type_)
    assert part.meaning == event_types()[type_].meaning


def test_codes_stand_beside_words_and_never_for_them(proposals: tuple[Proposal, ...]) -> None:
    dossier = hw.load("japan_russia")
    for each in proposals:
        for part in becoming(dossier, each):
            assert part.words and not re.search(r"\b(?:[A-Z]{5,}|JPN|RUS)\b", part.words), part
    demand = next(each for each in proposals if each.kind == "position" and each.sources == ("JPN",))
    assert Part("Japan", "JPN", "Actor") in becoming(dossier, demand)


def test_every_kind_and_status_has_its_words() -> None:
    assert set(KINDS) == set(PROPOSED)
    assert set(HAPPENED) == {"", *choices("happened")}


def test_what_names_nobody_and_no_time_says_so_once(dossier: Dossier) -> None:
    bare = Proposal("event", (Span("a", 0, 9),), types=(("CONSULT", 1.0),), happened="planned")
    words = [part.words for part in becoming(dossier, bare)]
    assert words == ["consults", "nobody named", "only planned", "no time"]


@pytest.fixture
def dossier() -> Dossier:
    """A case."""
    return hw.load("japan_russia")
