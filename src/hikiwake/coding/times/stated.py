"""Dates told in numbers, with the words beside them: late 1980s, spring 2014, fiscal year 2014, from 2012 to 2017.

A number that counts something, or the year of a work that is cited, is no date. Where day and month may be either, a
date is only as exact as its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hikiwake.coding.times.instruments import belongs_to_a_name, word_before
from hikiwake.coding.times.stretches import PARTS, fiscal_year, joined, part, season, winter, year
from hikiwake.documents.dates import DateFound, dates_in
from hikiwake.periods import Period
from hikiwake.vocabulary import date_words

BEFORE, AFTER, AROUND = 34, 30, 120  # characters looked at before and behind a date, and for whose fiscal year it is
CLAUSE = 64  # characters before a date in which "after" or "before" makes it a bound

_SEASONS = "spring|summer|autumn|fall|winter"
_PORTION = re.compile(
    rf"(?:the\s+)?(?:\b(?P<part>early|mid|late|(?:first|second|third|fourth|last)\s+(?:half|quarter)|beginning|start|middle"
    rf"|end|close)(?:[\s-]+|\s+of\s+)(?:the\s+)?(?:year\s+)?|\b(?P<season>{_SEASONS})(?:\s+of)?,?\s+"
    r"|\b(?P<fiscal>F\.?Y\.?\s?|(?:fiscal|financial|budget)(?:\s+year)?\s+))$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"(?:since|(?:ever\s)since)\s+(?:the\s+)?$", re.IGNORECASE)
_AND_ON = re.compile(
    r"\s*(?:onwards?\b|(?:to|until|till|through|–|-|—)\s*(?:the\s+)?(?:present|today|now|date)\b|and\s+(?:after|beyond)\b)"
)
_ABOUT = frozenset(("around", "about", "circa", "approximately", "roughly", "c.", "ca.", "~"))
_LEADING = frozenset(
    (
        *("early", "mid", "late", "the", "of", "year", "spring", "summer", "autumn", "fall", "winter"),
        *("fiscal", "financial", "budget", "fy", "f.y.", "early-", "mid-", "late-"),
    )
)
_SHORT_YEAR = re.compile(r"\s?[-–/]\s?(\d\d)(?![\d\w])")
_TO = re.compile(
    r"\s*(?:-|–|—|/|to|until|till|through|up\s+to)\s*(?:the\s+)?(?:(?:in|by)\s+)?(?:(?:early|late|mid)[\s-])?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:and|&)\s+(?:in\s+|the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?:years\s+)?$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:after|before|until|till|prior\s+to|following|since)\s+(?!(?:in|on|by|at)\b)[^,.;:()\n]{0,50}$", re.IGNORECASE
)
_COUNTED = re.compile(r"\s?(?:[-–]\s?)?([^\W\d_]+)")
_NOT_BEFORE = re.compile(
    r"(?:[$€£¥#№]|(?<=[^\n])\d[,.]|\b(?:No|pp?|vol|US)\.?|\b(?:[Rr]esolutions?|Articles?|Law|Decree|Order|Directive|Annex))\s?\Z"
)
_NOT_AFTER = re.compile(r"(?:[,.]\d|\s?%|:\d)")
_CITED = re.compile(
    r"(?:[^\W\d_]\s|^)\($|\([^\W\d_a-z][^()\n\d]{0,60}[^\W\d_]\.?,?\s$|\b(?:Press|Routledge|University|edn?\.|ed\.),?\s$"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in its place: its period, or its month and day without a year; of a name; the bound of another time."""

    start: int
    end: int
    period: Period | None
    yearless: str = ""
    instrument: bool = False
    bound: bool = False


def stated(text: str) -> list[Stated]:
    """The dates of a text that are told in numbers, in order, joined where two are the ends of one.

    >>> [str(each.period.start) for each in stated("from 2012 to 2017, in the late 1980s; 2000 soldiers")]
    ['2012-01-01', '1987-01-01']
    """
    found: list[Stated] = []
    for told in _alone(text):
        if found and (whole := _joined(text, found[-1], told)):
            found[-1] = whole
        else:
            found.append(told)
    return found


def _alone(text: str) -> Iterator[Stated]:
    """Each date by itself, with the words before it and what follows."""
    for told in dates_in(text):
        if len(told.periods) > 1:
            told = replace(told, periods=(year(told.periods[0].start.year),), yearless="")
        if told.period is None:
            yield Stated(told.start, told.end, None, told.yearless)
        elif not (_is_year(text, told) and _counts(text, told)) and not _cites(text, told):
            yield _with_words(text, told, told.period)


