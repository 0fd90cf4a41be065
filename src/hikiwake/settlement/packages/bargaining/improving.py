"""Improvement of a given package for all: those that are better for one party and worse for none.

Reference: Raiffa (1985), Negotiation Journal 1(1), 9-12, on settlements after the settlement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hikiwake.settlement.packages.bargaining.points import points
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.survey import all_parts
from hikiwake.settlement.packages.listing.worth import Scale
from hikiwake.settlement.packages.negotiation import Negotiation, Package

MOST_TIES = 1_000


@dataclass(frozen=True, slots=True)
class Improvement:
    """What is better than a package: the best by product of gains over it, and how many there are.

    counts: how many are better for some party and worse for none, and better for all; None where there are too many
    packages to go through; best: with its ties, none where nobody's lot can be bettered without making another's worse
    """

    package: Package
    worth: tuple[int, ...]
    counts: tuple[int, int] | None
    best: tuple[Package, ...]


def improvement(
    scales: Sequence[Scale], package: Package, front: Front, package_at: Callable[[int], Package]
) -> Improvement:
    """Whether a package can be bettered; the package itself may be outside the zone, or clash.

    scales: those of the parties; front: the Pareto set of all packages; package_at: the package of a number of it
    """
    own = tuple(scale.at(package) for scale in scales)
    from_it = [replace(scale, level=worth) for scale, worth in zip(scales, own, strict=True)]
    better = front.kept(np.asarray((front.units >= own).all(axis=1) & (front.units > own).any(axis=1)))
    nash = points(better, from_it)["nash"]
    numbers = nash.numbers.tolist()[:MOST_TIES] if isinstance(nash, Front) else []
    return Improvement(package, own, None, tuple(map(package_at, numbers)))


def counted(found: Improvement, negotiation: Negotiation, scales: Sequence[Scale]) -> Improvement:
    """The same with how many packages are better; scales: those of the parties."""
    from_it = [replace(scale, level=worth) for scale, worth in zip(scales, found.worth, strict=True)]
    for_some = for_all = 0
    for part, accepts in all_parts(negotiation, from_it):
        better = part.units > np.array(found.worth)[:, None]
        for_some += int((accepts.all(axis=0) & better.any(axis=0)).sum())
        for_all += int(better.all(axis=0).sum())
    return replace(found, counts=(for_some, for_all))
