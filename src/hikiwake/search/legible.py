"""A passage as an index reads it: as it is read on the page, and words that a line's end breaks also whole."""

from __future__ import annotations

import re

from hikiwake.documents.mending import seen

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010][^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
LONGEST_PART = 60  # characters of a word before or after a line's end
_END, _START = re.compile(r"[^\W\d_]+$"), re.compile(r"^[^\W\d_]+")
_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W\d_])")
_MARKUP = re.compile(r"<sup>[^<]{1,12}</sup>|<?\b(?:https?|whatsapp)://\S+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\]")


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
        end, start = _END.findall(told[-LONGEST_PART:]), _START.findall(part[:LONGEST_PART])
        told += f"-{start[0]} {end[0]}{part}" if end and start else part
    return told
