"""The page's sentences: numbers, singulars, names and dates come out right."""

from __future__ import annotations

import pytest

from hikiwake.periods import Period
from hikiwake.wording import page
from hikiwake.wording.phrases import amount, brief, dated, listed, plural, span


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("1956-10-19", "1956-10-19", "day", "19 October 1956"),
        ("1956-10-01", "1956-10-31", "month", "October 1956"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2018-03-01", "2018-05-31", "season", "March–May 2018"),
        ("1956-01-01", "1956-12-31", "year", "1956"),
        ("2014-03-01", "2014-05-31", "range", "between March and May 2014"),
        ("2013-11-01", "2014-02-28", "range", "between November 2013 and February 2014"),
        ("2022-02-24", "2022-03-20", "range", "between 24 February and 20 March 2022"),
        ("2012-12-26", "2016-04-15", "range", "between 26 December 2012 and 15 April 2016"),
        ("2013-01-01", "2013-12-31", "range", "2013"),
        ("2012-12-26", "2018-11-13", "approximate", "about 2012–2018"),
        ("2018-03-18", "2018-11-13", "approximate", "about March–November 2018"),
        ("2022-02-27", "2022-03-20", "approximate", "about 27 February – 20 March 2022"),
        ("2022-01-01", None, "range", "2022 on"),
        ("2022-02-24", None, "approximate", "24 February 2022 on"),
    ],
)
def test_dates_are_told_as_exactly_as_they_are_known(start: str, end: str | None, precision: str, words: str) -> None:
    first = Period.parse(start).start
    last = Period.parse(end).start if end else None
    assert dated(Period(first, last, precision)) == words


def test_spans_are_short_where_room_is_short() -> None:
    assert brief(Period.parse("1855/1955")) == "1855–1955"
    assert brief(Period.parse("1999/2001")) == "1999–2001"
    assert span(Period.parse("1991/1991")) == "1991"


@pytest.mark.parametrize(
    ("one", "many"), [("entry", "entries"), ("survey", "surveys"), ("box", "boxes"), ("is", "are")]
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_amounts_agree_with_their_units() -> None:
    assert amount("=", "1", "meetings") == "1 meeting"
    assert amount(">=", "1", "series") == "at least 1 series"
    assert amount("~", "300", "billion yen") == "about 300 billion yen"
    assert amount("=", "never realistic", "words") == "never realistic"
    assert amount("<=", "2020", "year") == "up to 2020"
    assert amount("=", "2017-03", "month") == "2017-03"
    assert listed([]) == ""


def test_voices_say_who_is_silent() -> None:
    assert page.voices([("Norland", 1)], ["Norland", "United Isles Union"], 1) == [
        "One document speaks here: one from Norland.",
        "None is from the United Isles Union.",
    ]
    assert page.voices([("A", 1), ("B", 1)], ["A", "B"], 2) == ["Two documents speak here: one from A and one from B."]
    assert page.voices([], ["A", "B"], 0) == ["No document speaks here yet."]
    assert page.seen_as([]) == ""


def test_counts_are_singular_and_plural() -> None:
    assert page.several(0, 1) == "The one event is reported by one document."
    assert page.several(1, 30) == "One of 30 events is reported by more than one document."
    assert page.not_done(0) == ""
    assert page.not_done(1).startswith("One act was planned")
    assert page.record([], 0) == "The record holds 0 entries."
    assert page.missing_places([]) == ""
    assert page.missing_places(["A / B"]) == "A / B is too small for the coastline at hand and is missing here."
