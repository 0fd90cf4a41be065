"""The search of the library and our own are two algorithms of one definition: they find the same breaks."""

from __future__ import annotations

from itertools import chain, combinations, pairwise

import numpy as np
import pytest

from hikiwake.relation.noise import variance
from hikiwake.relation.segmentation import PENALTIES, SHORTEST, quickly, segmented


def drawn(seed: int, *, even: bool) -> tuple[np.ndarray, np.ndarray]:
    """A random series with a few changes of level, and weights that differ or do not."""
    chance = np.random.default_rng(seed)
    size = int(chance.integers(4, 60))
    level = np.repeat(chance.normal(scale=3, size=4), -(-size // 4))[:size]
    weights = np.full(size, float(chance.uniform(0.5, 3))) if even else chance.uniform(0.05, 6, size=size)
    return level + chance.normal(size=size) / np.sqrt(weights), weights


@pytest.mark.parametrize("penalty", PENALTIES)
@pytest.mark.parametrize("even", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_both_find_the_same(seed: int, even: bool, penalty: float) -> None:
    values, weights = drawn(seed, even=even)
    noise = variance(values, weights)
    assert segmented(values, weights, noise, penalty) == quickly(values, weights, noise, penalty)


def cost(values: np.ndarray, weights: np.ndarray, breaks: tuple[int, ...]) -> float:
    """The weighted squared residuals of a cut."""
    ends = (0, *breaks, len(values))
    parts = [(values[a:z], weights[a:z]) for a, z in pairwise(ends)]
    return sum(float((w * (y - np.average(y, weights=w)) ** 2).sum()) for y, w in parts)


@pytest.mark.parametrize("seed", range(8))
def test_no_cut_is_better(seed: int) -> None:
    chance = np.random.default_rng(seed)
    values, weights = chance.normal(size=9) * 2, chance.uniform(0.2, 3, size=9)
    noise = 0.3
    price = 2 * noise * np.log(9)
    every = chain.from_iterable(combinations(range(SHORTEST, 9 - SHORTEST + 1), count) for count in range(4))
    allowed = [cut for cut in every if all(b - a >= SHORTEST for a, b in pairwise(cut))]
    best = min(allowed, key=lambda cut: cost(values, weights, cut) + price * len(cut))
    assert tuple(quickly(values, weights, noise)) == best
