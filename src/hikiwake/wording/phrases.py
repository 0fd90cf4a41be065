"""The parts of sentences: numbers, plurals, lists, dates and amounts.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from hikiwake.periods import Period

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_IRREGULAR = {"person": "people", "series": "series", "has": "have", "is": "are", "was": "were", "its": "their"}
_HAPPENED = {
    "occurred": "",
    "ongoing": "going on",
    "planned": "planned",
    "proposed": "proposed",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "alleged": "alleged",
    "negated": "did not happen",
}
_COMPARATORS = {"=": "", "~": "about ", "<": "less than ", "<=": "up to ", ">": "more than ", ">=": "at least "}
_ARTICLED = re.compile(r"\b(Union|Kingdom|States|Republic|Federation|Nations|Emirates|Islands|Netherlands)\b")
_ACTS = {"conditions": "sets conditions on", "studies": "weighs", "other": "has a position on"}
_MONEY = re.compile(r"((?:[A-Z]{1,3})?[$€£¥₽]) ?(.*)")
_SIGNS = {"+": "more", "-": "less", "0": "no effect"}


def plural(word: str) -> str:
    """The plural of an English noun or verb form.

    >>> plural("survey"), plural("story"), plural("person"), plural("is")
    ('surveys', 'stories', 'people', 'are')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def number(count: int) -> str:
    """A count in words up to twelve, in figures from there.

    >>> number(2), number(1200)
    ('two', '1,200')
    """
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str, many: str = "") -> str:
    """A count with its noun, singular or plural.

    >>> counted(1, "author"), counted(13, "country"), counted(0, "doubt")
    ('one author', '13 countries', 'no doubts')
    """
    return f"{number(count)} {noun if count == 1 else many or plural(noun)}"


def tally(count: int, noun: str) -> str:
    """A count in figures with its noun: for labels, where figures are found faster than words.

    >>> tally(1, "mention"), tally(1234, "event")
    ('1 mention', '1,234 events')
    """
    return f"{count:,} {noun if count == 1 else plural(noun)}"


def listed(items: Iterable[str], word: str = "and") -> str:
    """Items as a sentence has them.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed([])
    ('a, b and c', 'a or b', '')
    """
    each = list(items)
    return f"{', '.join(each[:-1])} {word} {each[-1]}" if len(each) > 1 else "".join(each)


def sentence(text: str) -> str:
    """A text as a sentence: it begins with a capital and ends with a full stop.

    >>> sentence("none is from there")
    'None is from there.'
    """
    begun = capital(text)
    return begun if begun.endswith((".", "?", "!")) or not begun else f"{begun}."


def capital(text: str) -> str:
    """A text with a capital at its beginning; the rest stays as it is.

    >>> capital("the public of Norland")
    'The public of Norland'
    """
    return text[:1].upper() + text[1:]


def dated(period: Period) -> str:
    """When something was, as exactly as it is known.

    >>> [dated(Period.parse(text)) for text in ("1956-10-19", "1956-10", "2022/")]
    ['19 October 1956', 'October 1956', '2022 on']
    >>> dated(Period.parse("2014-03/2014-05"))
    'between March and May 2014'
    """
    if period.end is None:
        return f"{_first(period.start)} on"
    if period.precision == "approximate":
        return f"about {span(_coarse(period.start, period.end, period))}"
    if period.precision == "range" and not _one(period):
        return f"between {span(period, ' and ')}"
    return span(period)


def _coarse(start: date, end: date, period: Period) -> Period:
    """Honest bounds need no days: a year or more is told in years, more than two months in months."""
    days = (end - start).days
    if days >= 365:
        return Period(date(start.year, 1, 1), date(end.year, 12, 31), period.precision)
    if days > 62:
        return Period(start.replace(day=1), _month_end(end), period.precision)
    return period


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def span(period: Period, join: str = "–") -> str:
    """A stretch of time, from its first to its last day, months or years where it fills them.

    >>> span(Period.parse("2013/2015")), span(Period.parse("2012-12-26/2016-04")), span(Period.parse("2022-02-24/"))
    ('2013–2015', '26 December 2012 – 30 April 2016', '24 February 2022 on')
    """
    if period.end is None:
        return f"{_first(period.start)} on"
    if one := _one(period):
        return one
    start, end = period.start, period.end
    if _opens_year(start) and _closes_year(end):
        return f"{start.year}{join}{end.year}"
    if start.day == 1 and _closes_month(end):
        first = calendar.month_name[start.month] + ("" if start.year == end.year else f" {start.year}")
        return _joined(first, join, f"{calendar.month_name[end.month]} {end.year}")
    first = _day(start) if start.year != end.year else _day(start).rsplit(" ", 1)[0]
    return _joined(first, join, _day(end))


