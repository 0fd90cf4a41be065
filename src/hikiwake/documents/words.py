"""The words of a text, however a page breaks them; and the digest by which earlier versions knew a passage."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from hikiwake.documents.mending import seen

_MARKS = "\u0300-\u036f\u3099\u309a\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x02\ufffe´¨ˆ˜ˇ˘˙˚¸˛˝"  # within a word
_WORD = re.compile(
    r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])"  # letters spaced out
    rf"|[^\W_]+(?:(?:[{_MARKS}]+|[\x02\ufffe\u00ad]+[^\S\n]*\n[^\S\n]*)[^\W_]+)*[{_MARKS}]*"
)


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, case-folded; a word that a page breaks unseen is one.

    >>> words("Abe's 27 meetings in minis\\u00adtries")
    ['abe', 's', '27', 'meetings', 'in', 'ministries']
    """
    return [_folded(word) for word in _WORD.findall(text)]


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.casefold()
    folded = unicodedata.normalize("NFKC", seen(word)).casefold()
    return folded if folded.isalnum() else "".join(sign for sign in folded if sign.isalnum())


def former_digest(text: str) -> str:
    """The digest of earlier versions: of the words in a row, so that 1.5 was the same as 15.

    >>> former_digest("1.5 islands") == former_digest("15 Islands")
    True
    """
    return hashlib.sha256("".join(words(text)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
