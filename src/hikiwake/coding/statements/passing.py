"""What takes from a cue of a position: an act that is over, what only might be, what another is asked for.

"Agreed", "offered", "did not accept" tell what was done once, as "demands" does in a chronicle; "has offered" or "still
demands" what lasts. Who may, might or could do something has not done it, nor said that it wants to; and "asked the
Court to reject it" tells the wish of who asked.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hikiwake.coding.acts.closed import DO, MODALS
from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.statements.cues import Hit
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.acts import classes
from hikiwake.vocabulary.statements import Stance

PASSED = -0.36  # what is taken off where the cue tells an act that is over
POSSIBLE = -0.3  # what is taken off where it tells what only might be
GOVERNED = -0.2  # what is taken off where it stands behind "to", or tells what befalls somebody
ASKED = -0.45  # what is taken off where it is what another is asked to do
FARTHEST = 8  # words from the verb of asking to what is asked
_KEPT = frozenset(("has", "have"))
_LASTING = frozenset(
    ("long", "always", "never", "still", "ever", "repeatedly", "consistently", "again", "steadfastly", "often")
)
_MIGHT = frozenset(("may", "might", "could"))
_NOT = frozenset(("not", "t", "hardly"))
_AUXILIARIES = MODALS | DO | {"to"}
_DENIED = frozenset(("deny", "denies", "denied"))
_BE = frozenset(("is", "are", "was", "were", "be", "been"))


def less(sentence: Sentence, hit: Hit[Stance]) -> float:
    """What is taken off the weight of a cue for how it stands in its sentence: nought or below."""
    if passed(sentence, hit):
        return PASSED
    if _only_possible(sentence, hit):
        return POSSIBLE
    if _governed(sentence, hit):
        return ASKED if not _asking().isdisjoint(sentence.words[max(0, hit.first - FARTHEST) : hit.first]) else GOVERNED
    return GOVERNED if _befalls(sentence, hit) else 0.0


def passed(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue tells what was said or done once, as a past without "has" or a word of duration does."""
    if hit.cue.shape != "verb":
        return False
    before = sentence.words[max(0, hit.first - 3) : hit.first]
    if not _KEPT.isdisjoint(before) or not _LASTING.isdisjoint(sentence.words):
        return False
    word = hit.cue.words[0]
    if word in _passing("s") and sentence.framed:
        return True
    if word in _passing("b"):
        return "did" in before or (sentence.framed and _AUXILIARIES.isdisjoint(before))
    if word in _passing("g"):
        return sentence.framed or bool(sentence.dated)
    if word not in _passing("d"):
        return word in _DENIED and _of_what_was_said(sentence, hit)
    return hit.cue.strength != "strong" or hit.cue.verb != "demands" or bool(sentence.dated) or _at_once(sentence)


def _at_once(sentence: Sentence) -> bool:
    """Whether what was demanded was of the moment."""
    return "immediately" in sentence.words or any(pair == ("at", "once") for pair in pairwise(sentence.words))


def _of_what_was_said(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a denial does not say what is denied: "denied this", "which it denied"."""
    after = sentence.words[hit.last : hit.last + 1]
    return after in ([], ["it"], ["this"], ["them"]) or sentence.text[sentence.after(hit.last - 1)] in ",;."


def _only_possible(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue tells what somebody may, might or could do, and not what nobody can."""
    before = sentence.words[max(0, hit.first - 2) : hit.first]
    may = hit.cue.shape == "verb" or before[-1:] == ["may"]
    return may and not _MIGHT.isdisjoint(before) and _NOT.isdisjoint(before)


def _governed(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue is what somebody is asked, urged or told to do."""
    if hit.cue.shape != "verb" or hit.first == 0 or hit.cue.words[0].endswith("ing"):
        return False
    return sentence.words[hit.first - 1] == "to"


def _befalls(sentence: Sentence, hit: Hit[Stance]) -> bool:
    """Whether a cue is told of whom it befalls, and not who does it: "talks are expected on Monday"."""
    if hit.cue.shape != "verb" or hit.first == 0 or not hit.cue.words[0].endswith("ed"):
        return False
    return sentence.words[hit.first - 1] in _BE and "by" not in sentence.words[hit.last : hit.last + 3]


@cache
def _asking() -> frozenset[str]:
    """The forms of the verbs that ask another to do something."""
    return frozenset(form for verb in classes()["asking"] for form in forms(verb))


@cache
def _passing(letter: str) -> frozenset[str]:
    """The forms (``b`` base, ``s`` third person, ``d`` past) of the verbs that tell an act that is over."""
    verbs = classes()["passing"]
    return frozenset(form for verb in verbs for form, letters in forms(verb).items() if letter in letters)
