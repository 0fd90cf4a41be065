"""A sentence as statements are looked for in it: its words, the actors it names, and the times it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hikiwake.coding.actors import Named
from hikiwake.coding.statements.cues import beginnings
from hikiwake.coding.times import Dated
from hikiwake.coding.times.frames import frames_of

WORD = re.compile(r"[^\W\d_]+")
LONGEST_READ = 2000  # characters of a sentence that are looked at; what is longer is no sentence
MOST = 60  # actors and times of a sentence that are looked at
LONGEST = 300  # characters of a passage
_PAUSE = re.compile(r"[,;:—–()]\s|\s[—–-]\s|[;:]")


@dataclass(frozen=True)
class Sentence:
    """Characters ``start`` up to ``end`` of a text: its words in small letters, the actors it names, its times.

    It is ``framed`` if it stands under a time, as the entries of a chronicle do.
    """

    text: str
    start: int
    end: int
    words: Sequence[str]
    named: tuple[Named, ...]
    dated: tuple[Dated, ...]
    framed: bool = False

    @cached_property
    def beginnings(self) -> list[int]:
        """The words at which a cue may begin."""
        return beginnings(self.words)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends."""
        return [word.span() for word in WORD.finditer(self.text, self.start, self.end)]

    def place(self, number: int) -> int:
        """Where a word begins, counted from nought."""
        return self.spans[number][0]

    def after(self, number: int) -> int:
        """The place behind a word."""
        return self.spans[number][1]

    def tells_time_at(self, place: int) -> bool:
        """Whether a place belongs to a date or another time."""
        return any(each.start <= place < each.end for each in self.dated)

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


class Reader:
    """A text with its actors and times, from which sentences are read."""

    def __init__(self, text: str, named: Sequence[Named], dated: Sequence[Dated]) -> None:
        """Note where each actor and each time stands."""
        self.text, self.named, self.dated = text, tuple(named), tuple(dated)
        self._named = [each.start for each in named]
        self._dated = [each.start for each in dated]
        self._frames = frames_of(text, dated)

    def sentence(self, start: int, end: int) -> Sentence:
        """The sentence between two places, or as much of it as is read."""
        end = min(end, start + LONGEST_READ)
        words = WORD.findall(self.text[start:end].lower())
        first, last = bisect_left(self._named, start), bisect_left(self._named, end)
        one, other = bisect_left(self._dated, start), bisect_left(self._dated, end)
        framed = self._frames.at(start) is not None
        return Sentence(
            self.text, start, end, words, self.named[first:last][:MOST], self.dated[one:other][:MOST], framed
        )


def read(text: str, named: Sequence[Named] = (), dated: Sequence[Dated] = ()) -> Sentence:
    """A text that is one sentence."""
    return Reader(text, named, dated).sentence(0, len(text))
