"""Who and what a question names: every name of an actor or a place finds all its others, whichever side uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.actors import Actor
from hikiwake.documents import Document
from hikiwake.dossier.case import Case
from hikiwake.vocabulary import families
from hikiwake.vocabulary.actors import actor_families

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&|und|et|и)\s+")
_BODY = re.compile(r"\b(?:of|for|on|the|and)\b", re.IGNORECASE)  # the last word of such a name is no family's
_PROPER = ("state", "organisation", "person", "author", "company")  # of the others a name is a description


@dataclass(frozen=True, slots=True)
class Named:
    """One actor or place: all its names, those of its predecessor or successor, and the documents it is author of."""

    names: tuple[str, ...]
    kin: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Names:
    """The names that a case, and the general tables of actors and aliases, know."""

    def __init__(self, case: Case, actors: Iterable[Actor], documents: Iterable[Document] = ()) -> None:
        """Join the names of each actor and place with those of the general tables, and note who is an author."""
        actors, written = list(actors), _written(documents)
        known = {actor.id: tuple(_names_of(actor)) for actor in actors}
        groups = [*known.values(), *(tuple(name.text for name in place.names) for place in case.places)]
        groups = [*groups, *actor_families(), *families("aliases"), *written]
        acting = {key(name) for actor in actors if actor.kind != "author" for name in known[actor.id]}
        self._named: dict[tuple[str, ...], Named] = {}
        for group in _joined(groups):
            keys = {key(name) for name in group}
            own = (ids for names, ids in written.items() if not keys & acting and keys.intersection(map(key, names)))
            named = Named(group, self._kin(group, actors, known), tuple(id_ for ids in own for id_ in ids))
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


def _written(documents: Iterable[Document]) -> dict[tuple[str, ...], list[str]]:
    """The names of each author, in full and the family name alone, with the documents."""
    found: dict[tuple[str, ...], list[str]] = {}
    for document in documents:
        for author in filter(None, map(str.strip, _BETWEEN.split(document.author))):
            found.setdefault(_author_names(author), []).append(document.id)
    return found


def _author_names(author: str) -> tuple[str, ...]:
    """``Berg, Nils`` and ``Nils Berg`` are one, and found as ``Berg``; a name of five words or more is a body's."""
    family, comma, given = author.partition(", ")
    words = author.split()
    if comma:
        return f"{given} {family}", author, family
    single = len(words) <= 4 and words[-1][:1].isupper() and not _BODY.search(author)
    return (author, words[-1]) if single else (author,)


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
