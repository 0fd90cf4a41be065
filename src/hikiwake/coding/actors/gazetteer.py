"""The gazetteer: whom a name may mean, and when.

It is made from the tables of states, bodies and offices, with a case's own actors joined in. A name is looked up by its
words; that one name may mean several (a capital of two states, one family in two offices) is settled by the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from hikiwake.actors import Actor
from hikiwake.periods import Period
from hikiwake.vocabulary.actors import actor_rows, actor_words, office_rows, state_named

WORD = re.compile(r"\w+")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a name: the actor, how it is named, and the days between which it may be meant.

    ``full`` is set for a person's name with more than the family's; ``wary`` for a name that others bear too.
    """

    actor: str
    how: str
    first: date = date.min
    last: date | None = None
    full: bool = False
    wary: bool = False

    def fits(self, period: Period) -> bool:
        """Whether it may be meant in a period."""
        return self.first <= period.last and (self.last is None or period.start <= self.last)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Senses by name, its words with one space between; how many words names have, by the first of them.

    ``stems`` are beginnings of words of languages with endings, ``spaceless`` names of languages without spaces.
    """

    senses: dict[str, tuple[Sense, ...]]
    lengths: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[Sense, ...]]
    spaceless: re.Pattern[str]
    succeeds: dict[str, str]


def gazetteer(actors: Iterable[Actor] = ()) -> Gazetteer:
    """The gazetteer of the tables, with the names and offices of a case's own actors joined in.

    >>> [sense.actor for sense in gazetteer().senses["Kremlin"]]
    ['SUN', 'RUS']
    """
    return _made(tuple(actors))


@lru_cache(maxsize=8)
def _made(actors: tuple[Actor, ...]) -> Gazetteer:
    senses: dict[str, list[Sense]] = {}
    own = _own_ids(actors)
    of_tables = (
        (name, replace(sense, actor=_own(sense.actor, own))) for name, sense in (*_of_tables(), *_of_offices())
    )
    for name, sense in [*_of_actors(actors), *of_tables]:
        there = senses.setdefault(key(name), [])
        if sense not in there:
            there.append(sense)
    for phrase in actor_words().not_actors:
        senses[key(phrase)] = []
    plain = {name: tuple(those) for name, those in senses.items() if name and not _foreign(name)}
    spaceless = sorted((name for name in senses if _SPACELESS.search(name)), key=len, reverse=True)
    return Gazetteer(
        senses=plain | {name: tuple(senses[name]) for name in spaceless},
        lengths=_lengths(plain),
        stems={name: tuple(those) for name, those in senses.items() if _CYRILLIC.match(name)},
        spaceless=re.compile("|".join(map(re.escape, spaceless)) or r"(?!)"),
        succeeds={_own(row.id, own): _own(row.succeeds, own) for row in actor_rows() if row.succeeds},
    )


def _own_ids(actors: tuple[Actor, ...]) -> dict[str, str]:
    """The ids of a case for states that the tables have under another; who bears an id of the tables is that state."""
    taken = {actor.id for actor in actors}
    known = {row.id for row in actor_rows()}
    named = [(state_named(name.text), actor.id) for actor in actors if _is_state(actor) for name in actor.names]
    return {state: id_ for state, id_ in reversed(named) if state and state not in taken and id_ not in known}


def _is_state(actor: Actor) -> bool:
    return actor.kind == "state" and "/" not in actor.id


def _own(actor: str, own: dict[str, str]) -> str:
    """The id of an actor, or of a part of one, as the case has it."""
    state, slash, part = actor.partition("/")
    return f"{own.get(state, state)}{slash}{part}"


def key(name: str) -> str:
    """A name as its words with one space between.

    >>> key("U.S.")
    'U S'
    """
    return " ".join(WORD.findall(name))


def _foreign(name: str) -> bool:
    return bool(_SPACELESS.search(name) or _CYRILLIC.match(name))


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How many words the names have that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        words = name.split()
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _of_tables() -> Iterator[tuple[str, Sense]]:
    wary = actor_words().wary
    for row in actor_rows():
        named = [(name, "name") for name in (*row.names, *row.peoples)] + [(seat, "metonym") for seat in row.seats]
        for name, how in named:
            yield name, Sense(row.id, how, row.first, row.last, wary=name in wary)
            if how == "name" and len(name) > 4 and name.isascii():
                yield name.upper(), Sense(row.id, how, row.first, row.last)


def _of_offices() -> Iterator[tuple[str, Sense]]:
    wary = actor_words().wary
    for row in office_rows():
        for name in row.names:
            full = " " in name
            yield name, Sense(row.actor, "office", row.first, row.last, full, name in wary)


def _of_actors(actors: Iterable[Actor]) -> Iterator[tuple[str, Sense]]:
    """The names of a case's own actors; a person stands for the actor whose office it held, or that it is part of."""
    for actor in actors:
        if actor.kind == "author":
            continue
        for name in actor.names:
            held = [(office.of, office.period.start, office.period.end) for office in actor.offices]
            for of, first, last in held or [(_meant(actor), date.min, None)]:
                how = "office" if actor.kind == "person" else "name"
                yield name.text, Sense(of, how, first, last, " " in name.text)


def _meant(actor: Actor) -> str:
    return actor.part_of or actor.state if actor.kind == "person" else actor.id
