"""Finding a passage again: in the same text by its offsets, in another edition by its letters.

A passage is known by the digest of its letters and digits, case-folded and without the spaces and marks between them.
In another edition (a PDF of the same essay, other line breaks, other quotation marks) it is looked for with a window of
as many words; where it does not stand so, with windows of some words more or fewer, since a hyphen at a line's end
makes two words of one, and in the text without running heads, page numbers and footnotes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from hikiwake.documents.document import Passage
from hikiwake.documents.mending import seen
from hikiwake.documents.pages import beside_the_text

LOOKED = 12  # passages that stand nowhere in a text, when another edition has at least half of them
NEAR = 200  # words
_Words = tuple[list[tuple[int, int]], tuple[bytes, list[int]]]  # spans, and the words in a row with their beginnings
WIDER = 8  # words that a passage may have more or fewer than where it was cited
MOST_WORDS = 20_000  # of a text in which a passage may be looked for everywhere in this way
_MARKS = "\u0300-\u036f\u3099\u309a\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x02\ufffe´¨ˆ˜ˇ˘˙˚¸˛˝"  # within a word
_WORD = re.compile(
    r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])"  # letters spaced out
    rf"|[^\W_]+(?:(?:[{_MARKS}]+|[\x02\ufffe\u00ad]+[^\S\n]*\n[^\S\n]*)[^\W_]+)*[{_MARKS}]*"
)


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, case-folded; a word that a page breaks unseen is one.

    >>> words("Abe's 27 meetings in minis\\u00adtries")
    ['abe', 's', '27', 'meetings', 'in', 'ministries']
    """
    return [_folded(word) for word in _WORD.findall(text)]


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.casefold()
    folded = unicodedata.normalize("NFKC", seen(word)).casefold()
    return folded if folded.isalnum() else "".join(sign for sign in folded if sign.isalnum())


def digest(text: str) -> str:
    """The digest of a text's letters and digits: 16 hexadecimal digits, the same for every edition of the words.

    >>> digest("two  Islands") == digest("TWO islands.")
    True
    """
    return _digest(words(text))


def _digest(of: Iterable[str]) -> str:
    return _short_digest("".join(of).encode("utf-8", "surrogatepass"))


def _short_digest(letters: bytes) -> str:
    return hashlib.sha256(letters).hexdigest()[:16]


