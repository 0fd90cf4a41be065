"""Turning points of a comparison series: planted ones are found by the criterion of a relation; noise hardly turns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.periods import Period
from hikiwake.relation.comparing.levels import turns_of

HEAD = Comparison("made", "Made", "table", ("NOR", "SUD"), "year", "a unit", weighs=True)


def values(numbers: list[float], counts: list[int] | None = None) -> list[Compared]:
    years = (Period.parse(str(1950 + at)) for at in range(len(numbers)))
    behind = counts or [10] * len(numbers)
    return [Compared(str(year), "made", year, value, count)
            for year, value, count in zip(years, numbers, behind, strict=True)]  # fmt: skip


def steps(*levels: float, each: int = 15, spread: float = 0.05, seed: int = 0) -> list[float]:
    noise = np.random.default_rng(seed).normal(scale=spread, size=each * len(levels))
    return [float(level + extra) for level, extra in zip(np.repeat(levels, each), noise, strict=True)]


def test_planted_levels_are_found_with_their_years() -> None:
    firm, _, nothing = turns_of(HEAD, values(steps(0.4, 0.7, 0.5)), 100, 0)
    assert nothing is None
    assert [(turn.direction, turn.start.year <= year <= turn.end.year) for turn, year in
            zip(firm, (1965, 1980), strict=True)] == [("up", True), ("down", True)]  # fmt: skip
    assert all(turn.support.methods == ("segmentation", "normal") and turn.events == () for turn in firm)


def test_noise_alone_hardly_ever_turns() -> None:
    found = [turns_of(HEAD, values(steps(0.5, each=50, seed=seed)), 20, 0) for seed in range(20)]
    assert sum(bool(firm) for firm, _, _ in found) <= 1
    assert {(nothing.told, nothing.too_few) for _, _, nothing in found if nothing} == {(50, False)}


@pytest.mark.parametrize(("numbers", "too_few"), [([0.1, 0.2, 0.3], True), ([0.5] * 20, False), ([], True)])
def test_too_few_values_and_steady_ones_are_told_apart(numbers: list[float], too_few: bool) -> None:
    firm, weaker, nothing = turns_of(HEAD, values(numbers), 10, 0)
    assert (firm, weaker) == ((), ())
    assert nothing is not None
    assert nothing.too_few is too_few


def test_what_little_stands_behind_turns_nothing() -> None:
    """A last year of one roll call far below the others is noise where values weigh, a break where they do not."""
    numbers = [*steps(0.6, each=30), 0.0, 0.0]
    counts = [*[100] * 30, 1, 1]
    weighing, _, _ = turns_of(HEAD, values(numbers, counts), 50, 0)
    plain, _, _ = turns_of(replace(HEAD, weighs=False), values(numbers, counts), 50, 0)
    assert weighing == ()
    assert [turn.direction for turn in plain] == ["down"]


def test_a_seed_gives_the_same() -> None:
    rows = values(steps(0.4, 0.5))
    assert turns_of(HEAD, rows, 30, 1) == turns_of(HEAD, rows, 30, 1)


def test_what_is_remembered_is_of_the_very_same_series() -> None:
    """Of two series with one difference each has its own turning points, whichever was asked for before."""
    numbers = steps(0.5, 0.56)
    first = turns_of(HEAD, values(numbers), 30, 0)
    others = [
        turns_of(HEAD, values([*numbers[:-1], numbers[-1] + 0.2]), 30, 0),
        turns_of(HEAD, values(numbers, [10] * 20 + [1] * 10), 30, 0),
        turns_of(HEAD, values(numbers), 30, 1),
        turns_of(HEAD, [replace(each, period=Period.parse(str(each.period.start.year + 1))) for each in
                        values(numbers)], 30, 0),
    ]  # fmt: skip
    assert all(other != first for other in others)
    assert turns_of(HEAD, values(numbers), 30, 0) == first
