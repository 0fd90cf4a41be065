"""The forms in which dates are written: one pattern for those of numbers, of words, and of East Asia.

Every alternative of the pattern has its parts in named groups (``year``, ``era``, ``month``, ``name``, ``day``, ...),
each name with the number of the alternative behind it, since a pattern may use a name only once.
"""

from __future__ import annotations

import re
from functools import cache

from hikiwake.vocabulary import date_words

YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"\d{1,2}"
_NTH = r"(?:st|nd|rd|th|er|го|-го|\.)?"
_TO = r"\s?(?:-|–|—|to|and|or|until|through|&|и|по|bis|und|et|au)\s?"
_GAP = r"(?!\s*\n\s*\n)\s+"  # space within one paragraph
_NUMERAL = r"[\d元一二三四五六七八九十〇]{1,4}"
_NUMERALS = dict(zip("〇一二三四五六七八九", range(10), strict=True))


@cache
def date_pattern() -> re.Pattern[str]:
    """The pattern that finds a date, in whatever form, in a text or a question."""
    name = _any_of(date_words().months) + r"\.?(?![^\W\d_])"
    era = _any_of(date_words().eras)
    forms = (
        rf"(?P<year1>{YEAR})(?P<sign1>[-/.])(?P<month1>\d{{1,2}})(?P=sign1)(?P<day1>{_DAY})",
        rf"(?P<year2>{YEAR})[-/](?P<month2>0?[1-9]|1[0-2])",
        rf"(?P<year12>{YEAR})\.(?P<month12>0[1-9]|1[0-2])(?!\.?\d)",
        rf"(?P<day3>{_DAY})\.\s?(?P<month3>\d{{1,2}})\.\s?(?P<year3>{YEAR})",
        rf"(?P<either4>{_DAY})(?P<sign4>[-/])(?P<or4>\d{{1,2}})(?P=sign4)(?P<year4>{YEAR})",
        rf"(?:(?P<era5>{era})\s?(?P<count5>{_NUMERAL})\s?年?|(?P<year5>{YEAR}|[一二〇]{_NUMERAL})\s?[年년])"
        rf"(?:\s?(?P<month5>{_NUMERAL})\s?[月월](?:\s?(?P<day5>{_NUMERAL})\s?[日일])?)?(?!代)",
        rf"(?P<month6>{_NUMERAL})\s?月\s?(?P<day6>{_NUMERAL})\s?日",
        rf"(?P<day7>{_DAY}){_NTH}(?:{_TO}(?P<last7>{_DAY}){_NTH})?(?:\s+of|\s+de)?{_GAP}(?P<name7>{name})"
        rf"(?:,?{_GAP}(?:of\s+)?(?P<year7>{YEAR}))?",
        rf"(?P<name8>{name}){_GAP}(?P<day8>{_DAY}){_NTH}(?:{_TO}(?P<last8>{_DAY}){_NTH})?(?!\d)"
        rf"(?:,?{_GAP}(?P<year8>{YEAR}))?",
        rf"(?P<name9>{name})(?:{_TO}(?P<until9>{name}))?,?{_GAP}(?:of\s+|de\s+|года\s+)?(?P<year9>{YEAR})",
        r"(?P<decade10>(?:1[5-9]|20)\d)0(?:['’]?s|-?er\b|-[ехы]\w*|年代)",
        rf"(?P<year11>{YEAR})",
    )
    return re.compile(r"(?:(?<![0-9A-Za-zÀ-ɏЀ-ӿ])|(?<=\bFY))(?:" + "|".join(forms) + r")(?![A-Za-z\d])", re.IGNORECASE)


def _any_of(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def number(numeral: str) -> int:
    """A numeral in digits or in Japanese.

    >>> [number(each) for each in ("21", "二十一", "二〇二二", "元")]
    [21, 21, 2022, 1]
    """
    if numeral.isdecimal():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
    return int("".join(str(_NUMERALS.get(sign, 1)) for sign in numeral))
