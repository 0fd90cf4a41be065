"""When what a sentence tells was: by its own words, by those before it, by its heading, or by its footnote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import attrgetter

from hikiwake.coding.paragraphs import beginnings, paragraphs
from hikiwake.coding.times.dated import Dated
from hikiwake.coding.times.stretches import month, year
from hikiwake.periods import Period

_START = attrgetter("start")
REACH = 700  # characters before a sentence within which a time of its paragraph still holds
REACH_BEFORE = 300  # the same for the paragraph before, which only a sentence that takes it up has
MOST_HEADINGS = 12  # paragraphs before a sentence among which its heading stands
LONGEST_HEADING = 100
LONGEST_READ = 2000  # characters of a sentence that are looked at
BETWEEN = 40  # characters by which a bound between clauses parts a time from a place
_BOUND = re.compile(r"[;:]|, |\b(?:and|but|while|when|after|before|which|that|who|although)\b")
_PARTED = re.compile(
    r"[;:]\s|,\s(?:but|though|although|while|yet|whereas|as|which|who|where)\b|\s(?:while|whereas|though|although)\s"
    r"|\s(?:and|but)\s(?:later\s|then\s)?(?:in|on|by)\s(?:the\s)?(?:\w+\s)?\Z"
)
_NOW = re.compile(
    r"\b(?:[Cc]urrently|[Tt]oday|[Nn]owadays|[Aa]t\s+present|[Tt]hese\s+days|[Tt]o\s+this\s+day|[Tt]o\s+date|[Pp]resently|(?:is|are)\s+(?:still|now))\b"
)
_NOTE = re.compile(r"\[(\d{1,3})\]|<sup>(\d{1,3})</sup>|(?<=[.,;”\"’)])(\d{1,3})(?=\s|$)")
_FOOT = re.compile(r"\s*(?:\[(\d{1,3})\]|<sup>(\d{1,3})</sup>|(\d{1,3})[.)]?)\s+\S")
_TAKES_UP = re.compile(
    r"(?:[“\"'‘(]\s*)?(?:This|That|These|Those|It|He|She|They|Then|There|Here|Both|The\s+(?:two|sides|same|latter|meeting|talks))\b"
)


def period_of(text: str, start: int, end: int, dated: tuple[Dated, ...], near: int | None = None) -> Period | None:
    """When what is told between two places of a text was; ``None`` where nothing near enough tells it.

    ``dated`` are the text's times. ``near`` is the place of the word that tells the act: of several dates the one next
    to it is taken, else the first. A date that is part of a treaty's name never counts.

    >>> from hikiwake.coding.times import times
    >>> text = "They met in May 2018. The 1956 Declaration was reaffirmed."
    >>> period_of(text, 22, len(text), times(text)).basis
    'context'
    """
    own = own_time(text, start, end, dated, near)
    return own.period if own else time_around(text, start, end, dated)


def own_time(text: str, start: int, end: int, dated: tuple[Dated, ...], near: int | None = None) -> Dated | None:
    """The time that a sentence tells itself, of several the one next to a place; ``None`` where it tells none."""
    own = _own(start, end, dated)
    return _best(text, own, near) if own else None


def told_apart(text: str, told: Dated, place: int) -> bool:
    """Whether a time stands in a later clause than a place: "they agreed, but in 2003 one of them left".

    >>> text = "They agreed, but in 2003 one left."
    >>> told_apart(text, Dated(20, 24, Period.parse("2003"), "stated"), 5)
    True
    """
    return told.start > place and _PARTED.search(text, place, told.start) is not None


def time_around(text: str, start: int, end: int, dated: tuple[Dated, ...]) -> Period | None:
    """When what a sentence that tells no time tells was, by the sentences before it, its heading, or its footnote."""
    if _NOW.search(text, start, min(end, start + LONGEST_READ)):
        return dated[0].period if dated and dated[0].end == 0 else None
    told = _before(text, start, dated) or _heading(text, start, dated)
    if told:
        return replace(told.period, basis="context")
    return _footnote(text, start, end, dated)


def year_above(text: str, start: int, dated: tuple[Dated, ...]) -> Period | None:
    """The year, and no more, of the last time told in the paragraph before a sentence, if that is near enough.

    It is for acts, which a person looks at; ``period_of`` does not reach so far.
    """
    reach = max(_paragraph(text, start)[1], start - REACH)
    for each in reversed(dated[: bisect_left(dated, start, key=_START)]):
        if each.start < reach or each.end == 0:
            return None
        if each.basis != "instrument" and not each.bound and not _ahead(each.period, dated):
            same = each.period.end is not None and each.period.start.year == each.period.end.year
            return year(each.period.start.year, "context") if same else None
    return None


def _own(start: int, end: int, dated: tuple[Dated, ...]) -> list[Dated]:
    """The times told in the sentence; those that only bound another where there are no others."""
    first = bisect_left(dated, start, key=_START)
    found = []
    for each in dated[first : first + 40]:
        if each.start >= end:
            break
        if each.basis != "instrument" and each.end > each.start:
            found.append(each)
    return [each for each in found if not each.bound] or found


def _best(text: str, own: list[Dated], near: int | None) -> Dated:
    """The time next to a place, or the first; what another clause parts from it is farther."""
    if near is None or len(own) == 1:
        return own[0]
    return min(own, key=lambda each: _distance(text, each, near))


def _distance(text: str, told: Dated, near: int) -> int:
    """Characters between a time and a place, and what each bound of clauses between them adds."""
    first, last = (near, told.start) if told.start > near else (told.end, near)
    bounds = len(_BOUND.findall(text, first, last))
    opening = bounds == 1 and told.end <= near and text[told.end : told.end + 2] == ", "
    return last - first + (0 if opening else BETWEEN * bounds)


def _before(text: str, start: int, dated: tuple[Dated, ...]) -> Dated | None:
    """The last time told before a sentence, in its paragraph, or in the one before if the sentence takes that up."""
    begins, before = _paragraph(text, start)
    reach = max(begins, start - REACH)
    if start == begins and _TAKES_UP.match(text, start):
        reach = max(before, start - REACH_BEFORE)
    last = bisect_left(dated, start, key=_START)
    for each in reversed(dated[max(0, last - 10) : last]):
        if each.start < reach or each.end == 0:
            return None
        if each.basis != "instrument" and not each.bound and not _ahead(each.period, dated):
            return each
    return None


def _ahead(told: Period, dated: tuple[Dated, ...]) -> bool:
    """Whether a time lies after the text was written: a plan, which dates no other sentence."""
    return dated[0].end == 0 and dated[0].period.before(told)


def _paragraph(text: str, place: int) -> tuple[int, int]:
    """Where the paragraph of a place begins, and where the one before it does."""
    starts = beginnings(text)
    number = bisect_left(starts, place + 1) - 1
    return (starts[number] if number >= 0 else 0), (starts[number - 1] if number > 0 else 0)


def _heading(text: str, start: int, dated: tuple[Dated, ...]) -> Dated | None:
    """A time that the heading above a sentence tells."""
    above = paragraphs(text)
    number = bisect_left(beginnings(text), start + 1) - 1
    for begins, ends in reversed(above[max(0, number - MOST_HEADINGS) : max(number, 0)]):
        if ends - begins <= LONGEST_HEADING and text[ends - 1] not in '.!?:;,”")':
            first = bisect_left(dated, begins, key=_START)
            told = [each for each in dated[first : first + 2] if each.end <= ends and each.basis == "stated"]
            return told[0] if told else None
    return None


@lru_cache(maxsize=4)
def _feet(text: str) -> dict[str, tuple[int, int]]:
    """The footnotes of a text by their number: the last paragraph that begins with it."""
    found: dict[str, tuple[int, int]] = {}
    for begins, ends in paragraphs(text):
        if foot := _FOOT.match(text, begins, min(ends, begins + 20)):
            found[foot[1] or foot[2] or foot[3]] = (begins, ends)
    return found


def _footnote(text: str, start: int, end: int, dated: tuple[Dated, ...]) -> Period | None:
    """About when a sentence's footnote is dated: the month of it, since it may be that of a report."""
    for begins, ends in _notes(text, start, end):
        first = bisect_left(dated, begins, key=_START)
        for each in dated[first : first + 3]:
            if each.end <= ends and each.basis == "stated" and each.period.precision in ("day", "month"):
                return _about(each.period.start)
    return None


def _about(day: date) -> Period:
    whole = month(day.year, day.month)
    return Period(whole.start, whole.end, "approximate", "footnote")


def _notes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in _NOTE.finditer(text, start, min(end, start + 2000)):
        foot = _feet(text).get(mark[1] or mark[2] or mark[3])
        if foot and foot[0] > end:
            yield foot
