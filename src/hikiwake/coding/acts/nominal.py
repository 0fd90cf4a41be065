"""Acts that nouns tell: "the invasion of X by Y", "talks between X and Y were held".

A bare noun is no act: it needs a light verb, a date near it or two parties; a strong noun ("bombardment") one of these
or one party, and a noun of removal ("withdrawal") what it removes.
"""

from __future__ import annotations

from functools import cache

from hikiwake.coding.acts import roles, status
from hikiwake.coding.acts.act import Act, Refused, Roles
from hikiwake.coding.acts.closed import CLAUSE_ENDS, CONDITIONS, MODALS, NEGATIONS, PREPOSITIONS, listed
from hikiwake.coding.acts.fate import fate
from hikiwake.coding.acts.inflection import forms
from hikiwake.coding.acts.lexicon import Noun, nouns
from hikiwake.coding.acts.standing import standing
from hikiwake.coding.acts.subjects import subjects
from hikiwake.coding.words import Words
from hikiwake.vocabulary.acts import classes

_SENTENCE_ENDS = CLAUSE_ENDS - {"(", ")"} | {","}
_UNREAL = MODALS | CONDITIONS
DATE_WITHIN = 12
BARE = 0.5  # for a noun that only stands in a sentence with a party or a time
LIGHT_BEFORE = 6
LIGHT_AFTER = 6


def nominal(sentence: Words, at: int, dates: tuple[int, ...], inherited: Roles) -> Act | Refused | None:
    """The act that a noun at a word tells, or why it is none. ``dates`` are the words at which times stand."""
    noun = next((each for each in nouns().get(sentence.words[at], ()) if _stands(sentence.words, at, each)), None)
    if noun is None:
        return None
    last = at + len(noun.words) - 1
    trigger = sentence.text[sentence.starts[at] : sentence.ends[last]]
    if last + 1 < len(sentence.words) and _compound(sentence, last):
        return None
    happened, why, lit = _status(sentence, at, last)
    if not happened:
        return Refused(at, last, trigger, why)
    carried = _carried(sentence, at, last, inherited) if lit else ((), ())
    (sources, targets), attached = roles.of_noun(sentence, at, last, noun.types[0], carried)
    dated = any(-DATE_WITHIN <= each - last <= DATE_WITHIN for each in dates)
    trust = _trust(sentence, noun, last, lit=lit, dated=dated, attached=attached, counted=_counted(sentence.words, at))
    if not trust and (dates or sentence.parties) and _UNREAL.isdisjoint(sentence.words):
        trust = BARE * noun.weight
    if not trust:
        return Refused(at, last, trigger, "is a bare noun: no light verb, no date near it, not two parties")
    grounds = [
        name for name, there in (("light verb", lit), ("date", dated), (f"{attached} parties", attached)) if there
    ]
    rule = f"noun {' '.join(noun.words)} with {', '.join(grounds)}"
    how = "noun with an object" if not targets and sentence.words[last + 1 : last + 2] == ["of"] else "noun"
    return Act(at, last, trigger, rule, noun.types, noun.mode, trust, None, sources, targets, how, happened, why)


def _carried(sentence: Words, at: int, last: int, inherited: Roles) -> Roles:
    """The parties of a noun's light verb: its subject, or who it is done by; else those of the act before."""
    light = _light(sentence, at, last)
    stands = standing(sentence, light, _light_forms()[sentence.words[light]]) if light is not None else None
    if light is None or stands is None:
        return inherited
    if stands.passive:
        return roles.agents(sentence, light), ()
    return (subjects(sentence, stands.first, inherited), ()) if light < at else inherited


def _stands(words: list[str], at: int, noun: Noun) -> bool:
    return tuple(words[at : at + len(noun.words)]) == noun.words


def _compound(sentence: Words, last: int) -> bool:
    """Whether the noun only describes the next: "treaty talks", "peace agreement text"."""
    following = sentence.words[last + 1]
    return following in nouns() or following in _HEADS


_HEADS = listed(
    """plan plans talks policy policies issue issues issues problem ship ships minister process table system systems
    room zone reporter crimes criminal effort efforts package regime list lists team route partner partners
    agreement treaty deal relations ties crime council"""
)


def _status(sentence: Words, at: int, last: int) -> tuple[str, str, bool]:
    """Whether it happened, why, and whether a light verb stands near."""
    words = sentence.words
    told = fate(words, last) or status.before_noun(words, at)
    if told and told[0] != "negated":
        return told[0], told[1], _light(sentence, at, last) is not None
    if status.condition(words, at):
        return "", "is a condition", False
    if told is None:
        told = _wanted(_clause_before(words, at))
    light = _light(sentence, at, last)
    if light is None:
        return (told[0], told[1], False) if told else ("occurred", "named", False)
    stands = standing(sentence, light, _light_forms()[words[light]])
    own = stands is not None and stands.governor is not None and at <= stands.governor.at <= last
    if stands is None or own:
        return (told[0], told[1], False) if told else ("occurred", "named", False)
    happened, why = status.of_verb(sentence, stands, words[light])
    return (*told, True) if told and happened == "occurred" else (happened, why, True)


def _wanted(before: list[str]) -> tuple[str, str] | None:
    """What the few words before a noun say of it: "did not want an open clash", "is considering sanctions"."""
    negation = next((at for at, word in enumerate(before) if word in NEGATIONS), None)
    if negation is not None and PREPOSITIONS.isdisjoint(before[negation:]):
        return "negated", "negated"
    return ("proposed", "told as considered") if not _CONSIDERED.isdisjoint(before) else None


_CONSIDERED = listed("considering considered consider weighing mulling contemplating contemplated considers")


def _clause_before(words: list[str], at: int) -> list[str]:
    """The few words of the clause before a noun."""
    start = at
    while start > 0 and at - start < LIGHT_BEFORE and words[start - 1] not in CLAUSE_ENDS and words[start - 1] != ",":
        start -= 1
    return words[start:at]


def _light(sentence: Words, at: int, last: int) -> int | None:
    """The light verb of a noun: close before it, or the verb after it."""
    words, known = sentence.words, _light_forms()
    for each in range(at - 1, max(-1, at - 1 - LIGHT_BEFORE), -1):
        if words[each] in _SENTENCE_ENDS:
            break
        if words[each] in known:
            return each
    for each in range(last + 1, min(len(words), last + 1 + LIGHT_AFTER)):
        if words[each] in _SENTENCE_ENDS:
            break
        if words[each] in known:
            return each
    return None


@cache
def _light_forms() -> dict[str, str]:
    return {form: letters for verb in sorted(classes()["light"]) for form, letters in forms(verb).items()}


def _counted(words: list[str], at: int) -> bool:
    """Whether a number stands before a noun: "27 meetings"."""
    return any(word.isdigit() or word in _NUMBERS for word in words[max(0, at - 3) : at])


_NUMBERS = listed("two three four five six seven eight nine ten eleven twelve dozen dozens several")


def _trust(sentence: Words, noun: Noun, last: int, *, lit: bool, dated: bool, attached: int, counted: bool) -> float:
    """How far a noun is to be trusted by what stands with it; nothing where it stands bare."""
    of = last + 1 < len(sentence.words) and sentence.words[last + 1] in ("of", "between", "by", "from", "to")
    grounds = (
        lit
        + dated
        + counted
        + (attached >= 2)
        + (attached >= 1 and noun.strength != "weak")
        + (of and noun.strength == "of")
    )
    needed = 2 if noun.strength == "of" else 1
    return noun.weight * min(1.0, 0.55 + 0.2 * grounds) if grounds >= needed else 0.0
