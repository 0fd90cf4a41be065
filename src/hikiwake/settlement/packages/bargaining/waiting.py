"""Who gains by waiting: the zone and the Nash point era by era, as reservations move.

From one era to the next a party *gains by waiting* if what the Nash point is worth to it goes up, and loses if it goes
down; where the zone is empty in either nothing is told of gains. All else is as in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hikiwake.settlement.packages.bargaining.points import points
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.survey import survey
from hikiwake.settlement.packages.listing.worth import scales_of
from hikiwake.settlement.packages.negotiation import Negotiation, Party


@dataclass(frozen=True, slots=True)
class Era:
    """An era: everyone's reservation, how large the zone is, the Nash point, and whether each gained since the last.

    worth: of the first of the Nash points, None where the zone is empty; gained: -1, 0 or 1 for each party, empty in
    the first era and beside an empty zone
    """

    era: str
    reservations: tuple[Fraction, ...]
    zone: int
    nash: tuple[int, ...]
    worth: tuple[Fraction, ...] | None
    gained: tuple[int, ...]


def in_era(negotiation: Negotiation, era: str) -> Negotiation:
    """The negotiation with the reservations of an era; who has none there keeps its own."""
    return replace(negotiation, parties=tuple(_party_in(party, era) for party in negotiation.parties))


def _party_in(party: Party, era: str) -> Party:
    levels = dict(party.levels)
    return replace(party, voice=replace(party.voice, level=levels[era])) if era in levels else party


def waiting(negotiation: Negotiation) -> tuple[Era, ...]:
    """What each era brings, in the order of the file; nothing where no reservation is told by era."""
    found: list[Era] = []
    for era in negotiation.eras:
        then = in_era(negotiation, era)
        scales = scales_of(then)[: len(then.parties)]
        seen = survey(then, scales_of(then))
        nash = points(seen.front, scales)["nash"]
        worth = numbers = None
        if isinstance(nash, Front):
            rows = nash.units[0].tolist()
            worth = tuple(own * scale.unit for own, scale in zip(rows, scales, strict=True))
            numbers = tuple(nash.numbers.tolist())
        before = found[-1].worth if found else None
        levels = tuple(scale.level * scale.unit for scale in scales)
        found.append(Era(era, levels, seen.zone, numbers or (), worth, _gained(before, worth)))
    return tuple(found)


def _gained(before: Sequence[Fraction] | None, after: Sequence[Fraction] | None) -> tuple[int, ...]:
    if before is None or after is None:
        return ()
    return tuple((new > old) - (new < old) for old, new in zip(before, after, strict=True))
