"""Packages listed part by part: what clashes is left out, whatever was listed before."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from hikiwake.settlement.packages.bargaining.points import nash, points
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.space import number_of, parts
from hikiwake.settlement.packages.listing.worth import Scale, in_units
from hikiwake.settlement.packages.negotiation import Clash

SIZES = (2, 3, 2)
CLASHES = [
    (),
    (Clash(((0, frozenset([1])), (1, frozenset([0, 2]))), ""),),
    (Clash(((0, frozenset([1])), (1, frozenset([0, 1]))), ""),),
    (Clash(((0, frozenset([1])), (2, frozenset([0]))), ""),),
]


def scale(seed: int) -> Scale:
    """A voice with random whole worths, and a level that about half of the packages reach."""
    chance = np.random.default_rng(seed)
    return in_units(tuple(tuple(map(int, chance.integers(0, 9, size))) for size in SIZES), 9)  # type: ignore[arg-type]


@pytest.mark.parametrize("clashes", [*CLASHES, *reversed(CLASHES)])
def test_each_list_leaves_out_its_own_clashes(clashes: tuple[Clash, ...]) -> None:
    found = [number for part in parts(SIZES, [scale(0), scale(1)], clashes) for number in part.numbers.tolist()]
    allowed = [
        number_of(package, SIZES)
        for package in product(*map(range, SIZES))
        if not any(all(package[issue] in those for issue, those in clash.alternatives) for clash in clashes)
    ]
    assert found == allowed


@pytest.mark.parametrize("seed", range(10))
def test_the_nash_point_alone_is_that_among_all_points(seed: int) -> None:
    scales = [scale(seed), scale(seed + 100)]
    (part,) = parts(SIZES, scales)
    front = Front(part.numbers, part.units.T)
    alone, among = nash(front, scales), points(front, scales)["nash"]
    assert type(alone) is type(among)
    if isinstance(alone, Front) and isinstance(among, Front):
        gains = front.units - [each.level for each in scales]
        products = np.where((gains >= 0).all(axis=1), gains.prod(axis=1), -1)
        assert alone.numbers.tolist() == among.numbers.tolist() == np.flatnonzero(products == products.max()).tolist()
