"""Who acts: states, governments, factions, publics, persons, with names by language and side, succession, offices.

Ids are ISO 3166 alpha-3 codes for states (``JPN``), ``SUN`` for the Soviet Union, plain words for bodies (``G7``), and
below the state a slash (``RUS/public``). A dyad of two states includes the predecessors of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hikiwake.periods import Period

SPEAKING = ("state", "government", "ministry")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: the language it is in, the side that uses it (empty for all), and the words.

    >>> Name.parse("ru@RUS:Кунашир")
    Name(language='ru', side='RUS', text='Кунашир')
    """

    language: str
    side: str
    text: str

    @classmethod
    def parse(cls, text: str) -> Name:
        """Read ``en:Japan`` or ``ru@RUS:Итуруп``. Raises ``ValueError`` without a language or a name."""
        tag, colon, words = text.partition(":")
        language, _, side = tag.partition("@")
        if not colon or not language.strip() or not words.strip():
            raise ValueError(f"{text!r} is not a name: write language:name or language@SIDE:name")
        return cls(language.strip(), side.strip(), words.strip())

    def __str__(self) -> str:
        """The name as it stands in a cell."""
        return f"{self.language}@{self.side}:{self.text}" if self.side else f"{self.language}:{self.text}"


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: its title, the actor it belongs to, and the period it was held.

    >>> Office.parse("prime minister|JPN|2012-12-26/2020-09-16").of
    'JPN'
    """

    title: str
    of: str
    period: Period

    @classmethod
    def parse(cls, text: str) -> Office:
        """Read ``title|actor|period``. Raises ``ValueError`` when a part is missing or the period is none."""
        parts = [part.strip() for part in text.split("|")]
        if len(parts) != 3 or not all(parts):
            raise ValueError(f"{text!r} is not an office: write title|actor|period, as in prime minister|JPN|2020/2021")
        return cls(parts[0], parts[1], Period.parse(parts[2]))

    def __str__(self) -> str:
        """The office as it stands in a cell."""
        end = "" if self.period.end is None else str(self.period.end)
        return f"{self.title}|{self.of}|{self.period.start}/{end}"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who can act or want: its kind, what it is part of, whom it succeeds, its names and offices."""

    id: str
    kind: str
    part_of: str = ""
    succeeds: str = ""
    names: tuple[Name, ...] = ()
    offices: tuple[Office, ...] = ()

    def name(self, language: str = "en", side: str = "") -> str:
        """The name in a language, preferring the one a side uses; the id where there is none.

        >>> Actor("RUS", "state", names=(Name("en", "", "Russia"),)).name()
        'Russia'
        """
        fitting = [name for name in self.names if name.language == language]
        preferred = [name for name in fitting if name.side == side] or fitting or list(self.names)
        return preferred[0].text if preferred else self.id

    @property
    def state(self) -> str:
        """The state or body an actor belongs to: what stands before the slash of its id."""
        return self.id.partition("/")[0]

    def speaks_in(self, period: Period) -> bool:
        """Whether an actor speaks for its state: the state, its government or a ministry, or who then held an office.

        >>> Actor("RUS/public", "public").speaks_in(Period.parse("1990"))
        False
        """
        return self.kind in SPEAKING or any(office.period.overlaps(period) for office in self.offices)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors whose relation is looked at, each with its predecessors.

    >>> Dyad.between("JPN", "RUS", {"RUS": "SUN"}).second
    ('RUS', 'SUN')
    """

    first: tuple[str, ...]
    second: tuple[str, ...]

    @classmethod
    def between(cls, first: str, second: str, succeeds: Mapping[str, str]) -> Dyad:
        """The dyad of two actors; ``succeeds`` maps an actor's id to the id of the one it succeeds."""
        return cls(lineage(first, succeeds), lineage(second, succeeds))

    def joins(self, sources: Iterable[str], targets: Iterable[str]) -> bool:
        """Whether an act goes from one side of the dyad to the other.

        >>> Dyad(("JPN",), ("RUS", "SUN")).joins(["SUN"], ["JPN"])
        True
        """
        sources, targets = list(sources), list(targets)
        return self.leads(sources, targets) or self.turned.leads(sources, targets)

    def leads(self, sources: Iterable[str], targets: Iterable[str]) -> bool:
        """Whether an act goes from the first side of the dyad to the second.

        >>> Dyad(("JPN",), ("RUS", "SUN")).leads(["SUN"], ["JPN"])
        False
        """
        states = ({actor.partition("/")[0] for actor in actors} for actors in (sources, targets))
        return all(not found.isdisjoint(side) for found, side in zip(states, (self.first, self.second), strict=True))

    @property
    def turned(self) -> Dyad:
        """The same dyad from the other side."""
        return Dyad(self.second, self.first)


def lineage(actor: str, succeeds: Mapping[str, str]) -> tuple[str, ...]:
    """An actor and its predecessors, latest first; a circle of successions is cut where it closes.

    >>> lineage("RUS", {"RUS": "SUN"})
    ('RUS', 'SUN')
    """
    line = [actor]
    while (earlier := succeeds.get(line[-1], "")) and earlier not in line:
        line.append(earlier)
    return tuple(line)