class Finder:
    """Finds the passages of a case in one text, by their offsets or by a sliding window of words."""

    def __init__(self, text: str) -> None:
        """Prepare a text; nothing is computed before it is needed."""
        self.text = text
        self._places: dict[tuple[int, str], list[int]] = {}
        self._moved: dict[int, int] = {}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _letters(self) -> tuple[bytes, list[int]]:
        """All words in a row as UTF-8, and where in it each begins, with its end as the last."""
        return _in_a_row(_WORD.findall(self.text))

    def stands(self, passage: Passage) -> bool:
        """Whether the passage stands at its own offsets in this text."""
        return passage.end <= len(self.text) and digest(self.text[passage.start : passage.end]) == passage.digest

    def find(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands: its own offsets, else the nearest window of its letters, else ``None``."""
        return self._exactly(passage) or self._broken(passage)

    def _exactly(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands word for word."""
        if self.stands(passage):
            return passage.start, passage.end
        self._look_for(passage.words, {passage.digest})
        places = self._places[passage.words, passage.digest]
        if not places:
            return None
        first = min(places, key=lambda place: abs(self._spans[place][0] - passage.start))
        return self._spans[first][0], self._spans[first + passage.words - 1][1]

    def _broken(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands in other words, or over a page's end: first with as many words, then with others."""
        steps = sorted(range(-WIDER, WIDER + 1), key=abs) if passage.words else []
        sizes = [passage.words + step for step in steps if passage.words + step > 0]
        for spans, (letters, begins) in ((self._spans, self._letters), *self._without_what_stands_beside):
            firsts = self._near(spans, passage)
            for size in sizes:
                for first in firsts:
                    last = first + size
                    if last < len(begins) and _short_digest(letters[begins[first] : begins[last]]) == passage.digest:
                        return spans[first][0], spans[last - 1][1]
        return None

    def _near(self, spans: Sequence[tuple[int, int]], passage: Passage) -> range:
        """Where a passage may begin: everywhere in a text of moderate length, else near where it is expected."""
        if len(spans) <= MOST_WORDS and not self._moved:
            return range(len(spans))
        known = sorted(self._moved) or [0]
        like = known[max(0, bisect_right(known, passage.start) - 1)]
        middle = bisect_left(spans, (passage.start + self._moved.get(like, 0),))
        return range(max(0, middle - NEAR), min(middle + NEAR, len(spans)))

    @cached_property
    def _without_what_stands_beside(self) -> list[_Words]:
        """The words of a text with pages, without running heads, page numbers and footnotes; none without these."""
        beside = beside_the_text(self.text)
        firsts = [start for start, _ in beside]

        def inside(place: int) -> bool:
            at = bisect_right(firsts, place) - 1
            return at >= 0 and place < beside[at][1]

        spans = [span for span in self._spans if not inside(span[0])]
        return [(spans, _in_a_row(self.text[start:end] for start, end in spans))] if beside else []

    def found(self, passages: Sequence[Passage], least: float = 0) -> int:
        """How many of the passages stand in the text; 0 as soon as fewer than ``least`` can be found.

        Passages of one length are looked for at once, the most frequent length first; where ``LOOKED`` of them stand
        nowhere, it is another text. Once some were found, the others are looked for near them before anywhere else.
        """
        by_length: dict[int, list[Passage]] = {}
        for passage in passages:
            by_length.setdefault(passage.words, []).append(passage)
        count, left = 0, len(passages)
        for size, alike in sorted(by_length.items(), key=lambda each: -len(each[1])):
            looked = len(passages) - left
            if count + left < least or (least and not count and looked >= LOOKED):
                return 0
            if count:
                self._look_near(alike)
            self._look_for(size, {passage.digest for passage in alike if not self.stands(passage)})
            count += sum(self._noted(passage) for passage in alike)
            left -= len(alike)
        return count if count >= least else 0

    def _noted(self, passage: Passage) -> bool:
        """Whether a passage stands in the text; if it does, how far it was moved is noted."""
        place = self._exactly(passage)
        if place is not None:
            self._moved[passage.start] = place[0] - passage.start
        return place is not None

    def _look_near(self, passages: Sequence[Passage]) -> None:
        """Look for passages within ``NEAR`` words of where those cited around them were moved."""
        letters, begins = self._letters
        known = sorted(self._moved)
        for passage in passages:
            size, key = passage.words, (passage.words, passage.digest)
            if key in self._places or not size or self.stands(passage):
                continue
            like = known[max(0, bisect_right(known, passage.start) - 1)]
            middle = bisect_left(self._spans, (passage.start + self._moved[like],))
            for first in range(max(0, middle - NEAR), min(middle + NEAR, len(begins) - size)):
                if _short_digest(letters[begins[first] : begins[first + size]]) == passage.digest:
                    self._places[key] = [first]
                    break

    def _look_for(self, size: int, digests: Iterable[str]) -> None:
        """Note where each run of ``size`` words with one of the digests begins."""
        wanted = {
            each: self._places.setdefault((size, each), []) for each in digests if (size, each) not in self._places
        }
        if not wanted or not size:
            return
        letters, begins = self._letters
        by_bytes = {_bytes(each): places for each, places in wanted.items()}
        for first, (start, end) in enumerate(zip(begins, begins[size:], strict=False)):
            found = hashlib.sha256(letters[start:end]).digest()[:8]
            if found in by_bytes:
                by_bytes[found].append(first)


def _in_a_row(found: Iterable[str]) -> tuple[bytes, list[int]]:
    encoded = [_folded(word).encode("utf-8", "surrogatepass") for word in found]
    return b"".join(encoded), list(accumulate(map(len, encoded), initial=0))


def _bytes(digest: str) -> bytes:
    """A digest as bytes; nothing where it is none, which no text has."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""
