"""The triggers of acts, by the first of their words: verbs in all their forms with frames, and nouns.

A frame says which words its subject and object must contain; the most particular that fits holds, then the first in
the table. The tables are ``verbs.csv``, ``nouns.csv`` and ``classes.toml`` in ``vocabulary/acts/``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from hikiwake.coding.acts.inflection import forms
from hikiwake.vocabulary.acts import classes, rows

ACTOR = ("@actor", "@person")  # in the place of a word: a party has to stand there, or one named by a person
PERSONAL = frozenset(["office", "pronoun"])


@dataclass(frozen=True, slots=True)
class Slot:
    """What a subject or an object must contain: a word of each set, or a party, or a party named by a person.

    ``asks`` is whether it asks for anything, ``any_of`` all the words that it may ask for.
    """

    words: tuple[frozenset[str], ...] = ()
    party: bool = False
    person: bool = False
    asks: bool = field(init=False)
    any_of: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Note once what is asked of every sentence."""
        object.__setattr__(self, "asks", bool(self.words) or self.party or self.person)
        object.__setattr__(self, "any_of", frozenset().union(*self.words))

    def fits(self, there: frozenset[str], hows: frozenset[str]) -> bool:
        """Whether these words fill the slot, or parties among them that are named in these ways."""
        if (self.party and hows) or (self.person and not hows.isdisjoint(PERSONAL)):
            return True
        return bool(self.words) and not any(each.isdisjoint(there) for each in self.words)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what it means among certain words: the likelier type and another, mode, and how sure it is."""

    verb: str
    subject: Slot
    object: Slot
    types: tuple[str, ...]
    mode: str
    weight: float

    @property
    def special(self) -> int:
        """How much it asks for: the more, the earlier it is tried."""
        return 2 * self.object.asks + len(self.object.words) + 3 * self.subject.asks


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb as a trigger: the words after the first, what the form may be, and its frames in order.

    ``asks`` is whether any frame asks for a subject or an object.
    """

    lemma: str
    rest: tuple[str, ...]
    form: str
    frames: tuple[Frame, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as a trigger. ``strength``: strong, weak (needs a light verb, a date or two parties), of (its object)."""

    words: tuple[str, ...]
    types: tuple[str, ...]
    mode: str
    weight: float
    strength: str


def slot(cell: str) -> Slot:
    """Read a cell of ``verbs.csv``: classes or words, ``|`` for any of them, ``&`` for one of each.

    >>> slot("joint&drill").fits(frozenset({"bilateral", "exercise"}), frozenset())
    True
    """
    known = classes()
    alternatives = [part for part in cell.split("&") if part]
    sets = (
        [known.get(word, frozenset({word})) for word in part.split("|") if word not in ACTOR] for part in alternatives
    )
    words = tuple(frozenset().union(*each) for each in sets if each)
    party, person = (word in cell.split("|") for word in ACTOR)
    return Slot(words, party, person)


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """The verbs by the first word of each of their forms, those of several words first."""
    frames: dict[str, list[Frame]] = {}
    for row in rows("verbs"):
        types = tuple(name for name in (row["type"], row["also"]) if name)
        slots = slot(row["subject"]), slot(row["object"])
        for verb in row["verb"].split("|"):
            frames.setdefault(verb, []).append(Frame(verb, *slots, types, row["mode"], float(row["weight"])))
    found: dict[str, list[Verb]] = {}
    for verb, its in frames.items():
        first, *rest = verb.split()
        ordered = tuple(sorted(its, key=lambda frame: -frame.special))
        asks = any(frame.object.asks or frame.subject.asks for frame in its)
        for form, letters in forms(first).items():
            found.setdefault(form, []).append(Verb(verb, tuple(rest), letters, ordered, asks))
    return {form: tuple(sorted(its, key=lambda each: -len(each.rest))) for form, its in found.items()}


@cache
def past_forms() -> frozenset[str]:
    """The forms of verbs that are a past and nothing else: what follows one is no verb ("sent armed men")."""
    return frozenset(form for form, its in verbs().items() if not any(set(each.form) & set("bsg") for each in its))


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """The nouns by their first word, the longest first."""
    found: dict[str, list[Noun]] = {}
    for row in rows("nouns"):
        types = tuple(name for name in (row["type"], row["also"]) if name)
        for words in sorted({form for noun in row["noun"].split("|") for form in _numbers(noun)}):
            found.setdefault(words[0], []).append(
                Noun(words, types, row["mode"], float(row["weight"]), row["strength"])
            )
    return {first: _longest_first(its) for first, its in found.items()}


def _numbers(noun: str) -> list[tuple[str, ...]]:
    """A noun, and its plural where it is not one."""
    *before, last = noun.split()
    plural = f"{last[:-1]}ies" if last.endswith("y") and last[-2] not in "aeiou" else f"{last}s"
    plural = f"{last}es" if last.endswith(("sh", "ch", "ss", "x")) else plural
    return [(*before, last)] if last.endswith("s") and not last.endswith("ss") else [(*before, last), (*before, plural)]


def _longest_first(its: Iterable[Noun]) -> tuple[Noun, ...]:
    return tuple(sorted(its, key=lambda each: -len(each.words)))


@cache
def triggers() -> frozenset[str]:
    """Every word with which a trigger may begin."""
    return frozenset(verbs()) | frozenset(nouns())
