"""Whose a statement is: the actor that stands before its cue, or behind it where the cue is a noun or a passive."""

from __future__ import annotations

import re

from hikiwake.coding.actors import Named
from hikiwake.coding.statements.sentence import Sentence

_LEADING = frozenset(
    (
        *("in", "at", "after", "before", "from", "to", "with", "of", "on", "near", "against", "toward", "towards"),
        *("for", "between", "over", "into", "since", "during", "than", "as", "within", "under", "about", "via"),
        *("regarding", "concerning", "by", "among", "across"),
    )
)
_BETWEEN = frozenset(("the", "its", "their", "all", "a", "an", "both", "his", "her"))
_BY = re.compile(r"\s+(?:\w+\s+){0,2}?by\s+(?:the\s+)?$")
_APART = re.compile(r"[,;:.]|\b(?:and|or|with|to|for|of)\b")
_NEW_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|whereas)\s")
_NOUN_OF = re.compile(r"\s+of\s+(?:the\s+)?$")
_AND = frozenset(("and", "and the", "as well as", "along with", ""))
MOST_TOGETHER = 6
REACH = 12  # characters behind a cue in which a passive names who does it


def subject(sentence: Sentence, first: int, last: int, shape: str) -> Named | None:
    """The actor of a cue between two places of a sentence, or ``None`` where the sentence names none for it."""
    if behind := _behind(sentence, last, shape):
        return behind
    before = [each for each in sentence.named if each.start < first]
    if shape == "noun" and before and _holds(sentence, before[-1], first):
        return before[-1]
    free = [each for each in before if not led(sentence, each)]
    if free:
        return _nearest(sentence, free, first)
    return before[-1] if before else None


def led(sentence: Sentence, each: Named) -> bool:
    """Whether a preposition stands before a name, so that it is not who acts."""
    before = sentence.text[max(sentence.start, each.start - 22) : each.start].lower().split()
    if before and before[-1] in _BETWEEN:
        before.pop()
    return bool(before) and before[-1] in _LEADING


def _behind(sentence: Sentence, last: int, shape: str) -> Named | None:
    for each in sentence.named:
        if last < each.start <= last + REACH + 20:
            between = sentence.text[last : each.start]
            if _BY.match(between) or (shape == "noun" and _NOUN_OF.match(between)):
                return each
    return None


def _holds(sentence: Sentence, each: Named, first: int) -> bool:
    """Whether a noun is somebody's: "Peru's refusal", "its refusal", "the Peruvian refusal"."""
    between = sentence.text[each.end : first]
    return len(between) < 30 and not _APART.search(between)


def _nearest(sentence: Sentence, free: list[Named], first: int) -> Named:
    """Of those who could act the last one whose clause still goes on at the cue; else the last one."""
    for each in reversed(free):
        between = sentence.text[each.end : first]
        if not _NEW_CLAUSE.search(between):
            return each
    return free[-1]


def together(sentence: Sentence, actor: Named | None) -> tuple[str, ...]:
    """The ids of an actor and of those joined to it by "and" before it; none for none."""
    if actor is None:
        return ()
    found, last = list(actor.actors), actor
    for each in reversed([each for each in sentence.named if each.end <= actor.start]):
        if sentence.text[each.end : last.start].strip(" ,") not in _AND or len(found) > MOST_TOGETHER:
            break
        found[:0] = [id_ for id_ in each.actors if id_ not in found]
        last = each
    return tuple(found)
