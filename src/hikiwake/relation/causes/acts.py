"""A kind of act by which a variable is told: of which types, whose and towards whom, about what, in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hikiwake.actors import lineage
from hikiwake.dossier import Dossier, Event, Variable
from hikiwake.vocabulary.indicators import CLASSES, types_of


@dataclass(frozen=True, slots=True)
class Indicator:
    """Acts of some types from some actors to others; ``issues`` is what they are about, none for anything.

    acts: no type means any, and none. less: the types that tell less of it. mutual: acts in any direction between those
    that are named; together: what both do at once. No source, or no target, means anybody. words: the summary has one.
    """

    acts: frozenset[str]
    less: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    mutual: bool
    issues: frozenset[str] = frozenset()
    together: bool = False
    words: tuple[str, ...] = ()

    def tells(self, event: Event, *, less: bool = False) -> bool:
        """Whether an event is one of these acts, or of those that tell less of it."""
        types = self.less if less else self.acts
        about = not self.issues or not self.issues.isdisjoint(event.issues)
        return (event.type in types or not types) and about and self._parties(event) and self._says(event.summary)

    def _parties(self, event: Event) -> bool:
        sources, targets = _with_states(event.sources), _with_states(event.targets)
        there, back = self._leads(sources, targets), self._leads(targets, sources)
        if self.together:
            return there and back
        if self.mutual or not (self.sources and self.targets):
            return there or (self.mutual and back)
        return there and not back  # what both do is no act of one of them

    def _leads(self, sources: set[str], targets: set[str]) -> bool:
        return _among(sources, self.sources) and _among(targets, self.targets)

    def _says(self, summary: str) -> bool:
        return not self.words or any(_words(each).search(summary) for each in self.words)


def stated(dossier: Dossier, variable: Variable) -> Indicator:
    """The kind of act that a case says a variable is told by.

    >>> import hikiwake as hw
    >>> dossier = hw.load("japan_russia")
    >>> talks = next(each for each in dossier.case.variables if each.id == "negotiations")
    >>> found = stated(dossier, talks)
    >>> sorted(found.acts), sorted(found.less), found.mutual
    (['AGREE', 'CONSULT'], ['REJECT'], True)
    """
    succeeds = {actor.id: actor.succeeds for actor in dossier.actors if actor.succeeds}
    pair = variable.between or variable.together
    sides = (pair[:1], pair[1:]) if pair else (variable.by, variable.towards)
    first, second = (frozenset(each for id_ in ids for each in lineage(id_, succeeds)) for ids in sides)
    return Indicator(
        types_of(variable.acts),
        types_of(variable.less),
        first,
        second,
        bool(variable.between),
        frozenset(variable.issues),
        bool(variable.together),
        variable.words,
    )


def quads(types: frozenset[str]) -> str:
    """What types are called together: cooperation or conflict where they are all of these, else their words.

    >>> quads(frozenset(["SANCTION"]))
    'SANCTION'
    """
    for name in CLASSES:
        if types == types_of([name]):
            return name
    return ", ".join(sorted(types))


@cache
def _words(said: str) -> re.Pattern[str]:
    """Words as they stand in a text, whole, with any spaces between and in any case."""
    spaced = r"\s+".join(map(re.escape, said.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _with_states(ids: tuple[str, ...]) -> set[str]:
    """Actors, with the states and bodies that they belong to."""
    return {each for id_ in ids for each in (id_, id_.partition("/")[0])}


def _among(actors: set[str], wanted: frozenset[str]) -> bool:
    return not wanted or not wanted.isdisjoint(actors)
