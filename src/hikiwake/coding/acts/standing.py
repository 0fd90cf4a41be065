"""How a verb stands in its sentence: voice, time, what it hangs on; or that it is no verb there.

No parser is needed: the words before a form say whether "visit" is a noun, "planned" an adjective, "seized" a passive.
"""

from __future__ import annotations

from hikiwake.coding.acts.bare import participle_or_past, present
from hikiwake.coding.acts.closed import (
    BE,
    CLAUSE_ENDS,
    DETERMINERS,
    DO,
    HAVE,
    JOINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTES,
    adverb,
    listed,
)
from hikiwake.coding.acts.governors import SELECTED, Governor, effects, governor
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.words import Words

_CEASES = listed("stop stops stopped cease ceases ceased halt halts halted")
FARTHEST_SHARED = 10
_NO_GERUND = listed("""possibility risk threat danger prospect hope hopes chance idea means way purpose cost option""")
_BLAMED = listed(
    """accused accuses accuse accusing blamed blames condemned suspected convicted criticised criticized allegations"""
)
_AFTER_NOMINAL = listed("of by in on at for from to against with between")


def standing(sentence: Words, at: int, letters: str, length: int = 1) -> Standing | None:
    """How the verb at a word stands; ``None`` where that word is no verb. ``length`` is how many words the verb has."""
    words = sentence.words
    before, negated = _skip(words, at - 1)
    previous = words[before] if before >= 0 else ""
    if previous in MODALS:
        return None if letters in ("s", "g", "d", "n", "dn") else _modal(words, before, negated)
    if previous == "to" and "b" in letters:
        return _infinitive(words, before, negated)
    if previous in DO and "b" in letters:
        return Standing(before, "past" if previous == "did" else "present", negated=negated)
    if "g" in letters:
        if words[at] == "barring":
            return None
        return _gerund(sentence, at, before, negated)
    if "n" in letters and previous in BE:
        return _with_be(words, before, negated, passive=True)
    if "n" in letters and previous in HAVE:
        return _perfect(words, before, negated)
    if "d" in letters or "n" in letters:
        return participle_or_past(sentence, at, before, negated, letters, length)
    shared = _shared(words, before) if "b" in letters and previous in (*JOINERS, ",") else -1
    if shared >= 0:
        return _infinitive(words, shared, negated) if words[shared] == "to" else _modal(words, shared, negated)
    return present(sentence, at, before, negated, letters)


def _skip(words: list[str], at: int) -> tuple[int, bool]:
    """The word before, adverbs and quotation marks passed over, and whether a negation was among them."""
    negated = False
    while at >= 0 and (words[at] in NEGATIONS or words[at] in QUOTES or (adverb(words[at]) and words[at] != "both")):
        negated |= words[at] in NEGATIONS
        at -= 1
    return at, negated


def _shared(words: list[str], before: int) -> int:
    """The modal or the "to" that a verb shares with the one before: "should lift it and recognise"; -1 for none."""
    for at in range(before - 1, max(-1, before - FARTHEST_SHARED), -1):
        if words[at] in CLAUSE_ENDS:
            break
        if words[at] in MODALS or words[at] == "to":
            return at
    return -1


def _modal(words: list[str], at: int, negated: bool) -> Standing:
    return Standing(at, "modal", modal=words[at], negated=negated or (words[at + 1] in NEGATIONS))


def _infinitive(words: list[str], to: int, negated: bool) -> Standing:
    negated |= to > 0 and words[to - 1] in NEGATIONS
    ruled = governor(words, to)
    if ruled.effect == "planned" and words[max(0, ruled.at - 2) : ruled.at] == ["to", "be"]:
        ruled = governor(words, ruled.at - 2)
    if ruled.effect.endswith("tried") and not _BLAMED.isdisjoint(words[max(0, ruled.at - 10) : max(0, ruled.at)]):
        return Standing(to, "infinitive", governor=Governor(ruled.at, "absorbed"))
    if words[ruled.at] in SELECTED:
        return _selected(words, to, ruled, negated=negated and words[ruled.at] != "only")
    if ruled.effect == "advice" or (to > 0 and words[to - 1] in ("going", "likely")):
        _, before = to, words[to - 1]
        return Standing(to, "modal", modal="will" if before == "going" else "should", negated=negated, governor=ruled)
    first, also = _skip(words, ruled.at - 1)
    if ruled.effect in ("done", "failed", "planned") and first >= 0 and words[first] in BE:
        first, again = _skip(words, first - 1)
        also |= again
    if ruled.effect in ("done", "planned", "failed") and first >= 0 and words[first] in MODALS:
        return Standing(first, "modal", modal=words[first], negated=negated or also, governor=ruled)
    if ruled.effect in ("done", "planned") and (also or (first >= 0 and words[first] in DO and also)):
        return Standing(to, "infinitive", negated=True, governor=ruled)
    return Standing(to, "infinitive", negated=negated, governor=ruled)


