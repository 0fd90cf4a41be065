"""Which sentences of a text tell something: no references, no links, no notes about the author."""

from __future__ import annotations

import re

SHORTEST = 3  # words
LONGEST_LOOK = 600  # characters of a sentence that are looked at
_REFERENCE = re.compile(
    r"\b(?:accessed|retrieved|available at|last visited|ibid|op\. ?cit|pp?\. ?\d|vol\. ?\d|no\. ?\d{1,3}\b|eds?\.\)|University Press|doi:|isbn|cit\.)"
    r"|\w+://|\bwww\.",
    re.I,
)
_BYLINE = re.compile(
    r"\b(?:is an? (?:\w+ ){0,4}(?:professor|fellow|researcher|lecturer|analyst|journalist|editor|correspondent)|holds an? \w+ degree|his books include|her books include"
    r"|all rights reserved|the author certifies|views expressed|does not necessarily represent|copyright|©)\b",
    re.I,
)
_CITED = re.compile(r"^\W*(?:\[\d{1,3}\]|\d{1,3}[.)]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\W*[A-Z][\w’'-]+,? (?:[A-Z]\.|[A-Z][\w’'-]+),? (?:and [A-Z][\w’'. -]+, )?[“\"‘]")


def apart(text: str, start: int, end: int) -> str:
    """Why a sentence tells nothing of its own; empty where it may.

    >>> apart("See www.example.org, accessed 2 May 2014.", 0, 41)
    'is a reference'
    """
    end = min(end, start + LONGEST_LOOK)
    if _REFERENCE.search(text, start, end) or _CITED.match(text[start : min(end, start + 200)]):
        return "is a reference"
    if _BYLINE.search(text, start, end):
        return "is about the author or the rights"
    return ""
