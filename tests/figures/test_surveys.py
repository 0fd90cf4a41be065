"""A survey that stands alone: one drawing, every bar inside it, every answer once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from hikiwake.dossier import Claim
from hikiwake.figures.surveys import LABELS, Survey, bar, survey, survey_of
from tests.built_in import japan_russia
from tests.synthetic import skerries

CASES = {"small": skerries().dossier(), "built-in": japan_russia()}


def tables(name: str) -> list[list[Claim]]:
    claims = [claim for claim in CASES[name].claims if claim.table]
    return [[claim for claim in claims if claim.table == table] for table in {claim.table: None for claim in claims}]


@pytest.mark.parametrize("name", CASES)
def test_every_bar_stands_inside_the_drawing(name: str) -> None:
    for claims in tables(name):
        drawn = survey_of("A question", claims)
        root = ElementTree.fromstring(survey(drawn))
        _, _, width, height = (float(each) for each in root.attrib["viewBox"].split())
        assert [each.tag for each in root.iter()].count("svg") == 1
        places = [each.attrib["transform"] for each in root.iter("g")]
        assert len(places) == len(drawn.bars)
        assert all(float(place[:-1].split()[1]) + 21 <= height for place in places)
        assert width >= LABELS + 400
        assert len(list(root.iter("a"))) == sum(len(each.segments) for each in drawn.bars)


@pytest.mark.parametrize("name", CASES)
def test_a_bar_of_the_page_and_one_of_the_whole_survey_are_the_same(name: str) -> None:
    for claims in tables(name):
        drawn = survey_of("A question", claims)
        whole = survey(drawn)
        for each in drawn.bars:
            inner = bar(each).split("\n", 1)[1].removesuffix("</svg>").strip()
            assert inner in whole


def test_words_of_a_survey_are_words() -> None:
    root = ElementTree.fromstring(survey(Survey("<b>&\x07", (("</svg>", 0),), ())))
    assert [each.text for each in root.iter("text")] == ["<b>&\ufffd", "</svg>"]
