"""A sentence that tells a time, a party and something past, of which no trigger says what kind of act it is.

It is proposed without a type: a person says what it was.
"""

from __future__ import annotations

from functools import cache

from hikiwake.coding.acts.act import Act
from hikiwake.coding.acts.closed import BE, HAVE, MODALS
from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.words import Words
from hikiwake.vocabulary.acts import rows

TRUST = 0.3


def untyped(sentence: Words, dates: tuple[int, ...]) -> Act | None:
    """The act of an unknown kind that a dated sentence tells of a party; ``None`` where it tells none."""
    if not dates or not sentence.parties or not MODALS.isdisjoint(sentence.words):
        return None
    for at, word in enumerate(sentence.words):
        before = [each for each in sentence.parties if each.last < at]
        if before and _past(sentence.words, at, word):
            return Act(
                at,
                at,
                word,
                "date, party and a verb of the past",
                (),
                "",
                TRUST,
                None,
                before[0].actors,
                (),
                "first party",
            )
    return None


def _past(words: list[str], at: int, word: str) -> bool:
    """Whether a word is a verb of the past and no adjective."""
    if word in BE or word in HAVE:
        return False
    return (word.endswith("ed") and len(word) > 4 and words[at - 1] not in ("the", "a", "an")) or word in _irregular()


@cache
def _irregular() -> frozenset[str]:
    return frozenset(
        form for row in rows("irregular") for form, letters in forms(row["verb"]).items() if letters == "d"
    )