def _is_year(text: str, told: DateFound) -> bool:
    return told.end - told.start == 4 and text[told.start : told.end].isdecimal()


def _counts(text: str, told: DateFound) -> bool:
    """Whether a number that could be a year counts something."""
    if _NOT_BEFORE.search(text, max(0, told.start - 13), told.start) or _NOT_AFTER.match(text, told.end):
        return True
    counted = _COUNTED.match(text, told.end, told.end + AFTER)
    return counted is not None and counted[1] in date_words().counted


def _cites(text: str, told: DateFound) -> bool:
    """Whether a year is that of a work: alone in brackets behind a name, or with its publisher."""
    if text[told.end : told.end + 1] not in (")", ":") and text[told.end : told.end + 3] != ", p":
        return False
    return _CITED.search(text, max(0, told.start - 70), told.start) is not None


def _with_words(text: str, told: DateFound, period: Period) -> Stated:
    """A date with its part of a year, its season, or the end that it leaves open."""
    start, end = told.start, told.end
    if period.precision == "year" and (short := _SHORT_YEAR.match(text, end)) and _follows(period, int(short[1])):
        period, end = joined(period, year(period.start.year // 100 * 100 + int(short[1]))), short.end()
    elif period.precision == "month" and text[start:end] == f"{period.start.year}-{(period.start.year + 1) % 100:02d}":
        period = joined(year(period.start.year), year(period.start.year + 1))  # 2011-12: two years as likely as a month
    word = word_before(text, start)
    if word in _LEADING and (before := _PORTION.search(text, max(0, start - BEFORE), start)):
        period, start = _portion(text, before, period, start), before.start()
        word = word_before(text, start)
    elif word in _ABOUT:
        period = Period(period.start, period.end, "approximate")
    if word in ("since", "the") and (since := _ONWARDS.search(text, max(0, start - 12), start)):
        period, start = Period(period.start, None, "range"), since.start()
    elif on := _AND_ON.match(text, end, end + AFTER):
        period, end = Period(period.start, None, "range"), on.end()
    instrument = belongs_to_a_name(text, start, end)
    bound = _BOUND.search(text, max(0, start - CLAUSE), start) is not None
    return Stated(start, end, period, "", instrument, bound)


def _follows(period: Period, short: int) -> bool:
    """Whether two digits behind a year are a later one of the same century, not far off."""
    return 0 < short - period.start.year % 100 <= 30


def _portion(text: str, before: re.Match[str], period: Period, start: int) -> Period:
    """The part, season or fiscal year that the words before a date make of it."""
    of_year = period.start.year
    if before["part"]:
        name = " ".join(before["part"].casefold().split())
        return part(period, name) if name in PARTS else period
    two_years = period.end is not None and period.end.year == of_year + 1
    if before["season"]:
        name = before["season"].casefold()
        return winter(of_year) if two_years and name == "winter" else season(of_year, name)
    if period.precision not in ("year", "range"):
        return period
    around = text[max(0, start - AROUND) : start + AROUND].casefold()
    states = {state for word, state in date_words().fiscal_of.items() if re.search(rf"\b{word}", around)}
    return fiscal_year(of_year, states.pop() if len(states) == 1 else "")


def _joined(text: str, first: Stated, last: Stated) -> Stated | None:
    """Two dates as the ends of one time, where the words between them say so."""
    if last.start - first.end > 30 or last.period is None or first.instrument or last.instrument:
        return None
    if first.period is None:
        first = _of_year(first, last.period.start.year)
    if first.period is None or first.period.end is None or last.period.start <= first.period.start:
        return None
    between = text[first.end : last.start]
    to = _TO.fullmatch(between)
    both = _AND.fullmatch(between) and (
        _BETWEEN.search(text, max(0, first.start - BEFORE), first.start)
        or (last.period.start - first.period.end).days == 1
    )
    if not (to or both):
        return None
    return Stated(first.start, last.end, joined(first.period, last.period), "", bound=first.bound)


def _of_year(told: Stated, number: int) -> Stated:
    """A day without a year as one of a year."""
    try:
        day = date(number, int(told.yearless[:2]), int(told.yearless[2:]))
    except ValueError:
        return told
    return replace(told, period=Period(day, day, "day"), yearless="")
