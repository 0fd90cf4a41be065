"""Packages that have a name: between which numbers each lies for every party, and who accepts it, surely or perhaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from hikiwake.settlement.packages.listing.worth import scale_of
from hikiwake.settlement.packages.negotiation import Negotiation, Package, Party
from hikiwake.settlement.packages.uncertain.draws import Drawn
from hikiwake.settlement.packages.uncertain.intervals import bounding
from hikiwake.settlement.shares import Share

Sure = Literal["yes", "perhaps", "no"]


@dataclass(frozen=True, slots=True)
class Gain:
    """How far a package lies above the reservation of a party: at least, at the middle of what is told, at most."""

    low: float
    middle: float
    high: float

    @property
    def accepts(self) -> Sure:
        """Whether the party accepts the package, whatever is true inside the intervals."""
        return "yes" if self.low >= 0 else "no" if self.high < 0 else "perhaps"


@dataclass(frozen=True, slots=True)
class OnTable:
    """A package that has a name; ``gains`` in the order of the parties.

    accepted, agreed: in what share of the draws all parties accept it, and all sides ratify it as well
    when: the states of the conflict that it maps to, as statements
    """

    name: str
    package: Package
    grounds: tuple[str, ...]
    gains: tuple[Gain, ...]
    when: tuple[str, ...]
    accepted: Share | None = None
    agreed: Share | None = None

    @property
    def accepts(self) -> Sure:
        """Whether all parties accept it: no, where one does not for sure."""
        each = {gain.accepts for gain in self.gains}
        return "no" if "no" in each else "perhaps" if "perhaps" in each else "yes"

    def as_record(self, named: dict[str, str], parties: tuple[str, ...]) -> dict[str, Any]:
        """The package as plain values; ``named``: its alternatives by issue."""
        return {
            "name": self.name, "package": named, "grounds": list(self.grounds), "when": list(self.when),
            "gains": {party: [gain.low, gain.middle, gain.high]
                      for party, gain in zip(parties, self.gains, strict=True)},
            "accepts": {party: gain.accepts for party, gain in zip(parties, self.gains, strict=True)},
            "accepted": None if self.accepted is None else self.accepted.share,
            "agreed": None if self.agreed is None else self.agreed.share,
        }  # fmt: skip


def gain_of(party: Party, package: Package) -> Gain:
    """What a package gains for a party, whoever of its rival holders is followed."""
    ends = [bounding(voice) for voice in (party.voice, *party.rivals)]
    low = min(float((hard.at(package) - hard.level) * hard.unit) for hard, _ in ends)
    high = max(float((easy.at(package) - easy.level) * easy.unit) for _, easy in ends)
    own = scale_of(party.voice)
    return Gain(low, float((own.at(package) - own.level) * own.unit), high)


def when_of(negotiation: Negotiation, package: Package) -> tuple[str, ...]:
    """The states of the conflict that a package maps to, as statements that are all true in them."""
    taken = {*enumerate(package)}
    return tuple(dict.fromkeys(when.text for part, when in negotiation.states if taken.issuperset(part)))


def on_table(negotiation: Negotiation, drawn: Drawn | None = None) -> Iterator[OnTable]:
    """Every package that has a name, in the order of the file."""
    shares = drawn.tabled if drawn else ((None, None),) * len(negotiation.tabled)
    for one, (accepted, agreed) in zip(negotiation.tabled, shares, strict=True):
        gains = tuple(gain_of(party, one.package) for party in negotiation.parties)
        yield OnTable(one.name, one.package, one.grounds, gains, when_of(negotiation, one.package), accepted, agreed)
