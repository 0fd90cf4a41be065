"""Who and what a question names: every name of an actor or a place finds all its others, whichever side uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.actors import Actor
from hikiwake.dossier.case import Case
from hikiwake.vocabulary import families

_WORD = re.compile(r"[^\W_]+")
_PROPER = ("state", "organisation", "person", "author", "company")  # of the others a name is a description


@dataclass(frozen=True, slots=True)
class Named:
    """One actor or place: all its names, and those of its predecessor or successor."""

    names: tuple[str, ...]
    kin: tuple[str, ...] = ()


class Names:
    """The names that a case, and the general table of aliases, know."""

    def __init__(self, case: Case, actors: Iterable[Actor]) -> None:
        """Join the names of each actor and place with the aliases of the general table."""
        actors = list(actors)
        known = {actor.id: tuple(_names_of(actor)) for actor in actors}
        groups = [*known.values(), *(tuple(name.text for name in place.names) for place in case.places)]
        groups = [*groups, *families("aliases")]
        self._named: dict[tuple[str, ...], Named] = {}
        for group in _joined(groups):
            named = Named(group, self._kin(group, actors, known))
            self._named |= {key(name): named for name in group if key(name)}
        self.longest = max(map(len, self._named), default=0)

    @staticmethod
    def _kin(group: tuple[str, ...], actors: list[Actor], known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        line = [(actor.id, actor.succeeds) for actor in actors if actor.succeeds in known]
        pairs = [*line, *((earlier, later) for later, earlier in line)]
        return tuple(name for one, other in pairs if {*known[one]} & {*group} for name in known[other])

    def at(self, words: tuple[str, ...]) -> Named | None:
        """Whom the words name as a whole, or ``None``."""
        return self._named.get(tuple(word.casefold() for word in words))

    def within(self, text: str) -> Iterator[tuple[str, Named]]:
        """The names in another script that stand in an unspaced text, longest first."""
        spaceless = sorted((name for name in self._named if not name[0].isascii() and len(name) == 1), key=_length)
        yield from ((name[0], self._named[name]) for name in reversed(spaceless) if name[0] in text)


def key(name: str) -> tuple[str, ...]:
    """A name as its words, case-folded.

    >>> key("U.S.")
    ('u', 's')
    """
    return tuple(word.casefold() for word in _WORD.findall(name))


def _length(name: tuple[str, ...]) -> int:
    return len(name[0])


def _names_of(actor: Actor) -> Iterator[str]:
    """An actor's proper names; of a person also the family name alone."""
    for name in actor.names if actor.kind in _PROPER else ():
        yield name.text
        words = name.text.split()
        if actor.kind in ("person", "author") and 1 < len(words) <= 4 and words[-1][:1].isupper():
            yield words[-1]


def _joined(groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The groups, those that share a name made one."""
    home: dict[tuple[str, ...], list[str]] = {}
    for group in groups:
        keys = [each for each in map(key, group) if each]
        met = next((home[each] for each in keys if each in home), [])
        met += [name for name in group if name not in met]
        home |= {each: met for each in keys if each not in home}
    yield from {id(group): tuple(group) for group in home.values()}.values()
