"""What the words of a passage tell of its entries: whether somebody is quoted, a condition made, a time named.

The words are those of the passage, and of the sentences in which it stands: a quotation often begins before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.documents import Document, Edition, Passage
from hikiwake.documents.segmentation import sentences
from hikiwake.vocabulary import speech

BEFORE = 1_500  # characters in which a quotation that is not closed may have begun
_QUOTED = re.compile(r"[\"“”„‟«»‹›「」『』〝〞〟＂｢｣]|(?<!\w)['‘‚‛]")
_OPENING, _CLOSING = "“„«‹「『〝｢", "”»›」』〞〟｣"
_MONTH = re.compile(r"\bMay\b")
_FIGURE = re.compile(r"\d|[〇一二三四五六七八九十百千元]")


@dataclass(frozen=True, slots=True)
class Heard:
    """A passage as it reads: its own words, the sentences it stands in, and whether they stand inside a quotation."""

    words: str
    sentences: str
    inside: bool

    @property
    def quotes(self) -> bool:
        """Whether somebody is quoted or said to speak."""
        return self.inside or bool(_QUOTED.search(self.sentences) or speech("saying").search(self.sentences))

    @property
    def condition(self) -> str:
        """The words of a condition that the passage makes, or nothing."""
        plain = speech("no_condition").sub(" ", self.words)
        found = speech("condition").search(plain)
        return found.group() if found else ""

    @property
    def caution(self) -> str:
        """The words with which the passage says that it is not sure, or nothing."""
        found = speech("unsure").search(_MONTH.sub(" ", self.words))
        return found.group() if found else ""

    @property
    def share(self) -> str:
        """The words with which the passage names one reason among several, or nothing."""
        found = speech("shared").search(self.words)
        return found.group() if found else ""

    @property
    def dated(self) -> bool:
        """Whether the sentences name a time: a figure, or a word of time."""
        return bool(_FIGURE.search(self.sentences) or speech("time").search(self.sentences))


def heard(document: Document, edition: Edition, passages: Iterable[Passage]) -> Iterator[tuple[str, Heard]]:
    """The passages of a document as an edition of it has them, by id; those that do not stand in it are left out."""
    text = edition.finder.text
    spans = [(each.start, each.end) for each in sentences(text, document.language)]
    starts = [start for start, _ in spans] or [0]
    for passage in passages:
        place = edition.finder.find(passage)
        if place is not None and place[0] < place[1]:
            first, last = (max(0, bisect_right(starts, at) - 1) for at in (place[0], place[1] - 1))
            begin = min(spans[first][0], place[0]) if spans else place[0]
            end = max(spans[last][1], place[1]) if spans else place[1]
            yield passage.id, Heard(text[slice(*place)], text[begin:end], _inside(text[max(0, begin - BEFORE) : begin]))


def _inside(before: str) -> bool:
    """Whether a quotation begins before and is not closed."""
    last = max(map(before.rfind, _OPENING))
    return last >= 0 and all(before.find(mark, last) < 0 for mark in _CLOSING)
