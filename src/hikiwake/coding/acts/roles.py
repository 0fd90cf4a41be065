"""Who did it and to whom: the parties before and after a trigger, turned round in the passive; both in a mutual act."""

from __future__ import annotations

from hikiwake.coding.acts.act import Roles
from hikiwake.coding.acts.closed import CLAUSE_ENDS, DETERMINERS, PREPOSITIONS, RELATIVES, listed
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.acts.subjects import JOINTS, group, oblique, subjects
from hikiwake.coding.words import Party, Words

FARTHEST_OBJECT = 22
MUTUAL_TYPES = frozenset(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
MUTUAL_VERBS = listed(
    """meet agree sign initial talk speak negotiate confer consult conclude reach strike seal clinch hold exchange swap
    discuss conduct resume establish restore normalise normalize fight clash trade cooperate co-operate collaborate
    hammer settle finalize finalise begin open converse parley break collapse"""
)
GOING = listed(
    """visit tour travel fly go head journey come return arrive land touch drive set host receive attend participate
    gather convene open"""
)
FIGHTING = frozenset(["fight", "clash", "exchange", "trade"])
_NAMED_OTHERWISE = ("in", "at", "near", "via", "within")
_ALONG = frozenset(["along", "alongside", "beside", "bordering"])
_OF_FORCE = frozenset(["MOBILIZE", "ASSAULT", "COERCE", "RETREAT"])  # such an act along a border is towards whose it is


def of_verb(sentence: Words, last: int, standing: Standing, verb: str, kind: str, inherited: Roles) -> Roles:
    """The sources and targets of a verb's act; ``inherited``: those of the verb before, for "met X and rejected Y"."""
    before = subjects(sentence, standing.first, inherited)
    after = _objects(sentence, last, before, going=verb.split()[0] in GOING, along=kind in _OF_FORCE)
    if standing.passive:
        by = agents(sentence, last)
        before, after = by, tuple(each for each in before if each not in by) or after
        if kind in MUTUAL_TYPES and not by and verb.split()[0] in MUTUAL_VERBS:
            both = _joined(after, ())
            return both, both
    mutual = verb.split()[0] in MUTUAL_VERBS and (kind in MUTUAL_TYPES or verb in FIGHTING)
    if mutual and (_with(sentence, last) or len(before) > 1 or kind == "CONSULT"):
        both = _joined(before, after)
        return (both, both) if len(both) > 1 else (before, after)
    if not after and len(before) > 1 and kind in MUTUAL_TYPES:
        return before, before
    along = kind in _OF_FORCE
    return before, after or _others(sentence, before, along=along) or _where(sentence, last, along=along)


def of_noun(sentence: Words, at: int, last: int, kind: str, light: Roles) -> tuple[Roles, int]:
    """The sources and targets of a noun's act, and how many parties are attached to the noun itself."""
    sources: list[str] = list(_possessors(sentence, at))
    targets: list[str] = []
    for party in sentence.within(last + 1, last + FARTHEST_OBJECT):
        word = _preposition(sentence, party, last)
        if word in _NAMED_OTHERWISE and kind in MUTUAL_TYPES:
            continue
        if word is None or not CLAUSE_ENDS.isdisjoint(sentence.words[last + 1 : party.first]):
            break
        if word == "between":
            sources.extend(party.actors)
            targets.extend(party.actors)
        elif word in ("by", "from") or (
            word == "of" and kind in ("RETREAT", "CONSULT", "MOBILIZE", "REQUEST", "AGREE", "CONCEDE")
        ):
            sources.extend(party.actors)
        else:
            targets.extend(party.actors)
    attached = len({*sources, *targets})
    if kind in MUTUAL_TYPES and "with" in sentence.words[last + 1 : last + 5] and sources and targets:
        sources = targets = [*sources, *targets]
    if not sources:
        sources = [each for each in light[0] if each not in targets]
    if not targets:
        targets = list(light[1]) if light[0] else []
        targets = [each for each in targets if each not in sources] or (
            [*sources] if kind == "CONSULT" and len(sources) > 1 else []
        )
    return (_joined(tuple(sources), ()), _joined(tuple(targets), ())), attached


def _objects(
    sentence: Words, last: int, sources: tuple[str, ...], *, going: bool, along: bool = True
) -> tuple[str, ...]:
    """The parties after a trigger, up to the end of its clause; a place is one only for who goes there (``going``).

    along: whether one along whose border something is done is meant by it
    """
    found: list[str] = []
    words, end, place = sentence.words, last, -1
    for party in sentence.within(last + 1, last + FARTHEST_OBJECT):
        between = words[end + 1 : party.first]
        if not CLAUSE_ENDS.isdisjoint(between) or (found and between not in _LISTED):
            break
        placed = not going and words[party.first - 1] in _NAMED_OTHERWISE
        placed |= not along and _bordering(sentence, party)
        if placed or (place >= 0 and words[place + 1 : party.first] == [","]):
            place = party.last
            continue
        new = [each for each in party.actors if each not in sources]
        if new:
            found.extend(new)
            end = party.last
        elif "that" in between or (between and between[-1] in RELATIVES):
            break
    return tuple(dict.fromkeys(found))


_LISTED = (["and"], [","], [",", "and"], ["'s"], ["and", "the"])


def agents(sentence: Words, last: int) -> tuple[str, ...]:
    """The parties after "by"."""
    words = sentence.words
    for at in range(last + 1, min(last + 13, len(words))):
        if words[at] in CLAUSE_ENDS:
            break
        if words[at] == "by":
            after = sentence.within(at + 1, at + 8)
            return _objects(sentence, at, (), going=True) if after and after[0].first - at < 6 else ()
    return ()


def _others(sentence: Words, sources: tuple[str, ...], *, along: bool) -> tuple[str, ...]:
    """The last of the other parties before: "after the attack by X, Y protested"."""
    for party in reversed(sentence.parties):
        new = tuple(each for each in party.actors if each not in sources)
        if new and sources and oblique(sentence, party) and (along or not _bordering(sentence, party)):
            return new
    return ()


def _where(sentence: Words, last: int, *, along: bool) -> tuple[str, ...]:
    """The party in whose land, or against whose own body, an act was done: the first named after it in its clause."""
    for party in sentence.within(last + 1, last + FARTHEST_OBJECT):
        if party.how == "pronoun" or (not along and _bordering(sentence, party)):
            continue
        return party.actors if CLAUSE_ENDS.isdisjoint(sentence.words[last + 1 : party.first]) else ()
    return ()


def _with(sentence: Words, last: int) -> bool:
    return "with" in sentence.words[last + 1 : last + 9]


def _bordering(sentence: Words, party: Party) -> bool:
    """Whether a party only says along what something lies: "a corridor along the Peruvian border"."""
    before = [word for word in sentence.words[max(0, party.first - 3) : party.first] if word not in DETERMINERS]
    return not _ALONG.isdisjoint(before[-1:])


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _possessors(sentence: Words, at: int) -> tuple[str, ...]:
    """The parties that a noun belongs to: "Iran's attack", "the Russian attack", "US-Japan talks"."""
    words = sentence.words
    for party in reversed(sentence.parties):
        if party.last >= at:
            continue
        between = words[party.last + 1 : at]
        if len(between) > 4 or any(
            word in PREPOSITIONS or word in CLAUSE_ENDS or word in (",", "and") for word in between
        ):
            return ()
        return group(
            sentence,
            [each for each in sentence.parties if each.last < at],
            sum(each.last < at for each in sentence.parties) - 1,
        )
    return ()


def _preposition(sentence: Words, party: Party, last: int) -> str | None:
    """The preposition by which a party hangs on the noun before it; ``None`` where it does not.

    A party joined to the one before has its preposition: "between X and Y".
    """
    words = sentence.words
    before = [each for each in sentence.parties if last < each.last < party.first]
    if before and words[before[-1].last + 1 : party.first] in JOINTS:
        return _preposition(sentence, before[-1], last)
    for at in range(party.first - 1, max(last, party.first - 6), -1):
        if words[at] in PREPOSITIONS:
            return words[at]
        if words[at] == "," or words[at] in RELATIVES or (before and at <= before[-1].last):
            return None
    return None
