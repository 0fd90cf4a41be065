"""The command hypotheses: its JSON as the manual tells it, one analysis, one analyst, a draft printed or written."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.errors import HikiwakeError
from tests.report.test_hypotheses_section import case as told_case


@pytest.fixture
def case(tmp_path: Path) -> str:
    hw.save(told_case(), tmp_path / "case")
    return str(tmp_path / "case")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["hypotheses", *words])


def printed(*words: str) -> dict[str, Any]:
    answer = run(*words, "--json")
    assert answer.exit_code == 0, answer.output
    value: dict[str, Any] = json.loads(answer.stdout)
    return value


def test_json_has_all_that_is_found(case: str) -> None:
    told, found = printed(case), hw.hypotheses(hw.load(case))
    assert told == {
        "hypotheses": found.as_records(), "evidence": found.evidence.as_records(),
        "changes": found.changes.as_records(),
        "between_analysts": found.between_analysts.as_records(), "sentences": [*found.sentences],
    }  # fmt: skip
    assert [*told["hypotheses"][0]] == [
        *("analysis", "analyst", "hypothesis", "text", "place", "tied", "score", "unweighted", "against", "very"),
        *("not_judged", "why"),
    ]
    assert [*told["evidence"][0]] == [
        *(
            "analysis",
            "analyst",
            "evidence",
            "says",
            "sources",
            "credibility",
            "relevance",
            "weight",
            "cells",
            "spread",
        ),
        *("decides", "first_without"),
    ]
    assert [*told["changes"][0]] == [
        *("analysis", "analyst", "kind", "evidence", "document", "hypothesis", "before", "after", "first"),
    ]
    assert told["between_analysts"][0] == {
        "analysis": "who", "evidence": "event-talks", "hypothesis": "south", "cells": {"ann": "I", "bob": "CC"},
        "spread": 3,
    }  # fmt: skip


def test_one_analyst_alone_is_asked_for(case: str) -> None:
    assert {row["analyst"] for row in printed(case, "--analyst", "bob", "--analysis", "who")["hypotheses"]} == {"bob"}
    answer = run(case, "--analyst", "bop")
    assert isinstance(answer.exception, HikiwakeError) and "ann and bob" in str(answer.exception)


def test_for_a_program_each_hypothesis_is_a_row(case: str) -> None:
    head, *rows = (line.split("\t") for line in run(case, "--analyst", "ann").stdout.splitlines())
    assert head[:5] == ["analysis", "analyst", "place", "hypothesis", "text"]
    assert [row[:5] for row in rows] == [
        ["who", "ann", "1", "chance", "Chance"],
        ["who", "ann", "2", "both", "Both"],
        ["who", "ann", "3", "south", "Suderland & all"],
    ]


def test_a_draft_is_printed_and_written_once(case: str) -> None:
    answer = run(case, "--draft", "why_failed")
    assert answer.exit_code == 0
    (drafted,) = tomllib.loads(answer.stdout)["analyses"]
    assert drafted["question"] == "why_failed" and "judgements" not in drafted
    assert run(case, "--draft", "why_failed", "--write").exit_code == 0
    assert [each.id for each in hw.load(case).analyses] == ["who", "why_failed"]
    again = run(case, "--draft", "why_failed", "--write")
    assert isinstance(again.exception, HikiwakeError) and "of this id is there already" in str(again.exception)
    assert run(case, "--write").exit_code == 2