def _joined(first: str, join: str, last: str) -> str:
    """Two dates with a dash, which has space around it where the dates are of several words."""
    return f"{first} {join} {last}" if join == "–" and " " in first else f"{first}{join}{last}"


def brief(period: Period) -> str:
    """A stretch of time in years only, for narrow places.

    >>> brief(Period.parse("2012-12-26/2016-04")), brief(Period.parse("1956")), brief(Period.parse("2022/"))
    ('2012–16', '1956', '2022–')
    """
    if period.end is None:
        return f"{period.start.year}–"
    if period.start.year == period.end.year:
        return str(period.start.year)
    same = period.start.year // 100 == period.end.year // 100
    return f"{period.start.year}–{str(period.end.year)[2:] if same else period.end.year}"


def before(day: date) -> str:
    """What was before a day, of which a year that begins with it stands for it.

    >>> before(date(1990, 1, 1)), before(date(2000, 6, 14))
    ('Before 1990', 'Before 14 June 2000')
    """
    return f"Before {_first(day)}"


def _one(period: Period) -> str:
    """The one day, month or year that a period fills exactly, or nothing."""
    start, end = period.start, period.end or date.max
    if start == end:
        return _day(start)
    if _opens_year(start) and _closes_year(end) and start.year == end.year:
        return str(start.year)
    if start.day == 1 and _closes_month(end) and (start.year, start.month) == (end.year, end.month):
        return f"{calendar.month_name[start.month]} {start.year}"
    return ""


def _first(start: date) -> str:
    return str(start.year) if _opens_year(start) else _day(start)


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _opens_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _closes_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _closes_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def happened(word: str) -> str:
    """Whether an act happened, where that has to be said; nothing for what simply occurred.

    >>> happened("negated"), happened("occurred")
    ('did not happen', '')
    """
    return _HAPPENED.get(word, word)


def amount(comparator: str, value: str, unit: str) -> str:
    """A value with how it compares and its unit, which a date or words go without.

    >>> amount(">", "30000", "US$ billion"), amount("=", "58.9", "percent"), amount("<~", "1", "islands")
    ('more than US$30,000 billion', '58.9 percent', 'nearly 1 island')
    """
    word = "nearly " if comparator == "<~" else _COMPARATORS.get(comparator, "")
    figure = f"{int(value):,}" if value.isdecimal() and len(value) > 4 else value
    if unit in ("", "words", "year", "month", figure):
        return f"{word}{figure}"
    if money := _MONEY.fullmatch(unit):
        return f"{word}{money[1]}{figure} {money[2]}".rstrip()
    single = value == "1" and unit.endswith("s") and not unit.endswith("ss") and " " not in unit and unit != "series"
    return f"{word}{figure} {unit[:-1] if single else unit}"


def effect(sign: str) -> str:
    """What more of a cause does to its effect.

    >>> effect("-")
    'less'
    """
    return _SIGNS[sign]


def does(verb: str) -> str:
    """What an actor does about an issue or a formula.

    >>> does("rejects"), does("conditions"), does("other")
    ('rejects', 'sets conditions on', 'has a position on')
    """
    return _ACTS.get(verb, verb)


def the(name: str) -> str:
    """The name of a state or body as a sentence has it: some take an article.

    >>> the("United Kingdom"), the("Norland"), the("the Old Kingdom")
    ('the United Kingdom', 'Norland', 'the Old Kingdom')
    """
    return f"the {name}" if _ARTICLED.search(name) and not name.lower().startswith("the ") else name