def _selected(words: list[str], to: int, ruled: Governor, *, negated: bool) -> Standing:
    """A verb after "was the first to": its subject is that of the "was"."""
    first = next((at for at in range(ruled.at, max(-1, ruled.at - 5), -1) if words[at] in BE), to)
    return Standing(first, "infinitive", negated=negated, governor=ruled)


def _with_be(words: list[str], at: int, negated: bool, *, passive: bool, form: str = "past") -> Standing:
    """A verb after a form of "be": passive or progressive, with what stands before the "be"."""
    before, also = _skip(words, at - 1)
    negated |= also
    previous = words[before] if before >= 0 else ""
    if words[at] in ("be",) and previous in MODALS:
        return Standing(before, "modal", passive=passive, modal=previous, negated=negated)
    if words[at] == "be" and previous == "to":
        standing = _infinitive(words, before, negated)
        return Standing(standing.first, standing.form, passive, standing.modal, standing.negated, standing.governor)
    if words[at] == "been" and previous in HAVE:
        done = _perfect(words, before, negated)
        return Standing(done.first, done.form, passive, done.modal, done.negated, done.governor)
    if words[at] in ("is", "are", "am", "'re", "get", "gets") and form == "past":
        form = "present"
    if words[at] == "being":
        return Standing(at, "progressive" if previous in BE else "past", passive, negated=negated)
    return Standing(at, form, passive, negated=negated)


def _perfect(words: list[str], at: int, negated: bool) -> Standing:
    """A participle after a form of "have"."""
    before, also = _skip(words, at - 1)
    previous = words[before] if before >= 0 else ""
    if words[at] == "have" and previous in MODALS:
        return Standing(before, "modal", modal=f"{previous} have", negated=negated or also)
    if words[at] == "have" and previous == "to" and before > 0 and words[before - 1] in BE:
        return Standing(before - 1, "modal", modal="will", negated=negated)
    if words[at] == "having" and previous == "of" and not _BLAMED.isdisjoint(words[max(0, before - 8) : before]):
        return Standing(at, "gerund", governor=Governor(before, "absorbed"))
    if words[at] == "having":
        return Standing(at, "past", negated=negated or also)
    return Standing(at, "past" if words[at] == "had" else "perfect", negated=negated or also)


def _gerund(sentence: Words, at: int, before: int, negated: bool) -> Standing | None:
    words = sentence.words
    previous = words[before] if before >= 0 else ""
    if previous in BE:
        return _with_be(words, before, negated, passive=False, form="progressive")
    if previous == "without" or words[max(0, before - 2) : before + 1] == ["stopped", "short", "of"]:
        return Standing(before, "gerund", negated=True)
    if previous in ("after", "before", "by", "upon", "on", "in", "when", "while", "since", "despite", "despite"):
        return Standing(before, "gerund", negated=negated)
    if previous in PREPOSITIONS:
        ruling = words[before - 1] if before > 0 else ""
        nearby = words[max(0, before - 8) : before]
        ruled = effects().get(ruling)
        if ruling in _NO_GERUND or not _BLAMED.isdisjoint(nearby) or (ruled and ruled[0].startswith("nominal")):
            return Standing(before, "gerund", governor=Governor(before - 1, "absorbed"))
        if previous == "from":
            return Standing(before, "gerund", governor=Governor(before - 1, "stopped"))
        return Standing(before, "gerund", negated=negated, governor=Governor(before - 1, "loose"))
    if previous in _CEASES:
        return Standing(before, "gerund", negated=negated, governor=Governor(before, "ceased"))
    ruled = effects().get(previous)
    if ruled or previous in ("considered", "considering", "avoid", "avoided"):
        effect = ruled[0] if ruled else ("absorbed" if previous.startswith("consider") else "stopped")
        return Standing(before, "gerund", negated=negated, governor=Governor(before, effect))
    following = words[at + 1] if at + 1 < len(words) else "."
    if previous in DETERMINERS or previous in ("'s", "'"):
        return Standing(at, "nominal", negated=negated) if following in _AFTER_NOMINAL else None
    if previous in (",", "and", "or") and not _BLAMED.isdisjoint(words[max(0, before - 15) : before]):
        return Standing(before, "gerund", governor=Governor(before, "absorbed"))
    if previous in (",", "–", "—", "", ";", "and", "(") or before < 0:
        return Standing(at, "gerund", negated=negated, governor=Governor(before, "loose"))
    if following in DETERMINERS or following == "that" or any(each.first == at + 1 for each in sentence.parties):
        return Standing(at, "gerund", governor=Governor(before, "loose"))
    return None
