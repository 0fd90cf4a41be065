"""Words that take up actors named before: pronouns inside a paragraph, the two sides, both leaders.

A pronoun takes up the first actor of its own sentence, else of the one before; "he" only who was named by office. Two
sides are the two that the whole text is about where the paragraph names them, else the last two of the paragraph; the
other side is the one of them that was not named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from hikiwake.coding.actors.gazetteer import Gazetteer
from hikiwake.coding.actors.named import Named
from hikiwake.coding.paragraphs import beginnings
from hikiwake.vocabulary.actors import actor_words

OPEN = ("?",)  # the actors of a place that takes up others, until they are found
SENTENCE = 700  # characters within which a sentence begins
LEAST = 2  # times that a text names an actor that it is about
_ENDS = re.compile(r"[.!?][”\"’')\]]*(?:\[\d+\]|\d{1,3})?\s")


_LED = re.compile(
    r"\b(?:in|at|from|to|with|of|on|near|against|towards?|for|between|over|into|during|than)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_OPENS = re.compile(r"\b(?:after|before|since|as|until)\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _pairs() -> re.Pattern[str]:
    pairs = "|".join(sorted(map(re.escape, actor_words().pronouns["pair"]), key=len, reverse=True))
    return re.compile(
        rf"(?:[Tt]he\s+two\s+(?:[^\W\d_]+[\s-]){{0,2}}?(?:{pairs})|[Tt]he\s+(?:sides|parties|two)|[Bb]oth\s+(?:of\s+them"
        rf"|(?:[^\W\d_]+[\s-]){{0,2}}?(?:{pairs})))\b(?!\s+(?:islands?|groups))"
    )


_OTHER = re.compile(r"[Tt]he\s+other\s+(?:side|party|government|country|state|nation)\b(?!['’])")


@cache
def _empty() -> re.Pattern[str]:
    return re.compile(r"\s+(?:" + "|".join(map(re.escape, actor_words().pronouns["empty"])) + r")\b")


def _pair(text: str, start: int, _end: int) -> Named | None:
    """The two sides, both countries: at most so many words that it stays a name for them; or the other side."""
    if other := _OTHER.match(text, start, start + 40):
        return Named(start, other.end(), OPEN, "name")
    match = _pairs().match(text, start, start + 60)
    if match is None or (
        match.group().split()[-1] == "two" and text[match.end() : match.end() + 2].strip(" ,.;").islower()
    ):
        return None
    return Named(start, match.end(), OPEN, "both")


def _pronoun(text: str, start: int, end: int) -> Named | None:
    if text[start:end] in ("it", "It") and _empty().match(text, end, end + 16):
        return None
    return Named(start, end, OPEN, "pronoun")


def _triggers() -> dict[str, Callable[[str, int, int], Named | None]]:
    words = actor_words().pronouns
    found: dict[str, Callable[[str, int, int], Named | None]] = {}
    for word in (*words["person"], *words["thing"], *words["several"]):
        found |= {word: _pronoun, word.capitalize(): _pronoun}
    return found | dict.fromkeys(("the", "The", "both", "Both"), _pair)


TAKES_UP = _triggers()


def taken_up(text: str, places: Sequence[Named], names: Gazetteer, two: tuple[str, ...] = ()) -> tuple[Named, ...]:
    """The places with the actors that each takes up; one that takes up nobody is left out."""
    dyad = two or _about(places, names)
    starts = beginnings(text)
    found: list[Named] = []
    block, first = -1, 0
    for place in sorted(places, key=lambda each: each.start):
        here = bisect_right(starts, place.start)
        if here != block:
            block, first = here, len(found)
        if place.actors != OPEN:
            found.append(place)
        elif (actors := _actors(text, place, found[first:], dyad)) and all(actors):
            found.append(replace(place, actors=actors))
    return tuple(each for each in found if each.actors)


def _about(places: Sequence[Named], names: Gazetteer) -> tuple[str, ...]:
    """The two states that a text names most, each by the name it has last; none where it names one."""
    earlier = {then: now for now, then in names.succeeds.items() if now != "SUN"}
    counted = Counter(_state(place.actors[0], earlier) for place in places if place.actors and place.actors != OPEN)
    most = [state for state, count in counted.most_common(2) if count >= LEAST]
    order = [*counted]  # that in which the text names them
    return tuple(sorted(most, key=order.index)) if len(most) == 2 else ()


def _state(actor: str, later: dict[str, str]) -> str:
    state = actor.partition("/")[0]
    return later.get(state, state)


def _actors(text: str, place: Named, before: Sequence[Named], dyad: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a place takes up, by what its paragraph named before it."""
    word = text[place.start : place.end].casefold()
    words = actor_words().pronouns
    if place.how == "both" or word == "both":
        return _two(before, dyad)
    if place.how == "name":
        return _other(text, place, before[-12:], dyad)
    recent = before[-12:]
    if word in words["person"]:
        return next((each.actors for each in reversed(recent) if each.how == "office"), ())
    if word in words["several"]:
        return _several(text, place, recent)
    return _one(text, place, recent)


