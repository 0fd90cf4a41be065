"""The figure of the bargaining range: every position on its place, bars as far as the sets, bands where both accept."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from hikiwake.comparison import bargaining_range
from hikiwake.dossier import Dossier, Scale
from hikiwake.figures.lanes import Drawing, draw
from hikiwake.figures.windows import window as rows_of
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections.bargaining import NARROW, WIDE, Line, Window, context
from tests.built_in import japan_russia
from tests.synthetic import skerries

CASES = {"small": skerries().dossier(), "built-in": japan_russia()}


@pytest.fixture(params=CASES)
def grounds(request: pytest.FixtureRequest) -> Grounds:
    return Grounds(CASES[request.param])


def lines(grounds: Grounds) -> list[Line]:
    shown = context(grounds)
    assert shown
    return shown.lines


def drawn(grounds: Grounds, line: Line, window: Window, width: float = WIDE) -> Drawing:
    """A window as the page lays it out."""
    names = grounds.names.actor
    return draw(rows_of(window.range, line.scale, "", grounds.dossier.by_id, names), width)


def test_every_scale_has_a_window_for_every_era(grounds: Grounds) -> None:
    case = grounds.dossier.case
    assert [line.scale for line in lines(grounds)] == list(case.scales)
    for line in lines(grounds):
        assert [window.range.era for window in line.windows] == [era.id for era in case.eras]


def test_every_position_on_the_scale_is_one_stop(grounds: Grounds) -> None:
    for line in lines(grounds):
        for window in line.windows:
            on = [each for bound in window.range.bounds for each in bound.positions]
            placed = [id_ for id_ in on if grounds.dossier.by_id[id_].on in line.scale.formulas]  # type: ignore[union-attr]
            for figure in (drawn(grounds, line, window, width) for width in (WIDE, NARROW)):
                stops = [stop.href for lane in figure.lanes for stop in lane.stops]
                assert sorted(stops) == sorted(placed)
                assert all(0 <= stop.x <= figure.width for lane in figure.lanes for stop in lane.stops)


def test_bars_begin_at_a_sides_own_end_and_reach_what_it_accepts(grounds: Grounds) -> None:
    for line in lines(grounds):
        place = {formula: index for index, group in enumerate(line.scale.order) for formula in group}
        for window in line.windows:
            figure = drawn(grounds, line, window)
            column = figure.width / len(line.scale.order)
            reached = {
                (bound.actor == line.scale.actor, (max if bound.actor == line.scale.actor else min)(places))
                for bound in window.range.bounds
                if (places := [place[each] for each in bound.accepts])
            }
            reaching = set()
            for lane in figure.lanes:
                if lane.bar:
                    start, length = lane.bar
                    limit = start + length if lane.left else start
                    assert (start == 0) if lane.left else (start + length == pytest.approx(figure.width, abs=0.2))
                    reaching.add((lane.left, round(limit / column - 0.5)))
            assert reaching == reached


def test_bands_stand_where_both_accept(grounds: Grounds) -> None:
    for line in lines(grounds):
        for window in line.windows:
            figure = drawn(grounds, line, window)
            column = figure.width / len(line.scale.order)
            covered = {
                round(start / column) + step for start, length in figure.bands for step in range(round(length / column))
            }
            place = {formula: index for index, group in enumerate(line.scale.order) for formula in group}
            assert covered == {place[formula] for formula in window.range.shared}


def test_lanes_and_their_labels_do_not_lie_on_each_other(grounds: Grounds) -> None:
    for line in lines(grounds):
        for window in line.windows:
            for figure in (drawn(grounds, line, window, width) for width in (WIDE, NARROW)):
                ys = [y for lane in figure.lanes for y in (*(y for _, y in lane.lines), lane.y)]
                assert ys == sorted(ys)
                assert all(later - earlier >= 7 for earlier, later in pairwise(ys))
                assert all(y <= figure.height for y in ys)


def test_open_formula_is_told_in_its_readings() -> None:
    grounds = Grounds(CASES["built-in"])
    line = lines(grounds)[0]
    assert len(line.notes) == len(line.scale.open) > 0
    assert "left open; it may be read as" in line.notes[0]
    hatched = [lane for window in line.windows for lane in drawn(grounds, line, window).lanes if lane.perhaps]
    assert hatched


def test_shares_are_numbers_only_where_a_formula_has_one() -> None:
    dossier = CASES["built-in"]
    given = {formula.id: formula.share for formula in dossier.formulas}
    for line in lines(Grounds(dossier)):
        for column in line.columns:
            assert all(share == given.get(id_, "") for id_, _, share in column.formulas)


def test_refusal_to_talk_is_drawn_as_one() -> None:
    small = CASES["small"]
    scale = replace(small.case.scales[0], refusals=("none",), order=(("all",), ("half",)))
    refusing = replace(small, case=replace(small.case, scales=(scale,)))
    row = bargaining_range(refusing)[1]
    assert row.overlap == "refused"
    assert [lane.refuses for lane in draw(rows_of(row, scale, "", refusing.by_id, str), 900).lanes] == [True]


def test_case_without_scales_or_actors_has_no_such_section() -> None:
    small = CASES["small"]
    assert context(Grounds(replace(small, case=replace(small.case, scales=())))) is None
    assert context(Grounds(Dossier(replace(small.case, scales=(Scale("a", "A", "NOR", (("x",),)),))))) is None
