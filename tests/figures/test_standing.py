"""Drawings as files of their own, and drawings of nothing much."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from hikiwake.figures import shapes, standing_alone, style
from hikiwake.figures.drivers import Argument, drivers_graph
from hikiwake.figures.lanes import Column, Side, Stand, Window, headings, range_lanes
from hikiwake.figures.paths import Node, lay, paths
from hikiwake.figures.places import Spot, maps
from hikiwake.figures.stretches import Act, Stretch
from hikiwake.figures.timeline import MANY, across, close_ups, downward
from hikiwake.figures.verdicts import Line, verdicts

HOSTILE = "</svg><script>x</script>&\x00"
DAY = date(1956, 10, 19)


def era(acts: int) -> Stretch:
    made = tuple(Act(f"event-{number}", DAY, DAY, "with", "with t1 day done") for number in range(acts))
    return Stretch("one", HOSTILE, HOSTILE, DAY, date(1960, 1, 1), date(1960, 1, 1), made)


def tree() -> Node:
    root = Node(0, 0, "", HOSTILE, [HOSTILE])
    root.after.append(Node(1, 1, "A", HOSTILE, [HOSTILE], "B", "there"))
    return root


SIDE = Side(HOSTILE, True, "declared", (0,), (0, 1), False, (Stand(0, "position-1", "accepts"),), "position-1")
DRAWINGS = {
    "timeline across": across([era(3)], [], ["event-1"]),
    "timeline downward": downward([era(3)]),
    "timeline closer": close_ups([era(3)], [("", HOSTILE)])[0][1],
    "piles across": across([era(MANY + 1)]),
    "piles downward": downward([era(MANY + 1)]),
    "lanes": range_lanes(Window("1956", "open", 2, (SIDE,), (0,)), 900.0, "wide"),
    "headings": headings([Column(1, [("a", HOSTILE, "7")])], ("best", HOSTILE), 900.0),
    "drivers": drivers_graph([Argument("driver-1", "a", "b", HOSTILE, HOSTILE, "+")]),
    "map": maps({}, [Spot("a", "town", 145.0, 43.0, (HOSTILE, "B"), True)])[0],
    "verdicts": verdicts(["way", HOSTILE], [Line(HOSTILE, (("agreed",),))], [("agreed", HOSTILE)], HOSTILE),
    "paths": paths(lay(tree()), HOSTILE),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_one_svg_and_its_words_are_words(name: str) -> None:
    root = ElementTree.fromstring(DRAWINGS[name])
    assert root.tag == "svg"
    assert "script" not in {each.tag for each in root.iter()}
    assert "<script>" in " ".join(
        [*root.itertext(), *(value for each in root.iter() for value in each.attrib.values())]
    )


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_stands_alone(name: str) -> None:
    text = standing_alone(DRAWINGS[name])
    root = ElementTree.fromstring(text.encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert float(root.attrib["width"]) > 10
    assert "var(--" not in text
    assert "href" not in text
    used, defined = set(re.findall(r"url\(#([\w-]+)\)", DRAWINGS[name])), set(re.findall(r' id="([\w-]+)"', text))
    assert used <= defined


def test_the_looks_of_the_drawings_refer_to_shapes_that_are_there() -> None:
    used = set(re.findall(r"url\(#([\w-]+)\)", style()))
    assert used
    assert used <= set(re.findall(r' id="([\w-]+)"', shapes()))
