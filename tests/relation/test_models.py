"""The Bayesian model against every possible cut of a short series, counted out by another way of reckoning."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest

from hikiwake.relation.bayesian import changes, hazard, normal, poisson
from hikiwake.relation.noise import variance

SIZE = 7
SEEDS = range(6)


def plain_normal(values: np.ndarray, weights: np.ndarray, noise: float, centre: float) -> float:
    """The log density of one segment: a level that all share makes its values vary together."""
    cov = np.diag(noise / weights) + noise
    rounds = values - centre
    _, logdet = np.linalg.slogdet(2 * math.pi * cov)
    return float(-0.5 * (logdet + rounds @ np.linalg.solve(cov, rounds)))


def plain_poisson(counts: np.ndarray, exposure: np.ndarray, rate: float) -> float:
    """The log probability of one segment, by adding up over rates."""
    step = rate / 4000
    rates = (np.arange(200_000) + 0.5) * step
    logs = -rates / rate - math.log(rate)
    for count, time in zip(counts, exposure, strict=True):
        logs = logs + count * np.log(rates * time) - rates * time - math.lgamma(count + 1)
    return float(logs.max() + math.log(np.exp(logs - logs.max()).sum() * step))


def every_cut(segment: dict[tuple[int, int], float], chance: float) -> dict[tuple[int, ...], float]:
    """The log probability of the series together with each possible set of breaks."""
    found = {}
    for count in range(SIZE):
        for cut in combinations(range(1, SIZE), count):
            prior = count * math.log(chance) + (SIZE - 1 - count) * math.log(1 - chance)
            found[cut] = prior + sum(segment[pair] for pair in pairwise((0, *cut, SIZE)))
    return found


def holds(kernel: np.ndarray, segment: dict[tuple[int, int], float], tolerance: float) -> None:
    """The recursion comes to what all cuts together come to."""
    for (start, end), value in segment.items():
        assert kernel[start, end] == pytest.approx(value, abs=tolerance)
    cuts = every_cut(segment, hazard(SIZE))
    found = changes(kernel)
    evidence = math.log(sum(math.exp(value) for value in cuts.values()))
    assert found.evidence == pytest.approx(evidence, abs=tolerance * SIZE)
    for place in range(1, SIZE):
        share = sum(math.exp(value - evidence) for cut, value in cuts.items() if place in cut)
        assert found.probability[place] == pytest.approx(share, abs=tolerance * SIZE)
    assert found.unchanged == pytest.approx(math.exp(cuts[()] - evidence), abs=tolerance * SIZE)
    assert found.breaks == max(cuts, key=lambda cut: cuts[cut])
    assert found.probability[0] == 0


def pairs() -> list[tuple[int, int]]:
    return [(start, end) for start in range(SIZE) for end in range(start + 1, SIZE + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_normal_is_what_every_cut_comes_to(seed: int) -> None:
    chance = np.random.default_rng(seed)
    values = chance.normal(size=SIZE) + 4 * (np.arange(SIZE) >= chance.integers(SIZE))
    weights, noise = chance.uniform(0.2, 3.0, size=SIZE), float(chance.uniform(0.3, 2.0))
    centre = float(np.average(values, weights=weights))
    segment = {(a, z): plain_normal(values[a:z], weights[a:z], noise, centre) for a, z in pairs()}
    holds(normal(values, weights, noise), segment, 1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_poisson_is_what_every_cut_comes_to(seed: int) -> None:
    chance = np.random.default_rng(seed)
    exposure = chance.uniform(0.5, 3.0, size=SIZE)
    counts = chance.poisson(exposure * np.where(np.arange(SIZE) < chance.integers(SIZE), 1.0, 6.0)).astype(float)
    counts[0] += 1
    rate = float(counts.sum() / exposure.sum())
    segment = {(a, z): plain_poisson(counts[a:z], exposure[a:z], rate) for a, z in pairs()}
    holds(poisson(counts, exposure), segment, 1e-3)


def test_a_series_of_one_value_never_changes() -> None:
    found = changes(normal(np.array([2.0]), np.ones(1), 1.0))
    assert found.breaks == ()
    assert found.unchanged == pytest.approx(1.0)


def test_noise_alone_is_left_whole() -> None:
    """The prior holds no change for as likely as not: of series without one, few are cut."""
    chance = np.random.default_rng(0)
    series = [chance.normal(size=60) for _ in range(60)]
    cut = [each for each in series if changes(normal(each, np.ones(60), variance(each, np.ones(60)))).breaks]
    assert len(cut) <= 4


def test_a_change_in_a_long_series_does_not_overflow() -> None:
    values = np.concatenate([np.zeros(300), np.full(300, 50.0)]) + np.random.default_rng(1).normal(size=600)
    found = changes(normal(values, np.ones(600), variance(values, np.ones(600))))
    assert found.breaks == (300,)
    assert np.isfinite(found.evidence)
