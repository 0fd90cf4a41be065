"""Whether a date belongs to the name of an instrument: the 1956 Declaration, the Treaty of 1855, Resolution 242 (1967).

Such a date tells which treaty, resolution or line is meant. It never tells when something was done about it.
"""

from __future__ import annotations

import re
from functools import cache

from hikiwake.vocabulary import date_words

BEFORE, AFTER = 60, 90  # characters around a date in which the instrument's own word stands
_LEADING = frozenset(("of", "from", "dated", "the"))
_TIMELY = frozenset(
    ("in", "since", "by", "until", "till", "during", "from", "after", "before", "on", "of", "and", "to", "between")
)


@cache
def _behind() -> re.Pattern[str]:
    """Words in capitals or of names between the date and the instrument's word."""
    return re.compile(
        rf"(?:['’]s)?[\s-]+(?!the\b)(?:(?:[^\W\d_a-z][\w’'.–-]*|{_small()})[\s-]+){{0,8}}?(?:{_names()})\b(?!\s+that\b)",
        re.UNICODE,
    )


@cache
def _ahead() -> re.Pattern[str]:
    """The instrument's word, up to the date: of, in brackets, after a number or its parties."""
    plain = rf"\b(?i:{_names()})"
    numbered = r"(?:\s+(?:No\.?\s*)?\d{1,4}(?:/\d+)?(?:\s*\([IVXLC\d]+\))?)?(?:\s*\([A-Z]{2,8}\))?"
    return re.compile(
        rf"(?:{plain}{numbered}(?:\s+(?:of|between|on|for|with)\s+[^.;,()\d]{{1,40}}?)?\s+(?:of|from|dated)\s+(?:the\s+)?"
        rf"|{plain}{numbered}\s*\(|\b(?i:resolutions?)\s+\d{{1,4}},?\s+(?:of\s+)?)$"
    )


def _small() -> str:
    return "|".join(date_words().within_names)


def _names() -> str:
    names = sorted(date_words().instruments, key=len, reverse=True)
    return "|".join(f"[{name[0].upper()}{name[0]}]{re.escape(name[1:])}" for name in names)


def word_before(text: str, place: int) -> str:
    """The word before a place, in small letters; empty at the beginning.

    >>> word_before("In early 2014", 9)
    'early'
    """
    words = text[max(0, place - 20) : place].split()
    return words[-1].casefold().lstrip("(“\"'‘[") if words else ""


def belongs_to_a_name(text: str, start: int, end: int) -> bool:
    """Whether the date between two places of a text is part of an instrument's name.

    >>> belongs_to_a_name("the 1956 Joint Declaration", 4, 8)
    True
    >>> belongs_to_a_name("In 1956 the Joint Declaration was signed", 3, 7)
    False
    """
    word = word_before(text, start)
    led = word in _LEADING or text[max(0, start - 2) : start].endswith(("(", ", "))
    if led and _ahead().search(text, max(0, start - BEFORE), start):
        return True
    if word in _TIMELY:
        return False
    behind = _behind().match(text, end, end + AFTER)
    return behind is not None and _a_name(text, start)


_OPENS = re.compile(
    r"(?:\b(?i:the|an?|its|their|his|her|this|that|under|new)\s+|[’']s?\s+|[^\W\d_a-z][\w’'-]*\s+|^|[.;:(“\"]\s?)$"
)


def _a_name(text: str, start: int) -> bool:
    """Whether what stands before a date lets it open or continue a name: an article, a possessive, a name."""
    return _OPENS.search(text, max(0, start - 24), start) is not None
