"""The segmentation is the best of all cuts, and that of the library ruptures where its search gives nothing up."""

from __future__ import annotations

from itertools import accumulate, chain, combinations, pairwise

import numpy as np
import pytest
import ruptures
from ruptures.base import BaseCost

from hikiwake.relation.noise import variance
from hikiwake.relation.segmentation import MOST_CELLS, PENALTIES, SHORTEST, segmented, segmented_each

Series = tuple[np.ndarray, np.ndarray]


class Weighted(BaseCost):  # type: ignore[misc]
    """The weighted squared residuals, as a cost of the library, from running sums."""

    model, min_size = "weighted", SHORTEST

    def fit(self, signal: np.ndarray) -> Weighted:
        """Take in the signal: values and weights."""
        self.signal = signal
        values, weights = signal.T
        columns = (weights, weights * values, weights * values**2)
        self.sums = [[0.0, *accumulate(column.tolist())] for column in columns]
        return self

    def error(self, start: int, end: int) -> float:
        """The cost of a segment."""
        weight, first, second = (sums[end] - sums[start] for sums in self.sums)
        return float(second - first * first / weight)


def by_the_library(values: np.ndarray, weights: np.ndarray, noise: float, penalty: float) -> list[int]:
    """The breaks that PELT of the library finds."""
    signal = np.column_stack([values - values.mean(), weights])
    search = ruptures.Pelt(custom_cost=Weighted(), min_size=SHORTEST, jump=1).fit(signal)
    return [int(place) for place in search.predict(2 * noise * np.log(len(values)) * penalty)[:-1]]


def drawn(seed: int, *, even: bool) -> Series:
    """A random series with a few changes of level, and weights that differ or do not."""
    chance = np.random.default_rng(seed)
    size = int(chance.integers(4, 60))
    level = np.repeat(chance.normal(scale=3, size=4), -(-size // 4))[:size]
    weights = np.full(size, float(chance.uniform(0.5, 3))) if even else chance.uniform(0.05, 6, size=size)
    return level + chance.normal(size=size) / np.sqrt(weights), weights


def cost(values: np.ndarray, weights: np.ndarray, breaks: tuple[int, ...]) -> float:
    """The weighted squared residuals of a cut."""
    ends = (0, *breaks, len(values))
    parts = [(values[a:z], weights[a:z]) for a, z in pairwise(ends)]
    return sum(float((w * (y - np.average(y, weights=w)) ** 2).sum()) for y, w in parts)


def priced(series: Series, noise: float, penalty: float, breaks: list[int]) -> float:
    """What a cut comes to with its penalty."""
    return cost(*series, tuple(breaks)) + 2 * noise * float(np.log(len(series[0]))) * penalty * len(breaks)


@pytest.mark.parametrize("penalty", PENALTIES)
@pytest.mark.parametrize("even", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_both_find_the_same(seed: int, even: bool, penalty: float) -> None:
    values, weights = drawn(seed, even=even)
    noise = variance(values, weights)
    assert segmented(values, weights, noise, penalty) == by_the_library(values, weights, noise, penalty)


PRUNED = (
    np.array([-4.0, -2.0, 2.0, 3.0, 1.0, -3.0, -2.0, 3.0]),
    np.array([2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 3.0, 3.0]),
)


def test_a_beginning_that_the_library_gives_up_is_kept() -> None:
    noise, penalty = variance(*PRUNED), 0.5
    ours, theirs = segmented(*PRUNED, noise, penalty), by_the_library(*PRUNED, noise, penalty)
    assert (ours, theirs) == ([2], [2, 5])
    assert priced(PRUNED, noise, penalty, ours) < priced(PRUNED, noise, penalty, theirs) - 1


@pytest.mark.parametrize("seed", range(100, 130))
def test_no_cut_of_the_library_is_better(seed: int) -> None:
    chance = np.random.default_rng(seed)
    size = int(chance.integers(4, 40))
    series = chance.integers(-3, 4, size=size).astype(float), chance.integers(1, 4, size=size).astype(float)
    noise = variance(*series) or 1.0
    for penalty in PENALTIES:
        ours, theirs = (find(*series, noise, penalty) for find in (segmented, by_the_library))
        assert priced(series, noise, penalty, ours) <= priced(series, noise, penalty, theirs) + 1e-9


@pytest.mark.parametrize("seed", range(8))
def test_no_cut_is_better(seed: int) -> None:
    chance = np.random.default_rng(seed)
    values, weights = chance.normal(size=9) * 2, chance.uniform(0.2, 3, size=9)
    noise = 0.3
    price = 2 * noise * np.log(9)
    every = chain.from_iterable(combinations(range(SHORTEST, 9 - SHORTEST + 1), count) for count in range(4))
    allowed = [cut for cut in every if all(b - a >= SHORTEST for a, b in pairwise(cut))]
    best = min(allowed, key=lambda cut: cost(values, weights, cut) + price * len(cut))
    assert tuple(segmented(values, weights, noise)) == best


@pytest.mark.parametrize("copies", [1, MOST_CELLS // 500])
def test_a_series_beside_others_is_cut_as_alone(copies: int) -> None:
    series = [(values, weights, variance(values, weights)) for values, weights in
              (drawn(seed, even=seed % 2 == 0) for seed in range(20))] * copies  # fmt: skip
    assert len({len(values) for values, _, _ in series}) > 5
    assert segmented_each(series) == [segmented(*each) for each in series[:20]] * copies


def test_series_too_short_for_two_levels_have_no_break() -> None:
    short = [(np.arange(size, dtype=float) * 9, np.ones(size), 0.1) for size in range(2 * SHORTEST)]
    assert segmented_each(short) == [[] for _ in short]
    assert segmented_each([]) == []
