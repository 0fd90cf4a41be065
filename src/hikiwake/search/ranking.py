"""How well a passage answers a question: the share of what is asked for that stands in it.

Each term weighs as much as it is rare: ln(1 + (N - n + 1/2) / (n + 1/2)) for a term in n of N sentences. A term counts
fully where it stands in the passage's own words, less where only a word of its family does, where an entry that cites
the passage has it, or where the document as a whole does (its author, its title). The score is the weighted share, with
a little more for a date where one is asked for and a little less for every further sentence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.search.question import Question, Term

LONGEST_RUN = 2  # sentences that are ranked as one
NEAR = 0.85  # a word of the family instead of the word itself, a predecessor instead of a state
NEAR_DATE = 0.4  # the day without its year, the year without its month
BY_ENTRY = 0.7  # only in an entry that cites the passage
BY_DOCUMENT = 0.6  # only in what the document is known by
IMPORTANCE = {"name": 1.2, "date": 1.2, "word": 1.0, "light": 0.33}  # about somebody else, it is no answer
FURTHER_SENTENCE = 0.03
ASKED_FOR = 0.05  # more, for a passage that holds the kind of thing the question asks for
CITED = 0.03  # more, for a passage whose entries have half of what is asked for


@dataclass(frozen=True, slots=True)
class Strengths:
    """How strongly each term of a question stands in one sentence, in its citing entries and in its document."""

    words: tuple[float, ...]
    entries: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """Units from ``first`` to ``last``: their score, the share of the question they cover, and whether they answer."""

    first: int
    last: int
    score: float
    share: float
    answers: bool


def weights(question: Question, counts: Sequence[int], size: int) -> list[float]:
    """What each term weighs, given in how many of ``size`` sentences it stands."""
    return [_weight(term, count, size) for term, count in zip(question.terms, counts, strict=True)]


def _weight(term: Term, count: int, size: int) -> float:
    """A name that stands nowhere weighs most; an ordinary word that stands nowhere no more than one that does once."""
    seen = count if term.kind in ("name", "date") else max(count, 1)
    rarity = math.log(1 + (max(size, seen) - seen + 0.5) / (seen + 0.5))
    return rarity * IMPORTANCE[term.kind]


def share(weight: Sequence[float], found: Sequence[float]) -> float:
    """The weighted share of the terms that were found."""
    total = sum(weight)
    return sum(one * other for one, other in zip(weight, found, strict=True)) / total if total else 0.0


def standing(run: Sequence[Strengths], document: Sequence[float]) -> list[float]:
    """How strongly each term stands in some consecutive units: in their words, their entries, or their document."""
    words, entries = _strongest([each.words for each in run]), _strongest([each.entries for each in run])
    return [
        max(own, BY_ENTRY * cited, BY_DOCUMENT * known)
        for own, cited, known in zip(words, entries, document, strict=True)
    ]


def score(
    weight: Sequence[float], run: Sequence[Strengths], document: Sequence[float], *, fits: bool
) -> tuple[float, float]:
    """The score of some consecutive units, and the share of the question that they cover.

    ``fits`` says that they hold the kind of thing that is asked for.
    """
    covered = share(weight, standing(run, document))
    more = ASKED_FOR if fits else 0.0
    more += CITED if share(weight, _strongest([each.entries for each in run])) >= 0.5 else 0.0
    return covered + more - FURTHER_SENTENCE * (len(run) - 1), covered


def _strongest(of: Sequence[tuple[float, ...]]) -> list[float]:
    return [max(column) for column in zip(*of, strict=True)]
