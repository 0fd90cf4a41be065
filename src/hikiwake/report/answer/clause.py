"""A clause of the answer: words in which a piece opens what it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hikiwake.wording.phrases import listed

Parts = list[tuple[str, str]]  # pieces of a sentence, each with the id that it opens, or ""
_PLACE = re.compile(r"\{(\w+)\}")


def filled(words: str, **pieces: Parts) -> Parts:
    """A sentence with its places, in braces, filled by pieces.

    >>> filled("In {era} nothing.", era=[("1995", "range-1995")])
    [('In ', ''), ('1995', 'range-1995'), (' nothing.', '')]
    """
    parts: Parts = []
    for index, text in enumerate(_PLACE.split(words)):
        parts += pieces[text] if index % 2 else [(text, "")] if text else []
    return parts


def opened(words: str, id_: str, **pieces: str) -> Parts:
    """A sentence that as a whole opens one thing, its places filled by words.

    >>> opened("In {era} nothing.", "range-1995", era="1995")
    [('In 1995 nothing.', 'range-1995')]
    """
    return [(_PLACE.sub(lambda place: pieces[place[1]], words), id_)]


def several(pieces: Sequence[tuple[str, str]]) -> Parts:
    """Pieces one after another, as a sentence lists them.

    >>> several([("1995", "a"), ("1997", "b"), ("1999", "c")])
    [('1995', 'a'), (', ', ''), ('1997', 'b'), (' and ', ''), ('1999', 'c')]
    """
    if not pieces:
        return []
    joints = re.split("\x00", listed(["\x00"] * len(pieces)))[1:-1]
    parts = [part for piece, joint in zip(pieces, [*joints, ""], strict=True) for part in (piece, (joint, ""))]
    return parts[:-1]
