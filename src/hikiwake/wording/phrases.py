"""The one place where the page's sentences are made: numbers, plurals, lists, dates, and whole sentences from them.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
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
    capital = text[:1].upper() + text[1:]
    return capital if capital.endswith((".", "?", "!")) or not capital else f"{capital}."


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
        return f"about {span(period)}"
    if period.precision == "range" and (span(period) != _one(period)):
        return f"between {span(period, ' and ')}"
    return span(period)


def span(period: Period, join: str = "–") -> str:
    """A stretch of time, from its first to its last day, months or years where it fills them.

    >>> span(Period.parse("2013/2015")), span(Period.parse("2012-12-26/2016-04")), span(Period.parse("2022-02-24/"))
    ('2013–2015', '26 December 2012–30 April 2016', '24 February 2022 on')
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
        return f"{first}{join}{calendar.month_name[end.month]} {end.year}"
    first = _day(start) if start.year != end.year else _day(start).rsplit(" ", 1)[0]
    return f"{first}{join}{_day(end)}"


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
    """A value with how it compares and its unit.

    >>> amount(">", "30000", "US$ billion"), amount("=", "58.9", "percent"), amount("<~", "1", "islands")
    ('more than 30,000 US$ billion', '58.9 percent', 'nearly 1 island')
    """
    word = "nearly " if comparator == "<~" else _COMPARATORS.get(comparator, "")
    figure = f"{int(value):,}" if value.isdecimal() and len(value) > 4 else value
    if unit in ("", "words", figure):
        return f"{word}{figure}"
    single = value == "1" and unit.endswith("s") and not unit.endswith("ss") and " " not in unit and unit != "series"
    return f"{word}{figure} {unit[:-1] if single else unit}"


def effect(sign: str) -> str:
    """What more of a cause does to its effect.

    >>> effect("-")
    'less'
    """
    return _SIGNS[sign]


def voices(states: Sequence[tuple[str, int]], sides: Sequence[str], documents: int) -> list[str]:
    """Whose voices a case has: how many documents speak from which state, and which side of the dyad is not heard.

    ``states`` holds each state's name with its number of documents, ``sides`` the names of both sides of the dyad.

    >>> voices([("Norland", 2)], ["Norland", "Suderland"], 2)
    ['Two documents speak here: two from Norland.', 'None is from Suderland.']
    """
    if not documents:
        return ["No document speaks here yet."]
    told = listed(f"{number(count)} from {name}" for name, count in states if name)
    verb = "speaks" if documents == 1 else "speak"
    opening = sentence(f"{counted(documents, 'document')} {verb} here" + (f": {told}" if told else ""))
    heard = {name for name, _ in states}
    silent = [name for name in sides if name not in heard]
    return [opening, *([sentence(f"none is from {listed(silent, 'or')}")] if silent else [])]


def seen_as(sides: Sequence[str]) -> str:
    """What follows for the side that no document speaks from."""
    return sentence(f"what {listed(sides)} wanted is told here as others see it") if sides else ""


def record(counts: Sequence[tuple[int, str]], mentions: int) -> str:
    """What a record holds, in one sentence; the events come first, with their mentions.

    >>> record([(2, "event"), (1, "figure")], 3)
    'The record holds 2 events told in 3 mentions and 1 figure.'
    """
    first, *rest = [tally(count, noun) for count, noun in counts if count] or [tally(0, "entry")]
    told = f" told in {tally(mentions, 'mention')}" if mentions else ""
    return f"The record holds {listed([first + told, *rest])}."


def several(shared: int, events: int) -> str:
    """How many events more than one document reports."""
    if not shared:
        return sentence(f"each of the {counted(events, 'event')} is reported by one document only")
    return sentence(f"{number(shared)} of {events:,} {plural('event')} {'is' if shared == 1 else 'are'} "
                    "reported by more than one document")  # fmt: skip


def not_done(count: int) -> str:
    """How many of the acts did not take place as acts."""
    return sentence(f"{counted(count, 'act')} {'was' if count == 1 else 'were'} planned, proposed, alleged, "
                    "postponed, cancelled or denied") if count else ""  # fmt: skip


def rivals(questions: int, rival: int) -> str:
    """How many questions have rival answers."""
    return sentence(f"{counted(questions, 'question')} {'is' if questions == 1 else 'are'} answered in the documents; "
                    f"{number(rival)} of them {'has' if rival == 1 else 'have'} more than one answer")  # fmt: skip


def missing_places(names: Sequence[str]) -> str:
    """Which places the coastline at hand does not have."""
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    return sentence(f"{listed(names)} {verb} too small for the coastline at hand and {verb} missing here")
