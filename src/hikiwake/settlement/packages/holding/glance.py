"""What is known of a negotiation at once: the zone, its range, and packages that have a name; no draws, no hinges."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.settlement.packages.holding.tabled import OnTable, on_table
from hikiwake.settlement.packages.listing.survey import survey
from hikiwake.settlement.packages.listing.worth import scales_of
from hikiwake.settlement.packages.negotiation import Negotiation
from hikiwake.settlement.packages.uncertain.intervals import bounded


@dataclass(frozen=True, slots=True)
class Glance:
    """How many packages there are, in the zone at the middle, for sure and at most; and those that have a name."""

    packages: int
    zone: int
    sure: int
    possible: int
    tabled: tuple[OnTable, ...]


def glance(negotiation: Negotiation) -> Glance:
    """Look at a negotiation with few packages.

    >>> from hikiwake.settlement.packages import read_negotiation
    >>> seen = glance(read_negotiation("examples/packages/fund.toml"))
    >>> (seen.packages, seen.zone, seen.sure, seen.possible)
    (5, 4, 4, 4)
    """
    seen = survey(negotiation, scales_of(negotiation))
    sure, possible = (survey(negotiation, scales).zone for scales in bounded(negotiation))
    return Glance(seen.count, seen.zone, sure, possible, tuple(on_table(negotiation)))
