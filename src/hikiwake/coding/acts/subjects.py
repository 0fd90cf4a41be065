"""Who does what a verb tells: the parties before it, with what joins them to others and what sets them apart."""

from __future__ import annotations

from hikiwake.coding.acts.act import Roles
from hikiwake.coding.acts.closed import DETERMINERS, JOINERS, PREPOSITIONS, RELATIVES, REPORTS, listed
from hikiwake.coding.words import Party, Words


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
        return group(sentence, left, len(left) - 1)
    if first - left[-1].last < 4 and _clause_opened(sentence, left[-1]):
        return group(sentence, left, len(left) - 1)
    for number in range(len(left) - 1, -1, -1):
        if not oblique(sentence, left[number]) and not oblique(sentence, _head(sentence, left, number)):
            return group(sentence, left, number)
    return group(sentence, left, len(left) - 1) if first - left[-1].last < 4 else ()


def _apposed(sentence: Words, first: int) -> tuple[str, ...]:
    """The party before an apposition that ends at a verb: "X, a friend of Y, refused"."""
    words = sentence.words
    if first == 0 or words[first - 1] != ",":
        return ()
    for number in range(len(sentence.parties) - 1, -1, -1):
        after = sentence.parties[number].last + 1
        if after + 1 < first - 1 and words[after] == "," and words[after + 1] in _APPOSITION:
            return group(sentence, list(sentence.parties[: number + 1]), number)
    return ()


_APPOSITION = listed("a an the who which whose its their one once")


def _head(sentence: Words, left: list[Party], number: int) -> Party:
    """The first of the parties joined to one: "Spain, France and Italy"; a comma alone joins nothing."""
    joined = False
    while number > 0:
        between = sentence.words[left[number - 1].last + 1 : left[number].first]
        if between not in JOINTS or (between in _COMMAS and not joined):
            break
        joined |= bool(between)
        number -= 1
    return left[number]


_COMMAS = ([","], [",", "the"])
JOINTS: tuple[list[str], ...] = (
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


def group(sentence: Words, left: list[Party], number: int) -> tuple[str, ...]:
    """The actors of a party and of those joined to it before."""
    head = _head(sentence, left, number)
    found: list[str] = []
    for each in left[: number + 1]:
        if each.first >= head.first:
            found.extend(each.actors)
    return tuple(dict.fromkeys(found))


def oblique(sentence: Words, party: Party) -> bool:
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


def speaker(sentence: Words, first: int) -> tuple[str, ...]:
    """Who said that something should be done: the subject of the verb of saying before a verb."""
    for at in range(first - 1, -1, -1):
        if sentence.words[at] in REPORTS:
            return subjects(sentence, at, ((), ()))
    return ()
