"""Finding a passage again: in the same text by its offsets, in another edition by its words.

A passage is known by the digest of its letters and digits, case-folded and without the spaces and marks between them.
In another edition (a PDF of the same essay, other line breaks, other quotation marks) it is looked for with a window of
as many words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

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
    return hashlib.sha256("".join(of).encode("utf-8")).hexdigest()[:16]


class Finder:
    """Finds the passages of a case in one text, by their offsets or by a sliding window of words."""

    def __init__(self, text: str) -> None:
        """Prepare a text; nothing is computed before it is needed."""
        self.text = text
        self._windows: dict[int, dict[str, list[int]]] = {}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return words(self.text)

    def stands(self, passage: Passage) -> bool:
        """Whether the passage stands at its own offsets in this text."""
        return passage.end <= len(self.text) and digest(self.text[passage.start : passage.end]) == passage.digest

    def find(self, passage: Passage) -> tuple[int, int] | None:
        """Where the passage stands: its own offsets, else the nearest window of its words, else ``None``."""
        if self.stands(passage):
            return passage.start, passage.end
        places = self._window(passage.words).get(passage.digest, [])
        if not places:
            return None
        first = min(places, key=lambda place: abs(self._spans[place][0] - passage.start))
        return self._spans[first][0], self._spans[first + passage.words - 1][1]

    def _window(self, size: int) -> dict[str, list[int]]:
        """Where each run of ``size`` words begins, by digest."""
        if size not in self._windows:
            window: dict[str, list[int]] = {}
            for first in range(len(self._words) - size + 1) if size else ():
                window.setdefault(_digest(self._words[first : first + size]), []).append(first)
            self._windows[size] = window
        return self._windows[size]
