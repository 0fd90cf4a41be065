"""The command compare: its JSON as the manual tells it, rows for programs, words for readers, and what it keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from tests.relation.comparing.published_files import table, turned, two_tables, voeten
from tests.relation.planted_series import record
from tests.relation.planted_series import turned as turned_acts

VOTES = turned(1960, 1980, 1999, 3, 7)


CODES = ("385", "SUD")  # the one side has the id of a state, the other an id that no table knows


@pytest.fixture
def case(tmp_path: Path) -> str:
    """The case of a planted turn, as a folder."""
    dossier = record(turned_acts(1950, 1970, 1999, ("ACCUSE",), ("SUPPORT",)))
    hw.save(replace(dossier, case=replace(dossier.case, scales=())), tmp_path / "case")
    return str(tmp_path / "case")


def run(*words: str) -> str:
    told = CliRunner().invoke(app, ["compare", *words, "--resamples", "20"], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


def printed(*words: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(run(*words, "--json"))
    return value


def test_json_has_the_relation_and_each_series(case: str, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES, CODES)
    told = printed(case, "--with", str(file), "--lags", "1")
    relation = {"dyad": ["NOR", "SUD"], "by": "year", "measure": "mean", "scale": "plover", "periods": 50}
    assert told["relation"] == relation
    (series,) = told["series"]
    assert list(series) == [
        *("id", "title", "kind", "by", "unit", "means", "counts", "source", "licence", "dyad", "files", "set_aside"),
        *("periods", "turning_points", "no_turning_point", "weaker", "correlations"),
    ]
    assert series["files"][0]["name"] == "UNVotes.csv"
    assert len(series["files"][0]["sha256"]) == 64
    assert series["periods"][0] == {"start": "1960-01-01", "end": "1960-12-31", "value": 0.3, "count": 10}
    assert [turn["direction"] for turn in series["turning_points"]] == ["up"]
    assert [(each["of"], each["lag"]) for each in series["correlations"]] == [
        (of, lag) for of in ("levels", "changes") for lag in (-1, 0, 1)
    ]


def test_several_files_are_series_of_their_own(case: str, tmp_path: Path) -> None:
    plain = table(tmp_path / "visits.csv", "date,value", [(year, year % 5) for year in range(1990, 2000)])
    words = [word for file in (*two_tables(tmp_path, VOTES, ("NO", "SUD")), plain) for word in ("--with", str(file))]
    assert [each["id"] for each in printed(case, *words)["series"]] == ["un-votes-NOR-SUD", "table-visits"]


def test_rows_for_programs_are_values(case: str, tmp_path: Path) -> None:
    lines = run(case, "--with", str(voeten(tmp_path / "UNVotes.csv", VOTES, CODES)), "--format", "csv").splitlines()
    assert lines[:2] == ["series,start,end,value,count", "un-votes-NOR-SUD,1960-01-01,1960-12-31,0.3,10"]
    assert len(lines) == 1 + 40


def test_a_reader_gets_sentences_and_a_row_for_each_lag(case: str, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES, CODES)
    told = " ".join(run(case, "--with", str(file), "--format", "table", "--limit", "2").split())
    assert "UN voting agreement of Norland and Suderland (index of agreement, 0 to 1): 40 years of 1960–1999" in told
    assert "It turned up in 19" in told
    assert "2 of 14 rows" in told


def test_nothing_to_compare_is_said(case: str) -> None:
    assert "the case keeps none, and no file is given" in run(case, "--format", "table")
    assert printed(case)["series"] == []


def test_keep_writes_the_series_and_the_command_that_made_it(case: str, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES, CODES)
    kept = printed(case, "--with", str(file), "--kind", "un-votes-identical", "--keep")
    assert printed(case) == kept
    (head,) = hw.load(case).case.comparisons
    assert head.made_by == "hikiwake compare CASE --with UNVotes.csv --kind un-votes-identical --keep"


def test_without_keep_the_folder_is_left_as_it_was(case: str, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in Path(case).rglob("*.*")}
    run(case, "--with", str(voeten(tmp_path / "UNVotes.csv", VOTES, CODES)))
    assert {path: path.read_bytes() for path in Path(case).rglob("*.*")} == before


def test_another_dyad_by_the_record() -> None:
    (series,) = printed("japan_russia", "--other", "JPN,USA")["series"]
    assert (series["kind"], series["dyad"]) == ("record", ["JPN", "USA"])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--keep"], "--keep: give what to keep series of"),
        (["--other", "JPN"], "--other 'JPN': give two actors"),
        (["--dyad", "JPN,,RUS"], "give two actors with a comma between"),
        (["--other", "NOR,ATL"], "ATL"),
        (["--dyad", "NOR,ATL"], "ATL"),
    ],
)
def test_what_cannot_be_done_is_refused(case: str, words: list[str], message: str) -> None:
    told = CliRunner().invoke(app, ["compare", case, *words])
    assert told.exit_code != 0
    assert message in f"{told.exception} {told.output}"
