"""Improvement of a given package for all: those that are better for one party and worse for none.

Reference: Raiffa (1985), Negotiation Journal 1(1), 9-12, on settlements after the settlement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hikiwake.settlement.packages.bargaining.points import points
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.survey import all_parts, survey
from hikiwake.settlement.packages.listing.worth import Scale
from hikiwake.settlement.packages.negotiation import Negotiation, Package


@dataclass(frozen=True, slots=True)
class Improvement:
    """What is better than a package: for some party and worse for none, for every party; the best by product of gains.

    best: none where nobody's lot can be bettered without making another's worse
    """

    package: Package
    worth: tuple[int, ...]
    for_some: int
    for_all: int
    best: Front | None


def improvement(negotiation: Negotiation, scales: Sequence[Scale], package: Package) -> Improvement:
    """Whether a package can be bettered; the package itself may be outside the zone, or clash.

    scales: those of the parties
    """
    own = tuple(scale.at(package) for scale in scales)
    from_it = [replace(scale, level=worth) for scale, worth in zip(scales, own, strict=True)]
    plain = replace(negotiation, parties=tuple(replace(party, constituencies=()) for party in negotiation.parties))
    for_some = for_all = 0
    for part, accepts in all_parts(plain, from_it):
        better = part.units > np.array(own)[:, None]
        for_some += int((accepts.all(axis=0) & better.any(axis=0)).sum())
        for_all += int(better.all(axis=0).sum())
    if not for_some:
        return Improvement(package, own, 0, 0, None)
    nash = points(survey(plain, from_it).front, from_it)["nash"]
    return Improvement(package, own, for_some, for_all, nash if isinstance(nash, Front) else None)
