"""The command `search`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.dossier import save
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small synthetic dispute as a case folder, with its documents beside it."""
    folder = tmp_path_factory.mktemp("search")
    save(skerries().dossier(), folder / "case")
    skerries().library(folder / "library")
    return folder


def run(*arguments: str) -> str:
    """Run a command that must succeed; what it printed."""
    result = CliRunner().invoke(app, ["search", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_rows(case: Path) -> None:
    """Rows hold passage, text, whether it answers, score and entries: those that answer first, each part best first."""
    rows = json.loads(run("Was half offered?", str(case / "case"), "--library", str(case / "library"), "--json"))
    assert all(set(row) == {"passage", "text", "answers", "score", "entries"} for row in rows)
    assert set(rows[0]["passage"]) == {"document", "start", "end", "page"}
    assert rows == sorted(rows, key=lambda row: (not row["answers"], -row["score"]))
    assert "half" in rows[0]["text"]
    assert len(json.loads(run("islands", str(case / "case"), "--limit", "1", "--json"))) == 1


TABLE = ("--format", "table")


def test_words(case: Path) -> None:
    """The plain output shows place, words and entries, and says what is not there."""
    told = run("strait closed 1991", str(case / "case"), "--library", str(case / "library"), *TABLE)
    assert "1. north-1996, " in told
    assert "cited by event-strait-closed" in told
    everything = "--library", str(case / "library")
    absent = run("puffins of Westland", str(case / "case"), *everything, *TABLE)
    assert absent.startswith("not in the documents: puffins of Westland")
    unread = " ".join(run("puffins of Westland", str(case / "case"), *TABLE).split())
    assert unread.startswith("nothing in the entries, and no document was read: puffins of Westland")
    assert json.loads(run("puffins of Westland", str(case / "case"), "--json")) == []


def test_the_case_and_the_question_stand_in_either_order(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case may be named first, as to other commands, or last; in its folder, not at all."""
    place = str(case / "case")
    first, last = run(place, "strait closed", "--json"), run("strait closed", place, "--json")
    assert first == last
    assert json.loads(first)
    assert run("strait " * 200, place, "--json") == run(place, "strait " * 200, "--json")
    monkeypatch.chdir(place)
    assert run("strait closed", "--json") == first
    refused = CliRunner().invoke(app, ["search", place, "strait", "closed"])
    assert refused.exit_code == 2
