"""Finding a passage again: in the same text by its offsets, in another edition by a window of as many letters.

A window begins where a word does and cuts no number; one of few letters cuts no word either. Where the passage stands
so nowhere, it is looked for in the text without the marks of notes, running heads, page numbers and footnotes, and over
whole lines that a page's end may have put into it; at last, near where it is expected, from every letter on.
A passage of a case of an earlier version is known by its number of words, and looked for by windows of words.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from hikiwake.documents.beside import with_accents_on
from hikiwake.documents.document import Passage
from hikiwake.documents.letters import Letters, cuts_number, digest, short_digest
from hikiwake.documents.page_ends import PageEnds
from hikiwake.documents.pages import beside_the_text, blanked, marks_of_notes
from hikiwake.documents.words import former_digest

LOOKED = 12  # passages that stand nowhere in a text, when another edition has at least half of them
NEAR = 200  # words
WIDER = 8  # words that a passage of an earlier version may have more or fewer than where it was cited
MOST_WORDS = 20_000  # of a text in which a passage is looked for everywhere in more than the first way
MOST_WINDOWS = 12_000_000  # of one text, after which passages are looked for only near where they are expected
FEW_LETTERS = 20  # of a passage that cuts no word
_Window = tuple[int, int]  # of letters: the first, and the one after the last
_Size = tuple[int, int]  # letters, or else words


def stands_in(text: str, passage: Passage) -> bool:
    """Whether a text has the passage's own digest."""
    return (digest(text) if passage.letters else former_digest(text)) == passage.digest


