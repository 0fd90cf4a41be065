"""What governs a verb: the word before "to", and what becomes of the act by it.

"Agreed to withdraw" is an agreement, "failed to sign" is no signature, "decided to close" is planned, "went on to meet"
happened. The table is ``vocabulary/acts/governors.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hikiwake.coding.acts.closed import BE, CLAUSE_ENDS, HAVE, NEGATIONS, adverb, listed
from hikiwake.coding.acts.inflection import forms
from hikiwake.vocabulary.acts import rows

FARTHEST = 9  # words between "to" and the verb that governs it over its object: "asked the two sides to withdraw"
_WANTS = listed("want wants wanted wish wishes wished desired hoping")
SELECTED = listed("first last only second third latest earliest")


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that governs a verb (its number in the sentence), and its effect on the act."""

    at: int
    effect: str
    type: str = ""


def governor(words: list[str], to: int) -> Governor:
    """What governs the infinitive after the word "to".

    >>> governor("both sides agreed to meet".split(), 3).effect
    'own'
    >>> governor("it sent troops to occupy".split(), 3).effect
    'purpose'
    """
    if to > 0 and words[to - 1] == "yet":
        return Governor(to - 1, "failed")
    before = to - 1
    while before >= 0 and words[before] not in SELECTED and (adverb(words[before]) or words[before] in NEGATIONS):
        before -= 1
    if before < 0:
        return Governor(-1, "purpose")
    near = _near(words, before)
    if near:
        return near
    inside = False
    for at in range(before, max(-1, before - FARTHEST), -1):
        inside = words[at] == ")" or (inside and words[at] != "(")
        if inside or words[at] == "(":
            continue
        if words[at] in CLAUSE_ENDS or words[at] == "to":
            break
        if words[at] in SELECTED:
            return Governor(at, "failed" if words[at] == "only" and words[to - 1] in NEGATIONS else "done")
        if at == before and words[at] in _WANTS:
            return Governor(at, "planned")
        effect = effects().get(words[at])
        if effect and (at == before or effect[0] != "done" or words[at] not in ("work", "fight", "move")):
            return Governor(at, *effect)
    return Governor(before, "purpose")


def _near(words: list[str], before: int) -> Governor | None:
    """What the word next to "to" says by itself: "is to meet", "had to leave", "yet to sign"."""
    word = words[before]
    if word in BE:
        return Governor(before, "planned")
    if word in HAVE:
        return Governor(before, "done" if word == "had" else "advice")
    if word in ("need", "needs", "ought", "order", "as", "able", "likely", "unlikely", "unable"):
        effect = {"able": "done", "unable": "failed", "unlikely": "possible", "likely": "possible", "order": "purpose"}
        return Governor(before, effect.get(word, "advice"))
    return None


@cache
def effects() -> dict[str, tuple[str, str]]:
    """The effect of a governing word on the act, and the type of its own, by each of its forms."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("governors"):
        for word in row["word"].split("|"):
            made = {word} if row["effect"].startswith("nominal") else forms(word)
            for form in made:
                found.setdefault(form, (row["effect"], row["type"]))
    return found
