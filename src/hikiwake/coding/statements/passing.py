"""What takes from a cue of a position: that it tells an act that is over, or what only might be.

"Agreed", "offered", "did not accept" tell what was done once, as "demands" does in a chronicle; "has offered" or "still
demands" what lasts. Who may, might or could do something has not done it, nor said that it wants to.
"""

from __future__ import annotations

from functools import cache

from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.statements.cues import Hit
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.acts import classes
from hikiwake.vocabulary.statements import Stance

PASSED = -0.36  # what is taken off where the cue tells an act that is over
POSSIBLE = -0.3  # what is taken off where it tells what only might be
_KEPT = frozenset(("has", "have"))
_LASTING = frozenset(
    ("long", "always", "never", "still", "ever", "repeatedly", "consistently", "again", "steadfastly", "often", "since")
)
_MIGHT = frozenset(("may", "might", "could"))
_NOT = frozenset(("not", "t", "hardly"))


def passed(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue tells what was said or done once, as a past without "has" or a word of duration does."""
    if hit.cue.shape != "verb":
        return False
    before = sentence.words[max(0, hit.first - 3) : hit.first]
    if not _KEPT.isdisjoint(before) or not _LASTING.isdisjoint(sentence.words):
        return False
    word = hit.cue.words[0]
    if word in _passing("s"):
        return sentence.framed
    if word in _passing("b"):
        return "did" in before
    if word not in _passing("d"):
        return False
    return hit.cue.strength != "strong" or hit.cue.verb != "demands" or bool(sentence.dated)


def only_possible(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue tells what somebody may, might or could do, and not what nobody can."""
    before = sentence.words[max(0, hit.first - 2) : hit.first]
    return hit.cue.shape == "verb" and not _MIGHT.isdisjoint(before) and _NOT.isdisjoint(before)


@cache
def _passing(letter: str) -> frozenset[str]:
    """The forms of one kind (``b`` base, ``s`` third person, ``d`` past) of the verbs that tell an act that is over."""
    return frozenset(
        form for verb in classes()["passing"] for form, letters in forms(verb).items() if letter in letters
    )
