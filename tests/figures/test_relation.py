"""The chart of a relation: what is told is drawn, silence is not, and every mark opens an entry of the record."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import hikiwake as hw
from hikiwake.figures.relation import NARROW, WIDE, relation
from hikiwake.relation import RelationSeries
from tests.built_in import japan_russia
from tests.relation.planted_series import record, turned

UP = turned(1950, 1970, 1989, ("ACCUSE", "SANCTION"), ("SUPPORT", "CONSULT"))


def found(measure: str = "mean") -> RelationSeries:
    return hw.relation(record([*UP, ("1995", "AID", "one")]), measure=measure, resamples=20)


def dots(drawn: str) -> list[float]:
    return [float(y) for y in re.findall(r'<circle cx="[^"]+" cy="([^"]+)"', drawn)]


@pytest.mark.parametrize("name", [WIDE, NARROW])
@pytest.mark.parametrize("measure", ["mean", "sum", "net"])
def test_a_dot_for_every_period_that_is_not_silent(measure: str, name: str) -> None:
    series = found(measure)
    drawn = relation(series, name)
    assert len(dots(drawn)) == len(series.told) == 41
    ElementTree.fromstring(drawn)


@pytest.mark.parametrize("measure", ["mean", "sum", "net"])
def test_a_better_value_stands_higher_and_all_stand_in_the_field(measure: str) -> None:
    series = found(measure)
    heights = dict(zip((row.value or 0.0 for row in series.told), dots(relation(series)), strict=True))
    ordered = [heights[value] for value in sorted(heights)]
    assert ordered == sorted(ordered, reverse=True)
    assert len(set(ordered)) >= 2
    assert all(34 <= height <= 334 for height in ordered)


def test_a_turning_point_has_its_way_its_levels_and_its_words() -> None:
    series = found()
    drawn = relation(series)
    assert drawn.count('class="when"') == len(series.turning_points) == 1
    assert drawn.count('class="levels"') == 1
    assert series.sentence(series.turning_points[0]).replace("'", "&#39;") in drawn


@pytest.mark.parametrize("name", [WIDE, NARROW])
def test_every_mark_of_the_built_in_case_opens_an_entry(name: str) -> None:
    dossier = japan_russia()
    series = hw.relation(dossier, resamples=5)
    links = re.findall(r'href="#([^"]*)"', relation(series, name))
    assert len(links) >= len(series.told) + len(series.held)
    assert {*links} <= {*dossier.by_id}


def test_the_authors_turns_do_not_touch() -> None:
    drawn = relation(hw.relation(japan_russia(), resamples=0))
    boxes = re.findall(r'<rect class="hit" x="([^"]+)" y="([^"]+)"', drawn)
    places = [(float(x), float(y)) for x, y in boxes]
    assert len(places) > 20
    for number, (x, y) in enumerate(places):
        assert not any(abs(x - other) < 24 and y == level for other, level in places[number + 1 :])


def test_without_an_act_nothing_is_drawn() -> None:
    assert relation(hw.relation(record([]))) == ""
    assert hw.figure(hw.relation(record([]))) == ""
