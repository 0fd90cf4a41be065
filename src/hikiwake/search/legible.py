"""What a person reads in a stored text, and what an index reads: words whole again, without what is not seen.

A PDF breaks words at the ends of lines, with hyphens that are seen or not, sets accents beside their letters, and
spaces letters out; a text from the web holds marks that join or part words unseen.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u202a-\u202e"
_BROKEN = re.compile(rf"(?<=[^\W\d_])[{_UNSEEN}]*(?:\x02|\ufffe|\u00ad)[{_UNSEEN}]*(?:\s*\n\s*)?(?=[^\W\d_])")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_])")
_INVISIBLE = re.compile(rf"[{_UNSEEN}\x00-\x08\x0e-\x1f\x7f\ufffe]+")
_ACCENTS = dict(zip("´¨ˆ˜ˇ˘˙˚¸˛˝", "\u0301\u0308\u0302\u0303\u030c\u0306\u0307\u030a\u0327\u0328\u030b", strict=True))
_ACCENT = re.compile(rf"([^\W\d_]?)([{''.join(_ACCENTS)}])([^\W\d_]?)")
_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W\d_])")
_MARKUP = re.compile(r"<sup>[^<]{1,12}</sup>|<?\b(?:https?|whatsapp)://\S+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\]")


def seen(text: str) -> str:
    r"""A passage as it is read on the page: broken words joined, accents on their letters, nothing invisible.

    >>> seen("The minis\x02try pro\xadtested at the cafe´ on O\u0304shima.")
    'The ministry protested at the café on Ōshima.'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", _BROKEN.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", _ACCENT.sub(_joined, text))


def _joined(match: re.Match[str]) -> str:
    """A letter with the accent that stands beside it: the one before it where that is a vowel, or stands alone."""
    before, accent, after = match.groups()
    mark = _ACCENTS[accent]
    if before and (not after or (_is_vowel(before) and not _is_vowel(after))):
        return before + mark + after
    return before + after + mark if after else match.group()


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1].casefold() in "aeiouyıäöü"


def indexed(text: str) -> str:
    r"""A passage as it is searched: as it is read, without footnote marks and addresses, hyphenated words also whole.

    >>> indexed("Talks² on resettle-\nment, and the l o n g wait, ended.<sup>13</sup>")
    'Talks  on resettle-ment resettlement, and the long wait, ended. '
    """
    text = _MARKUP.sub(" ", seen(text))
    text = _SPACED.sub(lambda match: match.group().replace(" ", ""), text)
    return _whole(text) if _HYPHEN.search(text) else text


def _whole(text: str) -> str:
    """Each word that a line's end breaks, with its hyphen and again without."""
    parts = _HYPHEN.split(text)
    told = parts[0]
    for part in parts[1:]:
        end, start = re.findall(r"[^\W\d_]+$", told), re.findall(r"^[^\W\d_]+", part)
        told += f"-{start[0]} {end[0]}{part}" if end and start else part
    return told
