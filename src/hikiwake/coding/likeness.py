"""How alike two reports are in their words: names and rare words that both have, near the word that tells the act.

Words count by their first letters, so that "promised" and "promises" are one; numbers in words count as digits, so that
"eight points" and "8 points" are. The more passages have a word, the less it counts; a name of many tells nothing.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from hikiwake.coding.acts.closed import listed

STEM = 5  # first letters by which a word counts
COMMON = 0.1  # share of passages from which on a name tells nothing
NO_NAMES = frozenset(calendar.month_name) | frozenset(
    ("The", "In", "On", "At", "By", "A", "After", "Before", "His", "Her", "Its", "It", "He", "She", "They")
)
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_WORD = re.compile(r"[^\W\d_]{4,}|\b\d{1,3}\b|\b(?:two|six|ten)\b")
_COMMON_WORDS = listed(
    """that this with from were have been would which their they when after before over into also than then them only
    both between under about during while where there other will said what"""
)


class Likeness:
    """How alike passages are, asked by their numbers."""

    def __init__(self, passages: Sequence[str]) -> None:
        """Weigh the words and names of the passages by how few of them have each."""
        self._words = [frozenset(_stems(each)) for each in passages]
        names = [frozenset(_names(each)) - NO_NAMES for each in passages]
        often = Counter(name for each in names for name in each)
        self.names = [
            frozenset(name for name in each if often[name] <= max(2, COMMON * len(passages))) for each in names
        ]
        counts = Counter(word for words in self._words for word in words)
        self._rare = {word: log(1 + len(passages) / count) for word, count in counts.items()}

    def of(self, one: int, other: int) -> float:
        """The likeness of two passages by their numbers, between 0 and 1."""
        shared = sum(self._rare[word] ** 2 for word in self._words[one] & self._words[other])
        lengths = [sum(self._rare[word] ** 2 for word in self._words[each]) for each in (one, other)]
        return shared / sqrt(lengths[0] * lengths[1]) if all(lengths) else 0.0


def _names(passage: str) -> Iterable[str]:
    for name in _NAME.findall(passage):
        yield name.removesuffix("'s").removesuffix("’s")


def _stems(passage: str) -> Iterable[str]:
    for word in _WORD.findall(passage.lower()):
        if word not in _COMMON_WORDS:
            yield NUMBERS.get(word, word[:STEM])
