"""The words around a name that belong to it: a title and a person, a government, a public, a company.

"The Japanese government" is the state, "the Japanese public" is a part of it; "Russian Minister of Trade Ivan Orlov"
speaks for Russia, and his name does so in the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hikiwake.vocabulary.actors import actor_words

LONGEST = 90  # characters behind a name in which its phrase ends
_PROPER = r"[^\W\d_a-z][\w’'-]+"


_OTHER = (  # what makes a word for people one for something of theirs
    r"\s+(?:and\s+private|sector|debt|works|health|funds?|spending|services?|statements?|investments?|finances?|diplomacy"
    r"|broadcaster|holiday|relations|interests?|ties)\b"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _behind() -> re.Pattern[str]:
    """What follows a state's name: a title with a person, or a word for a part of it or for those who speak for it."""
    words = actor_words()
    parts = "|".join(f"(?P<{part}>{_any(those)})" for part, those in words.parts.items())
    titles = _any((*words.titles, *words.lower_titles))
    own = "own|new|late|former|then|current|previous|military|ruling|central|national|federal|interim|senior|top"
    return re.compile(
        rf"(?:['’]s?)?\s+(?:(?:{own})[\s-]+)?(?:"
        rf"(?P<title>(?:{titles})(?:\s+(?:of|for)\s+{_PROPER}(?:\s+(?:and\s+)?{_PROPER})?(?=\s+{_PROPER}\s+{_PROPER}))?)"
        rf",?\s+(?P<person>{_PROPER}(?:\s+{_PROPER}){{0,2}})|(?:{parts}|(?P<speaks>{_any(words.speaks)}))\b(?!{_OTHER}))"
    )


@cache
def _before() -> re.Pattern[str]:
    """What precedes it: the government of, the people of."""
    words = actor_words()
    parts = "|".join(f"(?P<{part}>{_any(those)})" for part, those in words.parts.items())
    return re.compile(rf"\b(?:{parts}|(?P<speaks>{_any(words.speaks)}))\s+of\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """How far a name's phrase reaches, the part of the actor it means (empty for all), and the person it introduces."""

    start: int
    end: int
    part: str = ""
    person: str = ""


def phrase(text: str, start: int, end: int) -> Phrase:
    """The phrase around a name at a place of a text.

    >>> phrase("the Japanese public was", 4, 12)
    Phrase(start=4, end=19, part='public', person='')
    """
    if behind := _behind().match(text, end, end + LONGEST):
        if behind["person"]:
            return Phrase(start, behind.end("person"), "", behind["person"])
        return Phrase(start, behind.end(), _part(behind))
    if text[max(0, start - 4) : start].endswith(("of ", "the ")):
        before = _before().search(text, max(0, start - 40), start)
        if before:
            return Phrase(before.start(), end, _part(before))
    return Phrase(start, end)


def _part(match: re.Match[str]) -> str:
    return next((part for part in actor_words().parts if match[part]), "")


@cache
def stands_beside() -> re.Pattern[str]:
    """Words in capitals that may stand before a name without being part of it: titles, and beginnings of sentences."""
    words = (*actor_words().titles, *actor_words().openings)
    return re.compile(rf"(?:^|\b(?:{_any(words)})\.?)$")


def another_person(text: str, start: int, end: int) -> bool:
    """Whether a proper name stands right before or behind a name, so that it is one of a person not meant.

    >>> another_person("said Michael Jordan", 13, 19), another_person("In Jordan", 3, 9)
    (True, False)
    """
    before = text[max(0, start - 24) : start]
    if before.endswith(" ") and not before.endswith("  "):
        word = before.rstrip().rsplit(None, 1)[-1:]
        if word and word[0][:1].isupper() and word[0][-1:].isalpha() and not stands_beside().search(before.rstrip()):
            return True
    after = re.match(r" ([^\W\d_a-z][a-z][\w’'-]*)", text[end : end + 24])
    return after is not None and not stands_beside().search(after[1])
