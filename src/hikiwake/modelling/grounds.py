"""Grounds: which entries of a dossier can carry a preference, how much they weigh, and whose voice tells them.

A preference statement of a decision maker in an era stands on entries of that actor. The actor is the state named, its
predecessors, and all their parts: governments, persons, factions, publics.

- A **position** carries a statement if it is the actor's and its period overlaps the era.
- An **event** carries one if the actor does it (it is among its sources, or its persons) and it overlaps the era.
- A **claim**, **reading** or **driver** may stand beside these if its text names the actor; a claim must overlap the
  era. It does not carry a statement alone.
- Nothing else is a ground.

The **weight** of grounds is the strength of the strongest position among them, then the number of holders. Acts without
a position count as moderate: nobody says how much they were wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hikiwake.actors import lineage
from hikiwake.dossier import Claim, Dossier, Driver, Entry, Event, Position, Reading
from hikiwake.periods import Period

STRENGTHS = ("weak", "moderate", "strong", "red line")
OF_AN_ACT = STRENGTHS.index("moderate")


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """How much grounds weigh: the place of their greatest strength (0 weak to 3 red line), and how many holders."""

    strength: int
    holders: int


@dataclass(frozen=True)
class Grounds:
    """The entries of a dossier as grounds of one actor in one stretch of time."""

    dossier: Dossier
    actor: str
    period: Period

    @cached_property
    def line(self) -> tuple[str, ...]:
        """The actor and its predecessors."""
        return lineage(self.actor, {each.id: each.succeeds for each in self.dossier.actors if each.succeeds})

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Words that name the actor or a part of it: English names, and the last word of a person's."""
        own = [each for each in self.dossier.actors if self.includes(each.id)]
        return tuple(name.text.split()[-1] if each.kind == "person" else name.text
                     for each in own for name in each.names if name.language == "en")  # fmt: skip

    def includes(self, actor: str) -> bool:
        """Whether someone is the actor, a predecessor, or a part of them."""
        known = self.dossier.actor.get(actor)
        own = actor in self.line or actor.partition("/")[0] in self.line
        return own or (known is not None and known.part_of in self.line)

    def names_actor(self, text: str) -> bool:
        """Whether a text names the actor or a part of it, also as an adjective."""
        return any(re.search(rf"\b{re.escape(name)}", text) for name in self.names)

    def carries(self, entry: Entry) -> bool:
        """Whether an entry can carry a statement: a position of the actor, or an act by it, in the period."""
        if isinstance(entry, Position):
            return self.includes(entry.actor) and self.dossier.lasting(entry).overlaps(self.period)
        return isinstance(entry, Event) and self._acts(entry) and entry.period.overlaps(self.period)

    def _acts(self, event: Event) -> bool:
        return any(self.includes(actor) for actor in (*event.sources, *event.persons))

    def supports(self, entry: Entry) -> bool:
        """Whether an entry may stand beside one that carries a statement."""
        match entry:
            case Claim():
                told = f"{entry.subject} {entry.summary}"
                return entry.as_of.overlaps(self.period) and self.names_actor(told)
            case Reading():
                return self.names_actor(entry.answer)
            case Driver():
                return self.names_actor(f"{entry.summary} {self._variables(entry)}")
        return False

    def _variables(self, driver: Driver) -> str:
        titles = {term.id: term.title for term in self.dossier.case.variables}
        return f"{titles.get(driver.cause, '')} {titles.get(driver.effect, '')}"

    def fault(self, grounds: Iterable[str]) -> str:
        """What is wrong with the grounds of a statement, in words; empty where nothing is."""
        carried = False
        for id_ in grounds:
            entry = self.dossier.by_id.get(id_)
            if entry is None:
                return f'no entry "{id_}"'
            carried = carried or self.carries(entry)
            if not self.carries(entry) and not self.supports(entry):
                return f'"{id_}" is {self._what_is_wrong(entry)}'
        return "" if carried else "no position and no act of the actor among them"

    def _what_is_wrong(self, entry: Entry) -> str:
        if isinstance(entry, Position) and not self.includes(entry.actor):
            return f"a position of {entry.actor}, not of {self.actor}"
        if isinstance(entry, Event) and not self._acts(entry):
            return f"an act by {', '.join(entry.sources) or 'nobody named'}, not by {self.actor}"
        if isinstance(entry, Position | Event):
            return f"of {entry.period.start} to {entry.period.end or 'now'}, outside the era"
        if isinstance(entry, Claim | Reading | Driver):
            return f"no {type(entry).__name__.lower()} that speaks of {self.actor} in this era"
        return f"a {type(entry).__name__.lower()}, which is no ground"


def weight(dossier: Dossier, grounds: Iterable[str]) -> Weight:
    """How much grounds weigh.

    >>> import hikiwake as hw
    >>> weight(hw.load("japan_russia"), ["position-gandhi-2024-012", "event-1956-dulles"])
    Weight(strength=2, holders=3)
    """
    entries = [dossier.by_id[id_] for id_ in grounds]
    strengths = [STRENGTHS.index(each.strength) for each in entries if isinstance(each, Position)]
    holders = {one for each in entries for one in (each.holders if isinstance(each, Event) else (each.holder,))}
    return Weight(max(strengths, default=OF_AN_ACT), len(holders))


def told_by_others(dossier: Dossier, ground: str, actor: str) -> tuple[str, ...]:
    """The voices that tell a ground, where none of them is the actor's own; nothing where one is.

    >>> import hikiwake as hw
    >>> told_by_others(hw.load("japan_russia"), "position-gandhi-2024-012", "USA")
    ('IND',)
    """
    line = lineage(actor, {each.id: each.succeeds for each in dossier.actors if each.succeeds})
    documents = dossier.documents_of(dossier.by_id[ground])
    voices = tuple(dict.fromkeys(dossier.document[id_].voice for id_ in documents))
    return () if any(voice in line for voice in voices) else voices
