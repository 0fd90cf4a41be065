"""The charts of comparison series: every value within the time of the relation is drawn, on the relation's axis."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree

import pytest

import hikiwake as hw
from hikiwake.figures.beside import NARROW, WIDE, series
from hikiwake.figures.relation import relation
from hikiwake.relation.comparing import Comparisons
from tests.built_in import japan_russia
from tests.relation.planted_series import record, turned


@cache
def found() -> Comparisons:
    return hw.compare(japan_russia(), resamples=20)


@pytest.mark.parametrize("name", [WIDE, NARROW])
@pytest.mark.parametrize("place", [0, 1])
def test_a_dot_for_every_value_within_the_time_of_the_relation(place: int, name: str) -> None:
    each = found()[place]
    drawn = series(each, found().relation, name)
    ElementTree.fromstring(drawn)
    assert drawn.count("<circle ") == len(each.values)
    assert drawn.count('class="when"') == drawn.count('class="levels"') == len(each.turning_points)


@pytest.mark.parametrize("name", [WIDE, NARROW])
def test_the_years_stand_where_those_of_the_relation_do(name: str) -> None:
    ticks = re.compile(r'<text class="tick" x="([^"]+)" y="[^"]+">(\d+)</text>')
    beside = found().relation
    assert ticks.findall(series(found()[0], beside, name)) == ticks.findall(relation(beside, name))


def test_a_higher_value_stands_higher_and_all_stand_in_the_field() -> None:
    each = found()[0]
    heights = [float(y) for y in re.findall(r'<circle cx="[^"]+" cy="([^"]+)"', series(each, found().relation))]
    ordered = sorted(zip((value.value for value in each.values), heights, strict=True))
    assert [height for _, height in ordered] == sorted(heights, reverse=True)
    assert all(30 <= height <= 134 for height in heights)


def test_what_lies_outside_the_time_of_the_relation_is_not_drawn() -> None:
    short = hw.relation(record(turned(1990, 1995, 1999, ("ACCUSE",), ("SUPPORT",))), resamples=0)
    assert series(found()[0], short).count("<circle ") == 10


def test_without_a_relation_or_a_series_nothing_is_drawn() -> None:
    silent = hw.relation(record([]))
    assert series(found()[0], silent) == ""
    assert hw.figure(hw.compare(record([]), resamples=0)) == ""


def test_the_figure_of_all_has_the_relation_first() -> None:
    drawn = hw.figure(found())
    assert drawn.index("Mean of the PLOVER") < drawn.index("UN voting agreement") < drawn.index("Militarised disputes")
