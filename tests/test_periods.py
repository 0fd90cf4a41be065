"""Periods: parsing, order, overlap, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.periods import Period

DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1956", "1956-01-01", "1956-12-31", "year"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("1956-10-19", "1956-10-19", "1956-10-19", "day"),
        ("2016/2018-11", "2016-01-01", "2018-11-30", "range"),
        ("2022-02-24/", "2022-02-24", None, "range"),
    ],
)
def test_parse(text: str, start: str, end: str | None, precision: str) -> None:
    """A year, a month, a day, a range and an open period are read with their precision."""
    last = None if end is None else date.fromisoformat(end)
    assert Period.parse(text) == Period(date.fromisoformat(start), last, precision)


@pytest.mark.parametrize("text", ["", "soon", "1956-13", "2019-02-29", "56", "2018/2016", "0000", "1956-1-1"])
def test_what_is_no_period_is_refused(text: str) -> None:
    """A text that names no days is refused with a message, never guessed."""
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        Period.parse(text)


def test_words_outside_their_lists_are_refused() -> None:
    """Precision and basis are closed lists."""
    with pytest.raises(ValueError, match="precision 'decade'"):
        Period(date(1950, 1, 1), None, "decade")
    with pytest.raises(ValueError, match="basis 'guess'"):
        Period(date(1950, 1, 1), None, "range", "guess")


@given(DAYS, st.integers(0, 900), DAYS, st.integers(0, 900))
def test_overlap_is_sharing_a_day(first: date, long: int, second: date, longer: int) -> None:
    """Two periods overlap exactly when neither lies before the other."""
    one = Period(first, first + timedelta(long))
    other = Period(second, second + timedelta(longer))
    assert one.overlaps(other) == other.overlaps(one) == (not one.before(other) and not other.before(one))
    assert one.within(other) == (other.start <= one.start and one.last <= other.last)


def test_an_open_period_has_no_length() -> None:
    """A period that goes on overlaps everything later and has no number of days."""
    era = Period.parse("2022-02-24/")
    assert era.overlaps(Period.parse("2999"))
    assert era.days is None
    assert Period.parse("1956-10").days == 31


@pytest.mark.parametrize("text", ["2016/05", "2016/5", "2016/05/03", "1999/12/"])
def test_a_date_with_strokes_is_told_whole(text: str) -> None:
    """Not the piece of it that stands behind a stroke; a period of two years is one."""
    with pytest.raises(ValueError, match=f"'{text}' is not a date"):
        Period.parse(text)
    assert Period.parse("2016/2018").precision == "range"
