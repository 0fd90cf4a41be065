"""Where in a text a quotation stands: word for word, or from its first words to its last, over all that a page does.

A quotation with an ellipsis in it (``…``, ``...`` or one in brackets) says only how a passage begins and ends.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.documents import Passage, digest, letter_count
from hikiwake.documents.finding import FEW_LETTERS, Finder
from hikiwake.documents.letters import Letters
from hikiwake.documents.mending import seen
from hikiwake.documents.segmentation import sentences

MOST_BETWEEN = 3_000  # letters from the first words of a quotation to its last
MOST_TWICE = 400  # the same, where the first words stand twice before the last
MOST_PLACES = 5  # that are told
SOME_WORDS = 5
LIKE = 55  # of 100: likeness of a sentence to a quotation, from which on it is told
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_QUOTES = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_AFTER = re.compile(r"[.!?…。！？,;:]*[\"'”’»)\]」』]*")
_BEFORE = re.compile(r"[\"'“‘«(\[「『]*\Z")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quotation stands: in one place, in several, or in none; then the places that are most like it."""

    places: tuple[Place, ...]
    nearest: tuple[Place, ...] = ()


def located(text: str, quotation: str, finder: Finder | None = None) -> Located:
    """Where a quotation stands in a text.

    >>> located("It rained. The ministry protested at once. Talks ended.", "The ministry … at once.").places
    ((11, 42),)
    """
    finder = finder or Finder(text)
    parts = [part for part in _ELLIPSIS.split(quotation.strip()) if letter_count(part)]
    if not parts:
        return Located(())
    found = list(_from_first_to_last(finder.letters, parts) if len(parts) > 1 else _whole(finder, parts[0]))
    places = list(dict.fromkeys(_with_marks(text, place, quotation) for place in found))
    literal = [place for place in places if _is_literal(text[slice(*place)], parts)]
    return Located(tuple(literal or places), () if places else tuple(_like(text, " ".join(parts))))


def around(text: str, place: Place) -> str:
    """A few words before a place, its own first and last ones, and a few after it: enough to know it by."""
    before, inside = text[max(0, place[0] - 120) : place[0]].split()[-SOME_WORDS:], text[slice(*place)].split()
    after = text[place[1] : place[1] + 120].split()[:SOME_WORDS]
    own = inside if len(inside) <= 2 * SOME_WORDS else [*inside[:SOME_WORDS], "…", *inside[-SOME_WORDS:]]
    return " ".join((*before, "[", *own, "]", *after))


def _whole(finder: Finder, quotation: str) -> Iterator[Place]:
    """Every place of a quotation, letter for letter; else the one in which a page's end or a note's mark breaks it."""
    letters = finder.letters
    found = [letters.place(*window) for window in _windows(letters, quotation)]
    if not found:
        passage = Passage("", "", 0, len(finder.text), None, letter_count(quotation), digest(quotation))
        place = finder.find(passage)
        found = [place] if place else []
    yield from found


def _from_first_to_last(letters: Letters, parts: list[str]) -> Iterator[Place]:
    """From each place of the first words to the nearest that has all further ones after it, in their order.

    Where the first words stand again in between, the longer stretch is meant only where it is short, too.
    """
    further = [list(_windows(letters, part)) for part in parts[1:]]
    begins = [[begin for begin, _ in windows] for windows in further]
    firsts = list(_windows(letters, parts[0]))
    for (first, end), (again, _) in zip(firsts, [*firsts[1:], (len(letters), 0)], strict=False):
        begin, last = first, end
        for starts, windows in zip(begins, further, strict=True):
            number = bisect_left(starts, last)
            if number == len(windows):
                return
            begin, last = windows[number]
        if last - first <= (MOST_BETWEEN if again >= begin else MOST_TWICE):
            yield letters.place(first, last)


def _windows(letters: Letters, words: str) -> Iterator[Place]:
    """Where some words stand, as windows of letters that cut no number, and no word either where they are few."""
    wanted, count = Letters.of(words).signs, letter_count(words)
    at = letters.signs.find(wanted)
    while at >= 0:
        first = bisect_left(letters.begins, at)
        window = first, first + count
        edges = [letters.begins_word(each) for each in window]
        cut = any(map(letters.splits_number, window)) or (count < FEW_LETTERS and not all(edges))
        if first < len(letters) and letters.begins[first] == at and not cut:
            yield window
        at = letters.signs.find(wanted, at + 1)


def _with_marks(text: str, place: Place, quotation: str) -> Place:
    """A place with the full stops and quotation marks at its ends, as far as the quotation has such marks there."""
    start, end = place
    if not quotation.strip()[-1:].isalnum() and (after := _AFTER.match(text, end)):
        own = len(quotation.rstrip()) - len(re.sub(r"[\W_]+\Z", "", quotation))
        end = min(after.end(), end + own)
    if not quotation.strip()[:1].isalnum() and (before := _BEFORE.search(text, max(0, start - 3), start)):
        start = before.start()
    return start, end


def _is_literal(words: str, parts: list[str]) -> bool:
    """Whether some words are those of a quotation to the sign, with its capitals; breaks and forms of quotes aside."""
    plain, (first, *further) = _plain(words), [_plain(part) for part in parts]
    if not further:
        return plain == first
    return plain.startswith(first) and plain.endswith(further[-1])


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", seen(words)).translate(_QUOTES).split())


def _like(text: str, quotation: str) -> Iterator[Place]:
    """The sentences that are most like a quotation, the most like first."""
    from rapidfuzz import fuzz, process, utils

    found = [(each.start, each.end) for each in sentences(text)]
    told = [text[slice(*place)] for place in found]
    like = process.extract(
        quotation[:2_000], told, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=MOST_PLACES,
        score_cutoff=LIKE,
    )  # fmt: skip
    return (found[number] for _, _, number in like)
