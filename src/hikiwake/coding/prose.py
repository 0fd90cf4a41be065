"""Which sentences of a text tell something: no references, no links, no notes about the author."""

from __future__ import annotations

import re

from hikiwake.coding.acts.closed import listed

LONGEST_LOOK = 600  # characters of a sentence that are looked at
_REFERENCE = re.compile(
    r"\b(?:accessed|retrieved|available at|last visited|ibid|op\. ?cit|pp?\. ?\d|vol\. ?\d|no\. ?\d{1,3}\b|eds?\.\)"
    r"|University Press|doi:|isbn|cit\.)",
    re.I,
)
_BYLINE = re.compile(
    r"\b(?:is an? (?:\w+ ){0,4}(?:professor|fellow|researcher|lecturer|analyst|journalist|editor|correspondent)"
    r"|holds an? \w+ degree|(?:his|her) books include|all rights reserved|the author certifies|views expressed"
    r"|does not necessarily represent|copyright|©)\b",
    re.I,
)
_CITED = re.compile(
    r"^\W*(?:\[\d{1,3}\]|\d{1,3}[.)]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\W*[A-Z][\w’'-]+,? (?:[A-Z]\.|[A-Z][\w’'-]+),? "
    r"(?:and [A-Z][\w’'. -]+, )?[“\"‘]"
)
_SIGNS = listed(
    """accessed retrieved available last ibid op p pp vol no ed eds university doi isbn cit http https professor fellow
    researcher lecturer analyst journalist editor correspondent degree books rights certifies views represent
    copyright ©"""
)


def apart(text: str, start: int, end: int, words: list[str]) -> str:
    """Why a sentence tells nothing of its own; empty where it may. ``words`` are its words in small letters.

    >>> apart("See p. 3, accessed 2 May 2014.", 0, 30, ["see", "p", ".", "3"])
    'is a reference'
    """
    end = min(end, start + LONGEST_LOOK)
    if text.find("://", start, end) >= 0 or text.find("www.", start, end) >= 0:
        return "is a reference"
    if not _SIGNS.isdisjoint(words):
        if _REFERENCE.search(text, start, end):
            return "is a reference"
        if _BYLINE.search(text, start, end):
            return "is about the author or the rights"
    return "is a reference" if _CITED.match(text[start : min(end, start + 200)]) else ""
