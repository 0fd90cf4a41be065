"""One pass over all packages: who accepts which, what is in the zone and in every win-set, and the Pareto set.

The *zone of agreement* holds the packages that every party accepts: worth to it at least its reservation. A party's
*win-set* holds the packages that its constituencies ratify; one without constituencies ratifies what it accepts.

Reference: Putnam (1988), International Organization 42(3), 437-441.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm

import numpy as np

from hikiwake.errors import ModelError
from hikiwake.settlement.packages.listing.collecting import Compared, Front, LookedUp, Mask
from hikiwake.settlement.packages.listing.merging import merged
from hikiwake.settlement.packages.listing.space import Part, parts
from hikiwake.settlement.packages.listing.worth import Scale, levels_of
from hikiwake.settlement.packages.negotiation import Negotiation, Ratification

FEW = 4_096  # packages that are compared with each other at once: sooner done than finding out what to look for
MOST_COMPARED = 1_000_000  # packages that are compared with each other where branch and bound has too many branches


@dataclass(frozen=True, slots=True)
class Survey:
    """Counts of packages: all, the zone, each win-set, their overlap, and what is in the zone and in the overlap.

    without: for each constituency, in the order of the voices, what the overlap would hold without its floor; signable:
    the same within the zone, with its own count first
    """

    count: int
    zone: int
    win_sets: tuple[int, ...]
    overlap: int
    without: tuple[int, ...]
    signable: tuple[int, ...]
    front: Front


@dataclass(frozen=True, slots=True)
class Chamber:
    """Whose votes decide for a party: the places of its constituencies among the voices, their votes and the quota."""

    party: int
    members: tuple[int, ...]
    votes: tuple[int, ...]
    quota: int

    def ratifies(self, accepts: Mask, consenting: int | None = None) -> Mask:
        """Which packages are ratified.

        accepts: (voices, packages); consenting: the place of a constituency that is taken to accept everything
        """
        if not self.members:
            return np.asarray(accepts[self.party])
        votes = np.zeros(accepts.shape[1], dtype=np.int64)
        for place, weight in zip(self.members, self.votes, strict=True):
            votes += weight if place == consenting else weight * accepts[place]
        return votes >= self.quota


def chambers(negotiation: Negotiation) -> tuple[Chamber, ...]:
    """The chamber of every party."""
    found, place = [], len(negotiation.parties)
    for number, party in enumerate(negotiation.parties):
        votes, quota = _whole(party.ratification)
        members = tuple(range(place, place + len(party.constituencies)))
        found.append(Chamber(number, members, votes, quota))
        place += len(party.constituencies)
    return tuple(found)


def _whole(rule: Ratification) -> tuple[tuple[int, ...], int]:
    """Votes and quota as whole numbers."""
    times = lcm(*(each.denominator for each in rule.votes), rule.quota.denominator)
    return tuple(int(each * times) for each in rule.votes), int(rule.quota * times)


def sizes_of(negotiation: Negotiation) -> tuple[int, ...]:
    """How many alternatives each issue has."""
    return tuple(len(issue.alternatives) for issue in negotiation.issues)


def all_parts(negotiation: Negotiation, scales: Sequence[Scale]) -> Iterator[tuple[Part, Mask]]:
    """Every part of the packages, each with who accepts what: an array of voices by packages."""
    levels = levels_of(scales)[:, None]
    for part in parts(sizes_of(negotiation), scales, negotiation.clashes):
        yield part, part.units >= levels


def survey(negotiation: Negotiation, scales: Sequence[Scale], step: Callable[[int], None] = lambda _: None) -> Survey:
    """Go through all packages once; ``step`` is told how many were seen."""
    rooms, own = chambers(negotiation), len(negotiation.parties)
    inside = range(own, len(scales))
    counts = np.zeros(3, dtype=np.int64)
    won, without, signable = (np.zeros(size, dtype=np.int64) for size in (own, len(inside), len(inside) + 1))
    collect = _collecting(negotiation, scales[:own])
    for part, accepts in all_parts(negotiation, scales):
        zone = accepts[:own].all(axis=0)
        ratified = np.stack([room.ratifies(accepts) for room in rooms])
        overlap = ratified.all(axis=0)
        counts += (len(part.numbers), int(zone.sum()), int(overlap.sum()))
        won += ratified.sum(axis=1)
        signable[0] += int((zone & overlap).sum())
        for at, place in enumerate(inside):
            freed = _freed(rooms, ratified, accepts, place)
            without[at] += int(freed.sum())
            signable[at + 1] += int((freed & zone).sum())
        collect.see(part)
        step(int(counts[0]))
    plain = [tuple(each.tolist()) for each in (won, without, signable)]
    return Survey(int(counts[0]), int(counts[1]), plain[0], int(counts[2]), plain[1], plain[2], collect.front)


def _freed(rooms: Sequence[Chamber], ratified: Mask, accepts: Mask, consenting: int) -> Mask:
    """The overlap of the win-sets if one constituency accepted everything."""
    found = np.ones(accepts.shape[1], dtype=np.bool_)
    for room in rooms:
        own = room.ratifies(accepts, consenting) if consenting in room.members else ratified[room.party]
        found &= own
    return found


def _collecting(negotiation: Negotiation, scales: Sequence[Scale]) -> LookedUp | Compared:
    """What collects the Pareto set: by its rows of worths, known from branch and bound, or else by comparing."""
    if negotiation.count <= FEW:
        return _comparing(scales)
    try:
        rows = merged(sizes_of(negotiation), scales, negotiation.clashes).units
        return LookedUp.of(rows)
    except (ModelError, KeyError):  # too many branches to compare at once, or two rows of one key
        if negotiation.count > MOST_COMPARED:
            raise
        return _comparing(scales)


def _comparing(scales: Sequence[Scale]) -> Compared:
    return Compared(Front(np.zeros(0, dtype=np.int64), np.zeros((0, len(scales)), dtype=np.int64)))
