"""When a passage is known to answer: all that a question needs stands there, and the kind of thing it asks for.

A question asks for a date (*when*), a number (*how many*) or an actor (*who*); what it names itself does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hikiwake.documents.dates import dates_in
from hikiwake.search.names import Names, key
from hikiwake.search.question import Question

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|[二三四五六七八九十百千万億]+|\b(?:no|none|once|twice|half|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozens?|hundreds?|thousands?|million|billion|third|quarter|majority|most|all|several)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?…:]\s)(?<!^)(?<![\"“‘])\b[A-ZÀ-ÞА-Я][^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")


def answers(question: Question, found: Sequence[float], text: str, names: Names, *, dated: bool = False) -> bool:
    """Whether a passage answers, given how strongly each term stands in it or in what it is cited for.

    ``dated`` says that an entry with a date cites the passage.
    """
    needed = set(map(id, question.needed))
    complete = all(one for term, one in zip(question.terms, found, strict=True) if id(term) in needed)
    return complete and bool(needed) and ((dated and question.asks_for == "date") or holds(question, text, names))


def holds(question: Question, text: str, names: Names) -> bool:
    """Whether a text has the kind of thing that a question asks for, other than what it names itself.

    >>> from hikiwake.dossier.case import Case
    >>> names = Names(Case("", "", ("", "")), ())
    >>> holds(Question("When in 2016?", (), "date"), "In 2016 they met in May 2016.", names)
    True
    >>> holds(Question("How many in 2016?", (), "number"), "In 2016 they met.", names)
    False
    """
    match question.asks_for:
        case "date":
            asked = {(date.periods, date.yearless) for date in dates_in(question.wording)}
            return any((date.periods, date.yearless) not in asked for date in dates_in(text))
        case "number":
            asked_numbers = set(map(str.casefold, _numbers(question.wording)))
            return any(number.casefold() not in asked_numbers for number in _numbers(text))
        case "actor":
            return any(_is_new(name, question, names) for name in _names(text, names))
    return True


def _numbers(text: str) -> Iterator[str]:
    """The numbers of a text that are no dates."""
    for date in reversed(dates_in(text)):
        text = text[: date.start] + " " + text[date.end :]
    yield from _NUMBER.findall(text)


def _names(text: str, names: Names) -> Iterator[str]:
    """The words of a text that name somebody, as far as capitals and the names that are known tell it."""
    yield from _NAME.findall(text)
    yield from (word for word in _WORD.findall(text) if word[0].isupper() and names.at(key(word)))
    yield from (name for name, _ in names.within(text))


def _is_new(name: str, question: Question, names: Names) -> bool:
    """Whether a question does not name the same already."""
    named = names.at(key(name))
    asked = [key(term.text) for term in question.terms]
    if any(key(name)[0] in words for words in asked if words):
        return False
    return named is None or all(names.at(words) is not named for words in asked)
