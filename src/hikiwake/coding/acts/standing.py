"""How a verb stands in its sentence: voice, time, what it hangs on; or that it is no verb there.

No parser is needed: the words before a form say whether "visit" is a noun, "planned" an adjective, "seized" a passive.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.coding.acts.closed import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    JOINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBJECTS,
    adverb,
    listed,
)
from hikiwake.coding.acts.governors import SELECTED, Governor, effects, governor
from hikiwake.coding.acts.lexicon import past_forms
from hikiwake.coding.words import Words
from hikiwake.vocabulary.acts import classes

_BARE = listed("""they we you i who which that both sides countries states governments leaders ministers presidents""")
_AFTER_PASSIVE = listed("by in on at during since under between from to against after before for as")
_NO_GERUND = listed("""possibility risk threat danger prospect hope hopes chance idea means way purpose cost option""")
_BLAMED = listed(
    """accused accuses accuse accusing blamed blames condemned suspected convicted criticised criticized allegations"""
)
_AFTER_NOMINAL = listed("of by in on at for from to against with between")
_ADJECTIVES = ("al", "ic", "ive", "ous", "ese", "ian", "ish", "ean", "ary", "ful", "ble")


@dataclass(frozen=True, slots=True)
class Standing:
    """The first word of the verb's group, its voice and form, its modal, whether it is negated, and what governs it."""

    first: int
    form: str  # past, perfect, present, progressive, modal, infinitive, gerund, nominal
    passive: bool = False
    modal: str = ""
    negated: bool = False
    governor: Governor | None = None
    either: bool = False  # a bare form that may be a passive too: "the islands seized in 1945"


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
        return _participle_or_past(sentence, at, before, negated, letters, length)
    return _present(sentence, at, before, negated, letters)


def _skip(words: list[str], at: int) -> tuple[int, bool]:
    """The word before, adverbs and quotation marks passed over, and whether a negation was among them."""
    negated = False
    while at >= 0 and (words[at] in NEGATIONS or words[at] in QUOTES or (adverb(words[at]) and words[at] != "both")):
        negated |= words[at] in NEGATIONS
        at -= 1
    return at, negated


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
    if ruled.effect in ("done", "failed") and first >= 0 and words[first] in BE:
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
    if words[at] == "having":
        return Standing(at, "past", negated=negated or also)
    return Standing(at, "past" if words[at] == "had" else "perfect", negated=negated or also)


def _gerund(sentence: Words, at: int, before: int, negated: bool) -> Standing | None:
    words = sentence.words
    previous = words[before] if before >= 0 else ""
    if previous in BE:
        return _with_be(words, before, negated, passive=False, form="progressive")
    if previous == "without":
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
    ruled = effects().get(previous)
    if ruled or previous in ("considered", "considering", "stopped", "ceased", "avoid", "avoided", "halted", "without"):
        effect = ruled[0] if ruled else ("stopped" if previous in ("stopped", "ceased", "halted") else "absorbed")
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


def _participle_or_past(
    sentence: Words, at: int, before: int, negated: bool, letters: str, length: int
) -> Standing | None:
    """A past or a participle that no auxiliary stands before."""
    words = sentence.words
    previous = words[before] if before >= 0 else ""
    following = words[at + length] if at + length < len(words) else "."
    if "b" in letters and (previous in DETERMINERS or previous in PREPOSITIONS or previous in ("'s", "'")):
        return None
    if (previous in DETERMINERS and previous not in ("both", "all", "each", "this", "that", "these")) or previous in (
        "'s",
    ):
        return None
    if previous in PREPOSITIONS and "d" in letters and before == at - 1:
        return None
    if before == at - 1 and previous in past_forms():
        return None
    if "d" not in letters:
        return Standing(at, "past", passive=True) if previous not in JOINERS else Standing(at, "past", negated=negated)
    if "n" in letters and previous in (",", "(") and following in _AFTER_PASSIVE and _main_verb_after(words, at):
        return Standing(at, "past", passive=True, negated=negated, either=True)
    if "n" in letters and following == "by":
        return Standing(at, "past", passive=True, negated=negated)
    if "n" in letters and following in _AFTER_PASSIVE and not _subject(sentence, before):
        return Standing(at, "past", negated=negated, either=True)
    if before >= 0 and before == at - 1 and previous.endswith(_ADJECTIVES) and not _subject(sentence, before):
        return None
    return Standing(at, "past", negated=negated)


def _subject(sentence: Words, at: int) -> bool:
    """Whether a party, a pronoun or a joiner stands at a word: what may be, or go on with, a subject."""
    if at < 0:
        return False
    word = sentence.words[at]
    return word in SUBJECTS or word in RELATIVES or word in JOINERS or any(each.last == at for each in sentence.parties)


def _main_verb_after(words: list[str], at: int) -> bool:
    """Whether another verb follows before the sentence ends, so that a participle can belong to its subject."""
    later = words[at + 1 : at + 25]
    return any(
        word in BE or word in HAVE or word in MODALS or (word.endswith("ed") and len(word) > 4) for word in later
    )


def _present(sentence: Words, at: int, before: int, negated: bool, letters: str) -> Standing | None:
    """A present form, where the word before can be its subject."""
    words = sentence.words
    previous = words[before] if before >= 0 else ""
    if before < 0 or previous in DETERMINERS or previous in PREPOSITIONS or previous in ("'s", "'"):
        return Standing(at, "present", negated=negated) if previous in ("both", "this", "that") else None
    if "s" in letters:
        if words[at] in classes()["force"]:
            return None
        stands = _subject(sentence, before) and not _adjectival(sentence, at, before)
        return Standing(at, "present", negated=negated) if stands else None
    plural = previous in _BARE or (_subject(sentence, before) and _joined(sentence, before))
    return Standing(at, "present", negated=negated) if plural else None


def _adjectival(sentence: Words, at: int, before: int) -> bool:
    """Whether a party before a word only describes it: "Russian attacks on"."""
    if sentence.words[before] in SUBJECTS or sentence.words[before] in RELATIVES:
        return False
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    word = sentence.words[before]
    return word.endswith(("ese", "ian", "ish", "ean", "ic", "an", "ch", "i")) or following in (
        *("on", "of", "in", "against", "by", "from", "were", "was", "have", "had", "are", "and", ",", "."),
        *ADVERBS,
    )


def _joined(sentence: Words, before: int) -> bool:
    """Whether the party before a word is the last of several: "Iran and Iraq sign"."""
    party = next((each for each in sentence.parties if each.last == before), None)
    if party is None:
        return False
    if sentence.words[before].endswith("s") and (
        not sentence.capital(before) or sentence.words[max(0, before - 1)] == "the"
    ):
        return True
    return len(party.actors) > 1 or (party.first > 0 and sentence.words[party.first - 1] in JOINERS)
