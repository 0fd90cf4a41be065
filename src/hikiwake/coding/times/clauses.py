"""How a time stands in its sentence: whether it opens it, is told aside, or is of what is still to come."""

from __future__ import annotations

import re

OPENING = 30  # characters before a time that opens its sentence
CLAUSE = 70  # characters before a time in which a clause of its own begins
BEHIND = 60  # characters behind a time in which its verb stands
_OPENS = re.compile(
    r"(?:[.!?:;]\s+|\n\s*|^)(?:(?:But|And|Then|Only|Not\s+until|It\s+was|Early|Late)\s+)?"
    r"(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring|[Aa]t|[Tt]he)?\s*\Z"
)
_NAMED = re.compile(r"(?:[.!?]\s+|\n\s*|^)(?:(?:In|By|With|Under)\s+the|The|An?)\s(?:(?!the\b|an?\b)[\w'’-]+\s){0,6}\Z")
_ASIDE = re.compile(r"\b(?:which|who|whose|where|when|had|after|before|since|as)\b(?:(?!,\s(?:and|but)\s)[^.;:!?])*\Z")
_HAD = re.compile(r"[^.;:!?]*?\bhad\b")
_COMES = r"(?:will|shall|plans?\s+to|(?:is|are)\s+(?:to|due|expected|scheduled|planned))"
_COMES_BEFORE = re.compile(rf"\b{_COMES}\b(?:(?!,\s(?:and|but)\s)[^.;:!?])*\Z")
_COMES_BEHIND = re.compile(rf"(?:(?!,\s(?:and|but)\s)[^.;:!?])*?\b{_COMES}\b")


def opens(text: str, start: int) -> bool:
    """Whether a time opens its sentence.

    >>> opens("They met. In 1999 they signed.", 13)
    True
    """
    return _OPENS.search(text, max(0, start - OPENING), start) is not None


def in_opening_name(text: str, start: int) -> bool:
    """Whether a date in the name of a treaty or a judgment stands in the words that open a sentence.

    >>> in_opening_name("The judgment of 2001 gave it away.", 16)
    True
    """
    return _NAMED.search(text, max(0, start - CLAUSE), start) is not None


def aside(text: str, start: int, end: int) -> bool:
    """Whether a time is told aside, in a clause of its own or of what had been: "whom nobody had expected in May".

    >>> aside("It came, whom nobody had expected in May.", 37, 40), aside("In May they had met.", 3, 6)
    (True, True)
    """
    before = _ASIDE.search(text, max(0, start - CLAUSE), start)
    return before is not None or _HAD.match(text, _behind(text, end), end + BEHIND) is not None


def to_come(text: str, start: int, end: int) -> bool:
    """Whether a time is of what is still to come: "they will sign it on 15 March".

    >>> to_come("They will sign it on 15 March.", 21, 29)
    True
    """
    before = _COMES_BEFORE.search(text, max(0, start - CLAUSE), start)
    return before is not None or _COMES_BEHIND.match(text, _behind(text, end), end + BEHIND) is not None


def _behind(text: str, end: int) -> int:
    """The place behind a time, whose full stop ends the sentence."""
    return end - 1 if text[end - 1] == "." else end
