"""Readings: what an author holds, as title, introduction and conclusion tell it.

A sentence there that says what the text argues, what turned, why, or what is to be expected answers a question. The
question is the title's where it asks one, else that of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import reading_kinds

OPENING, CLOSING = 3, 4  # paragraphs of prose that open and close a text
MOST_QUOTED = 12  # words of the passage in an answer
TURNING = "turning point"
_WORSE = re.compile(
    r"\b(?:wors|deteriorat|declin|nosedive|collaps|break|hostil|tension|untenable|failed|freez|froze|invasion|war\b)",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:improv|rapprochement|breakthrough|thaw|normali[sz]|warm|reconcil|détente|detente|peace\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading in a sentence: its cue and place, the question, a short word for the answer, and the answer."""

    start: int
    cue: str
    side: str
    question: str
    answer: str
    direction: str
    confidence: float


def reading(sentence: Sentence, title: str, where: str) -> Found | None:
    """The reading that a sentence of an introduction or a conclusion gives, or ``None``."""
    for kind in reading_kinds():
        if kind.words.isdisjoint(sentence.words):
            continue
        if match := kind.cue.search(sentence.text, sentence.start, sentence.end):
            asked = title if title.endswith("?") else kind.asks
            answer = f"{kind.side}: “{_around(sentence, match)}”"
            confidence = kind.confidence + (0.1 if where == "conclusion" else 0.0)
            direction = _direction(sentence) if kind.side == TURNING else ""
            return Found(match.start(), match.group(), kind.side, asked, answer, direction, confidence)
    return None


def _around(sentence: Sentence, match: re.Match[str]) -> str:
    """A few words from the cue on, or where it ends the sentence those before it."""
    behind = sentence.text[match.end() : sentence.end].strip(" ,.;:").removeprefix("that").split()[:MOST_QUOTED]
    return " ".join(behind).strip(" ,.;:") if len(behind) > 3 else sentence.quote_before(match.end(), MOST_QUOTED)


def _direction(sentence: Sentence) -> str:
    """Whether a turning point made things worse or better, where its sentence has words of only one."""
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


_CLOSES = re.compile(
    r"\b(?:conclusions?|outlook|prospects?|what\s+next|the\s+way\s+forward|summary|recommendations?)\b", re.IGNORECASE
)
