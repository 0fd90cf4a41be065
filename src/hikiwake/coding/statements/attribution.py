"""Who says so, where that is not the author: whom a sentence quotes, or according to whom it is so; and what about."""

from __future__ import annotations

import re

from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import topics

_SAYS = re.compile(
    r"\s*,?\s*(?:[a-z]+ly\s+|has\s+|had\s+|also\s+){0,2}(?:said|says|stated|states|told|noted|notes|wrote|writes|announced|declared"
    r"|argued|claimed|explained|added|replied|warned|remarked|reiterated|emphasi[sz]ed|stressed)\b"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording\s+to|in\s+the\s+words\s+of|as\s+reported\s+by)\s+(?:the\s+)?$")
_ACCORDING_WORDS = frozenset(("according", "words", "reported"))
_QUOTES = re.compile(r"[“”\"«»]")


def attributed_to(sentence: Sentence) -> str:
    """The actor whom a sentence quotes, or according to whom something is so; empty where the author says it.

    >>> from hikiwake.coding.actors import named
    >>> from hikiwake.coding.statements.sentence import read
    >>> text = "According to Peru, 60 ships were lost."
    >>> attributed_to(read(text, named(text)))
    'PER'
    """
    quotes = _QUOTES.search(sentence.text, sentence.start, sentence.end)
    if not quotes and _ACCORDING_WORDS.isdisjoint(sentence.words):
        return ""
    quoted = None
    for each in sentence.named:
        if len(each.actors) != 1:
            continue
        if _ACCORDING.search(sentence.text, max(sentence.start, each.start - 26), each.start):
            return each.actors[0]
        if _SAYS.match(sentence.text, each.end, sentence.end):
            quoted = quoted or each.actors[0]
    return quoted if quoted and quotes else ""


def topic(sentence: Sentence) -> str:
    """What a sentence is about, by most of its words that tell it; empty where none does."""
    known = topics()
    told = [known[word] for word in sentence.words if word in known]
    return max(dict.fromkeys(told), key=told.count, default="")
