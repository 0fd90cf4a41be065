"""The chart: every event once, in its era, as long as its period, and no mark on another."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.figures.marks import direction_of_event
from hikiwake.figures.panels import SHORTEST, Panel, panels
from hikiwake.figures.stretches import by_era, stretches
from tests.synthetic import many_events, skerries

CASES = {"small": skerries().dossier(), "built-in": hw.load("japan_russia"), "many": many_events(400)}


@pytest.fixture(params=CASES)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return CASES[request.param]


@pytest.fixture
def laid(dossier: Dossier) -> list[Panel]:
    return panels(stretches(dossier), 1120.0, 46.0)


def test_every_event_is_one_mark(dossier: Dossier, laid: list[Panel]) -> None:
    marks = [mark.act.id for panel in laid for mark in panel.marks]
    assert sorted(marks) == sorted(event.id for event in dossier.events)


def test_marks_stay_inside_their_panel(laid: list[Panel]) -> None:
    for panel in laid:
        for mark in panel.marks:
            assert panel.along - 0.2 <= mark.along
            assert mark.along + mark.length <= panel.along + panel.length + 0.2
            assert mark.length >= SHORTEST - 0.1


def test_panels_fill_the_length_without_touching(laid: list[Panel]) -> None:
    assert all(one.along + one.length < next_.along for one, next_ in pairwise(laid))
    assert laid[-1].along + laid[-1].length == pytest.approx(1120.0, abs=1)


def test_no_mark_lies_on_another(laid: list[Panel]) -> None:
    for panel in laid:
        for one, other in combinations(panel.marks, 2):
            beside = one.along + one.length <= other.along + 0.2 or other.along + other.length <= one.along + 0.2
            apart = abs(one.away - other.away) >= (one.thick + other.thick) / 2 - 0.2
            assert beside or apart, (one.act.id, other.act.id)


def test_acts_towards_stand_above_acts_against_below(dossier: Dossier, laid: list[Panel]) -> None:
    events = {event.id: event for event in dossier.events}
    for panel in laid:
        for mark in panel.marks:
            direction = direction_of_event(events[mark.act.id])
            assert (mark.away > 0) == (direction == "with")
            assert (mark.away < -panel.floor) == (direction == "apart")


def test_month_is_longer_than_a_day_and_a_year_longer_than_a_month() -> None:
    laid = panels(stretches(skerries().dossier()), 1120.0, 46.0)
    lengths = {mark.act.id: mark.length for panel in laid for mark in panel.marks}
    assert lengths["event-strait-closed"] < lengths["event-visit"]


def test_events_before_the_first_era_have_a_stretch_of_their_own() -> None:
    dossier = many_events(24)
    groups = by_era(dossier)
    first = min(era.period.start for era in dossier.case.eras)
    assert (groups[0][0].id, groups[0][0].title) == ("before", f"Before {first.year}")
    assert all((event.period.start < first) == (era.id == "before") for era, events in groups for event in events)
    assert sum(len(events) for _, events in groups) == 24