def _two(before: Sequence[Named], dyad: tuple[str, ...]) -> tuple[str, ...]:
    """The two the text is about, if the paragraph names them or nobody; else its last two."""
    states: list[str] = []
    for each in reversed(before[-20:]):
        if len(each.actors) == 2 and not states:
            return each.actors
        states += [side for actor in each.actors if (side := actor.partition("/")[0]) not in states]
    sides = {*states}
    if dyad and (sides >= {*dyad} or len(sides) < 2):
        return dyad
    return tuple(reversed(states[:2])) if len(states) >= 2 else ()


def _other(text: str, place: Named, recent: Sequence[Named], dyad: tuple[str, ...]) -> tuple[str, ...]:
    """Of the two that the text is about the one that is not named last, in the same sentence or the one before."""
    for each in reversed(recent):
        state = each.actors[0].partition("/")[0] if len(each.actors) == 1 else ""
        if state in dyad and _sentences_between(text, each.end, place.start) < 2:
            return tuple(side for side in dyad if side != state)
    return ()


def _several(text: str, place: Named, recent: Sequence[Named]) -> tuple[str, ...]:
    """They: two named together, or a people, in this sentence or the one before."""
    recent = [each for each in recent if each.actors]
    for number in range(len(recent) - 1, -1, -1):
        each = recent[number]
        if _sentences_between(text, each.end, place.start) > 1:
            return ()
        if len(each.actors) == 2 or each.actors[0].endswith(("/public", "/companies", "/fishermen", "/settlers")):
            return each.actors
        one = recent[number - 1] if number else None
        if one and text[one.end : each.start].strip() in ("and", "and the") and one.actors != each.actors:
            return (*one.actors, *each.actors)
    return ()


def _one(text: str, place: Named, recent: Sequence[Named]) -> tuple[str, ...]:
    """It: the first single actor of its own sentence, else of the sentence before; its: the last of its own."""
    named = [each for each in recent if len(each.actors) == 1 and each.how in ("name", "metonym", "pronoun")]
    single = [each for each in named if not _led(text, each)]
    owner = text[place.start : place.end].casefold() in ("its", "itself")
    for sentences in (0, 1):
        those = [each for each in single if _sentences_between(text, each.end, place.start) == sentences]
        if those:
            return those[-1 if owner and sentences == 0 else 0].actors
    return ()


def _led(text: str, each: Named) -> bool:
    """Whether a preposition leads a name; what may also open a clause (after, since) only where no word follows."""
    if _LED.search(text, max(0, each.start - 14), each.start):
        return True
    opens = _OPENS.search(text, max(0, each.start - 14), each.start)
    return opens is not None and not re.match(r"\s+[a-z]", text[each.end : each.end + 3])


def _sentences_between(text: str, start: int, end: int) -> int:
    """How many sentences end between two places; many for places far apart."""
    if end - start > SENTENCE:
        return 9
    return sum(1 for _ in _ENDS.finditer(text, max(0, start - 1), end))
