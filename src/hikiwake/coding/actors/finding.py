"""Who is named where: names, offices and seats first, then what takes them up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hikiwake.coding.actors.choosing import Times, chosen
from hikiwake.coding.actors.gazetteer import WORD, Gazetteer, Sense, gazetteer
from hikiwake.coding.actors.named import Named
from hikiwake.coding.actors.phrases import another_person, phrase
from hikiwake.coding.actors.taking_up import TAKES_UP, taken_up
from hikiwake.coding.times import Dated

LONGEST_NAME = 90  # characters
_GAP = re.compile(r"[\s.'’/-]{1,3}")
_AT = re.compile(
    r"\b(?:in|at|near|outside|around|over|through|via|into|across|city\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
_NAMED_AFTER = re.compile(
    r"(?:\s+[A-Z][\w’'-]+){0,2}\s+(?:(?i:agreements?|accords?|treat(?:y|ies)|declaration|conventions?|protocols?|pact|conference"
    r"|summit|process|award|charter|communiqu[ée]|talks|round|principles|memorandum|statement|plan)\b|Act\b|Post\b|Times\b)"
)
_SMALL = "|".join(["al", "el", "de", *(word for word in TAKES_UP if word.islower())])
_BEGINNING = re.compile(rf"\b(?:[^\W\d_a-z]\w*|(?:{_SMALL})\b)")
_PARTICLE = frozenset(["de", "la", "al", "von", "van", "bin", "el", "the", "of"])


@dataclass
class _Reading:
    """What is known while a text is read: where each actor stood last, and the persons that it introduced itself."""

    text: str
    names: Gazetteer
    times: Times
    last: dict[str, int] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    full: set[str] = field(default_factory=set)


def named(
    text: str, dated: Sequence[Dated] = (), names: Gazetteer | None = None, two: tuple[str, ...] = ()
) -> tuple[Named, ...]:
    """Whom a text names, in order; ``dated`` are its times, which tell who was in office, and what a capital stood for.

    ``two`` are those whom "both sides" are, where it is known; else they are the two that the text names most.

    >>> text = "In 1956 Moscow offered Japan two islands. Both sides signed."
    >>> from hikiwake.coding.times import times
    >>> [(each.actors, each.how) for each in named(text, times(text))]
    [(('SUN',), 'metonym'), (('JPN',), 'name'), (('SUN', 'JPN'), 'both')]
    """
    reading = _Reading(text, names or gazetteer(), Times(text, dated))
    found: list[Named] = []
    for each in _places(reading):
        if found and each.start < found[-1].end:
            continue
        found.append(each)
    return taken_up(text, found, reading.names, two)


def _places(reading: _Reading) -> Iterator[Named]:
    """Each place that names an actor, or that takes one up (its actors still to be found)."""
    text, lengths = reading.text, reading.names.lengths
    spaceless = [*_spaceless(reading)]
    done = 0
    for word in _BEGINNING.finditer(text):
        start, first = word.start(), word.group()
        if start < done:
            continue
        there: Named | None = None
        if first in lengths or first in reading.persons:
            there = _name(reading, start, first)
        if there is None and first in TAKES_UP:
            there = TAKES_UP[first](text, start, word.end())
        elif "\u0400" <= first[0] <= "\u04ff":
            there = _stem(reading, start, first)
        if there:
            done = there.end
            if there.actors != ("",):
                yield there
    yield from spaceless


def _name(reading: _Reading, start: int, first: str) -> Named | None:
    """The longest name that begins at a place, with the phrase around it."""
    text, names = reading.text, reading.names
    lengths = names.lengths.get(first, ())
    ends, words = [start + len(first)], [first]
    if lengths and lengths[0] > 1:
        for word in WORD.finditer(text, ends[0], start + LONGEST_NAME):
            if len(words) == lengths[0] or not _GAP.fullmatch(text, ends[-1], word.start()):
                break
            words.append(word.group())
            ends.append(word.end())
    for length in lengths:
        if length <= len(ends) and (senses := names.senses.get(" ".join(words[:length]))) is not None:
            end = ends[length - 1]
            return _meant(reading, senses, start, end) if senses else Named(start, end, ("",), "name")
    if first in reading.persons:
        return Named(start, start + len(first), (reading.persons[first],), "office")
    return None


def _meant(reading: _Reading, senses: tuple[Sense, ...], start: int, end: int) -> Named | None:
    """What a name means at its place, if it means an actor there."""
    text = reading.text
    sense = chosen(senses, start, reading.times, reading.last)
    if sense is None:  # a person out of office: nobody's voice, but one whom "he" may take up
        return Named(start, end, (), "office")
    if sense.how == "office":
        return _person(reading, sense, start, end)
    if sense.wary and another_person(text, start, end):
        return None
    around = phrase(text, start, end)
    if sense.how == "metonym" and around.end == end and _is_place(text, start, end):
        return Named(start, end, ("",), "metonym")
    reading.last[sense.actor] = start
    if around.person:
        _introduce(reading, around.person, sense.actor)
    actor = f"{sense.actor}/{around.part}" if around.part and "/" not in sense.actor else sense.actor
    return Named(around.start, around.end, (actor,), "office" if around.person else sense.how)


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a seat of government is only a place: "in Lima", "the Lima Agreement"."""
    return bool(_AT.search(text, max(0, start - 16), start) or _NAMED_AFTER.match(text, end, end + 40))


def _person(reading: _Reading, sense: Sense, start: int, end: int) -> Named | None:
    """A person by full name; by the family's alone only where it cannot be another, or was told in full before."""
    family = reading.text[start:end].rsplit(None, 1)[-1]
    if sense.full:
        reading.full.update(reading.text[start:end].split())
    elif family not in reading.full and not _plain(reading.text, start, end, wary=sense.wary):
        return None
    reading.full.add(family)
    reading.last[sense.actor] = start
    return Named(start, end, (sense.actor,), "office")


_TITLE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|PM|[Pp]remier|[Ss]ecretary|[Cc]hancellor|[Ll]eader|[Kk]ing|Mr\.?|Mrs\.?|Ms\.?)\s+$"
)


def _plain(text: str, start: int, end: int, *, wary: bool) -> bool:
    """Whether a family name may stand for the person it belongs to."""
    return not another_person(text, start, end) and (not wary or _titled(text, start))


def _titled(text: str, start: int) -> bool:
    return _TITLE.search(text, max(0, start - 14), start) is not None


def _introduce(reading: _Reading, person: str, actor: str) -> None:
    """Remember the names of a person whom the text says to speak for an actor."""
    for word in person.split():
        if len(word) > 2 and word.casefold() not in _PARTICLE and word not in reading.names.lengths:
            reading.persons.setdefault(word.removesuffix("’s").removesuffix("'s"), actor)


def _stem(reading: _Reading, start: int, word: str) -> Named | None:
    """A name of a language with endings, by the beginning of the word."""
    for length in range(len(word), max(3, len(word) - 6), -1):
        senses = reading.names.stems.get(word[:length])
        if senses and (sense := chosen(senses, start, reading.times, reading.last)):
            reading.last[sense.actor] = start
            return Named(start, start + len(word), (sense.actor,), sense.how)
    return None


def _spaceless(reading: _Reading) -> Iterator[Named]:
    """Names of languages without spaces, wherever they stand."""
    if reading.text.isascii():
        return
    for match in reading.names.spaceless.finditer(reading.text):
        sense = chosen(reading.names.senses[match.group()], match.start(), reading.times, reading.last)
        if sense:
            yield Named(match.start(), match.end(), (sense.actor,), sense.how)
