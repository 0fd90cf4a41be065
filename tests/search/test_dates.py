"""Dates are read in every form, in questions and in texts, and found by whatever form the other has."""

from __future__ import annotations

from itertools import product

import pytest

from hikiwake.documents.dates import dates_in, number
from hikiwake.search.dates import words_for, words_of

ONE_DAY = (
    "21.03.2022", "21. 3. 2022", "21.3.2022", "3/21/2022", "21/03/2022", "21-03-2022", "2022-03-21", "2022/3/21",
    "2022.03.21", "21 March 2022", "21st of March, 2022", "Mar. 21, 2022", "March 21st 2022", "21 mar 2022",
    "21. März 2022", "21 mars 2022", "21 марта 2022 г.", "21-го марта 2022 года", "2022年3月21日", "2022年03月21日",
    "令和4年3月21日", "令和四年三月二十一日", "二〇二二年三月二十一日", "２０２２年３月２１日", "2022년 3월 21일",
)  # fmt: skip
ONE_MONTH = (
    "Mar. 2022",
    "March 2022",
    "March of 2022",
    "2022-03",
    "2022/03",
    "март 2022",
    "в марте 2022",
    "2022年3月",
    "令和4年3月",
)
ONE_YEAR = ("1956", "昭和31年", "昭和三十一年", "Showa 31", "1956年", "SHOWA 31")


def found_by(text: str) -> set[str]:
    """What the dates of a text are found by."""
    return {word for date in dates_in(text) for word in words_of(date)}


@pytest.mark.parametrize(("asked", "written"), [*product(ONE_DAY, ONE_DAY[::5]), *product(ONE_DAY[::5], ONE_DAY)])
def test_a_day_is_found_in_any_form_by_any_form(asked: str, written: str) -> None:
    """The day asked about is a day that the text tells, whichever way the two are written."""
    (date,) = dates_in(asked)
    assert date.period is not None
    assert (str(date.period.start), date.period.precision) == ("2022-03-21", "day")
    assert set(words_for(date)[0]) <= found_by(f"Talks were halted ({written}).")


@pytest.mark.parametrize("form", ONE_MONTH)
def test_months(form: str) -> None:
    """A month is found by its days, and finds the days within it."""
    (date,) = dates_in(form)
    assert date.period is not None
    assert (str(date.period.start), date.period.precision) == ("2022-03-01", "month")
    assert set(words_for(date)[0]) <= found_by("21.03.2022") & found_by("Mar. 2022")
    assert not set(words_for(date)[0]) & found_by("21 April 2022, March 2021, 3 March")


@pytest.mark.parametrize("form", ONE_YEAR)
def test_years(form: str) -> None:
    """A year of an era is a year of the calendar."""
    (date,) = dates_in(form)
    assert date.period is not None
    assert (str(date.period.start), date.period.precision) == ("1956-01-01", "year")
    assert set(words_for(date)[0]) <= found_by("19 October 1956")


@pytest.mark.parametrize(
    ("era", "year"),
    [
        ("明治8年", 1875),
        ("大正元年", 1912),
        ("昭和64年", 1989),
        ("平成元年", 1989),
        ("令和6年", 2024),
        ("Meiji 8", 1875),
        ("Heisei 3", 1991),
    ],
)
def test_eras(era: str, year: int) -> None:
    """Meiji to Reiwa, whose first year is 元."""
    assert [date.period.start.year for date in dates_in(era) if date.period] == [year]


@pytest.mark.parametrize("form", ["1990s", "the 1990's", "1990年代", "в 1990-х годах", "1990er"])
def test_decades(form: str) -> None:
    """Ten years hold every date in them."""
    (date,) = dates_in(form)
    assert set(words_for(date)[0]) <= found_by("3 May 1993")
    assert not set(words_for(date)[0]) & found_by("1989")


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("21–23 March 2022", "22 March 2022", "24 March 2022"),
        ("between 28 and 30 April 2013", "29.04.2013", "1 May 2013"),
        ("January to March 2019", "Feb. 2019", "April 2019"),
        ("January and February 2019", "2019-01", "2018-12"),
    ],
)
def test_days_and_months_told_together(text: str, inside: str, outside: str) -> None:
    """A span of days or months holds each of them."""
    assert set(words_for(dates_in(inside)[0])[0]) <= found_by(text)
    assert not set(words_for(dates_in(outside)[0])[0]) & found_by(text)


def test_what_may_be_read_in_two_ways_is_both() -> None:
    """A day before its month, or after it; what only one reading allows is that one."""
    assert [str(period.start) for period in dates_in("03/04/2022")[0].periods] == ["2022-03-04", "2022-04-03"]
    assert [str(period.start) for period in dates_in("31/12/1999")[0].periods] == ["1999-12-31"]


def test_a_day_without_a_year_is_near_and_no_year_is_invented() -> None:
    """The day of some year is not the day of this one."""
    (date,) = dates_in("on February 18")
    assert date.period is None
    exact, near = words_for(dates_in("18 February 2022")[0])
    assert not set(exact) & set(words_of(date))
    assert set(near) & set(words_of(date))


@pytest.mark.parametrize(
    "text", ["99 March 2022", "2022-13", "40/50/2022", "2022-02-30", "in 2022.13 The", "marks 2022"]
)
def test_what_no_calendar_has_is_at_most_a_year(text: str) -> None:
    """No day is made of what is none; the year that stands there is kept."""
    assert [date.period.precision for date in dates_in(text) if date.period] == ["year"]


@pytest.mark.parametrize(
    "text", ["no date", "12345", "F2022x", "may be", "3.14", "四島", "令和", "一月か二月か", "May I?"]
)
def test_no_dates(text: str) -> None:
    """Numbers, and words that are also months, are no dates by themselves."""
    assert dates_in(text) == []


def test_numerals_of_japanese() -> None:
    """Tens, and digits one by one."""
    assert [number(each) for each in ("十", "三十", "十二", "二十一", "六四", "元", "７")] == [10, 30, 12, 21, 64, 1, 7]
