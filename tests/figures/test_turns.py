"""Turning points on one axis: a row per document, each mark at its time, none on another, its end where it ends."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.figures.turning import MIDDLE, NARROW, STEP, WIDE, Told, Turn, bounds, shared, told, turns
from tests.built_in import japan_russia
from tests.synthetic import skerries

NAMES = (WIDE, MIDDLE, NARROW)
CASES = {"small": skerries().dossier(), "built-in": japan_russia()}
Box = tuple[float, float, float, float]


def marks(drawing: str) -> list[tuple[str, Box]]:
    """What each mark opens, and where a finger hits it."""
    root = ElementTree.fromstring(drawing)
    found = []
    for link in root.iter("a"):
        (hit,) = (each for each in link if each.get("class") == "hit")
        x, y, width, height = (float(hit.attrib[name]) for name in ("x", "y", "width", "height"))
        found.append((link.attrib["href"][1:], (x, y, width, height)))
    return found


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes have nothing in common but an edge, as drawn to a tenth."""
    return any(abs(one[side] - other[side]) >= min(one[side + 2], other[side + 2]) - 0.11 for side in (0, 1))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", CASES)
def test_every_turn_is_one_mark_and_none_lies_on_another(case: str, name: str) -> None:
    dossier = CASES[case]
    found = marks(turns(told(dossier), bounds(dossier), name))
    named = [each for each in dossier.readings if each.question == "turning_point"]
    assert sorted(href for href, _ in found) == sorted(each.id for each in named)
    assert [pair for pair in combinations(found, 2) if not apart(pair[0][1], pair[1][1])] == []
    assert all(width == height == STEP for _, (_, _, width, height) in found)


def row(*days: date, written: date = date(2020, 1, 1)) -> Told:
    return Told("Institute", written, tuple(Turn(f"r{n}", f"e{n}", day, "worse", "", "") for n, day in enumerate(days)))


@pytest.mark.parametrize("name", NAMES)
@given(st.lists(st.dates(date(1800, 1, 1), date(2019, 12, 31)), min_size=1, max_size=30))
def test_marks_of_any_days_lie_apart_inside_the_drawing_and_in_order_of_time(name: str, days: list[date]) -> None:
    drawing = turns([row(*days)], [("a", date(1850, 1, 1)), ("b", date(2000, 1, 1))], name)
    found = marks(drawing)
    left, _, width, height = map(float, ElementTree.fromstring(drawing).attrib["viewBox"].split())
    assert all(left <= x and x + w <= left + width and y >= 0 and y + h <= height for _, (x, y, w, h) in found)
    assert [pair for pair in combinations(found, 2) if not apart(pair[0][1], pair[1][1])] == []
    at = {href: box[0] for href, box in found}
    for one, other in combinations(range(len(days)), 2):
        assert days[one] > days[other] or at[f"r{one}"] <= at[f"r{other}"]


def test_a_row_ends_where_its_document_was_written_and_is_hatched_from_there_on() -> None:
    early, late = row(date(1990, 1, 1), written=date(1995, 1, 1)), row(date(1990, 1, 1), date(2005, 1, 1))
    root = ElementTree.fromstring(turns([early, late], [("a", date(1980, 1, 1))]))
    ends = [float(each.attrib["x1"]) for each in root.iter("line") if each.get("class") == "end"]
    later = [float(each.attrib["x"]) for each in root.iter("rect") if each.get("class") == "later"]
    assert ends == later
    assert ends[0] < ends[1]


def test_a_dense_decade_has_more_room_than_its_length() -> None:
    dense = [date(2010, 1, 1) + timedelta(days=100 * number) for number in range(30)]
    found = dict(marks(turns([row(date(1800, 1, 1), *dense)], [("a", date(1800, 1, 1)), ("b", date(2010, 1, 1))])))
    span = found["r30"][0] - found["r1"][0]
    assert span > 0.5 * (found["r30"][0] - found["r0"][0])


def test_what_a_mark_says_to_those_who_do_not_see_it() -> None:
    drawing = turns(told(CASES["small"]), bounds(CASES["small"]))
    (link,) = ElementTree.fromstring(drawing).iter("a")
    assert link.attrib["aria-label"].startswith(
        "March 1991: Norland closes the strait to shipping. By Institute of the S"
    )
    assert link.attrib["aria-label"].endswith(": worse.")
    assert (link.attrib["class"], link.attrib["data-of-era"]) == ("mark turn worse", "1990-1994")


def test_only_what_two_documents_speak_of_is_shared() -> None:
    found = shared(told(CASES["built-in"]))
    assert found
    assert all(len({label for label, _ in said}) > 1 for _, said in found)
    assert [each.day for each, _ in found] == sorted(each.day for each, _ in found)
    assert shared(told(CASES["small"])) == []


def test_a_long_name_keeps_its_year_and_fits() -> None:
    long = Told("Institute for the Study of Islands and Straits 1990", date(1995, 1, 1), row(date(1990, 1, 1)).turns)
    for name, letters in ((WIDE, 30), (MIDDLE, 23), (NARROW, 45)):
        root = ElementTree.fromstring(turns([long], [], name))
        (label,) = (each.text or "" for each in root.iter("text") if "who" in (each.get("class") or ""))
        assert label.startswith("Institute for")
        assert label.endswith("… 1990")
        assert len(label) <= letters


def test_a_document_written_before_and_a_hostile_name() -> None:
    """A document that was written before the first turn still has its row, and no name becomes markup."""
    before = Told("<b>&", date(1900, 1, 1), ())
    root = ElementTree.fromstring(turns([before, row(date(1990, 1, 1))], []))
    assert "<b>&" in [each.text for each in root.iter("text")]
    assert turns([before], []) == ""
