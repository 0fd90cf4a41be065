"""Forms that no auxiliary stands before: a past or an adjective, a passive without "be", a present or a noun."""

from __future__ import annotations

from functools import cache

from hikiwake.coding.acts.closed import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    JOINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    listed,
)
from hikiwake.coding.acts.lexicon import past_forms
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.words import Words
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.vocabulary.acts import classes

_BARE = listed("""they we you i who which that both sides countries states governments leaders ministers presidents""")
_AFTER_PASSIVE = listed("by in on at during since under between from to against after before for as")
_NOUNS = listed("republic public critic critics traffic council general rival arrival")
_ADJECTIVES = ("al", "ic", "ive", "ous", "ese", "ian", "ish", "ean", "ary", "ful", "ble")


def participle_or_past(
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
    if (
        before >= 0
        and before == at - 1
        and previous.endswith(_ADJECTIVES)
        and previous not in _NOUNS
        and not _subject(sentence, before)
    ):
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


def present(sentence: Words, at: int, before: int, negated: bool, letters: str) -> Standing | None:
    """A present form, where the word before can be its subject."""
    words = sentence.words
    previous = words[before] if before >= 0 else ""
    if before < 0 or previous in DETERMINERS or previous in PREPOSITIONS or previous in ("'s", "'"):
        return Standing(at, "present", negated=negated) if previous in ("both", "this", "that") else None
    if "s" in letters:
        if words[at] in classes()["force"]:
            return None
        stands = (
            not _adjectival(sentence, at, before)
            if _subject(sentence, before)
            else _opens(sentence, at, before, plural=False)
        )
        return Standing(at, "present", negated=negated) if stands else None
    if previous in ("we", "i"):
        return Standing(at, "performative", negated=negated)
    plural = (
        previous in _BARE
        or (_subject(sentence, before) and _joined(sentence, before))
        or _opens(sentence, at, before, plural=True)
    )
    return Standing(at, "present", negated=negated) if plural else None


def _adjectival(sentence: Words, at: int, before: int) -> bool:
    """Whether a party before a word only describes it: "Russian attacks on"."""
    if sentence.words[before] in SUBJECTS or sentence.words[before] in RELATIVES:
        return False
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    word = sentence.words[before]
    if before < at - 1 or (word in state_words() and following not in _AFTER_ADJECTIVE):
        return False
    return word.endswith(("ese", "ian", "ish", "ean", "ic", "an", "ch", "i")) or following in _AFTER_ADJECTIVE


_AFTER_ADJECTIVE = ADVERBS | listed("on of in against by from were was have had are and , .")


@cache
def state_words() -> frozenset[str]:
    """The last words of the names and seats of states and bodies, which are no adjectives: "Iran", "Tehran"."""
    names = {name for row in actor_rows() for name in (*row.names, *row.seats)}
    return frozenset(name.lower().split()[-1] for name in names)


def _opens(sentence: Words, at: int, before: int, *, plural: bool) -> bool:
    """Whether a subject, one or several, opens the sentence and its verb has an object: "Both armies shell X"."""
    words = sentence.words
    following = words[at + 1] if at + 1 < len(words) else "."
    if following not in _AFTER_PRESENT and not any(at < each.first < at + 3 for each in sentence.parties):
        return False
    opening = words[: before + 1]
    if before > FARTHEST_SUBJECT or any(word in BE or word in HAVE or word in past_forms() for word in opening):
        return False
    head = next((word for number, word in enumerate(opening) if words[number + 1] in _TAILS), opening[-1])
    return head not in PREPOSITIONS and plural == (head.endswith("s") and not head.endswith("ss"))


FARTHEST_SUBJECT = 5  # words of a subject that opens a sentence
_TAILS = listed("in of from at on under")
_AFTER_PRESENT = DETERMINERS | {"into"}


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
