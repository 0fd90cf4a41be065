"""Dyads of imported event data beside a relation: their own values, never merged, at the lag that is planted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import hikiwake as hw
from hikiwake.errors import HikiwakeError
from hikiwake.relation.comparing import Comparisons
from hikiwake.relation.comparing.correlating import Correlation
from tests.relation.querying.planted_rows import row, written

CASE = hw.load("japan_russia")


def beside(folder: Path, **asked: object) -> Comparisons:
    return hw.compare(CASE, events=folder, resamples=0, **asked)  # type: ignore[arg-type]  # as asked in each test


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rows of two dyads: of one what the record says two years before, with a little noise; of the other no pattern."""
    chance = np.random.default_rng(1)
    told = [point for point in hw.relation(CASE, resamples=0).told if point.value is not None]
    rows = [
        row(f"{point.period.start.year + 2}-03-04", "USA", "CHN", round((point.value or 0) + 0.01 * chance.normal(), 6))
        for point in told
    ]
    rows += [row(f"{point.period.start.year}-03-04", "JPN", "USA", float(chance.normal())) for point in told]
    rows += [row("1970-03-04", "JPN", "USA", 100.0)]
    return written(rows, tmp_path_factory.mktemp("rows"))


def test_values_are_those_of_the_rows_and_the_relation_stays_as_it_is(folder: Path) -> None:
    (series,) = (found := beside(folder, others=[("JPN", "USA")]))
    assert (series.head.id, series.head.kind, series.head.by) == ("events-JPN-USA", "events", "year")
    counts = {value.period.start.year: value.count or 0 for value in series.values}
    assert counts[1970] == max(counts.values())
    assert found.relation.told == hw.relation(CASE, resamples=0).told
    assert "event data imported into rows" in series.source


def test_what_follows_by_two_years_correlates_at_lag_two(folder: Path) -> None:
    (series,) = beside(folder, others=[("CHN", "USA")])
    levels = {each.lag: each.value for each in series.correlations
              if each.of == "levels" and isinstance(each, Correlation)}  # fmt: skip
    assert max(levels, key=lambda lag: levels[lag]) == 2
    assert levels[2] > 0.99


def test_a_dyad_without_rows_and_files_beside_rows_are_refused(folder: Path) -> None:
    with pytest.raises(HikiwakeError, match="no row with a score is between JPN and RUS"):
        beside(folder)
    with pytest.raises(HikiwakeError, match="expected one of them"):
        beside(folder, files=["votes.csv"])
