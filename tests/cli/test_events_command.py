"""The command events, and relation over a folder of event data: JSON, rows for programs, a table, one clear error."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.cli.listing import asked
from hikiwake.relation.querying import Asked, ImportedEvents, all_dyads
from tests.relation.querying.planted_rows import planted

PAIR = ("--dyad", "JPN,RUS")


def run(command: str, *words: str) -> str:
    told = CliRunner().invoke(app, [command, planted(), *words], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


def printed(command: str, *words: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(run(command, *words, "--json"))
    return value


def test_json_says_how_it_was_made_and_has_the_rows() -> None:
    told = printed("events", *PAIR, "--by", "month", "--measure", "sum", "--directed")
    about = {"dyad": ["JPN", "RUS"], "directed": True, "by": "month", "measure": "sum", "scale": "goldstein"}
    assert {name: told[name] for name in about} == about
    assert list(told["rows"][0]) == ["start", "end", "value", "events", "acts", "verbal_cooperation",
                                     "material_cooperation", "verbal_conflict", "material_conflict"]  # fmt: skip
    assert None in [row["value"] for row in told["rows"]]


@pytest.mark.parametrize("form", ["csv", "tsv", "md", "json"])
def test_many_rows_are_written_as_few_are(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = run("events", "--by", "month", "--format", form)
    monkeypatch.setattr(asked, "BATCH", 7)
    assert run("events", "--by", "month", "--format", form) == at_once
    assert len(at_once.splitlines()) > len(all_dyads(ImportedEvents(Path(planted())), Asked("month"))) > 100


@pytest.mark.parametrize(("words", "columns"), [
    ((), ["first", "second", "start", "end", "value", "events", "acts"]),
    (("--movers",), ["first", "second", "before", "after", "change", "acts_before", "acts_after"]),
    (("--split", "type"), ["start", "end", "type", "value", "events", "acts"]),
    (("--split", "issue", *PAIR), ["start", "end", "issue", "value", "events", "acts"]),
    (("--split", "publisher"), ["start", "end", "layout", "publisher", "value", "events", "acts"]),
])  # fmt: skip
def test_each_question_has_its_columns(words: tuple[str, ...], columns: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(run("events", *words, "--format", "csv"))))
    assert rows[0] == columns and len(rows) > 1


def test_from_and_to_are_heard() -> None:
    rows = printed("events", *PAIR, "--from", "2001", "--to", "2003-06")["rows"]
    assert [row["start"] for row in rows] == ["2001-01-01", "2002-01-01", "2003-01-01"]


def test_a_reader_gets_sentences_and_a_table() -> None:
    told = " ".join(run("events", *PAIR, "--format", "table", "--limit", "2").split())
    assert told.startswith("Between Japan (JPN) and Russia (RUS, SUN) 120 acts are told, in 20 of 20 years.")
    assert "The value is the mean of the Goldstein scale by year." in told
    assert "2 of 20 rows" in told


def test_silence_is_said_and_is_no_fault() -> None:
    told = CliRunner().invoke(app, ["events", planted(), "--dyad", "JPN,TUV", "--format", "table"])
    assert told.exit_code == 0
    assert "nothing is told that counts: silence, not zero. No row names Tuvalu (TUV)." in " ".join(told.stdout.split())


@pytest.mark.parametrize(("words", "message"), [
    (("--dyad", "JPN"), "give two actors"), (("--dyad", "JPN,QQQ"), "'QQQ' is no actor"),
    (("--movers", *PAIR), "leave --dyad and --split out"), (("--from", "spring"), "is not a date"),
    (("--from", "2003", "--to", "2001"), "the end is before the beginning"), (("--scale", "plover"), "of no row"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], message: str) -> None:
    told = CliRunner().invoke(app, ["events", planted(), *words])
    assert told.exit_code != 0
    assert message in " ".join(f"{told.stderr} {told.exception}".replace("│", " ").split())


def test_relation_over_rows_has_the_json_of_a_case() -> None:
    told = printed("relation", *PAIR, "--resamples", "20")
    case = json.loads(CliRunner().invoke(app, ["relation", "--resamples", "5", "--json"]).stdout)
    assert list(told) == list(case)
    assert list(told["periods"][0]) == list(case["periods"][0])
    (turn,) = told["turning_points"]
    assert list(turn) == list(case["turning_points"][0]) if case["turning_points"] else True
    assert (turn["direction"], told["scale"]["id"], told["named"]) == ("up", "goldstein", [])
    assert all(":" in id_ for id_ in turn["events"])


@pytest.mark.parametrize("words", [("--document", "one"), ("--as-written-by", "2014")])
def test_rows_have_no_documents(words: tuple[str, ...]) -> None:
    told = CliRunner().invoke(app, ["relation", planted(), *PAIR, *words])
    assert told.exit_code == 2
    assert "has no documents" in " ".join(told.stderr.replace("│", " ").split())


def test_relation_over_rows_for_a_reader() -> None:
    told = run("relation", *PAIR, "--resamples", "20", "--format", "table", "--limit", "2")
    assert "042 ACCUSE" in told and "author" not in told
