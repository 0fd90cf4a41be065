"""Drivers: what a text says makes more or less of something else, by the word that joins cause and effect.

The sign is that of the joining word: led to is +, hampered is -, despite is 0. A negation before a word that hinders or
brings about turns it to 0, and a cause that is a lack or an end turns the sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hikiwake.coding.statements.cues import Hit, of_causes
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import Cause

LEAST = 0.34  # weight below which nothing is proposed
FURTHER = 0.1  # what each further cue adds
MOST_QUOTED = 8  # words of the passage in a cause or an effect
_NEGATED = re.compile(r"\b(?:not|never|hardly|nor|no longer|without|n['’]t)\s+(?:\w+\s+){0,2}$")
_LACK = re.compile(r"\b(?:lack|absence|end|failure|loss|decline|collapse|expiration|refusal)\s+(?:of|to)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A driver in a sentence: the word that joins them, cause and effect in the text's words, and the sign."""

    hit: Hit[Cause]
    cause: str
    effect: str
    sign: str
    confidence: float
    negated: bool


def driver(sentence: Sentence) -> Found | None:
    """The surest driver that a sentence argues, or ``None``."""
    hits = [hit for hit in of_causes().within(sentence.words, sentence.beginnings) if hit.cue.weight >= 0.2]
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.cue.weight)
    confidence = best.cue.weight + FURTHER * min(len(hits) - 1, 3)
    if confidence < LEAST:
        return None
    return _found(sentence, best, min(confidence, 0.9))


def _found(sentence: Sentence, hit: Hit[Cause], confidence: float) -> Found | None:
    first, last = sentence.place(hit.first), sentence.after(hit.last - 1)
    before, behind = sentence.quote_before(first, MOST_QUOTED), sentence.quote(last, MOST_QUOTED)
    if hit.cue.order == "cause first":
        cause, effect = before, behind
    elif hit.first == 0 or not before:  # "Because of the raid, ports were closed."
        comma = sentence.text.find(", ", last, sentence.end)
        cause, effect = behind, sentence.quote(comma + 2, MOST_QUOTED) if comma > 0 else ""
    else:
        cause, effect = behind, before
    if not cause or not effect:
        return None
    negated = _NEGATED.search(sentence.text, max(sentence.start, first - 20), first) is not None
    sign = "0" if negated else _turned(hit.cue.sign) if _LACK.search(cause) else hit.cue.sign
    return Found(hit, cause, effect, sign, round(confidence, 2), negated)


def _turned(sign: str) -> str:
    return {"+": "-", "-": "+"}.get(sign, sign)
