"""Dates as data sets write them, and those that are none."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from hikiwake.relation.importing.meaning.dates import days, days_of_parts
from hikiwake.relation.importing.meaning.spans import Spans
from hikiwake.vocabulary.layouts import layout

READ = {
    "2014-02-08": ("2014-02-08", "2014-02-08"),
    "2014-02-08T10:00:00Z": ("2014-02-08", "2014-02-08"),
    "1946-01-01 00:00:00": ("1946-01-01", "1946-01-01"),
    "2014/2/8": ("2014-02-08", "2014-02-08"),
    "20140208": ("2014-02-08", "2014-02-08"),
    "20140208101500": ("2014-02-08", "2014-02-08"),
    "201402": ("2014-02-01", "2014-02-28"),
    "2014-02": ("2014-02-01", "2014-02-28"),
    "2012-02": ("2012-02-01", "2012-02-29"),
    "2014": ("2014-01-01", "2014-12-31"),
    "2014.0": ("2014-01-01", "2014-12-31"),
    "16 May 2025": ("2025-05-16", "2025-05-16"),
    "16-May-2025": ("2025-05-16", "2025-05-16"),
    "May 16, 2025": ("2025-05-16", "2025-05-16"),
    "May 2025": ("2025-05-01", "2025-05-31"),
    " 13.4.2014 ": ("2014-04-13", "2014-04-13"),
    "4/13/2014": ("2014-04-13", "2014-04-13"),
    "5/5/2014": ("2014-05-05", "2014-05-05"),
}
NOT_READ = {
    "": "no date",
    "3/4/2014": "a date that can be read in two ways",
    "2014-02-30": "no such day",
    "20141301": "no such day",
    "0025-05-16": "a year before 1000 or after 2200",
    "16 Mayday 2025": "no date can be read",
    "soon": "no date can be read",
    "1391601600": "no such day",
}


@pytest.mark.parametrize("text", READ)
def test_date_is_read(text: str) -> None:
    told = days(text)
    assert not isinstance(told, str)
    assert tuple(map(str, told)) == READ[text]


@pytest.mark.parametrize("text", NOT_READ)
def test_no_date_is_made_up(text: str) -> None:
    assert days(text) == NOT_READ[text]


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2014-04-03"), (False, "2014-03-04")])
def test_order_of_day_and_month_is_the_users(day_first: bool, expected: str) -> None:
    told = days("3/4/2014", day_first)
    assert not isinstance(told, str)
    assert str(told[0]) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1902", "7", "24"], ("1902-07-24", "1902-07-24")),
        (["1902.0", "7.0", "-9"], ("1902-07-01", "1902-07-31")),
        (["1902", "-9", "24"], ("1902-01-01", "1902-12-31")),
        (["1902"], ("1902-01-01", "1902-12-31")),
    ],
)
def test_what_is_not_told_of_a_date_in_parts_is_not_made_up(cells: list[str], expected: tuple[str, str]) -> None:
    told = days_of_parts(cells)
    assert not isinstance(told, str)
    assert tuple(map(str, told)) == expected


@pytest.mark.parametrize(
    "cells", [["", "1", "1"], ["-9", "", ""], ["x", "1", "1"], ["1902", "13", "1"], ["1e999", "", ""]]
)
def test_parts_without_a_day_are_told(cells: list[str]) -> None:
    assert isinstance(days_of_parts(cells), str)


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%Y%m%d"])
@pytest.mark.parametrize(
    "odd", ["", "2014", "20140230", "2014-02-30", "0025-05-16", "00250516", "+014-02-01", "2014-2-01 "]
)
def test_many_dates_at_once_are_read_as_one_by_one(form: str, odd: str) -> None:
    texts = [date(2014, 2, 8).strftime(form), odd, date(2014, 2, 9).strftime(form)]
    for few in (texts, texts[::2], texts[1:]):
        read = Spans(layout("icews-reduced")[0]).of(pl.DataFrame({"date": few}))
        one_by_one = [days(text) for text in few]
        assert list(read["date"]) == [None if isinstance(each, str) else each[0] for each in one_by_one]
        assert list(read["last"]) == [None if isinstance(each, str) else each[1] for each in one_by_one]
        assert list(read["reason"]) == [each if isinstance(each, str) else None for each in one_by_one]


@given(some.text(max_size=30))
def test_any_text_is_read_or_told(text: str) -> None:
    told = days(text)
    assert isinstance(told, str) or told[0] <= told[1]


@given(some.dates(min_value=days("1816")[0]))  # type: ignore[arg-type]
def test_every_day_comes_back(day) -> None:  # type: ignore[no-untyped-def]
    if day.year <= 2200:
        forms = (day.isoformat(), day.strftime("%Y%m%d"), day.strftime("%d %B %Y"), day.strftime("%B %d, %Y"))
        assert {days(form) for form in forms} == {(day, day)}
