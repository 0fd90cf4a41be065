"""The quick ways of the relation against plain ones: segments, shares of periods, acts that are drawn again."""

from __future__ import annotations

import math
from datetime import date, timedelta

import numpy as np
import pytest

from hikiwake.periods import Period
from hikiwake.relation.bayesian import normal, poisson
from hikiwake.relation.scales import Act
from hikiwake.relation.series import MEASURES, Spread, periods_between, spread
from hikiwake.relation.uncertainty import band, drawn_again

SEEDS = range(4)


def stepped(seed: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Values with steps, and their weights."""
    chance = np.random.default_rng(seed)
    weights = chance.choice([0.03, 0.5, 1.0, 2.0, 7.0], size)
    levels = np.repeat(chance.normal(size=6) * chance.choice([0.0, 0.5, 3.0]), size // 6 + 1)[:size]
    values = levels + chance.normal(size=size) / np.sqrt(weights)
    return values, weights


@pytest.mark.parametrize("seed", SEEDS)
def test_segments_are_those_of_sums_over_each_by_itself(seed: int) -> None:
    values, weights = stepped(seed, 25)
    counts, noise, centre = np.abs(np.round(values * 2)), 1.3, float(np.average(values, weights=weights))
    rate = float(counts.sum() / weights.sum()) or 0.5 / float(weights.sum())
    normals, poissons = normal(values, weights, noise), poisson(counts, weights)
    for begin in range(25):
        assert np.isneginf(normals[begin, : begin + 1]).all() and np.isneginf(poissons[begin, : begin + 1]).all()
        for end in range(begin + 1, 26):
            of, by, number = weights[begin:end], values[begin:end] - centre, counts[begin:end]
            total, first, second = of.sum(), (of * by).sum(), (of * by**2).sum()
            scale = np.log(of / (2 * math.pi * noise)).sum()
            assert normals[begin, end] == pytest.approx(
                0.5 * (scale - math.log1p(total) - (second - first**2 / (total + 1)) / noise))  # fmt: skip
            own = sum(n * math.log(w) - math.lgamma(n + 1) for n, w in zip(number, of, strict=True))
            after = 1 + number.sum()
            assert poissons[begin, end] == pytest.approx(
                own + math.lgamma(after) - math.log(rate) - after * math.log(1 / rate + total))  # fmt: skip


def acts(seed: int) -> list[Act]:
    chance = np.random.default_rng(seed)
    made = []
    for place in range(60):
        first = date(1990, 1, 1) + timedelta(days=int(chance.integers(1200)))
        last = first + timedelta(days=int(chance.integers(400)) if chance.random() < 0.4 else 0)
        tellers = tuple(
            f"document-{each}" for each in sorted({*chance.integers(5, size=chance.integers(1, 3)).tolist()})
        )
        score = float(chance.choice([-4.0, 0.0, 2.5, 5.0]))
        made.append(Act(f"act-{place}", Period(first, last), score, 3 if score < 0 else 1, tellers, "plover"))
    return made


def made(seed: int) -> Spread:
    given = acts(seed)
    return spread(given, periods_between(date(1990, 1, 1), max(act.period.last for act in given), "month"))


def dense(series: Spread, given: list[Act]) -> np.ndarray:
    """Which part of each act (column) each period (row) has, day by day."""
    found = np.zeros((len(series.periods), len(series.acts)))
    for column, act in enumerate(given):
        days = [act.period.start + timedelta(days=day) for day in range((act.period.last - act.period.start).days + 1)]
        for day in days:
            found[next(row for row, each in enumerate(series.periods) if each.last >= day), column] += 1 / len(days)
    return found


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("seed", [0, 1])
def test_values_and_bands_are_those_of_every_share(measure: str, seed: int) -> None:
    series = made(seed)
    given = acts(seed)
    shares, scores = dense(series, given), np.array([act.score for act in given])
    drawn = list(drawn_again(series, 12, seed))

    def plain(times: np.ndarray) -> np.ndarray:
        carried = shares @ (times * np.abs(scores) if measure == "net" else times)
        with np.errstate(invalid="ignore", divide="ignore"):
            value = shares @ (times * scores) / (1.0 if measure == "sum" else carried)
        return np.where(carried > 1e-9, value, np.nan)

    for times in (np.ones(len(scores)), *drawn):
        assert series.measured(measure, times)[0] == pytest.approx(plain(times), nan_ok=True)
    values = np.array([plain(times) for times in drawn])
    for row, ends in enumerate(band(series, [series.measured(measure, times)[0] for times in drawn])):
        there = values[:, row][~np.isnan(values[:, row])]
        banded = (shares[row] > 1e-9).sum() > 1 and len(there) > 0
        assert ends == (pytest.approx(tuple(np.quantile(there, (0.05, 0.95)))) if banded else None)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_acts_are_drawn_again_as_by_a_table_of_who_tells_what(seed: int) -> None:
    series, given = made(seed), acts(seed)
    names = sorted({id_ for act in given for id_ in act.documents})
    tells = np.array([[id_ in act.documents for act in given] for id_ in names])
    chance = np.random.default_rng(seed)
    for found in drawn_again(series, 10, seed):
        heard = tells[chance.integers(len(names), size=len(names))].any(axis=0)
        kept = np.flatnonzero(heard)
        again = np.bincount(kept[chance.integers(len(kept), size=len(kept))], minlength=len(series.acts))
        assert found.tolist() == again.tolist()
