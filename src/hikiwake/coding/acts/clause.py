"""What an act is in its sentence's own words, shortened: the verb and its object, or the noun with what hangs on it.

A case is given no sentence of another: so few words are kept that with the names before them they stay below twelve,
the verb in its base form, without its time, and without a possessive that would belong to somebody else now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hikiwake.coding.acts.act import Act
from hikiwake.coding.acts.closed import (
    ADVERBS,
    BE,
    CLAUSE_ENDS,
    DETERMINERS,
    HAVE,
    JOINERS,
    MODALS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBJECTS,
    listed,
)
from hikiwake.coding.acts.lexicon import past_forms, verbs
from hikiwake.coding.words import Words

MOST = 8  # words of the verb and its object
FURTHER = 2  # words of a clause with "that"
NEAR = 12  # words behind a passive in which it is said by whom
LEAST = 3  # words of an object that may stand when it is cut at a preposition
_SUBORDINATE = listed(
    "because while although when if unless whereas though until so where after before since as despite once"
)
_ENDS = CLAUSE_ENDS | QUOTES | (RELATIVES - {"that"}) | _SUBORDINATE | (SUBJECTS - {"both"}) | {",", "but", "us", "me"}
_OWN = listed("its their his her")
_OURS = listed("our my your")
_OBJECTS = listed("it them him her this these that those")
_LOOSE = (PREPOSITIONS | DETERMINERS | JOINERS | BE | HAVE | MODALS | ADVERBS | _OWN | listed("to not only")) - (
    _OBJECTS - {"that"}
)
_VERBAL = BE | HAVE | MODALS | listed("did does do")


def clause(words: Words, act: Act, times: Iterable[int] = ()) -> tuple[str, str]:
    """Of which kind the own words of an act are, and these words; nothing where they would tell nothing.

    ``act`` is a verb in its base form with its object, ``told`` a verb as it stands, ``called`` a noun. ``times`` are
    the words that tell when it was.
    """
    ends = frozenset(_telling(words.words, sorted(times)))
    if act.standing is None:
        found = _cut(words, act, act.at, ends, MOST) if act.rule.startswith("noun") else ""
        return ("called", found) if " " in found else ("", "")
    if act.standing.passive and not _mutual(words, act):
        found = _before(words, act, ends) if act.verb else ""
        return ("act", f"{act.verb} {found}") if found else ("", "")
    if not act.verb:
        found = _cut(words, act, act.at, ends, MOST)
        return ("told", found) if " " in found else ("", "")
    if _taken_up(words, act):
        return "", ""
    found = _cut(words, act, _behind(act), ends, MOST - act.verb.count(" ") - 1)
    return "act", f"{act.verb} {found}".strip()


def _telling(words: list[str], times: list[int]) -> Iterator[int]:
    """The words that tell when it was, without those that are part of a name: "the treaty of 20 October 1904"."""
    before = -2
    for at in times:
        if words[at - 1] == "of" or before == at - 1:
            before = at
        else:
            yield at


def _mutual(words: Words, act: Act) -> bool:
    """Whether what looks like a passive tells who met: "the two who met in Geneva"."""
    return act.types[:1] == ("CONSULT",) and "by" not in words.words[act.last + 1 : act.last + NEAR]


def _behind(act: Act) -> int:
    """The first word of the object: behind the verb, or between it and a particle that stands behind it."""
    return act.at + 1 if act.last - act.at > act.verb.count(" ") else act.last + 1


def _taken_up(words: Words, act: Act) -> bool:
    """Whether the object is a pronoun for whom the act is done to, who is named anyway."""
    objects = [each for each in words.parties if each.first == act.last + 1 and each.how == "pronoun"]
    return any({*each.actors} & {*act.targets} for each in objects) and words.words[act.last + 1] not in _OWN


def _cut(words: Words, act: Act, first: int, times: frozenset[int], most: int) -> str:
    """The words from one on, up to the end of its clause, a time, or as many as are kept."""
    end, clausal = first, "that" in words.words[first : first + 2]
    most += FURTHER if clausal else 0
    while end < len(words.words) and end - first < most and not _ends(words, act, (first, end), times):
        end += 1
    more = end < len(words.words) and end - first == most and not _ends(words, act, (first, end), times)
    end = _shortened(words.words, first, end, clausal=clausal) if more else end
    if clausal and not _says(words.words, first, end):
        end = words.words.index("that", first)
    return _told(words, act, first, end)


def _says(words: list[str], first: int, end: int) -> bool:
    """Whether a clause with "that" has its verb, and something behind it."""
    behind = words[words.index("that", first) + 1 : end - 1]
    return any(word in _VERBAL or word in verbs() or word.endswith("ed") for word in behind)


def _ends(words: Words, act: Act, place: tuple[int, int], times: frozenset[int]) -> bool:
    """Whether a word is not of the object any more."""
    first, at = place
    word, following = words.words[at], words.words[at + 1] if at + 1 < len(words.words) else "."
    if at in times or (word == "that" and at > first + 1):
        return True
    if act.standing is None and at > first and (word in _VERBAL or word in past_forms() or word == "that"):
        return True
    if word in ("and", "or"):
        return _begins(following)
    if word == ",":
        return not _lists(words, at)
    if word in SUBJECTS and words.words[at - 1] == "that":
        return not _theirs(words, act, at)
    return word in _ENDS and not (word in _OBJECTS and at == first)


def _begins(word: str) -> bool:
    """Whether a word behind "and" begins another clause."""
    verb = word in verbs() and all(each.form != "b" for each in verbs()[word])
    return verb or word in SUBJECTS or word in past_forms() or word in _VERBAL


def _lists(words: Words, at: int) -> bool:
    """Whether a comma stands in a number or in a list: "120,000 men", "roads, ports and customs"."""
    if words.starts[at : at + 2] == [words.ends[at - 1], words.ends[at]]:
        return True
    behind = words.words[at + 1 : at + 4]
    joined = behind.index("and") if "and" in behind[1:] else 0
    return joined > 0 and not _begins(words.words[at + 1]) and not _begins(words.words[at + 2 + joined])


def _shortened(words: list[str], first: int, end: int, *, clausal: bool) -> int:
    """Where words that are too many are cut: before the last preposition that leaves enough of them."""
    parting = PREPOSITIONS | {"and", "or", "to"} | (DETERMINERS if clausal else frozenset())
    least = first + LEAST + (FURTHER if clausal else 0)
    return next((at for at in range(end - 1, least - 1, -1) if words[at] in parting), end)


def _before(words: Words, act: Act, times: frozenset[int]) -> str:
    """The subject of a passive: whom or what it was done to."""
    end = act.standing.first if act.standing else act.at
    first = end
    while first > 0 and end - first < MOST and first - 1 not in times and not _parts(words.words[first - 1]):
        first -= 1
    first += words.words[first] in JOINERS
    return "" if words.words[first] in PREPOSITIONS else _told(words, act, first, end)


def _parts(word: str) -> bool:
    return word in CLAUSE_ENDS or word in QUOTES or word in RELATIVES or word in _SUBORDINATE or word in (",", "but")


def _told(words: Words, act: Act, first: int, end: int) -> str:
    """Some words as they stand, without loose ones at their end."""
    while end > first and (words.words[end - 1] in _LOOSE or not words.words[end - 1][-1].isalnum()):
        end -= 1
    return "".join(_word(words, act, at, first) for at in range(first, end)).strip()


def _word(words: Words, act: Act, at: int, first: int) -> str:
    """A word with the space before it; whose something is, is left out where "its" would be another's."""
    word = words.text[words.starts[at] : words.ends[at]]
    joined = at > first and words.starts[at] == words.ends[at - 1]
    if words.words[at] in _OURS or (words.words[at] in _OWN and not _theirs(words, act, at)):
        word = "the"
    return word if joined else f" {word}"


def _theirs(words: Words, act: Act, at: int) -> bool:
    """Whether a possessive is of who acts."""
    return any(each.first == at and {*each.actors} == {*act.sources} for each in words.parties)
