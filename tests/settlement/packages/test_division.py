"""Adjusted winner on random points: what its authors prove of it."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest

from hikiwake.settlement.packages.dividing.adjusted_winner import adjusted_winner


@pytest.mark.parametrize("seed", range(60))
def test_it_is_equitable_envy_free_and_efficient_and_splits_one_issue_at_most(seed: int) -> None:
    rng = random.Random(seed)
    count = rng.randint(1, 6)
    one, other = ([Fraction(rng.randint(0, 9)) for _ in range(count)] for _ in range(2))
    one[0], other[-1] = one[0] + 1, other[-1] + 1
    shares = adjusted_winner(one, other)
    mine, theirs = shares.points
    assert sum(mine) == sum(theirs) == 100
    totals = (
        sum((part * each for part, each in zip(shares.first, mine, strict=True)), Fraction(0)),
        sum(((1 - part) * each for part, each in zip(shares.first, theirs, strict=True)), Fraction(0)),
    )
    assert totals == shares.totals
    assert totals[0] == totals[1] >= 50
    assert sum(0 < part < 1 for part in shares.first) <= 1
    for parts in product(map(Fraction, ("0", "1/3", "1/2", "1")), repeat=count):
        own = sum((part * each for part, each in zip(parts, mine, strict=True)), Fraction(0))
        rest = sum(((1 - part) * each for part, each in zip(parts, theirs, strict=True)), Fraction(0))
        assert not (own > totals[0] and rest > totals[1])
