"""A sentence as statements are looked for in it: its words, the actors it names, and the times it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from hikiwake.coding.actors import Named
from hikiwake.coding.times import Dated

_Placed = TypeVar("_Placed", Named, Dated)

WORD = re.compile(r"[^\W\d_]+")
LONGEST_READ = 2000  # characters of a sentence that are looked at; what is longer is no sentence
LONGEST = 300  # characters of a passage
_PAUSE = re.compile(r"[,;:—–()]\s|\s[—–-]\s|[;:]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``start`` up to ``end`` of a text: its words in small letters, the actors it names, its times."""

    text: str
    start: int
    end: int
    words: Sequence[str]
    named: tuple[Named, ...]
    dated: tuple[Dated, ...]

    def place(self, number: int) -> int:
        """Where a word begins, counted from nought."""
        return next(islice(WORD.finditer(self.text, self.start, self.end), number, None)).start()

    def after(self, number: int) -> int:
        """The place behind a word."""
        return next(islice(WORD.finditer(self.text, self.start, self.end), number, None)).end()

    def quote(self, start: int, most: int) -> str:
        """So many words from a place on, up to the next pause of the sentence."""
        pause = _PAUSE.search(self.text, start, self.end)
        end = pause.start() if pause else self.end
        return " ".join(self.text[start:end].strip(" .,;:”“\"'’‘").split()[:most])

    def quote_before(self, end: int, most: int) -> str:
        """So many words up to a place, from the pause before it."""
        begin = max([self.start, *(pause.end() for pause in _PAUSE.finditer(self.text, self.start, end))])
        if end - begin < 12:
            begin = self.start
        return " ".join(self.text[begin:end].strip(" .,;:”“\"'’‘").split()[-most:])

    def passage(self, place: int) -> tuple[int, int]:
        """The sentence, or where it is long as much around a place as a passage may have, cut between words."""
        if self.end - self.start <= LONGEST:
            return self.start, self.end
        begin = max(self.start, min(place - LONGEST // 2, self.end - LONGEST))
        if begin > self.start:
            space = self.text.find(" ", begin, place)
            begin = space + 1 if space >= 0 else begin
        end = min(self.end, begin + LONGEST)
        if end < self.end:
            space = self.text.rfind(" ", place, end)
            end = space if space > place else end
        return begin, end


def read(text: str, start: int, end: int, named: Sequence[Named], dated: Sequence[Dated]) -> Sentence:
    """The sentence between two places of a text."""
    words = WORD.findall(text[start : min(end, start + LONGEST_READ)].lower())
    return Sentence(text, start, end, words, _within(named, start, end), _within(dated, start, end))


def _within(those: Sequence[_Placed], start: int, end: int) -> tuple[_Placed, ...]:
    first = bisect_left(those, start, key=lambda each: each.start)
    last = bisect_left(those, end, lo=first, key=lambda each: each.start)
    return tuple(those[first:last][:60])
