"""Finding a passage again: in the same text by its offsets, in another edition by its words.

A passage is known by the digest of its letters and digits, case-folded and without the spaces and marks between them.
In another edition (a PDF of the same essay, other line breaks, other quotation marks) it is looked for with a window of
as many words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from hikiwake.documents.document import Passage

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, case-folded.

    >>> words("Abe's 27 meetings")
    ['abe', 's', '27', 'meetings']
    """
    return [unicodedata.normalize("NFKC", word).casefold() for word in _WORD.findall(text)]


def digest(text: str) -> str:
    """The digest of a text's letters and digits: 16 hexadecimal digits, the same for every edition of the words.

    >>> digest("two  Islands") == digest("TWO islands.")
    True
    """
    return _digest(words(text))


def _digest(of: Iterable[str]) -> str:
    return hashlib.sha256("".join(of).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Finder:
    """Finds the passages of a case in one text, by their offsets or by a sliding window of words."""

    def __init__(self, text: str) -> None:
        """Prepare a text; nothing is computed before it is needed."""
        self.text = text
        self._places: dict[tuple[int, str], list[int]] = {}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _letters(self) -> tuple[bytes, list[int]]:
        """All words in a row as UTF-8, and where in it each begins, with its end as the last."""
        encoded = [word.encode("utf-8", "surrogatepass") for word in words(self.text)]
        return b"".join(encoded), list(accumulate(map(len, encoded), initial=0))

    def stands(self, passage: Passage) -> bool:
        """Whether the passage stands at its own offsets in this text."""
        return passage.end <= len(self.text) and digest(self.text[passage.start : passage.end]) == passage.digest

    def find(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands: its own offsets, else the nearest window of its words, else ``None``."""
        if self.stands(passage):
            return passage.start, passage.end
        self._look_for(passage.words, {passage.digest})
        places = self._places[passage.words, passage.digest]
        if not places:
            return None
        first = min(places, key=lambda place: abs(self._spans[place][0] - passage.start))
        return self._spans[first][0], self._spans[first + passage.words - 1][1]

    def found(self, passages: Sequence[Passage], least: float = 0) -> int:
        """How many of the passages stand in the text; 0 as soon as fewer than ``least`` can be found.

        Every passage is looked for at once, those of the most frequent length first.
        """
        by_length: dict[int, list[Passage]] = {}
        for passage in passages:
            by_length.setdefault(passage.words, []).append(passage)
        count, left = 0, len(passages)
        for size, alike in sorted(by_length.items(), key=lambda each: -len(each[1])):
            if count + left < least:
                return 0
            self._look_for(size, {passage.digest for passage in alike if not self.stands(passage)})
            count += sum(self.find(passage) is not None for passage in alike)
            left -= len(alike)
        return count if count >= least else 0

    def _look_for(self, size: int, digests: Iterable[str]) -> None:
        """Note where each run of ``size`` words with one of the digests begins."""
        wanted = {
            each: self._places.setdefault((size, each), []) for each in digests if (size, each) not in self._places
        }
        if not wanted or not size:
            return
        letters, begins = self._letters
        for first, (start, end) in enumerate(zip(begins, begins[size:], strict=False)):
            found = hashlib.sha256(letters[start:end]).hexdigest()[:16]
            if found in wanted:
                wanted[found].append(first)