class Finder:
    """Finds the passages of a case in one text, by their offsets or by a sliding window of letters."""

    def __init__(self, text: str) -> None:
        """Prepare a text; nothing is computed before it is needed."""
        self.text = text
        self._places: dict[tuple[_Size, str], list[_Window]] = {}
        self._moved: dict[int, int] = {}
        self._looked = 0

    @cached_property
    def letters(self) -> Letters:
        """All letters of the text."""
        return Letters.of(self.text)

    @cached_property
    def _other_ways(self) -> list[Letters]:
        """The letters without marks of notes, without what stands beside the pages, with accents on them."""
        marks, beside = marks_of_notes(self.text), beside_the_text(self.text)
        ways = [beside, marks, [*marks, *beside] if marks and beside else []]
        without = [blanked(self.text, way) for way in ways if way]
        accented = (with_accents_on(self.text, after=after) for after in (False, True))
        texts = dict.fromkeys((*without, *accented))
        return [Letters.of(text) for text in texts if text != self.text]

    @cached_property
    def _page_ends(self) -> PageEnds:
        return PageEnds(self.letters, self.text)

    def stands(self, passage: Passage) -> bool:
        """Whether the passage stands at its own offsets in this text."""
        return passage.end <= len(self.text) and stands_in(self.text[passage.start : passage.end], passage)

    def find(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands: its own offsets, else the nearest window of its letters, else ``None``.

        At its own offsets, too, another text may go on with a number that the passage does not have.
        """
        return self._exactly(passage) or self._otherwise(passage)

    def _exactly(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands letter for letter."""
        if self.stands(passage) and not cuts_number(self.text, passage.start, passage.end):
            return passage.start, passage.end
        size = _size(passage)
        self._look_for(size, {passage.digest})
        windows = self._places[size, passage.digest]
        if not windows:
            return None
        expected = self._expected(passage)
        return self.letters.place(*min(windows, key=lambda each: abs(self.letters.starts[each[0]] - expected)))

    def _otherwise(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands with something between its letters, or from the middle of a word on."""
        others: tuple[Letters, ...] = () if passage.letters else (self.letters,)
        for letters in (*self._other_ways, *others):
            for window in self._near(letters, passage):
                return letters.place(*window)
        expected = self._expected(passage)
        return self._page_ends.find(passage, expected) or self._from_any_letter(passage, expected)

    def _near(self, letters: Letters, passage: Passage) -> Iterator[_Window]:
        """The windows of a passage, near where it is expected, or everywhere in a text of moderate length."""
        firsts = letters.firsts
        numbers = range(len(firsts))
        if len(firsts) > MOST_WORDS or self._moved:
            numbers = self._numbers_near(letters, self._expected(passage))
        steps = [0] if passage.letters else sorted(range(-WIDER, WIDER + 1), key=abs)
        for step in steps:
            size = passage.letters, (passage.words or 0) + step
            yield from _matching(letters, size, numbers, {passage.digest})[passage.digest]

    @staticmethod
    def _numbers_near(letters: Letters, expected: int) -> range:
        """The words near a place in the text, by their number."""
        at = bisect_left(letters.starts, expected)
        middle = bisect_left(letters.firsts, at)
        return range(max(0, middle - NEAR), min(middle + NEAR, len(letters.firsts)))

    def _from_any_letter(self, passage: Passage, expected: int) -> tuple[int, int] | None:
        """Where a passage of some length stands though no word begins there, near where it is expected."""
        letters, size = self.letters, passage.letters
        if size < FEW_LETTERS:
            return None
        middle = bisect_left(letters.starts, expected)
        for first in range(max(0, middle - 10 * NEAR), min(middle + 10 * NEAR, len(letters) - size + 1)):
            if short_digest(letters.between(first, first + size)) == passage.digest:
                return None if _cuts(letters, first, first + size) else letters.place(first, first + size)
        return None

    def _expected(self, passage: Passage) -> int:
        """Where a passage is expected: moved as far as the one before it that was found."""
        if not self._moved:
            return passage.start
        known = sorted(self._moved)
        like = known[max(0, bisect_right(known, passage.start) - 1)]
        return passage.start + self._moved[like]

    def found(self, passages: Sequence[Passage], least: float = 0) -> int:
        """How many of the passages stand in the text; 0 as soon as fewer than ``least`` can be found.

        Passages of one length are looked for at once, the most frequent length first; where ``LOOKED`` of them stand
        nowhere, it is another text. Once some were found, the others are looked for near them before anywhere else.
        """
        by_size: dict[_Size, list[Passage]] = {}
        for passage in passages:
            by_size.setdefault(_size(passage), []).append(passage)
        count, left = 0, len(passages)
        for size, alike in sorted(by_size.items(), key=lambda each: -len(each[1])):
            looked = len(passages) - left
            if count + left < least or (least and not count and looked >= LOOKED):
                return 0
            away = [passage for passage in alike if not self.stands(passage)]
            if count:
                self._look_near(away)
            self._look_for(size, {passage.digest for passage in away})
            count += sum(self._noted(passage) for passage in alike)
            left -= len(alike)
        return count if count >= least else 0

    def _noted(self, passage: Passage) -> bool:
        """Whether a passage stands in the text; if it does, how far it was moved is noted."""
        place = self._exactly(passage)
        if place is not None:
            self._moved[passage.start] = place[0] - passage.start
        return place is not None

    def _look_near(self, passages: Iterable[Passage]) -> None:
        """Look for passages near where those cited around them were moved."""
        for passage in passages:
            size, wanted = _size(passage), passage.digest
            numbers = self._numbers_near(self.letters, self._expected(passage))
            if (size, wanted) in self._places:
                continue
            if windows := _matching(self.letters, size, numbers, {wanted})[wanted]:
                self._places[size, wanted] = windows

    def _look_for(self, size: _Size, digests: Iterable[str]) -> None:
        """Note every window of a size that has one of the digests."""
        if wanted := {each for each in digests if (size, each) not in self._places}:
            self._looked += len(self.letters.firsts)
            everywhere = range(len(self.letters.firsts) if self._looked <= MOST_WINDOWS else 0)
            windows = _matching(self.letters, size, everywhere, wanted)
            self._places |= {(size, each): found for each, found in windows.items()}


def _size(passage: Passage) -> _Size:
    return passage.letters, 0 if passage.letters else passage.words or 0


def _matching(letters: Letters, size: _Size, numbers: range, digests: set[str]) -> dict[str, list[_Window]]:
    """For each digest the windows of a size that have it, among those that begin with certain words."""
    by_bytes = {_bytes(each): each for each in digests}
    found: dict[str, list[_Window]] = {each: [] for each in digests}
    row, begins, ends, former = letters.signs, letters.begins, letters.ends, not size[0]
    for first, last in _windows(letters, size, numbers):
        of = row[begins[first] : ends[last - 1]]
        wanted = by_bytes.get(hashlib.sha256(of.translate(None, b".,") if former else of).digest()[:8])
        if wanted and (former or not _cuts(letters, first, last)):
            found[wanted].append((first, last))
    return found


def _windows(letters: Letters, size: _Size, numbers: range) -> Iterator[_Window]:
    """The windows of so many letters, or else words, that begin with certain words."""
    count, words = size
    firsts, end = letters.firsts, len(letters)
    if count:
        return ((first, first + count) for first in firsts[numbers.start : numbers.stop] if first + count <= end)
    if words <= 0:
        return iter(())
    after = [*firsts, end]
    return ((after[n], after[n + words]) for n in numbers if n + words < len(after))


def _cuts(letters: Letters, first: int, last: int) -> bool:
    """Whether a window cuts a number, or, where it has few letters, a word."""
    if last - first < FEW_LETTERS and not (letters.begins_word(first) and letters.begins_word(last)):
        return True
    return letters.splits_number(first) or letters.splits_number(last)


def _bytes(digest: str) -> bytes:
    """A digest as bytes; nothing where it is none, which no text has."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""
