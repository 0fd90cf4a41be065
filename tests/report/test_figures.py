"""The other figures: the graph of drivers, the map, the surveys, the matrix, and what each is made of."""

from __future__ import annotations

import pytest

from hikiwake.figures.coasts import coastline
from hikiwake.figures.drivers import Graph, arguments, draw
from hikiwake.figures.places import Box, close_and_wide, land_path, spots
from hikiwake.figures.surveys import survey_of
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections.places import context
from hikiwake.report.sections.positions import Line, actors_context
from hikiwake.report.sections.sources import address
from hikiwake.report.sections.surveys import context as surveys_context
from tests.built_in import grounds, japan_russia
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def small() -> Grounds:
    return Grounds(skerries().dossier())


@pytest.fixture(scope="module")
def built_in() -> Grounds:
    return grounds()


def graph_of(grounds: Grounds) -> Graph:
    graph = draw(arguments(grounds.dossier.drivers, grounds.names.variables))
    assert graph
    return graph


def test_rival_signs_are_two_curves(small: Grounds) -> None:
    edges = graph_of(small).edges
    assert sorted(edge.sign for edge in edges) == ["+", "-"]
    assert all(edge.rival for edge in edges)
    assert len({edge.path for edge in edges}) == 2


def test_no_box_of_the_graph_lies_on_another(built_in: Grounds) -> None:
    graph = graph_of(built_in)
    assert len(graph.nodes) > 8
    for one in graph.nodes:
        for other in graph.nodes:
            if one is not other and abs(one.x - other.x) < graph.node_width:
                assert abs(one.y - other.y) >= graph.node_height
        assert 0 <= one.x <= graph.width - graph.node_width
        assert 0 <= one.y <= graph.height - graph.node_height


def test_graph_is_the_same_every_time(built_in: Grounds) -> None:
    assert graph_of(built_in) == graph_of(Grounds(japan_russia()))


def test_map_shows_the_contested_islands_and_names_what_is_missing(built_in: Grounds) -> None:
    shown = context(built_in)
    assert shown
    close, _ = close_and_wide(coastline(built_in.dossier.case.map), spots(built_in.dossier))
    labels = {label.place.id for label in close.labels}
    assert {place.id for place in built_in.dossier.case.places if place.disputed} <= labels
    assert "missing here" in shown.missing
    assert "Natural Earth" in shown.source


def test_labels_of_the_map_stand_free_of_each_other(built_in: Grounds) -> None:
    for drawing in close_and_wide(coastline(built_in.dossier.case.map), spots(built_in.dossier)):
        boxes = [(label.x + label.across, label.y + label.down, label.long) for label in drawing.labels]
        for index, (x, y, long) in enumerate(boxes):
            for other_x, other_y, other_long in boxes[:index]:
                assert abs(x - other_x) >= (long + other_long) / 2 or abs(y - other_y) >= 15


def test_case_without_a_coastline_has_a_map_of_points(small: Grounds) -> None:
    shown = context(small)
    assert shown
    assert shown.source == ""
    assert shown.close.count("<circle") == len(small.dossier.case.places)
    assert shown.missing == ""


@pytest.mark.parametrize("name", ["", "../errors", "geography/south_kurils", "SOUTH_KURILS", "nowhere"])
def test_only_plain_names_of_coastlines_are_looked_up(name: str) -> None:
    assert coastline(name) == {}


def test_land_outside_the_frame_is_left_out() -> None:
    square = {"features": [{"geometry": {"coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}]}
    assert land_path(square, Box(-1, -1, 2, 2, 300)).startswith("M")
    assert land_path(square, Box(50, 40, 52, 42, 300)) == ""


def test_bars_of_a_survey_are_as_long_as_their_answers(built_in: Grounds) -> None:
    shown = surveys_context(built_in)
    assert shown
    assert shown.surveys
    tables = {claim.table for claim in built_in.dossier.claims if claim.table}
    assert {survey.id for survey in shown.surveys} == tables
    for table in tables:
        for bar in survey_of("", [claim for claim in built_in.dossier.claims if claim.table == table]).bars:
            for segment, following in zip(bar.segments, bar.segments[1:], strict=False):
                assert following.start == pytest.approx(segment.start + segment.size)


def test_matrix_holds_every_position_and_begins_with_the_dyad(built_in: Grounds) -> None:
    shown = actors_context(built_in)
    assert shown
    lines = shown.lines
    assert all(isinstance(line, Line) for line in lines)
    assert lines[0].id == built_in.dossier.case.dyad[0]
    told = {row.position.id for line in lines for row in line.rows}
    assert told == {position.id for position in built_in.dossier.positions}


def test_only_web_addresses_are_followed() -> None:
    from dataclasses import replace

    document = skerries().dossier().documents[0]
    assert address(replace(document, address="https://example.org/a")) == "https://example.org/a"
    assert address(replace(document, address="javascript:alert(1)")) == ""
    assert address(replace(document, address="data:text/html,x")) == ""
