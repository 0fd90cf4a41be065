"""The paragraphs of a text, found once for all who ask."""

from __future__ import annotations

from functools import lru_cache

from hikiwake.documents.segmentation import blocks


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Where each paragraph, heading, footnote or row begins and ends; of the last few texts this is remembered.

    >>> paragraphs("One.\\n\\nTwo.")
    ((0, 4), (6, 10))
    """
    return tuple(blocks(text))


@lru_cache(maxsize=4)
def beginnings(text: str) -> tuple[int, ...]:
    """Where each paragraph begins.

    >>> beginnings("One.\\n\\nTwo.")
    (0, 6)
    """
    return tuple(start for start, _ in paragraphs(text))
