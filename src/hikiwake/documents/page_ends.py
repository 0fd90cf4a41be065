"""A passage that goes over the end of a page: found with whole lines left out from between its letters.

Which lines these are (notes at the foot, a number, a running head) need not be known: any few lines are left out, and
the digest says where the rest is the passage.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from hikiwake.documents.document import Passage
from hikiwake.documents.letters import Letters

MOST_LINES = 20  # that are left out
MOST_HEADS = 4  # lines at the top of a page
AROUND = 4_000  # letters before and after the place where a passage is expected
FEW_LETTERS = 20_000  # of a text in which every line's end is looked at
MOST_TRIES = 1_500_000  # in one text, after which passages are no longer looked for in this way
_LINE = re.compile(r"[^\n\r\f]*[^\s][^\n\r\f]*")
_Gap = tuple[int, list[int]]  # the letter before which lines are left out, and those with which the rest may begin


class PageEnds:
    """The lines of a text, between which some may be left out; the tries are counted, and come to an end."""

    def __init__(self, letters: Letters, text: str) -> None:
        """Take a text and its letters."""
        self.letters, self.text, self.tries = letters, text, 0

    @cached_property
    def lines(self) -> list[int]:
        """The first letter of each line."""
        return [bisect_left(self.letters.starts, match.start()) for match in _LINE.finditer(self.text)]

    @cached_property
    def _pages(self) -> list[int]:
        """For each page after the first, its first line."""
        begins = (bisect_left(self.letters.starts, match.end()) for match in re.finditer("\f", self.text))
        return [bisect_left(self.lines, begin) for begin in begins]

    def find(self, passage: Passage, expected: int) -> tuple[int, int] | None:
        """Where a passage stands with lines in it that are not its own, near an expected place or over a page's end."""
        if passage.letters < 2:
            return None
        firsts = self.letters.firsts
        for gap, resumes in self._gaps(expected):
            first = bisect_left(firsts, max(0, gap - passage.letters + 1))
            for start in firsts[first : bisect_left(firsts, gap)]:
                self.tries += len(resumes)
                if self.tries > MOST_TRIES:
                    return None
                last = self._last(passage, (start, gap), resumes)
                if last and not (self.letters.splits_number(start) or self.letters.splits_number(last)):
                    return self.letters.place(start, last)
        return None

    def _last(self, passage: Passage, before: tuple[int, int], resumes: list[int]) -> int:
        """The end of a passage of which some letters stand before a gap and the rest after it; 0 for no passage."""
        rest = passage.letters - (before[1] - before[0])
        known = hashlib.sha256(self.letters.between(*before))
        for begin in resumes:
            if begin + rest <= len(self.letters):
                whole = known.copy()
                whole.update(self.letters.between(begin, begin + rest))
                if whole.hexdigest()[:16] == passage.digest:
                    return begin + rest
        return 0

    def _gaps(self, expected: int) -> Iterator[_Gap]:
        """Where lines may be left out: at the ends of pages, and near a place at every line's end."""
        lines = self.lines
        for page in self._pages:
            for number in range(max(0, page - MOST_LINES + MOST_HEADS), page + 1):
                gap = lines[number] if number < len(lines) else len(self.letters)
                yield gap, lines[page : page + MOST_HEADS + 1]
        middle = bisect_left(self.letters.starts, expected)
        around = FEW_LETTERS if len(self.letters) <= FEW_LETTERS else AROUND
        for number in range(bisect_left(lines, middle - around), bisect_left(lines, middle + around)):
            yield lines[number], lines[number + 1 : number + 1 + MOST_LINES]
