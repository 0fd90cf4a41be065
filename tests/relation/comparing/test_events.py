"""Dyads of imported event data beside a relation: their own values, never merged, at the lag that is planted."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.dossier.folder.checking import check_case
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


def test_as_of_a_day_only_periods_and_acts_that_had_ended_are_there(folder: Path, tmp_path: Path) -> None:
    whole, then = (hw.compare(each, events=folder, others=[("JPN", "USA")], resamples=0)
                   for each in (CASE, CASE.as_written_by("2018-11-30")))  # fmt: skip
    assert then[0].values == tuple(value for value in whole[0].values if value.period.start.year < 2018)
    assert then[0].values != whole[0].values, "or nothing is left out"
    assert "had ended by 2018-11-30" in then[0].source and "ended" not in whole[0].source
    spanned = [row("2017-03-04", score=1.0), row("2017-06-01/2018-12-31", score=-9.0), row("2018-02-03", score=5.0)]
    rows = written(spanned, tmp_path / "rows")
    (series,) = hw.compare(CASE.as_written_by("2018-11-30"), events=rows, by="month", resamples=0)
    assert [(str(value.period.start), value.value) for value in series.values] == [
        ("2017-03-01", 1.0), ("2018-02-01", 5.0)
    ]  # fmt: skip
    with pytest.raises(HikiwakeError, match="in a period that had ended by 2015-12-31; name another dyad or a later"):
        hw.compare(CASE.as_written_by("2015"), events=rows, resamples=0)


def test_a_file_is_read_as_of_a_day_like_a_series_that_is_kept(tmp_path: Path) -> None:
    table = tmp_path / "trade.csv"
    table.write_text("date,value\n2016-01-01,1\n2017-01-01,2\n2018-01-01,3\n2023-01-01,4\n", encoding="utf-8")
    (series,) = hw.compare(CASE.as_written_by("2018-11-30"), [table], resamples=0)
    assert [value.value for value in series.values] == [1.0, 2.0]
    with pytest.raises(HikiwakeError, match="from 2016-01-01 on, expected some of a period that had ended by 2014"):
        hw.compare(CASE.as_written_by("2014"), [table], resamples=0)


def test_a_series_of_event_data_is_kept_and_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    hw.save(CASE, tmp_path / "case")
    asked = ["compare", str(tmp_path / "case"), "--resamples", "0", "--format", "json"]
    made = [*asked, "--events", str(folder), "--other", "JPN,USA", "--other", "CHN,USA", "--measure", "sum", "--keep"]
    first = CliRunner().invoke(app, made)
    assert first.exit_code == 0, first.output
    assert check_case(tmp_path / "case").faults == []
    kept = hw.load(tmp_path / "case").case.comparisons
    assert [each.id for each in kept if each.kind == "events"] == ["events-JPN-USA", "events-CHN-USA"]
    command = "hikiwake compare CASE --events rows0 --other JPN,USA --other CHN,USA --measure sum --keep"
    assert kept[-1].made_by == command
    again = CliRunner().invoke(app, [*asked, "--measure", "sum"])
    series = {each["id"]: each for each in json.loads(again.stdout)["series"]}
    for each in json.loads(first.stdout)["series"]:
        assert series[each["id"]] == each


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--keep"], "--with FILE, or --events DIR"),
        (["--keep", "--other", "JPN,CHN"], "measured anew each time and need no keeping"),
        (["--keep", "--with", "x.csv", "--as-written-by", "2014"], "a case keeps whole series"),
    ],
)
def test_what_cannot_be_kept_is_said(options: list[str], said: str) -> None:
    ran = CliRunner().invoke(app, ["compare", "japan_russia", *options])
    assert ran.exit_code == 2
    assert said in " ".join(ran.output.replace("│", " ").split())
