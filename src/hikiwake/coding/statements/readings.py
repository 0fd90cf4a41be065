"""Readings: what an author holds, as title, introduction and conclusion tell it.

A sentence there that says what the text argues, what turned, why, or what is to be expected answers a question. The
question is the title's where it asks one, else that of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.coding.statements.sentence import Sentence

OPENING, CLOSING = 3, 4  # paragraphs of prose that open and close a text
MOST_QUOTED = 12  # words of the passage in an answer
_ASKS = {
    "turning point": "What turned the relation, and when?",
    "outlook": "What is to be expected?",
    "explanation": "Why is it so?",
    "thesis": "What does the author hold?",
}
_CUES = {
    "turning point": re.compile(
        r"\b(?:turning\s+point|watershed|sea\s+change|point\s+of\s+no\s+return|new\s+era|chang(?:es|ed)\s+everything|nosedive|milestone"
        r"|game[\s-]changer|marked\s+(?:the|a)\s+(?:end|beginning|start|break|new)|untenable|irreversibl[ey]|markedly\s+altered"
        r"|fundamentally\s+(?:altered|changed))\b", re.IGNORECASE),
    "thesis": re.compile(
        r"\b(?:(?:this|the)\s+(?:paper|article|essay|study|report|analysis|chapter|brief|commentary)\s+(?:argues|contends|concludes|finds"
        r"|shows|suggests|maintains|holds)|I\s+(?:argue|contend|conclude|suggest)|we\s+(?:argue|contend|conclude|find|suggest)"
        r"|the\s+(?:main\s+|central\s+)?(?:argument|thesis|conclusion)\s+(?:is|of)|(?:^|(?<=[.!?]\s))(?:in\s+conclusion|to\s+conclude|in\s+sum|to\s+sum\s+up"
        r"|in\s+short|overall|ultimately|all\s+in\s+all)|the\s+reality\s+is|the\s+truth\s+is|it\s+is\s+(?:thus|therefore|clear|evident))\b",
        re.IGNORECASE),
    "outlook": re.compile(
        r"\b(?:(?:is|are|seems?|appears?)\s+(?:likely|unlikely|set|bound)\s+to|will\s+(?:remain|continue|not|be\s+difficult)|(?:no|little|zero)"
        r"\s+(?:prospect|chance|hope)|prospects?\s+(?:for|of)|in\s+the\s+(?:near|foreseeable)\s+future|the\s+way\s+forward|remains?\s+(?:unclear"
        r"|unresolved|uncertain|to\s+be\s+seen)|may\s+(?:yet|prevent|well))\b", re.IGNORECASE),
    "explanation": re.compile(
        r"\b(?:the\s+(?:main|root|real|principal|chief|primary|underlying|key)\s+(?:reason|cause|obstacle|problem|factor|driver)s?"
        r"|explains?\s+(?:why|how)|lies\s+at\s+the\s+(?:heart|root|core)|(?:is|are)\s+rooted\s+in|that\s+is\s+why|can\s+be\s+explained)\b",
        re.IGNORECASE),
}  # fmt: skip
_WORSE = re.compile(r"\b(?:wors|deteriorat|declin|nosedive|collaps|break|hostil|tension|untenable|failed|freez|froze|invasion|war\b)", re.IGNORECASE)
_BETTER = re.compile(r"\b(?:improv|rapprochement|breakthrough|thaw|normali[sz]|warm|reconcil|détente|detente|peace\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading in a sentence: the place and words of its cue, the question, a short word for the answer, the answer."""

    start: int
    end: int
    cue: str
    kind: str
    question: str
    answer: str
    direction: str
    confidence: float


def reading(sentence: Sentence, title: str, where: str) -> Found | None:
    """The reading that a sentence of an introduction or a conclusion gives, or ``None``."""
    for kind, cue in _CUES.items():
        if match := cue.search(sentence.text, sentence.start, sentence.end):
            asked = title if title.endswith("?") else _ASKS[kind]
            answer = f"{kind}: “{_around(sentence, match)}”"
            confidence = {"thesis": 0.6, "turning point": 0.55}.get(kind, 0.45) + (0.1 if where == "conclusion" else 0.0)
            return Found(match.start(), match.end(), match.group(), kind, asked, answer, _direction(sentence, kind), confidence)
    return None


def _around(sentence: Sentence, match: re.Match[str]) -> str:
    """A few words from the cue on, or where it ends the sentence those before it."""
    behind = sentence.text[match.end() : sentence.end].strip(" ,.;:").removeprefix("that").split()[:MOST_QUOTED]
    return " ".join(behind).strip(" ,.;:") if len(behind) > 3 else sentence.quote_before(match.end(), MOST_QUOTED)


def _direction(sentence: Sentence, kind: str) -> str:
    if kind != "turning point":
        return ""
    whole = sentence.text[sentence.start : sentence.end]
    worse, better = bool(_WORSE.search(whole)), bool(_BETTER.search(whole))
    return "" if worse == better else "worse" if worse else "better"


def title_of(text: str, blocks: Sequence[tuple[int, int]], sorts: Sequence[str]) -> str:
    """The first heading of a text that has some words; empty where it has none.

    >>> title_of("Fish for peace?", [(0, 15)], ["heading"])
    'Fish for peace?'
    """
    for (start, end), kind in list(zip(blocks, sorts, strict=True))[:4]:
        words = text[start:end].strip(" #*_")
        if (kind == "heading" or words.endswith("?")) and 3 <= len(words.split()) <= 25:
            return words
    return ""


def parts(text: str, blocks: Sequence[tuple[int, int]], sorts: Sequence[str]) -> dict[int, str]:
    """Which paragraphs introduce and which conclude: the first and last of prose, and those under a closing heading."""
    prose = [number for number, kind in enumerate(sorts) if kind == "prose"]
    found = dict.fromkeys(prose[:OPENING], "introduction") | dict.fromkeys(prose[-CLOSING:], "conclusion")
    closing = False
    for number, (start, end) in enumerate(blocks):
        if sorts[number] == "heading":
            closing = bool(_CLOSES.search(text, start, end))
        elif closing and sorts[number] == "prose":
            found[number] = "conclusion"
    return found


_CLOSES = re.compile(r"\b(?:conclusions?|outlook|prospects?|what\s+next|the\s+way\s+forward|summary|recommendations?)\b", re.IGNORECASE)
