"""A negotiation: issues with alternatives, and what each package of them is worth to whom.

A *package* takes one alternative of every issue. A *voice*, a party or a constituency inside one, has a weight for
every issue and an evaluation of every alternative; a package is worth to it the sum of weight times evaluation. Under
the reading ``scaled`` the evaluation is first divided by the best of its issue. A voice accepts a package that is
worth to it at least its *level*: a number, or what a reference package is worth to it. Of a party the level is its
reservation, of a constituency its floor. Whatever is given as an interval, or as an order, is known no better than
that.

Reference: Raiffa (1982), The Art and Science of Negotiation, chapters 10 and 11; Putnam (1988), International
Organization 42(3), 427-460.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from hikiwake.conflict.model.statements import Statement

Package: TypeAlias = tuple[int, ...]  # the place of an alternative, for every issue
Part: TypeAlias = tuple[tuple[int, int], ...]  # issues, each with the place of an alternative
Reading = Literal["raw", "scaled"]
READINGS: tuple[Reading, ...] = ("raw", "scaled")


class Range(NamedTuple):
    """A number that is known to lie between two others; where they are equal it is known."""

    low: Fraction
    high: Fraction

    @property
    def middle(self) -> Fraction:
        """Half-way between both ends."""
        return (self.low + self.high) / 2

    @property
    def is_known(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high


Level: TypeAlias = Range | Package


@dataclass(frozen=True, slots=True)
class Issue:
    """What is negotiated about, with the alternatives that there are; none where it can only be divided."""

    id: str
    alternatives: tuple[str, ...]
    title: str = ""
    titles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The title where there is one, else the id."""
        return self.title or self.id

    def called(self, at: int) -> str:
        """The title of an alternative where it has one, else its id."""
        return (self.titles[at] if self.titles else "") or self.alternatives[at]


@dataclass(frozen=True, slots=True)
class Order:
    """Alternatives from the best to the worst, in groups of equals; each may stand ``about`` places from there.

    between: where evaluations are told as well, between which numbers that of each alternative lies. Then only what
    stands in different groups is ordered: those of one group, and those that the order leaves out, may be either way
    """

    groups: tuple[tuple[int, ...], ...]
    about: int = 0
    between: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Stake:
    """What one issue is to one voice: its weight, and an evaluation for every alternative, or their order alone."""

    weight: Range
    evaluations: tuple[Range, ...] | Order = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who evaluates packages: a stake in every issue, and the level from which a package is accepted.

    grounds: the ids of the entries on which the evaluations of an issue stand, by the id of the issue, and those of the
    level, under ``level``; particular: those of a single alternative, by issue and alternative; inferred: why the
    evaluations of an issue, or that of one of its alternatives, say more than their grounds
    """

    name: str
    stakes: tuple[Stake, ...]
    level: Level
    reading: Reading = "raw"
    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    particular: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    inferred: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)

    def grounds_of(self, issue: str, alternative: str) -> tuple[str, ...]:
        """The entries on which an evaluation stands: its own where some are told, else those of its issue."""
        own = any(key[0] == issue for key in self.particular)
        return self.particular.get((issue, alternative), ()) if own else self.grounds.get(issue, ())

    def inferred_of(self, issue: str, alternative: str) -> str:
        """Why an evaluation says more than its grounds; nothing where it does not."""
        told = self.inferred.get(issue, "")
        return told if isinstance(told, str) else told.get(alternative, "")


@dataclass(frozen=True, slots=True)
class Ratification:
    """When constituencies ratify: the votes of those that accept a package reach the quota."""

    votes: tuple[Fraction, ...]
    quota: Fraction


@dataclass(frozen=True, slots=True)
class Party:
    """A side: its own voice, its constituencies, how these ratify, and its level by era, earlier ones first.

    rivals: its voice as other holders tell it, each under the holder's name
    """

    voice: Voice
    constituencies: tuple[Voice, ...] = ()
    ratification: Ratification = Ratification((), Fraction(0))
    levels: tuple[tuple[str, Level], ...] = ()
    rivals: tuple[Voice, ...] = ()

    @property
    def name(self) -> str:
        """What the party is called."""
        return self.voice.name


@dataclass(frozen=True, slots=True)
class Clash:
    """Alternatives that do not go together: no package has one of the given ones of every issue that is named.

    said: how the rule reads, for sentences
    """

    alternatives: tuple[tuple[int, frozenset[int]], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Link:
    """Issues that the record ties to each other, with the entries that say so, and what they say."""

    issues: tuple[int, ...]
    grounds: tuple[str, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A package that has a name, with the entries that tell of it."""

    name: str
    package: Package
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Issues, parties, which alternatives clash, where all stands now, and to which states packages belong.

    links: which issues the record ties together; tabled: packages that have a name, such as one that was on the table
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    clashes: tuple[Clash, ...] = ()
    status_quo: Package | None = None
    title: str = ""
    conflict: str = ""
    states: tuple[tuple[Part, Statement], ...] = ()
    links: tuple[Link, ...] = ()
    tabled: tuple[Tabled, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parties."""
        return tuple(party.name for party in self.parties)

    @property
    def eras(self) -> tuple[str, ...]:
        """The eras in which some party's reservation is told, in the order of the file."""
        return tuple(dict.fromkeys(era for party in self.parties for era, _ in party.levels))

    @property
    def count(self) -> int:
        """How many packages there are, those that clash included."""
        count = 1
        for issue in self.issues:
            count *= len(issue.alternatives)
        return count

    def named(self, package: Package) -> dict[str, str]:
        """A package as the ids of its issues with the alternatives that it takes."""
        return {issue.id: issue.alternatives[at] for issue, at in zip(self.issues, package, strict=True)}
