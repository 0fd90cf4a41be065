"""A passage that goes over the end of a page: found with whole lines left out from between its letters.

Which lines these are (notes at the foot, a number, a running head) need not be known: any few lines are left out, and
the digest says where the rest is the passage.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator

from hikiwake.documents.document import Passage
from hikiwake.documents.letters import Letters

MOST_LINES = 20  # that are left out
MOST_HEADS = 4  # lines at the top of a page
AROUND = 1_500  # letters before and after the place where a passage is expected
MOST_LETTERS = 120_000  # of a text with pages of which every page's end is looked at
_LINE = re.compile(r"[^\n\r\f]*[^\s][^\n\r\f]*")
_Gap = tuple[int, list[int]]  # the letter before which lines are left out, and those with which the rest may begin


def over_page_ends(letters: Letters, text: str, passage: Passage, expected: int) -> tuple[int, int] | None:
    """Where a passage stands with lines in it that are not its own, near the expected place or over a page's end."""
    if passage.letters < 2:
        return None
    for gap, resumes in _gaps(letters, text, expected):
        first = bisect_left(letters.firsts, max(0, gap - passage.letters + 1))
        for start in letters.firsts[first : bisect_left(letters.firsts, gap)]:
            last = _last(letters, passage, (start, gap), resumes)
            if last and not (letters.splits_number(start) or letters.splits_number(last)):
                return letters.place(start, last)
    return None


def _last(letters: Letters, passage: Passage, before: tuple[int, int], resumes: list[int]) -> int:
    """The end of a passage of which some letters stand before a gap and the rest after it; 0 where there is none."""
    rest = passage.letters - (before[1] - before[0])
    known = hashlib.sha256(letters.between(*before))
    for begin in resumes:
        if begin + rest <= len(letters):
            whole = known.copy()
            whole.update(letters.between(begin, begin + rest))
            if whole.hexdigest()[:16] == passage.digest:
                return begin + rest
    return 0


def _gaps(letters: Letters, text: str, expected: int) -> Iterator[_Gap]:
    """Where lines may be left out: near a place at every line's end, elsewhere at the ends of pages."""
    lines = [bisect_left(letters.starts, match.start()) for match in _LINE.finditer(text)]
    middle = bisect_left(letters.starts, expected)
    near = range(bisect_left(lines, middle - AROUND), bisect_left(lines, middle + AROUND))
    for number in near:
        yield lines[number], lines[number + 1 : number + 1 + MOST_LINES]
    if len(letters) <= MOST_LETTERS:
        yield from _ends_of_pages(letters, text, lines)


def _ends_of_pages(letters: Letters, text: str, lines: list[int]) -> Iterator[_Gap]:
    for match in re.finditer("\f", text):
        page = bisect_left(lines, bisect_left(letters.starts, match.end()))
        for number in range(max(0, page - MOST_LINES + MOST_HEADS), page + 1):
            yield lines[number] if number < len(lines) else len(letters), lines[page : page + MOST_HEADS + 1]
