"""Positions: who wants, refuses, fears, offers or is ready for what, as cues in a sentence tell it.

Several cues in one sentence make one proposal, that of the surest; the others add to its confidence. An author's own
"should" is a recommendation to whom it names; what an author sees in an actor is perceived, not declared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hikiwake.coding.actors import Named
from hikiwake.coding.acts.closed import ADVERBS, DO, JOINERS, MODALS, NEGATIONS, RELATIVES, SUBJECTS
from hikiwake.coding.acts.lexicon import nouns
from hikiwake.coding.statements.cues import Hit, of_positions
from hikiwake.coding.statements.passing import less, passed
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.coding.statements.subjects import subject, together
from hikiwake.vocabulary.acts import classes
from hikiwake.vocabulary.statements import Stance

LEAST = 0.45  # confidence below which nothing is proposed
FURTHER = 0.12  # what each further cue adds
NOBODY, PRONOUN = -0.12, -0.03  # what is taken off where no actor is named, or only a pronoun
RED_LINE = "red line"  # the strength of a sentence that has a cue of it
MOST_QUOTED = 6  # words of the passage in a stance
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no longer|neither|nor|without|cannot|against|un(?:able|willing) to|fail\w* to"
    r"|(?:refus|declin)\w+ to)|n['’]t)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,;:.?!()]\s")
_DETERMINERS = frozenset(("the", "a", "an", "these", "those", "this", "two", "such", "other", "any", "all", "both"))
_BEFORE_NOUNS = _DETERMINERS | frozenset(("of", "no", "in", "for", "with", "by", "under", "without"))
_WRITINGS = frozenset(
    ("paper", "article", "essay", "study", "report", "analysis", "chapter", "author", "section", "book")
)
_OPPOSITE = {
    "supports": "opposes", "accepts": "rejects", "opposes": "accepts", "rejects": "accepts", "demands": "opposes",
    "offers": "rejects", "proposes": "rejects", "denies": "accepts", "studies": "rejects",
}  # fmt: skip
_TOLD = {
    "demands": "wants", "rejects": "rejects", "opposes": "is against", "supports": "is for", "accepts": "would accept",
    "offers": "offers", "proposes": "proposes", "denies": "denies", "studies": "considers",
    "conditions": "makes a condition of",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A position in a sentence: the cue that carries it and its place, whose it is, what it is, how sure it is."""

    hit: Hit[Stance]
    place: int
    actor: Named | None
    actors: tuple[str, ...]
    verb: str
    strength: str
    stance: str
    confidence: float
    further: tuple[str, ...]
    negated: bool


def position(sentence: Sentence) -> Found | None:
    """The position that a sentence states, or ``None``."""
    if sentence.text[sentence.end - 1] == "?":
        return None
    hits = [hit for hit in of_positions().within(sentence.words, sentence.beginnings) if not _describes(sentence, hit)]
    if not hits:
        return None
    weight, best, actor, place, end = _surest(sentence, hits)
    further = sorted((hit for hit in hits if hit is not best), key=lambda hit: -hit.cue.weight)
    confidence = weight + sum(FURTHER * hit.cue.weight / 0.6 for hit in further[:4] if not passed(sentence, hit))
    if confidence < LEAST:
        return None
    return _found(sentence, best, actor, (place, end), min(confidence, 0.95), further)


def _describes(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether what could be a cue is none: "the disputed area", "the level of support", "this paper argues"."""
    if len(hit.cue.words) > 1 and _PAUSE.search(sentence.text, sentence.place(hit.first), sentence.place(hit.last - 1)):
        return True
    place = sentence.place(hit.first)
    if any(each.start <= place < each.end for each in sentence.named if each.how != "pronoun"):
        return True
    if hit.cue.shape != "verb" or hit.first == 0:
        return False
    before, word = sentence.words[hit.first - 1], hit.cue.words[0]
    if before in _WRITINGS:
        return True
    if word.endswith(("ed", "ing")) and before in _DETERMINERS:
        return True
    if _noun(sentence, hit, place):
        return True
    return len(hit.cue.words) == 1 and before in _BEFORE_NOUNS and not word.endswith(("ed", "ing"))


def _noun(sentence: Sentence, hit: Hit[Stance], place: int) -> bool:
    """Whether a word in the base form of a verb stands where none of several can do it: "a Greek protest"."""
    before = sentence.words[hit.first - 1]
    if hit.cue.words[0] not in _bases() or before.endswith(("s", "ly", "'t", "’t")) or before in _BEFORE_BASES:
        return False
    several = any(each.end == place - 1 for each in sentence.named)
    return not several or sentence.words[max(0, hit.first - 2)] in _DETERMINERS


@cache
def _bases() -> frozenset[str]:
    """The verbs that are nouns as well, in their base form."""
    return (classes()["passing"] & frozenset(nouns())) | classes()["either"]


_BEFORE_BASES = ADVERBS | MODALS | DO | NEGATIONS | SUBJECTS | RELATIVES | JOINERS | {"to", "people", "’ll", "'ll", ","}


def _surest(sentence: Sentence, hits: list[Hit[Stance]]) -> tuple[float, Hit[Stance], Named | None, int, int]:
    """The cue that makes a position surest; those that cannot are not looked at."""
    first, *others = sorted(hits, key=lambda hit: -hit.cue.weight)
    best = _judged(sentence, first)
    for hit in others:
        if hit.cue.weight <= best[0]:
            break
        best = max(best, _judged(sentence, hit), key=lambda judged: judged[0])
    return best


def _judged(sentence: Sentence, hit: Hit[Stance]) -> tuple[float, Hit[Stance], Named | None, int, int]:
    """How sure a cue makes a position, less where nobody is named for it; its actor, where it begins and ends."""
    place, end = sentence.place(hit.first), sentence.after(hit.last - 1)
    actor = subject(sentence, place, end, hit.cue.shape)
    off = NOBODY if actor is None else PRONOUN if actor.how == "pronoun" else 0.0
    return hit.cue.weight + off + less(sentence, hit), hit, actor, place, end


def _found(
    sentence: Sentence, hit: Hit[Stance], actor: Named | None, place: tuple[int, int], confidence: float,
    further: list[Hit[Stance]],
) -> Found:  # fmt: skip
    first, last = place
    negated = _NEGATED.search(sentence.text, max(sentence.start, first - 30), first) is not None
    verb = _OPPOSITE.get(hit.cue.verb, hit.cue.verb) if negated else hit.cue.verb
    passive = sentence.text.startswith(" by ", last)
    about = (not passive and sentence.quote(last, MOST_QUOTED)) or sentence.quote_before(first, MOST_QUOTED)
    strength = RED_LINE if any(each.cue.strength == RED_LINE for each in (hit, *further)) else hit.cue.strength
    told = _TOLD.get(verb, "sees" if hit.cue.kind == "perceived" else "holds")
    stance = f"{told} “{about}”" if about else told
    cues = tuple(" ".join(each.cue.words) for each in further)
    return Found(
        hit, first, actor, together(sentence, actor), verb, strength, stance, round(confidence, 2), cues, negated
    )
