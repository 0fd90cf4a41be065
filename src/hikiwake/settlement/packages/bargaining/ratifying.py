"""Which constituency is pivotal, and what its floor costs.

A constituency is *pivotal* if without its floor the win-sets of all sides would share more packages, and no other's
floor keeps out as many. The *price* of its floor, to a party, is how much more the best package would be worth to
that party that all would sign and ratify if the floor were not there; where nothing can be signed with the floor, or
nothing without it either, there is no price to tell.

Reference: Putnam (1988), International Organization 42(3), 437-441; Moravcsik (1993), in Double-Edged Diplomacy,
introduction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from hikiwake.settlement.packages.listing.survey import Survey, all_parts, chambers
from hikiwake.settlement.packages.listing.worth import Scale
from hikiwake.settlement.packages.negotiation import Negotiation

LOWEST = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class Pivotal:
    """A constituency whose floor keeps most packages out of the overlap.

    party, place: whose it is, and its place among that party's constituencies; keeps_out: packages; opens: whether
    without its floor some package can be signed and ratified where with it none can; prices: for each party, None where
    there is none to tell
    """

    party: int
    place: int
    keeps_out: int
    opens: bool
    prices: tuple[Fraction | None, ...]


def pivotal(negotiation: Negotiation, scales: Sequence[Scale], counts: Survey) -> tuple[Pivotal, ...]:
    """The pivotal constituencies, several where they keep out as many; none where no floor keeps anything out."""
    kept = [without - counts.overlap for without in counts.without]
    most = max(kept, default=0)
    if not most:
        return ()
    chosen = [place for place, count in enumerate(kept) if count == most]
    best = _best_signed(negotiation, scales, [None, *(place + len(negotiation.parties) for place in chosen)])
    whose = [(room.party, at) for room in chambers(negotiation) for at in range(len(room.members))]
    return tuple(
        Pivotal(*whose[place], most, not counts.signable[0] and bool(counts.signable[place + 1]),
                _prices(scales, best[0], own))
        for place, own in zip(chosen, best[1:], strict=True)
    )  # fmt: skip


def _prices(scales: Sequence[Scale], held: Sequence[int], freed: Sequence[int]) -> tuple[Fraction | None, ...]:
    return tuple(
        None if LOWEST in (with_floor, without) else (without - with_floor) * scale.unit
        for scale, with_floor, without in zip(scales, held, freed, strict=False)
    )


def _best_signed(
    negotiation: Negotiation, scales: Sequence[Scale], consenting: Sequence[int | None]
) -> list[list[int]]:
    """The most that each party can get by what is signed and ratified, if one constituency always consents."""
    own, rooms = len(negotiation.parties), chambers(negotiation)
    best = np.full((len(consenting), own), LOWEST, dtype=np.int64)
    for part, accepts in all_parts(negotiation, scales):
        zone = accepts[:own].all(axis=0)
        for row, place in enumerate(consenting):
            good = zone.copy()
            for room in rooms:
                good &= room.ratifies(accepts, place)
            if good.any():
                best[row] = np.maximum(best[row], part.units[:own, good].max(axis=1))
    return [[int(each) for each in row] for row in best]
