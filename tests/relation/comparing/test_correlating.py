"""Correlations at lags: against numpy's own, on lags that are known, and where two trends go together by chance."""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.relation.comparing.correlating import (
    LEAST_PAIRS,
    Correlation,
    NoCorrelation,
    Series,
    blocks,
    correlations,
    pearson,
)


def series(values: list[float], first: int = 1950, weights: list[float] | None = None) -> Series:
    """Values of years that follow each other, each with a weight, one where none is given."""
    return {first + at: (value, (weights or [1.0] * len(values))[at]) for at, value in enumerate(values)}


def noise(seed: int, size: int = 60) -> list[float]:
    return [float(each) for each in np.random.default_rng(seed).normal(size=size)]


def found(first: Series, second: Series, of: str, lag: int = 0, lags: int = 0) -> Correlation:
    each = next(each for each in correlations(first, second, lags, 200, 0) if (each.of, each.lag) == (of, lag))
    assert isinstance(each, Correlation)
    return each


def test_it_is_the_correlation_of_numpy() -> None:
    one, other = noise(1), noise(2)
    assert found(series(one), series(other), "levels").value == pytest.approx(np.corrcoef(one, other)[0, 1])
    changes = np.corrcoef(np.diff(one), np.diff(other))[0, 1]
    assert found(series(one), series(other), "changes").value == pytest.approx(changes)


def test_a_weight_is_as_many_equal_pairs() -> None:
    one, other, times = noise(1, 12), noise(2, 12), [1, 3, 2] * 4
    weighted = pearson(np.array([one]), np.array([other]), np.array([times], dtype=float))[0]
    repeated = np.repeat(np.array([one, other]), times, axis=1)
    assert weighted == pytest.approx(np.corrcoef(repeated)[0, 1])


def test_a_series_that_follows_by_two_years_correlates_at_lag_two() -> None:
    one = noise(3)
    later = series([each + 0.01 * extra for each, extra in zip(one, noise(4), strict=True)], first=1952)
    told = {each.lag: each.value for each in correlations(series(one), later, 3, 0, 0)
            if each.of == "levels" and isinstance(each, Correlation)}  # fmt: skip
    assert max(told, key=lambda lag: told[lag]) == 2
    assert told[2] > 0.99
    assert abs(told[-2]) < 0.5


def test_two_trends_correlate_in_levels_and_not_in_changes() -> None:
    one, other = (series([at + each for at, each in enumerate(noise(seed))]) for seed in (5, 6))
    levels, changes = found(one, other, "levels"), found(one, other, "changes")
    assert (levels.low or 0) > 0.9
    assert (changes.low or 0) < 0 < (changes.high or 0)


def test_only_periods_that_both_have_are_paired() -> None:
    one = {year: value for year, value in series(noise(7)).items() if year != 1970}
    two = {year: value for year, value in series(noise(8)).items() if year < 2000}
    assert found(one, two, "levels").pairs == 49
    assert found(one, two, "changes").pairs == 47  # neither 1970 nor 1971 has a change


def test_too_few_and_steady_are_results_of_their_own() -> None:
    few = series(noise(9, LEAST_PAIRS - 1))
    levels, changes = correlations(few, few, 0, 10, 0)
    assert levels == NoCorrelation("levels", 0, LEAST_PAIRS - 1, too_few=True)
    assert changes == NoCorrelation("changes", 0, LEAST_PAIRS - 2, too_few=True)
    assert correlations(series([1.0] * 20), series(noise(1, 20)), 0, 10, 0)[0] == NoCorrelation("levels", 0, 20, False)


def test_without_drawings_there_is_no_interval_and_a_seed_gives_the_same() -> None:
    one, other = series(noise(1)), series(noise(2))
    bare = correlations(one, other, 0, 0, 0)[0]
    assert isinstance(bare, Correlation)
    assert (bare.low, bare.high) == (None, None)
    assert correlations(one, other, 1, 50, 4) == correlations(one, other, 1, 50, 4)
    assert correlations(one, other, 1, 50, 4) != correlations(one, other, 1, 50, 5)


def test_blocks_are_neighbours_and_every_place_is_drawn_alike() -> None:
    drawn = blocks(27, 4000, 0)
    assert drawn.shape == (4000, 27)
    assert set(np.diff(drawn[:, :3], axis=1).ravel() % 27) == {1}
    often = np.bincount(drawn.ravel(), minlength=27) / drawn.size * 27
    assert abs(often - 1).max() < 0.1


def test_nine_in_ten_intervals_hold_what_is_true() -> None:
    """Of pairs that are independent from period to period, with a correlation of 0.6."""
    chance, held = np.random.default_rng(0), 0
    for _ in range(200):
        one = chance.normal(size=80)
        other = 0.6 * one + 0.8 * chance.normal(size=80)
        each = found(series(one.tolist()), series(other.tolist()), "levels")
        held += (each.low or 0) <= 0.6 <= (each.high or 0)
    assert 0.8 <= held / 200 <= 0.97
