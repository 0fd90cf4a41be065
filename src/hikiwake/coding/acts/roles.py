"""Who did it and to whom: the parties before and after a trigger, turned round in the passive; both in a mutual act."""

from __future__ import annotations

from hikiwake.coding.acts.act import Roles
from hikiwake.coding.acts.closed import CLAUSE_ENDS, DETERMINERS, JOINERS, PREPOSITIONS, RELATIVES, REPORTS, listed
from hikiwake.coding.acts.standing import Standing
from hikiwake.coding.words import Party, Words

FARTHEST_OBJECT = 22
MUTUAL_TYPES = frozenset(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
MUTUAL_VERBS = listed(
    """meet agree sign initial talk speak negotiate confer consult conclude reach strike seal clinch hold exchange swap
    discuss conduct resume establish restore normalise normalize fight clash trade cooperate co-operate collaborate
    hammer settle finalize finalise begin open converse parley break collapse"""
)
_NAMED_OTHERWISE = ("in", "at", "near", "via", "within")


def of_verb(sentence: Words, last: int, standing: Standing, verb: str, kind: str, inherited: Roles) -> Roles:
    """The sources and targets of a verb's act; ``inherited``: those of the verb before, for "met X and rejected Y"."""
    before = subjects(sentence, standing.first, inherited)
    after = _objects(sentence, last, before, consult=kind in MUTUAL_TYPES)
    if standing.passive:
        by = agents(sentence, last)
        before, after = by, tuple(each for each in before if each not in by) or after
        if kind in MUTUAL_TYPES and not by and verb.split()[0] in MUTUAL_VERBS:
            both = _joined(after, ())
            return both, both
    if verb.split()[0] in MUTUAL_VERBS and (_with(sentence, last) or len(before) > 1 or kind == "CONSULT"):
        both = _joined(before, after)
        return (both, both) if len(both) > 1 else (before, after)
    if not after and len(before) > 1 and kind in MUTUAL_TYPES:
        return before, before
    return before, after or _others(sentence, before) or _where(sentence, last)


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


def subjects(sentence: Words, first: int, inherited: Roles) -> tuple[str, ...]:
    """Who does what a verb tells: the party before it that no preposition governs, with those joined to it."""
    words, before = sentence.words, first - 1
    apposed = _apposed(sentence, first)
    if apposed:
        return apposed
    if before >= 0 and words[before] in JOINERS and inherited[0]:
        return inherited[0]
    if before > 0 and words[before] == "," and words[first] not in RELATIVES and inherited[0]:
        return inherited[0]
    left = [each for each in sentence.parties if each.last < first]
    if not left:
        return ()
    if before >= 0 and words[before] in RELATIVES and words[before] != "that":
        return _group(sentence, left, len(left) - 1)
    if first - left[-1].last < 4 and _clause_opened(sentence, left[-1]):
        return _group(sentence, left, len(left) - 1)
    for number in range(len(left) - 1, -1, -1):
        if not _oblique(sentence, left[number]) and not _oblique(sentence, _head(sentence, left, number)):
            return _group(sentence, left, number)
    return _group(sentence, left, len(left) - 1) if first - left[-1].last < 4 else ()


def _apposed(sentence: Words, first: int) -> tuple[str, ...]:
    """The party before an apposition that ends at a verb: "X, a friend of Y, refused"."""
    words = sentence.words
    if first == 0 or words[first - 1] != ",":
        return ()
    for number in range(len(sentence.parties) - 1, -1, -1):
        after = sentence.parties[number].last + 1
        if after + 1 < first - 1 and words[after] == "," and words[after + 1] in _APPOSITION:
            return _group(sentence, list(sentence.parties[: number + 1]), number)
    return ()


_APPOSITION = listed("a an the who which whose its their one once")


def _head(sentence: Words, left: list[Party], number: int) -> Party:
    """The first of the parties joined to one: "Spain, France and Italy"; a comma alone joins nothing."""
    joined = False
    while number > 0:
        between = sentence.words[left[number - 1].last + 1 : left[number].first]
        if between not in _JOINTS or (between in _COMMAS and not joined):
            break
        joined |= bool(between)
        number -= 1
    return left[number]


_COMMAS = ([","], [",", "the"])
_JOINTS: tuple[list[str], ...] = (
    [],
    ["and"],
    [","],
    [",", "and"],
    ["or"],
    ["and", "the"],
    [",", "the"],
    [",", "and", "the"],
    ["as", "well", "as"],
)


def _group(sentence: Words, left: list[Party], number: int) -> tuple[str, ...]:
    """The actors of a party and of those joined to it before."""
    head = _head(sentence, left, number)
    found: list[str] = []
    for each in left[: number + 1]:
        if each.first >= head.first:
            found.extend(each.actors)
    return tuple(dict.fromkeys(found))


def _oblique(sentence: Words, party: Party) -> bool:
    """Whether a preposition stands before a party, so that it is not what the sentence is about."""
    words, at = sentence.words, party.first - 1
    for _ in range(4):
        if at < 0:
            return False
        if words[at] in PREPOSITIONS:
            return True
        if words[at] not in DETERMINERS and not words[at].endswith(
            ("al", "ic", "ian", "ish", "ese", "er", "or", "ent", "ive")
        ):
            return False
        at -= 1
    return False


def _clause_opened(sentence: Words, party: Party) -> bool:
    """Whether a party next to a verb follows a word that opens a clause: "after a Serbian jet shot"."""
    return not _OPENERS.isdisjoint(sentence.words[max(0, party.first - 3) : party.first])


_OPENERS = listed("after before since until when as while because although though once where")


def _objects(sentence: Words, last: int, sources: tuple[str, ...], *, consult: bool) -> tuple[str, ...]:
    """The parties after a trigger, up to the end of its clause."""
    found: list[str] = []
    words, end = sentence.words, last
    for party in sentence.within(last + 1, last + FARTHEST_OBJECT):
        between = words[end + 1 : party.first]
        if not CLAUSE_ENDS.isdisjoint(between) or (
            found and between not in (["and"], [","], [",", "and"], ["'s"], ["and", "the"])
        ):
            break
        placed = not consult and party.first > 0 and words[party.first - 1] in _NAMED_OTHERWISE
        new = [each for each in party.actors if each not in sources]
        if new and not placed:
            found.extend(new)
            end = party.last
        elif "that" in between or (between and between[-1] in RELATIVES):
            break
    return tuple(dict.fromkeys(found))


def agents(sentence: Words, last: int) -> tuple[str, ...]:
    """The parties after "by"."""
    words = sentence.words
    for at in range(last + 1, min(last + 13, len(words))):
        if words[at] in CLAUSE_ENDS:
            break
        if words[at] == "by":
            after = sentence.within(at + 1, at + 8)
            return _objects(sentence, at, (), consult=True) if after and after[0].first - at < 6 else ()
    return ()


def _others(sentence: Words, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The last of the other parties before: "after the attack by X, Y protested"."""
    for party in reversed(sentence.parties):
        new = tuple(each for each in party.actors if each not in sources)
        if new and sources and _oblique(sentence, party):
            return new
    return ()


def _where(sentence: Words, last: int) -> tuple[str, ...]:
    """The party in whose land, or against whose own body, an act was done: the first named after it in its clause."""
    for party in sentence.within(last + 1, last + FARTHEST_OBJECT):
        if party.how == "pronoun":
            continue
        return party.actors if CLAUSE_ENDS.isdisjoint(sentence.words[last + 1 : party.first]) else ()
    return ()


def speaker(sentence: Words, first: int) -> tuple[str, ...]:
    """Who said that something should be done: the subject of the verb of saying before a verb."""
    for at in range(first - 1, -1, -1):
        if sentence.words[at] in REPORTS:
            return subjects(sentence, at, ((), ()))
    return ()


def _with(sentence: Words, last: int) -> bool:
    return "with" in sentence.words[last + 1 : last + 9]


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
        return _group(
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
    if before and words[before[-1].last + 1 : party.first] in _JOINTS:
        return _preposition(sentence, before[-1], last)
    for at in range(party.first - 1, max(last, party.first - 6), -1):
        if words[at] in PREPOSITIONS:
            return words[at]
        if words[at] == "," or words[at] in RELATIVES or (before and at <= before[-1].last):
            return None
    return None
