"""Figures without a number: ranks, firsts, what is the only one, decades, how often and how many times.

Each kind has its own pattern, tried only in a sentence that has a word of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from hikiwake.coding.statements.figure import Figure
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import figure_words

_TIMES = re.compile(
    r"\b(?P<word>doubled|tripled|quadrupled|halved|twofold|threefold|fourfold|fivefold|tenfold|twice)\b", re.IGNORECASE
)
_FACTORS = {
    "doubled": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5, "twofold": 2, "threefold": 3, "fourfold": 4,
    "fivefold": 5, "tenfold": 10, "twice": 2,
}  # fmt: skip
_OFTEN = re.compile(
    r"\b(?:(?P<each>each|every)\s+(?P<unit>year|month|week|day|summer|winter|autumn|spring)|(?P<ly>monthly|weekly|daily|yearly|annually|biannually"
    r"|quarterly|fortnightly)|(?P<held>held|met|meets?|takes?\s+place|took\s+place|conducted|visited)\s+(?:regularly|frequently))\b"
)
_COMPARED = re.compile(
    r"\b(?:(?:less|more)\s+(?!than\b|or\b|about\b)[^\W\d_]+|higher|lower|larger|smaller|greater|longer|shorter|older|fewer|bigger|faster"
    r"|stronger|weaker|closer)\s+than\b"
)
_DECADE = re.compile(
    r"\b(?:for|in|over|than|past|last|within|spanning)\s+(?:(?:about|almost|nearly|over|more\s+than|the|past|last)\s+)*(?:an?\s+)?(?P<word>decades?|century|centuries|half\s+a\s+century)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|\d{1,2}(?:nd|rd|th))[\s-])?(?P<rank>largest|biggest|highest|lowest|longest|smallest"
    r"|greatest|oldest|deepest|busiest)\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)
_FIRST = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|an?|for)\s+(?:the\s+)?(?:very\s+)?\(?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)\)?(?:-ever)?\s+(?P<what>[^\s,;.]+(?:\s+[^\s,;.]+)?)|[Ff]or\s+the\s+first\s+(?P<time>time))"
)
_ONLY = re.compile(
    r"\bthe\s+(?:only|sole)\s+(?P<what>(?:[^\s,;.]+\s+){0,4}?[^\s,;.]+)\s+(?:not\s+)?(?:to|that|in|which|who|with|without)\b"
)
_NOT_FIRST = re.compile(
    r"\b(?:time|place|place\s+the|half|quarter|step|stage|phase|island|group|world)\b", re.IGNORECASE
)


def ranks_and_rates(sentence: Sentence) -> Iterator[Figure]:
    """The ranks, firsts and onlys, decades and rates of a sentence: each looked for where a word of it stands."""
    triggers = _triggers()
    if triggers.keys().isdisjoint(sentence.words):
        return
    for find in {triggers[word]: None for word in sentence.words if word in triggers}:
        yield from find(sentence)


def _ranks(sentence: Sentence) -> Iterator[Figure]:
    for match in _RANK.finditer(sentence.text, sentence.start, sentence.end):
        value = str(_ordinal(match["nth"])) if match["nth"] else "1"
        yield Figure(match.start(), match.end(), "=", value, f"{match['rank']} {match['what']}", "rank", 0.6)


def _firsts(sentence: Sentence) -> Iterator[Figure]:
    for match in _FIRST.finditer(sentence.text, sentence.start, sentence.end):
        if match["time"] or not _NOT_FIRST.match(match["what"]):
            value = str(_ordinal(match["nth"] or "first"))
            yield Figure(match.start(), match.end(), "=", value, match["what"] or "time", "rank", 0.5)


def _onlys(sentence: Sentence) -> Iterator[Figure]:
    for match in _ONLY.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", "1", match["what"], "only", 0.5)


def _decades(sentence: Sentence) -> Iterator[Figure]:
    for match in _DECADE.finditer(sentence.text, sentence.start, sentence.end):
        if not sentence.tells_time_at(match.start("word")):
            plural = match["word"].endswith("s")
            yield Figure(
                match.start(), match.end(), ">" if plural else "~", "1", match["word"].rstrip("s"), "duration", 0.5
            )


def _factors(sentence: Sentence) -> Iterator[Figure]:
    for match in _TIMES.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", f"{_FACTORS[match['word'].casefold()]:g}", "times", "factor", 0.5)


def _often(sentence: Sentence) -> Iterator[Figure]:
    for match in _OFTEN.finditer(sentence.text, sentence.start, sentence.end):
        unit = f"times per {match['unit']}" if match["unit"] else match["ly"] or "regularly"
        yield Figure(match.start(), match.end(), "=", "1", unit, "frequency", 0.47)


def _compared(sentence: Sentence) -> Iterator[Figure]:
    for match in _COMPARED.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", match.group(), "", "comparison", 0.47)


@cache
def _triggers() -> dict[str, Callable[[Sentence], Iterator[Figure]]]:
    """The words that make looking for a kind of figure worth while."""
    words: dict[Callable[[Sentence], Iterator[Figure]], Iterable[str]] = {
        _ranks: figure_words().ranks,
        _firsts: ("first", *figure_words().ordinals),
        _onlys: ("only", "sole"),
        _decades: ("decade", "decades", "century", "centuries"),
        _factors: _FACTORS,
        _often: (
            *("each", "every", "monthly", "weekly", "daily", "yearly", "annually", "biannually", "quarterly"),
            *("fortnightly", "regularly", "frequently"),
        ),
        _compared: ("than",),
    }
    return {word: find for find, those in words.items() for word in those}


def _ordinal(word: str) -> int:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return 1 if word == "first" else int(figure_words().ordinals[word])
