"""The letters and digits of a text in a row: what stays the same in every edition, and where each of them stands.

Letters are taken in Unicode's form NFKC and case-folded: a ligature is its letters, an accent belongs to its letter.
What is not seen (soft hyphens, zero-width signs) and what only marks a word from within (an apostrophe, a stretched
letter) is dropped. A decimal mark between two digits is kept, so that 1.5 is not 15; it is not counted.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from hikiwake.documents.mending import UNSEEN, seen

LONGEST_GAP = 4  # signs between two digits that a decimal mark parts, unseen ones included
_ACCENTS = "´¨ˆ˜ˇ˘˙˚¸˛˝"
_JOINING = (  # what belongs to the letter before it: combining marks, voicing marks, the later parts of a syllable
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u093c\u09bc\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a"
    "\ufe20-\ufe2f\uff9e\uff9f"
)
_WITHIN = rf"{_JOINING}{UNSEEN}{_ACCENTS}"
_RAISED = "⁰¹²³⁴-⁹₀-₉"
_LETTER = rf"[^\W_{_RAISED}]"
_WORD = re.compile(rf"[{_RAISED}]+|{_LETTER}+(?:[{_WITHIN}]+{_LETTER}+)*[{_WITHIN}]*")
_CLUSTER = re.compile(rf"[^\W_]?[{_ACCENTS}][^\W\d_]?|[^\W_][{_JOINING}{UNSEEN}]*|.", re.DOTALL)
_DROPPED = re.compile("[\u0640\u02b9-\u02bf]")  # a stretched Arabic letter; apostrophes that are letters to Unicode
_DECIMAL = {".": b".", ",": b",", "．": b".", "，": b",", "·": b".", "٫": b"."}
_NUMBER_GOES_ON = re.compile(r"\d[.,]?\|\d|\d\|[.,]?\d")
_HIDDEN = re.compile(f"[{UNSEEN}]+")
_SAFELY = ("utf-8", "surrogatepass")
UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"  # no blanks between words
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True)
class Letters:
    """A text's letters as UTF-8 with its decimal marks; for each letter its bytes, and its place in the text.

    ``firsts`` are the letters with which a word begins, a number after a word and a word after a number included.
    """

    row: bytearray = field(default_factory=bytearray)
    begins: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    starts: array[int] = field(default_factory=lambda: array("I"))
    stops: array[int] = field(default_factory=lambda: array("I"))
    firsts: array[int] = field(default_factory=lambda: array("I"))

    @classmethod
    def of(cls, text: str) -> Letters:
        """The letters of a text."""
        letters, before = cls(), 0
        for match in _WORD.finditer(text):
            start = match.start()
            letters._take(match.group(), start, text[before:start] if start - before <= LONGEST_GAP else "")
            before = match.end()
        return letters

    @cached_property
    def signs(self) -> bytes:
        """The row, as it is once it is complete."""
        return bytes(self.row)

    def __len__(self) -> int:
        """How many letters and digits there are."""
        return len(self.begins)

    def between(self, first: int, last: int) -> bytes:
        """The letters from one up to, not including, another, with the decimal marks between them."""
        return self.signs[self.begins[first] : self.ends[last - 1]]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where these letters stand in the text."""
        return self.starts[first], self.stops[last - 1]

    def splits_number(self, at: int) -> bool:
        """Whether a number would be cut before a letter: between two digits of one, or at a decimal mark."""
        if not 0 < at < len(self):
            return False
        digits = all(chr(self.row[self.begins[each]]).isdigit() for each in (at - 1, at))
        return self.begins[at] != self.ends[at - 1] or (digits and not self.begins_word(at))

    def begins_word(self, at: int) -> bool:
        """Whether a word begins with a letter, or the text ends before it."""
        number = bisect_left(self.firsts, at)
        return at == len(self) or (number < len(self.firsts) and self.firsts[number] == at)

    def _take(self, word: str, start: int, gap: str) -> None:
        """Add a word; a decimal mark before it stands in the gap after the one before."""
        size, plain = len(self), word.isascii() and word.isalnum()
        letters = [] if plain else list(_clusters(word))
        folded = word.casefold().encode() if plain else "".join(each[2] for each in letters).encode(*_SAFELY)
        if not folded:
            return
        mark = _DECIMAL.get(_HIDDEN.sub("", gap)) if gap else None
        if mark and self.row[-1:].isdigit() and folded[:1].isdigit():
            self.row.extend(mark)
        end = len(self.row)
        self.row.extend(folded)
        if plain:
            self._note(range(start, start + len(word)), range(end, end + len(word)))
        for begin, stop, letter in letters:
            self.starts.append(start + begin)
            self.stops.append(start + stop)
            self.begins.append(end)
            end += len(letter.encode(*_SAFELY))
            self.ends.append(end)
        self._begin_words(word, size, folded)

    def _note(self, places: range, row: range) -> None:
        """Note where letters of one sign and one byte each stand, in the text and in the row."""
        self.starts.extend(places)
        self.stops.extend(range(places.start + 1, places.stop + 1))
        self.begins.extend(row)
        self.ends.extend(range(row.start + 1, row.stop + 1))

    def _begin_words(self, word: str, size: int, folded: bytes) -> None:
        """Note the letters with which words begin among those after the first ``size``."""
        self.firsts.append(size)
        if word.isalpha() and not _UNSPACED.search(word):
            return
        signs = folded.decode(*_SAFELY)
        for number in range(1, len(signs)):
            plain = signs[number].isdigit() == signs[number - 1].isdigit()
            if not plain or _UNSPACED.match(signs[number]):
                self.firsts.append(size + number)


def _clusters(word: str) -> Iterator[tuple[int, int, str]]:
    """The letters of a word, each with where the signs that make it up begin and end."""
    for match in _CLUSTER.finditer(word):
        group = _DROPPED.sub("", match.group())
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen(group)).casefold())
        letters = [sign for sign in folded if sign.isalnum()]
        start, stop = match.span()
        if len(letters) == 2 and stop - start == 3:  # an accent between two letters
            yield start, start + 1, letters[0]
            yield start + 1, stop, letters[1]
        else:
            for letter in letters:
                yield start, stop, letter


def cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins or ends inside a number.

    >>> cuts_number("rose by 1.5 percent", 0, 9), cuts_number("rose by 1.5 percent", 0, 11)
    (True, False)
    """
    return any(_NUMBER_GOES_ON.search(text[max(0, at - 2) : at] + "|" + text[at : at + 2]) for at in (start, end))


def letter_count(text: str) -> int:
    """How many letters and digits a text has.

    >>> letter_count("Some 1.5 per-cent of oﬃcials")
    24
    """
    return len(Letters.of(text))


def digest(text: str) -> str:
    """The digest of a text's letters and digits: 16 hexadecimal digits, the same in every edition of the text.

    >>> digest("two  Is-\\nlands") == digest("TWO islands.")
    True
    >>> digest("1.5") == digest("15")
    False
    """
    return short_digest(Letters.of(text).signs)


def short_digest(letters: bytes) -> str:
    """The digest of letters that were taken already."""
    return hashlib.sha256(letters).hexdigest()[:16]
