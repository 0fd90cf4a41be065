"""Sentences of a text, as places in it: nothing is changed, every offset is one of the stored text.

A text is first cut into blocks (a paragraph, a heading, a footnote, a row of a table); an empty line inside a
sentence, as page breaks leave it, does not end a block. In a block a sentence ends at a mark (``. ! ? …``, or the wide
marks of Japanese), with the closing quotes and footnote marks that follow it, where what follows may begin a sentence.
The signs of a heading, a line of hyphens and what a Markdown file says of itself at its begin are words of no sentence.
Full stops of abbreviations (listed by language in ``vocabulary/abbreviations.toml``) and of initials end nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hikiwake.documents.front_matter import front_matter
from hikiwake.vocabulary import Abbreviations, abbreviations

SHORTEST_PROSE = 80  # characters: a line below that without an end mark is a heading, not half a sentence
LONGEST_TITLE, SHORTEST_TEXT = 50, 70  # characters of a heading, and of the line right below that is its text
LONGEST_WORD = 30  # characters of a word with its full stop, when it may be an abbreviation
LONGEST_WRAPPED = 110  # characters: a longer line is a paragraph, not a line of one
LONGEST_CLOSING = 400  # characters at the end of a block in which its end mark and what closes it are looked for

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_ALONE = re.compile(r"\s*(?:#|\||\t|-{3,}|\*{3,}|={3,})")
_SIGNS = re.compile(r"#{1,6}(?:[^\S\n]+|$)")
_CLOSING_SIGNS = re.compile(r"\s+#+$")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|={3,}|_{3,})$")
_OPENING = re.compile(
    r"\s*(?:[-*•–]\s|>|\[\d{1,3}\]|\d{1,3}[.)]\s|\(\d{1,2}\)\s|<sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹])|[-*•–\s]*[⁰¹²³⁴⁵⁶⁷⁸⁹]"
)
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»)\]*_」』）]*(?:<sup>[^<]{1,12}</sup>|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹\d])*\s*$")
_MARK = re.compile(
    r"(?P<mark>[.!?…]+|(?P<wide>[。！？]+))"
    r"(?P<close>[\"'”’»)\]*_」』）]*)"
    r"(?P<note>(?:\s?\[\d{1,3}\]|\(\d{1,2}\)(?=\s|$)|\s?<sup>[^<]{1,12}</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\D.)\d{1,3}(?=\s|$))*)"
    r"(?P<gap>\s+|$)?"
)
_BEFORE_WORD = "\"'“‘«([*_—–"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEXT = re.compile(r"[\"'“‘«(\[*_「『（\s]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place: characters ``start`` up to ``end`` of the stored text, and the block it stands in."""

    start: int
    end: int
    block: int


@lru_cache(maxsize=2)
def sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a text in order; those of the last texts are remembered for all who ask.

    A language without a list of abbreviations is cut as if it had none.

    >>> text = "Mr. A. Smith agreed.13 The U.S. President did not."
    >>> [text[each.start : each.end] for each in sentences(text)]
    ['Mr. A. Smith agreed.13', 'The U.S. President did not.']
    >>> [(each.start, each.end) for each in sentences("# Reefs\\n\\n---\\n\\nThey met.")]
    [(2, 7), (14, 23)]
    """
    words, front = abbreviations(language), front_matter(text).end
    return tuple(
        Sentence(start, end, number)
        for number, block in enumerate(blocks(text))
        if block[0] >= front
        for start, end in _cut(text, *_bare(text, *block), words)
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A block without the signs of a heading; nothing of one that is a line of signs."""
    if text[start] in "-*=_" and _RULE.match(text, start, end):
        return end, end
    if signs := _SIGNS.match(text, start, end):
        closing = _CLOSING_SIGNS.search(text, signs.end(), end)
        return signs.end(), closing.start() if closing else end
    return start, end


def blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs, headings, footnotes and table rows: where each begins and ends, without the space around it."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line.isspace():
            continue
        start, end = match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())
        if found and _goes_on(text, found[-1], match.start(), line):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _goes_on(text: str, block: tuple[int, int], start: int, line: str) -> bool:
    """Whether a line continues the block before it."""
    first, last = block
    if _ALONE.match(line) or _ALONE.match(text, first, last) or _OPENING.match(line) or "\t" in line:
        return False
    between = text[last:start]
    gap = between.count("\n") > 1 or "\f" in between
    wrapped = last - first <= LONGEST_WRAPPED or "\n" in text[max(first, last - LONGEST_WRAPPED - 1) : last]
    if _ENDED.search(text, max(first, last - LONGEST_CLOSING), last):
        return not gap and wrapped
    if not gap:
        if last - first <= LONGEST_TITLE and len(line) > SHORTEST_TEXT and not line.lstrip()[:1].islower():
            return False  # a heading with its text on the next line, which is longer than such short lines wrap at
        return wrapped or not line.lstrip()[:1].isupper()
    return last - first >= SHORTEST_PROSE


def _cut(text: str, start: int, end: int, words: Abbreviations) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    for mark in _MARK.finditer(text, start, end):
        if mark.end("note") > start and _ends_sentence(text, start, mark, end, words):
            yield start, mark.end("note")
            start = mark.end()
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, mark: re.Match[str], end: int, words: Abbreviations) -> bool:
    """Whether a mark ends a sentence."""
    if mark["wide"]:
        return True
    if mark["gap"] is None or mark.end() >= end:
        return mark.end() >= end
    after = _NEXT.match(text, mark.end(), end)
    begins = after.end() if after else mark.end()
    rest = text[begins : min(end, begins + LONGEST_WORD)]
    if rest[:1].islower():
        return False
    if mark["mark"] != "." or mark["close"].strip("*_") or mark["note"]:
        return True
    word = text[max(start, mark.start() - LONGEST_WORD) : mark.start()].split()[-1:]
    return not word or not _abbreviates(word[0].lstrip(_BEFORE_WORD), rest, words)


def _abbreviates(word: str, rest: str, words: Abbreviations) -> bool:
    """Whether a word's full stop belongs to it, given what follows."""
    plain = word.casefold()
    if plain in words.always or (plain in words.before_number and rest[:1].isdigit()):
        return True
    if plain in words.seldom or (_INITIALS.fullmatch(word) and word[0].isupper() and word != "I"):
        following = re.match(r"[^\W\d_]+", rest)
        return following is not None and following.group().casefold() not in words.starters
    return False
