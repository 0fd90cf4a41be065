"""Times are read in every form, with the precision they have, and never with a day that nobody told."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hikiwake.coding.times import Dated, period_of, times
from hikiwake.periods import Period

WRITTEN = Period.parse("2022-03-15")


def told(text: str, written: Period | None = None) -> list[Dated]:
    """The times of a text, without that of its writing."""
    return [each for each in times(text, written) if each.end]


def days(period: Period | None) -> str:
    """A period as one text: first day, last day, precision."""
    return "none" if period is None else f"{period.start}/{period.end or ''} {period.precision}"


ALONE = {
    "in November 2018": "2018-11-01/2018-11-30 month",
    "January and February 2019": "2019-01-01/2019-02-28 range",
    "from 2012 to 2017": "2012-01-01/2017-12-31 range",
    "between March 2014 and May 2015": "2014-03-01/2015-05-31 range",
    "from March to May 2015": "2015-03-01/2015-05-31 range",
    "2014-2016": "2014-01-01/2016-12-31 range",
    "1998/99": "1998-01-01/1999-12-31 range",
    "the late 1980s": "1987-01-01/1989-12-31 approximate",
    "the early 1970s": "1970-01-01/1973-12-31 approximate",
    "the 1960s and 1970s": "1960-01-01/1979-12-31 range",
    "spring 2014": "2014-03-01/2014-05-31 season",
    "the summer of 2016": "2016-06-01/2016-08-31 season",
    "winter 2014": "2014-01-01/2014-12-31 year",
    "the winter of 2013-14": "2013-12-01/2014-02-28 season",
    "early 2014": "2014-01-01/2014-04-30 approximate",
    "mid-May 2016": "2016-05-11/2016-05-20 approximate",
    "the end of 2018": "2018-10-01/2018-12-31 approximate",
    "the first half of 2019": "2019-01-01/2019-06-30 range",
    "around 1875": "1875-01-01/1875-12-31 approximate",
    "since 2012": "2012-01-01/ range",
    "2016 onwards": "2016-01-01/ range",
    "2021 to present": "2021-01-01/ range",
    "平成31年1月22日": "2019-01-22/2019-01-22 day",
    "Heisei 31": "2019-01-01/2019-12-31 year",
    "Showa 31": "1956-01-01/1956-12-31 year",
    "24 февраля 2022 года": "2022-02-24/2022-02-24 day",
    "2018.12": "2018-12-01/2018-12-31 month",
    "2018-12-05": "2018-12-05/2018-12-05 day",
    "5 December 2018": "2018-12-05/2018-12-05 day",
    "December 5th, 2018": "2018-12-05/2018-12-05 day",
    "11–14 November 2018": "2018-11-11/2018-11-14 range",
    "November 30 to December 2, 2018": "2018-11-30/2018-12-02 range",
    "03/04/2022": "2022-01-01/2022-12-31 year",
    "the nineteenth century": "1801-01-01/1900-12-31 range",
    "during the Second World War": "1939-09-01/1945-09-02 range",
    "at the end of World War II": "1945-01-01/1945-12-31 year",
}


@pytest.mark.parametrize(("text", "expected"), ALONE.items(), ids=ALONE)
def test_a_time_alone(text: str, expected: str) -> None:
    """Each form gives one interval, as exact as its words are."""
    (found,) = told(f"They met, {text}, and parted.")
    assert days(found.period) == expected
    assert found.basis == found.period.basis == "stated"


FISCAL = {
    "Japan spent more in FY2014.": "2014-04-01/2015-03-31 range",
    "In fiscal year 2014 Washington paid.": "2013-10-01/2014-09-30 range",
    "The budget of fiscal 2014 was cut.": "2014-01-01/2014-12-31 approximate",
    "India in the financial year 2019-20 imported less.": "2019-04-01/2020-03-31 range",
}


@pytest.mark.parametrize(("text", "expected"), FISCAL.items())
def test_a_fiscal_year_is_that_of_whom_the_text_speaks(text: str, expected: str) -> None:
    """Where nobody is told whose it is, it is only about the year it is called by."""
    assert [days(each.period) for each in told(text)] == [expected]


FROM_CONTEXT = {
    "They met on 4 June 2012. That same day, shots fell.": "2012-06-04/2012-06-04 day",
    "They met in June 2012. That same day, shots fell.": None,
    "They met on 4 June 2012. A week before, talks had failed.": "2012-05-25/2012-05-31 approximate",
    "They met on 4 June 2012. Two weeks later war began.": "2012-06-15/2012-06-21 approximate",
    "They met on 4 June 2012. Two months later war began.": "2012-08-01/2012-08-31 month",
    "They met on 4 June 2012. Three years later war began.": "2015-01-01/2015-12-31 year",
    "They met in June 2012. The following month they parted.": "2012-07-01/2012-07-31 month",
    "They met in 2012. The following month they parted.": None,
    "They met in 2012. The previous year had been calm.": "2011-01-01/2011-12-31 year",
    "They met in January 2010. By March, it was over.": "2010-03-01/2010-03-31 month",
    "They met in January 2010. In May of the following year it was over.": "2011-05-01/2011-05-31 month",
    "They met in January 2010. In the autumn of that year it was over.": "2010-09-01/2010-11-30 season",
    "They met on 4 June 2012. The day before, it had rained.": "2012-06-03/2012-06-03 day",
    "They met in January 2010. A month before the vote of May 2018 all was calm.": "2018-04-01/2018-04-30 month",
    "Nobody dated anything. The following month they parted.": None,
    "Nobody dated anything. On 14 June they parted.": None,
}


@pytest.mark.parametrize(("text", "expected"), FROM_CONTEXT.items(), ids=FROM_CONTEXT)
def test_a_time_counted_from_another(text: str, expected: str | None) -> None:
    """What is counted is never more exact than what it is counted from; in doubt there is nothing."""
    second = text.index(". ")
    found = [days(each.period) for each in told(text) if each.start > second]
    assert found[:1] == ([expected] if expected else [])


SEEN_FROM_THE_WRITING = {
    "last year": "2021-01-01/2021-12-31 year",
    "this month": "2022-03-01/2022-03-31 month",
    "last September": "2021-09-01/2021-09-30 month",
    "next January": "2023-01-01/2023-01-31 month",
    "on Monday": "2022-03-14/2022-03-14 day",
    "three years ago": "2019-01-01/2019-12-31 year",
    "on February 24": "2022-02-24/2022-02-24 day",
    "on 20 December": "2021-12-20/2021-12-20 day",
}


@pytest.mark.parametrize(("text", "expected"), SEEN_FROM_THE_WRITING.items())
def test_a_time_seen_from_the_writing(text: str, expected: str) -> None:
    """It is known when the day of writing is, and not otherwise."""
    (found,) = told(f"The border was closed {text}, they say.", WRITTEN)
    assert (days(found.period), found.basis) == (expected, "written")
    assert not told(f"The border was closed {text}, they say.")


NAMES = (
    "the 1956 Declaration", "the 1855 Treaty", "Resolution 242 (1967)", "the 1982 Convention on the Law of the Sea",
    "the Treaty of Amity of 1858", "the Agreement on Fisheries of 5 May 1998", "the 1959 Nile Waters Agreement",
    "the Soviet-Japan 1956 Joint Declaration", "the 2016 arbitral award", "the 1949 ceasefire line",
    "Resolution 1514 (XV) of 14 December 1960", "the 1972 Simla Agreement", "the Geneva Agreement (GA) of 1966",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_year_of_an_instrument_never_dates_a_sentence(name: str) -> None:
    """It is found as part of a name; the sentence has the time of its own words, or none."""
    text = f"Both capitals invoked {name} again."
    assert {each.basis for each in told(text)} == {"instrument"}
    assert period_of(text, 0, len(text), times(text)) is None
    own = f"In May 2001 both capitals invoked {name} again."
    assert days(period_of(own, 0, len(own), times(own))) == "2001-05-01/2001-05-31 month"


NOT_INSTRUMENTS = (
    "In 1956 the Declaration was signed.",
    "They signed in 1956 and the Treaty held.",
    "The 1962 war began.",
)


@pytest.mark.parametrize("text", NOT_INSTRUMENTS)
def test_a_year_beside_an_instrument_may_date(text: str) -> None:
    """A year that is told for itself dates, also where a treaty is named behind it."""
    assert [each.basis for each in told(text)] == ["stated"]


NO_TIME = (
    "a convoy of 2000 soldiers", "some 1900 km of border", "$2000 a head", "1,999 ships", "page pp. 1998",
    "as Brown (2018) holds", "(Routledge 2017)", "they may march", "Article 1956", "a second place", "Friday Agreement",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time(text: str) -> None:
    """Counts, citations and words that are other words too."""
    assert not told(f"They sent {text} to it.", WRITTEN)


def test_a_year_less_day_takes_the_year_of_its_paragraph_before_that_of_an_aside() -> None:
    """An exact date lends its year, also where a bare year came between."""
    text = "He came on January 11, 2022. He had been there in 2004. He left on February 9."
    assert days(told(text)[-1].period) == "2022-02-09/2022-02-09 day"


def test_what_was_told_is_forgotten_after_some_paragraphs() -> None:
    """Context decays: four paragraphs on, a month without a year has none."""
    near, far = (
        "It began in June 1994.\n\nIn July it ended.",
        "It began in June 1994." + "\n\nIt was so." * 4 + "\n\nIn July it ended.",
    )
    assert [days(each.period) for each in told(near)][1:] == ["1994-07-01/1994-07-31 month"]
    assert len(told(far)) == 1


def test_times_stand_in_order_and_do_not_overlap() -> None:
    """Each character belongs to one time at most, and the time of writing stands first."""
    text = "In May 2018, a year later, the following month, from 2012 to 2017, last year, on Monday and in the 1990s."
    found = times(text, WRITTEN)
    assert (found[0].start, found[0].end, found[0].basis) == (0, 0, "written")
    assert all(one.end <= other.start for one, other in pairwise(found[1:]))


def test_words_of_another_language_are_left_alone() -> None:
    """Only dates in numbers and with names of months are read in a text that is not English."""
    assert [days(each.period) for each in times("El 2 de abril de 1982, last year", WRITTEN, "es")][1:] == [
        "1982-01-01/1982-12-31 year"
    ]


HOSTILE = (
    "1" * 100_000,
    "a" * 1_000_000,
    "May " * 50_000,
    "(" * 100_000,
    "2014-" * 20_000,
    "the " * 100_000,
    "元" * 100_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:5]))
def test_hostile_text_is_read(text: str) -> None:
    """Nothing in a text keeps the reading from its end."""
    assert all(each.end <= len(text) for each in times(text, WRITTEN))
