"""The parts of a question: each is asked by itself, with what an earlier part named and a later one takes up."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hikiwake.search.names import Names
from hikiwake.search.question import Question, read_question
from hikiwake.vocabulary import question_words

_WORD = re.compile(r"[^\W\d_]+")


def read_parts(wording: str, names: Names) -> list[Question]:
    """The parts of a question in order; one that has no words of its own belongs to the one before."""
    parts: list[Question] = []
    for text in split(wording):
        part = read_question(text, names)
        if parts and not part.terms and not part.documents:
            continue
        parts.append(_taking_up(part, parts[-1]) if parts else part)
    return parts


def split(wording: str) -> list[str]:
    """The wording of each part.

    >>> split("When did talks begin, and who ended them? Why?")
    ['When did talks begin', 'who ended them', 'Why']
    """
    return [part for text in _between().split(" ".join(wording.split())) if (part := text.strip())] or [wording]


@cache
def _between() -> re.Pattern[str]:
    """What stands between two parts: the end of a question, or a word that joins, before a word that asks."""
    joins, asks = ("|".join(map(re.escape, words)) for words in (question_words().joins, question_words().asks))
    return re.compile(rf"[?？;；。]+|,?\s+\b(?:{joins})\s+(?=(?:{asks})\b)", re.IGNORECASE)


def _taking_up(part: Question, before: Question) -> Question:
    """A part with what the part before named, where a word such as *he* or *it* takes that up."""
    if not question_words().takes_up.intersection(map(str.casefold, _WORD.findall(part.wording))):
        return part
    named = [term for term in before.terms if term.kind == "name"] or before.terms
    terms = {term.exact: term for term in (*part.terms, *named)}
    return replace(part, terms=tuple(terms.values()), documents=part.documents or before.documents)
