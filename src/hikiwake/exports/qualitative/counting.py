"""How programs count the characters of one text: with a line end as one character or two, an emoji as one or two.

The standard counts Unicode code points of the plain text. What a line end of two characters (CR LF) counts, and a mark
at the begin, it leaves open, and some programs count in UTF-16. Written is therefore a text with line feeds alone, in
which all agree but for the last; read is by the way in which the stretches of a text fit it best.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_MARK = "\ufeff"
_ODD = re.compile("\r\n|[\U00010000-\U0010ffff]")
_DOTS = re.compile(r"\s*(?:\.{3}|…)\s*$")


def plain(text: str) -> str:
    """A text as it is exchanged: with line feeds alone, and without a mark at its begin.

    >>> plain("\\ufeffa\\r\\nb\\rc")
    'a\\nb\\nc'
    """
    return text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to count: CR LF as one character (``joined``), characters beyond U+FFFF as two (``utf16``)."""

    joined: bool = True
    utf16: bool = False


PLAIN = Way()


class Counting:
    """The places of a text in two counts: as characters of the text, and as a program counts them.

    >>> counting = Counting("a\\r\\nb", PLAIN)
    >>> counting.counted(3), counting.place(2)
    (2, 3)
    """

    def __init__(self, text: str, way: Way) -> None:
        """Note where the two counts part."""
        self.length = len(text)
        self._places, self._counts = [0], [0]
        if text.startswith(_MARK):
            self._places, self._counts = [1], [0]
        for odd in _ODD.finditer(text):
            pair = odd[0] == "\r\n"
            if way.joined if pair else way.utf16:
                count = self._counts[-1] + odd.start() - self._places[-1] + (1 if pair else 2)
                self._places.append(odd.end())
                self._counts.append(count)

    def counted(self, place: int) -> int:
        """What a place is as the program counts."""
        return _other(place, self._places, self._counts)

    def place(self, counted: int) -> int:
        """The place in the text of what the program counts."""
        return _other(counted, self._counts, self._places)


def _other(value: int, own: list[int], others: list[int]) -> int:
    at = max(bisect_right(own, value) - 1, 0)
    found = others[at] + max(value - own[at], 0)
    return min(found, others[at + 1]) if at + 1 < len(own) else found


def way_of(text: str, stretches: Iterable[tuple[int, int, str]], origin: str) -> Way:
    """The way in which a program has counted a text: by its stretches, with the first words of each where it has them.

    Of ways that fit as well, the one that the program is known for, else that of the standard.
    """
    pairs, beyond = "\r\n" in text, re.search("[\U00010000-\U0010ffff]", text)
    known = _known(origin)
    if origin.startswith("hikiwake") or not (pairs or beyond):
        return known
    ways = [Way(joined, utf16) for joined in (True, False)[: 1 + pairs] for utf16 in (False, True)[: 1 + bool(beyond)]]
    some = [*stretches]
    return max(ways, key=lambda way: (*_fit(text, some, way), way == known, way == Way(joined=False), way == PLAIN))


def _known(origin: str) -> Way:
    """What is known of programs: NVivo counts UTF-16 and both characters of a line end, ATLAS.ti a line end once."""
    if "nvivo" in origin.casefold():
        return Way(joined=False, utf16=True)
    return PLAIN if "atlas" in origin.casefold() or origin.startswith("hikiwake") else Way(joined=False)


def _fit(text: str, stretches: list[tuple[int, int, str]], way: Way) -> tuple[int, int]:
    """How many stretches begin with their words, and how many ends of stretches stand between words."""
    counting = Counting(text, way)
    named = edges = 0
    for start, end, name in stretches:
        first, last = counting.place(start), counting.place(end)
        words = _folded(_DOTS.sub("", name))
        named += bool(words) and _folded(text[first : first + 2 * len(name) + 20]).startswith(words)
        edges += _between(text, first) + (last <= len(text) and _between(text, last))
    return named, edges


def _folded(text: str) -> str:
    return " ".join(text.split())


def _between(text: str, place: int) -> bool:
    """Whether a place stands where a word may begin or end."""
    around = text[max(place - 1, 0) : place + 1]
    return not (len(around) == 2 and place > 0 and around.isalnum())


def converter(theirs: str, way: Way, ours: str) -> Callable[[int], int]:
    """From what a program counts in its text to places in ours, where both are the same but for line ends."""
    in_theirs, between, in_ours = Counting(theirs, way), Counting(theirs, PLAIN), Counting(ours, PLAIN)
    return lambda counted: in_ours.place(between.counted(in_theirs.place(counted)))
