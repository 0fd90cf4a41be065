"""A passage with the sentences before and after it, as somebody reads who decides on a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.documents.front_matter import front_matter
from hikiwake.documents.segmentation import sentences

NEAR = 1_500  # characters before and after in which neighbours are looked for


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words of a passage, and the sentence before and after it; spaces folded, empty where there is none."""

    before: str
    words: str
    after: str


def neighbours(text: str, start: int, end: int) -> Neighbours:
    """The passage at characters ``start`` to ``end`` of a text, with its neighbours.

    >>> neighbours("One is here. Two is here. Three is here.", 13, 25)
    Neighbours(before='One is here.', words='Two is here.', after='Three is here.')
    """
    shift = max(0, start - NEAR, min(start, front_matter(text).end))
    near = sentences(text[shift : end + NEAR])
    places = [(each.start + shift, each.end + shift) for each in near]
    before = [place for place in places if place[1] <= start][-1:]
    after = [place for place in places if place[0] >= end][:1]
    told = [" ".join(text[first:last].split()) for first, last in (*before, (start, end), *after)]
    return Neighbours(told[0] if before else "", told[len(before)], told[-1] if after else "")
