"""The command relation: its JSON as the manual tells it, rows for programs, sentences and a table for readers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from tests.relation.planted_series import record, turned

UP = turned(1950, 1970, 1989, ("ACCUSE", "SANCTION"), ("SUPPORT", "CONSULT"))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The case of a planted turn, as a folder."""
    folder = tmp_path_factory.mktemp("planted") / "case"
    dossier = record(UP)
    hw.save(replace(dossier, case=replace(dossier.case, scales=())), folder)
    return str(folder)


def run(*words: str) -> str:
    told = CliRunner().invoke(app, ["relation", *words], catch_exceptions=False)
    assert told.exit_code == 0
    return told.stdout


def printed(*words: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(run(*words, "--resamples", "20", "--json"))
    return value


def test_json_has_periods_and_turning_points(case: str) -> None:
    told = printed(case)
    assert {"start", "end", "value", "low", "high", "events", "ids"} <= set(told["periods"][0])
    (turn,) = told["turning_points"]
    assert list(turn) == ["start", "end", "likeliest", "direction", "size", "before", "after", "support", "events",
                          "named_by", "denied_by", "unknown_to", "readings"]  # fmt: skip
    assert (turn["direction"], turn["size"] > 0) == ("up", True)
    assert told["no_turning_point"] is None
    assert told["scale"]["id"] == "plover"


def test_each_option_is_heard(case: str) -> None:
    assert len(printed(case, "--by", "decade")["periods"]) == 4
    assert {row["value"] for row in printed(case, "--scale", "quad")["periods"]} == {-1.0, 1.0}
    assert printed(case, "--measure", "sum")["periods"][0]["value"] == -9.0
    assert printed(case, "--dyad", "SUD,NOR", "--directed")["periods"] == []
    assert printed(case, "--dyad", "SUD,NOR")["periods"] == printed(case)["periods"]


def test_only_what_a_document_says(case: str) -> None:
    one, every = printed(case, "--document", "one"), printed(case)
    count = [sum(row["events"] for row in told["periods"]) for told in (one, every)]
    assert 0 < count[0] < count[1]
    (turn,) = one["turning_points"]
    assert turn["support"]["documents"] is None


def test_only_what_was_written_by_a_day(case: str) -> None:
    assert printed(case, "--as-written-by", "1999")["no_turning_point"] == {"periods": 0, "too_few": True}


def test_rows_for_programs_are_periods(case: str) -> None:
    lines = run(case, "--resamples", "5", "--format", "csv").splitlines()
    assert lines[0] == "start,end,value,low,high,events,ids"
    assert len(lines) == 1 + 40


def test_a_reader_gets_sentences_and_the_periods_that_are_not_silent(case: str) -> None:
    told = " ".join(run(case, "--resamples", "20", "--format", "table", "--limit", "2").split())
    assert "Between Norland and Suderland 80 acts are told, in 40 of 40 years." in told
    assert "The acts told of turn up in 19" in told
    assert "2 of 40 rows" in told


@pytest.mark.parametrize(
    ("words", "message"), [(["--document", "nine"], "nine"), (["--dyad", "NOR"], "NOR"), (["--dyad", "NOR,XX"], "XX")]
)
def test_what_the_case_does_not_know_is_refused(case: str, words: list[str], message: str) -> None:
    told = CliRunner().invoke(app, ["relation", case, *words])
    assert message in str(told.exception)


def test_the_folder_is_left_as_it_was(case: str) -> None:
    before = {path: path.read_bytes() for path in Path(case).rglob("*") if path.is_file()}
    run(case, "--resamples", "5")
    assert {path: path.read_bytes() for path in Path(case).rglob("*") if path.is_file()} == before
