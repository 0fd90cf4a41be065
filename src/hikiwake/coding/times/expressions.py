"""Time told by words: what is counted from another time, a month or season without its year, a stretch with a name.

Each has a word at its heart (a unit of time, a month, a weekday, a name); only around such a word the pattern is tried.
What an expression means depends on what was told before, and is settled elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hikiwake.vocabulary import date_words

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
ORDINALS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip
BEFORE_HEART = 40  # characters before the heart of an expression in which it may begin
_UNIT = r"(?:day|week|month|year|decade)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAME = r"(?:(?:that|the|this)\s+(?:very\s+)?same|that(?:\s+very)?)"
_COUNT = "|".join([*COUNTS, r"\d{1,2}"])


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: their place, the kind of telling, and its parts by name."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]


_KINDS = {
    "same": rf"{_SAME}\s+(?P<same>day|week|month|year|decade|date|{_SEASON}|{_MONTH})(?!\w)",
    "time": r"(?:at|by|around)\s+(?:the|that|this)(?:\s+same)?\s+time\b(?!\s+(?:of|when|that))",
    "here": rf"(?P<which>this|last|next)\s+(?P<here>week|month|year|decade|{_SEASON}|{_MONTH})(?!\w|\s+of)",
    "step": r"the\s+(?P<step>following|next|subsequent|previous|preceding)\s+"
    rf"(?P<stepped>{_UNIT}|{_SEASON}|{_MONTH})\b",
    "shift": rf"(?P<count>{_COUNT})[\s-](?P<unit>{_UNIT}|{_SEASON})s?\s+"
    r"(?P<way>later|afterwards?|after|earlier|before|previously|prior|ago|on)\b",
    "beside": r"the\s+(?P<beside>day|week|month|year)\s+(?P<side>before|after|earlier)\b",
    "month": rf"(?P<lead>in|by|since|until|till|from|during|through|early|late|mid|of)[\s-]"
    rf"(?P<portion1>early\s|late\s|mid-)?(?P<month>{_MONTH})"
    r"(?:\s+(?:of\s+)?(?P<that>that|the\s+same|the\s+(?:following|next|previous)|last|this|next)\s+year)?"
    r"(?![\s,]*\d|[’'\w-])",
    "entry": rf"(?:(?<![^\n])|(?<=\n[-*•–] ))(?P<entry>{_MONTH})(?:\s?[-–—/]\s?(?P<until>{_MONTH}))?"
    r"(?=\s?(?:[:.–—]|-\s))",
    "day": rf"(?:on\s+)?(?P<weekday>{_DAY})\b(?!\s+Agreement)",
    "yesterday": r"(?P<yesterday>yesterday)\b",
    "season": rf"(?:in|by|during|since|until)\s+(?:the\s+)?(?P<portion2>early\s+|late\s+)?(?P<season>{_SEASON})\b"
    r"(?!\s+(?:of(?!\s+(?:that|the\s+same)\s+year)|to|in)\b|\s+\d)",
    "century": r"(?:the\s+)?(?:(?P<portion3>early|late|mid|middle|end|beginning)[\s-](?:of\s+the\s+)?)?"
    r"(?P<century>1[5-9]th|20th|21st|" + "|".join(ORDINALS) + r")[\s-]century\b",
}


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of all expressions, each in a group named after its kind with a capital ``K`` before it."""
    kinds = [f"(?P<K{kind}>{form})" for kind, form in _KINDS.items()]
    portion = (
        r"(?:(?P<lead1>since|after|before|until)\s+)?(?:the\s+)?(?:(?P<portion4>beginning|start|end|close)\s+of\s+)?"
    )
    kinds.append(rf"(?P<Kstretch>{portion}(?P<stretch>{_stretches()})\b)")
    return re.compile("(?:" + "|".join(kinds) + ")", re.IGNORECASE)


def _stretches() -> str:
    return "|".join(re.escape(name) for name in sorted(date_words().stretches, key=len, reverse=True))


@cache
def _hearts() -> re.Pattern[str]:
    """The words around which an expression may stand."""
    own = r"(?:day|week|month|year|decade|spring|summer|autumn|fall|winter)s?|date|time|[Yy]esterday|century"
    return re.compile(rf"\b(?:{own}|{_MONTH}|{_DAY}|{_stretches()})(?!\w)")


_WORD = re.compile(r"\b\w")


def expressions(text: str) -> Iterator[Expression]:
    """The expressions of a text in order.

    >>> [each.kind for each in expressions("That same day, two weeks later, in March of that year.")]
    ['same', 'shift', 'month']
    """
    done, pattern = 0, _pattern()
    for heart in _hearts().finditer(text):
        if heart.start() < done:
            continue
        for word in _WORD.finditer(text, max(done, heart.start() - BEFORE_HEART), heart.end()):
            match = pattern.match(text, word.start()) if text[word.start() - 1 : word.start()] != "-" else None
            if match and match.end() >= heart.end() and (told := _told(match)):
                done = match.end()
                yield told
                break


def _told(match: re.Match[str]) -> Expression | None:
    """What was found, unless a month or a weekday in it is written small: then it is another word."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    kind = next(name for name in parts if name.startswith("K"))
    proper = [parts.get(name, "") for name in ("month", "weekday", "stretch", "entry")]
    proper += [parts[name] for name in ("here", "same") if re.fullmatch(_MONTH, parts.get(name, ""), re.IGNORECASE)]
    if any(word and word.removeprefix("the ")[0].islower() for word in proper):
        return None
    found = {name.rstrip("1234"): re.sub(r"[\s-]+", " ", part.strip(" -")) for name, part in parts.items()}
    return Expression(match.start(), match.end(), kind[1:], found)
