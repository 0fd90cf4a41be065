"""How alike two reports are in their words: names and rare words that both have, near the word that tells the act.

Words count by their first letters, so that "promised" and "promises" are one; numbers in words count as digits, so that
"eight points" and "8 points" are. The more passages have a word, the less it counts; a name of many tells nothing.
"""

from __future__ import annotations

import calendar
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from math import fsum, log

from hikiwake.coding.acts.closed import listed

STEM = 5  # first letters by which a word counts
COMMON = 0.1  # share of passages from which on a name tells nothing
AT_ONCE = 50_000  # words and names that are counted in memory
REMEMBERED = 100_000  # words whose weight is kept in memory
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
_TABLES = ("words", "names")
_MORE = "INSERT INTO {} VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET times = times + excluded.times"


class Rarity:
    """In how many passages each word and each name stands: first they are counted, then asked.

    The counts stand in a database, so that memory does not grow with what is counted.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin to count, in tables of a database."""
        self.passages = 0
        self.squared = lru_cache(maxsize=REMEMBERED)(self._squared)
        self._connection = connection
        self._new = {table: Counter[str]() for table in _TABLES}
        for table in _TABLES:
            connection.execute(f"CREATE TABLE {table} (word TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID")

    def count(self, words: Iterable[str], names: Iterable[str]) -> None:
        """Count the words and the names of one passage."""
        self.passages += 1
        self._new["words"].update(words)
        self._new["names"].update(names)
        if max(map(len, self._new.values())) > AT_ONCE:
            self._put_away()

    @cached_property
    def common(self) -> frozenset[str]:
        """The names of so many passages that they tell nothing. Nothing is counted after this is asked."""
        self._put_away()
        query = "SELECT word FROM names WHERE times > ?"
        return frozenset(row[0] for row in self._connection.execute(query, (max(2, COMMON * self.passages),)))

    def weight(self, words: Iterable[str]) -> float:
        """What words weigh together: the squares of how rare each is, the same in whatever order they come."""
        return fsum(map(self.squared, words))

    def _squared(self, word: str) -> float:
        (times,) = self._connection.execute("SELECT times FROM words WHERE word = ?", (word,)).fetchone()
        return log(1 + self.passages / times) ** 2

    def _put_away(self) -> None:
        for table, counted in self._new.items():
            self._connection.executemany(_MORE.format(table), counted.items())
            counted.clear()


def names_of(passage: str) -> frozenset[str]:
    """The names that stand in a passage.

    >>> sorted(names_of("In March Egypt's ship left Aswan."))
    ['Aswan', 'Egypt']
    """
    found = (name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(passage))
    return frozenset(found) - NO_NAMES


def words_of(passage: str) -> frozenset[str]:
    """The words of a passage by which it is compared, each by its first letters.

    >>> sorted(words_of("They promised eight ships."))
    ['8', 'promi', 'ships']
    """
    found = (word for word in _WORD.findall(passage.lower()) if word not in _COMMON_WORDS)
    return frozenset(NUMBERS.get(word, word[:STEM]) for word in found)
