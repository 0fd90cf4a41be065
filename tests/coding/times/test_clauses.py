"""A month without a year goes on from what was told, unless it is told aside; what is to come is of the next one."""

from __future__ import annotations

import pytest

from hikiwake.coding.times import times
from hikiwake.periods import Period

CASES = [
    ("In November 2010 they met. In January they met again.", "In January", "2011-01"),
    ("In April 2010 they met. In March, meanwhile, both had agreed.", "In March", "2010-03"),
    ("In April 2010 they met. In March they rested.", "In March", "2010-03"),
    ("In May 2018 it was opened. That November a ship was seized.", "That November", "2018-11"),
    ("In June 1986 talks opened, and in the following spring, on 13 April, all was signed.", "13 April", "1987-04"),
    ("In the autumn of 2018 rafts were burnt, and again the next spring.", "the next spring", "2019-03"),
    ("They met in January. They will sign it on 15 March in Paris.", "15 March", "2021-03"),
    ("They met in December. On 15 March ministers are to sign it.", "15 March", "2021-03"),
    ("They met last year. The pact was signed on 15 March in Paris.", "15 March", "2020-03"),
    ("The judgment of 16 March 2001 gave it to Peru. On the same day both accepted.", "the same day", "2001-03"),
    ("In May 2013 all was quiet. Three summers later a ship came.", "Three summers later", "2015-06"),
    ("Since 2013 both talked. In May that year the minister came.", "In May that year", "2013-05"),
    ("Yesterday they met.", "Yesterday", "2021-03"),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_the_month_that_is_meant(text: str, words: str, expected: str) -> None:
    """In a text of the third of March 2021."""
    found = times(text, Period.parse("2021-03-03"))
    told = {text[each.start : each.end].removeprefix("On "): str(each.period.start)[:7] for each in found if each.end}
    assert told[words] == expected


def test_a_text_that_opens_without_a_year_is_of_its_own_time() -> None:
    """As many months and days without a year as with one are enough then."""
    rest = "It began on 3 March 2015. In May 2016 and on 4 June 2017 they met.\n\nHe came in August; she in September."
    found = times(f"Envoys met on Monday. {rest}", Period.parse("2021-03-03"))
    assert [each.period.start.year for each in found][-2:] == [2020, 2020]
    found = times(rest, Period.parse("2021-03-03"))
    assert [each.period.start.year for each in found][-2:] == [2017, 2017]
