"""The chart: every event once, in its lane and era, as long as is known of it, and nothing on anything else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from hikiwake.dossier import Dossier
from hikiwake.figures import timeline
from hikiwake.figures.marks import direction_of_event, lasts
from hikiwake.figures.stretches import Act, Stretch, by_era, issues, stretches
from hikiwake.figures.timeline import glyphs
from hikiwake.figures.timeline.chart import CLOSE, SLIM, WHOLE, Chart, chart, close
from hikiwake.figures.timeline.counts import WAYS, columns
from hikiwake.figures.timeline.fanning import Box
from hikiwake.figures.timeline.labels import AFTER
from hikiwake.figures.timeline.panels import Panel
from hikiwake.figures.timeline.placing import MOST_LANES, Mark
from hikiwake.periods import Period
from hikiwake.wording.figures import shortened
from tests.built_in import japan_russia
from tests.synthetic import many_events, skerries

CASES = {"small": skerries().dossier(), "built-in": japan_russia(), "many": many_events(400)}
Rectangle = tuple[float, float, float, float]


def drawn(dossier: Dossier) -> list[Chart]:
    """All charts of a case: the whole, each era closer, and each era for narrow pages."""
    eras, lanes, noted = stretches(dossier), issues(dossier), timeline.most_reported(dossier)
    closer = [close(era, lanes, noted) for era in eras]
    return [chart(eras, lanes, WHOLE, noted, noted), *closer, *(chart([era], lanes, SLIM, (), noted) for era in eras)]


CHARTS = {name: drawn(dossier) for name, dossier in CASES.items()}


@pytest.fixture(params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def panel_of(made: Chart, mark: Mark) -> Panel:
    return next(panel for panel in made.panels if mark.act in panel.era.acts)


def rectangles(mark: Mark) -> list[Rectangle]:
    """All that a mark takes: its shape, its whisker or bar, and its words."""
    return [(box.start, mark.y - box.half, box.end, mark.y + box.half) for box in mark.boxes]


def meeting(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """The pairs of marks of which something lies on something of the other."""

    def meet(one: Rectangle, other: Rectangle) -> bool:
        return (
            one[0] < other[2] - 0.05
            and other[0] < one[2] - 0.05
            and one[1] < other[3] - 0.05
            and other[1] < one[3] - 0.05
        )

    return [
        (one.act.id, other.act.id)
        for one, other in combinations(marks, 2)
        if any(meet(mine, its) for mine in rectangles(one) for its in rectangles(other))
    ]


def reach(path: str) -> tuple[float, float]:
    """From where to where a path goes."""
    x, xs = 0.0, []
    for command, text in re.findall(r"([MHVhvmlaz])([^MHVhvmlaz]*)", path):
        values = [float(each) for each in re.findall(r"-?[\d.]+", text)]
        if command in "MH":
            x = values[0]
        elif command in "hml":
            x += values[0]
        elif command == "a":
            x += values[5]
        xs.append(x)
    return min(xs), max(xs)


def test_every_event_is_one_mark(name: str) -> None:
    whole, *eras = CHARTS[name]
    wanted = sorted(event.id for event in CASES[name].events)
    assert sorted(mark.act.id for mark in whole.marks) == wanted
    half = len(eras) // 2
    for told in (eras[:half], eras[half:]):
        assert sorted(mark.act.id for each in told for mark in each.marks) == wanted


def test_panels_fill_the_length_without_touching(name: str) -> None:
    laid = CHARTS[name][0].panels
    assert all(one.end < next_.along for one, next_ in pairwise(laid))
    assert [laid[0].along, laid[-1].end] == pytest.approx([WHOLE.gutter, WHOLE.length], abs=1)


def test_nothing_of_a_mark_lies_on_another(name: str) -> None:
    """Neither shapes, nor whiskers and bars, nor words."""
    for made in CHARTS[name]:
        assert [pair for lane in made.lanes for pair in meeting(lane.marks)] == []


def test_marks_that_meet_are_found() -> None:
    first, *_, last = CHARTS["small"][0].marks
    assert meeting([first, replace(last, y=first.y, boxes=[Box(first.x, first.x + 1, 1)])])


def test_a_mark_stays_in_its_lane_and_its_words_on_the_sheet(name: str) -> None:
    for made in CHARTS[name]:
        assert all(one.top + one.height <= next_.top + 0.2 for one, next_ in pairwise(made.lanes))
        for lane in made.lanes:
            for mark in lane.marks:
                for left, top, right, bottom in rectangles(mark):
                    assert lane.top <= top
                    assert bottom <= lane.top + lane.height
                    assert made.gutter - 1 <= left
                    assert right <= made.length + 1


def test_a_mark_stands_in_the_middle_of_what_is_known_or_where_its_act_begins(name: str) -> None:
    for made in CHARTS[name]:
        for mark in made.marks:
            panel, (left, right) = panel_of(made, mark), mark.interval
            assert panel.along <= left < right <= panel.end + 0.05
            half = mark.boxes[0].end - mark.x
            wanted = left + half if mark.act.lasts else (left + right) / 2
            nearest = min(max(wanted, panel.along + half), max(panel.end - half, panel.along + half))
            assert mark.x == pytest.approx(nearest, abs=0.1)


def test_a_line_spans_the_interval(name: str) -> None:
    """A year from its first day to its last; what is known by the day has no whisker."""
    for made in CHARTS[name]:
        for mark in made.marks:
            panel, act = panel_of(made, mark), mark.act
            days = (panel.last - panel.era.first).days + 1
            place = [(min(day, panel.last) - panel.era.first).days for day in (act.start, act.end)]
            ends = [panel.along + (at + extra) * panel.length / days for at, extra in zip(place, (0, 1), strict=True)]
            assert mark.interval == pytest.approx(ends, abs=0.06)
            half = mark.boxes[0].end - mark.x - 0.5
            left, right = min(mark.interval[0], mark.x - half), max(mark.interval[1], mark.x + half)
            if not act.lasts:
                left = left if mark.x - half - left > glyphs.LEAST else mark.x - half
                right = right if right - mark.x - half > glyphs.LEAST else mark.x + half
            margin = (0.25 if act.denied else 0.1) * half + 0.1  # a stroke is wider than a triangle, a dot narrower
            assert reach(mark.path) == pytest.approx((left, right), abs=margin), act.id


def test_only_what_lasts_has_a_bar(name: str) -> None:
    """A bar is an area besides the shape of the mark and the head of an arrow."""
    series = {event.series for event in CASES[name].events}
    events = {event.id: event for event in CASES[name].events}
    for made in CHARTS[name]:
        for mark in made.marks:
            assert mark.act.lasts == lasts(events[mark.act.id], mark.act.id in series)
            beyond = mark.act.end > panel_of(made, mark).last
            areas = mark.path.count("z")
            assert areas >= 2 if mark.act.lasts else areas <= 1 + beyond


@pytest.mark.parametrize(
    ("period", "happened", "in_parts", "wanted"),
    [
        (Period.parse("1956-10-19"), "occurred", False, False),
        (Period.parse("1956"), "occurred", True, False),
        (Period.parse("1956/1960"), "occurred", False, False),
        (Period.parse("1956/1960"), "occurred", True, True),
        (Period.parse("1956/1960"), "ongoing", False, True),
        (Period.parse("1956/"), "occurred", False, True),
        (Period(date(1956, 10, 13), date(1956, 10, 19), "day"), "occurred", False, True),
    ],
)
def test_an_interval_alone_is_no_duration(period: Period, happened: str, in_parts: bool, wanted: bool) -> None:
    event = replace(skerries().dossier().events[0], period=period, happened=happened)
    assert lasts(event, in_parts) == wanted


def test_lanes_are_issues_in_the_order_of_the_case(name: str) -> None:
    dossier = CASES[name]
    titles = {term.id: term.title for term in dossier.case.issues}
    order = [*titles.values(), "No issue"]
    first = {
        event.id: titles.get(event.issues[0], event.issues[0]) if event.issues else "No issue"
        for event in dossier.events
    }
    whole = CHARTS[name][0]
    shown = [" ".join(lane.title) for lane in whole.lanes]
    assert shown == sorted(shown, key=order.index)
    assert {mark.act.id: title for lane, title in zip(whole.lanes, shown, strict=True) for mark in lane.marks} == first


def test_an_event_on_several_issues_says_so() -> None:
    event = next(each for each in CASES["built-in"].events if len(each.issues) > 1)
    titles = {term.id: term.title for term in CASES["built-in"].case.issues}
    (act,) = (each for era in stretches(CASES["built-in"]) for each in era.acts if each.id == event.id)
    assert event.summary in act.words
    assert all(titles[issue] in act.words.partition("also on")[2] for issue in event.issues[1:])


def test_very_many_issues_share_the_last_lane() -> None:
    days = [date(1956, 1, 1 + number) for number in range(MOST_LANES + 5)]
    acts = tuple(
        Act(f"event-{day.day}", day, day, "with", "with t1 day done", issue=f"issue-{day.day}") for day in days
    )
    era = Stretch("one", "", "1956", days[0], days[-1], days[-1], acts)
    made = chart([era], [(act.issue, act.issue) for act in acts], WHOLE)
    assert [" ".join(lane.title) for lane in made.lanes][-1] == "Other issues"
    assert [len(lane.marks) for lane in made.lanes] == [1] * MOST_LANES + [5]


def test_directions_have_shapes_of_their_own() -> None:
    shapes = {way: glyphs.glyph(way, 0, 0, 4) for way in WAYS}
    assert len(set(shapes.values())) == 3
    assert "a" in shapes["apart"]


def test_columns_count_every_event_once(name: str) -> None:
    dossier = CASES[name]
    for made in CHARTS[name]:
        for panel in made.panels:
            told = columns(panel)
            sums = {way: sum(column.numbers[index] for column in told) for index, way in enumerate(WAYS)}
            assert +Counter(sums) == Counter(act.way for act in panel.era.acts)
            assert all(one.years[1] < next_.years[0] for one, next_ in pairwise(told))
    whole = Counter(direction_of_event(event) for event in dossier.events)
    assert whole == Counter(act.way for panel in CHARTS[name][0].panels for act in panel.era.acts)


def test_most_told_acts_have_their_numbers_and_words() -> None:
    dossier = CASES["built-in"]
    noted = timeline.most_reported(dossier)
    labels = {mark.act.id: mark.label for mark in CHARTS["built-in"][0].marks if mark.label}
    assert sorted(labels) == sorted(noted)
    assert [label.number for id_ in noted if (label := labels[id_])] == [str(each) for each in range(1, len(noted) + 1)]
    assert sum(bool(label.text) for label in labels.values() if label) > len(noted) / 2


def test_a_closer_look_has_more_words_and_no_fewer_marks() -> None:
    dossier = CASES["built-in"]
    eras, lanes = stretches(dossier), issues(dossier)
    drawn = timeline.close_ups(eras, lanes, timeline.most_reported(dossier))
    assert [era.id for era, _ in drawn] == [era.id for era in eras]
    for era, text in drawn:
        marks = ElementTree.fromstring(text).findall("a")
        assert {mark.attrib["href"][1:] for mark in marks} == {act.id for act in era.acts}
        for mark in close(era, lanes).marks:
            words = len(shortened(mark.act.summary, CLOSE.most)) * CLOSE.letter + AFTER + 1
            room = max(mark.interval[0] - CLOSE.gutter, CLOSE.length - mark.interval[1])
            assert mark.label or mark.act.tone == 1 or room < words, mark.act.id


def test_events_before_the_first_era_have_a_stretch_of_their_own() -> None:
    dossier = many_events(24)
    groups = by_era(dossier)
    first = min(era.period.start for era in dossier.case.eras)
    assert (groups[0][0].id, groups[0][0].title) == ("before", f"Before {first.year}")
    assert all((event.period.start < first) == (era.id == "before") for era, events in groups for event in events)
    assert sum(len(events) for _, events in groups) == 24
