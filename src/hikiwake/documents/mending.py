"""A stored text as it is read on the page: broken words joined, accents on their letters, nothing that is not seen.

A PDF breaks words at the ends of lines with hyphens that are not seen, and sets accents beside their letters; a text
from the web holds marks that join or part words unseen.
"""

from __future__ import annotations

import re
import unicodedata

from hikiwake.documents.beside import characters

# signs that are not seen, for a class of a regular expression
UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\U000e0000-\U000e01ef"
)
_BROKEN = re.compile(r"(?<=[^\W\d_])[\x02\ufffe\u00ad]+[^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
_INVISIBLE = re.compile(rf"[{UNSEEN}\x1c-\x1f]+")
_MARKS = "\u0301\u0308\u0302\u0303\u030c\u0306\u0307\u030a\u0327\u0328\u030b\u0304\u0304"
_ACCENTS = dict(zip("´¨ˆ˜ˇ˘˙˚¸˛˝¯ˉ", _MARKS, strict=True))
_ACCENT = re.compile(rf"([^\W\d_]?)([{''.join(_ACCENTS)}])([^\W\d_]?)")


def seen(text: str) -> str:
    r"""A passage as it is read on the page: broken words joined, accents on their letters, nothing invisible.

    >>> seen("The minis\x02try pro\xadtested at the cafe´ on O\u0304shima.")
    'The ministry protested at the café on Ōshima.'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", _BROKEN.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", _ACCENT.sub(_joined, characters(text)))


def _joined(match: re.Match[str]) -> str:
    """A letter with the accent that stands beside it: the one before it where that is a vowel, or stands alone."""
    before, accent, after = match.groups()
    mark = _ACCENTS[accent]
    if before and (not after or (_is_vowel(before) and not _is_vowel(after))):
        return before + mark + after
    return before + after + mark if after else match.group()


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1].casefold() in "aeiouyıäöü"
