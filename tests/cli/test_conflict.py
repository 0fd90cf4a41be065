"""The commands of the graph model: one JSON value on stdout, or text to read; faults end in one message."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.conflict import CONCEPTS, read_conflict, solve
from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling import conflict_file
from tests.published.shared import EXAMPLES

ELMIRA, SYRIA, DILEMMA = (str(EXAMPLES / f"{name}.toml") for name in ("elmira", "syria_iraq", "prisoners_dilemma"))


def run(*words: str) -> str:
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def value(*words: str) -> Any:
    """The JSON value that a command prints."""
    return json.loads(run(*words, "--json"))


def words(*given: str) -> str:
    """What a command says to a reader, in one line however narrow the terminal is."""
    return " ".join(run(*given, "--format", "table").split())


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.toml")))
def test_solve_has_the_promised_form(name: str) -> None:
    path = EXAMPLES / f"{name}.toml"
    answer = value("solve", str(path))
    conflict = read_conflict(path)
    assert list(answer) == ["options", "states", "stability", "equilibria"]
    assert answer["options"] == [option.id for option in conflict.options]
    assert [one["number"] for one in answer["states"]] == list(range(1, len(answer["states"]) + 1))
    assert list(answer["stability"]) == list(answer["equilibria"]) == list(CONCEPTS)
    assert all(list(by_name) == list(conflict.names) for by_name in answer["stability"].values())


def test_solve_with_coalitions() -> None:
    answer = value("solve", ELMIRA, "--coalitions")["coalitions"]
    assert len(answer["stability"]) == 7
    assert {"members": ["Ministry", "Firm"], "from": 6, "to": 9} in answer["jumps"]["nash"]
    text = words("solve", ELMIRA, "--coalitions")
    assert "Equilibrium jump (Nash): Ministry and Firm together from state 6 to state 9 (YNYNY)." in text
    assert "-NNY-" in text


def test_paths() -> None:
    answer = value("paths", ELMIRA, "--target", "-NNY-")
    assert answer["from"] == 1
    assert answer["improvements"]["reachable"] == [1, 6]
    assert answer["improvements"]["path"] is None
    assert answer["improvements"]["unreachable_equilibria"]["nash"] == [5, 9]
    assert answer["moves"]["path"] == [{"decision_maker": "Firm", "origin": 1, "target": 5}]
    assert answer["moves"]["to"] == 5
    assert "No legal path leads to state 5." in words("paths", ELMIRA, "--target", "5")
    assert value("paths", ELMIRA, "--start", "NYNNY")["from"] == 6


def test_why_in_text_and_json() -> None:
    text = run("why", DILEMMA, "YY", "--concept", "seq", "--decision-maker", "Row")
    assert text.startswith("State 4 (YY) is SEQ stable for Row.")
    answer = value("why", DILEMMA, "4")
    assert answer["stable"] == {"Row": True, "Column": True}
    assert answer["sentences"][0] == "State 4 (YY) is SEQ stable for Row."


def test_a_state_may_begin_with_a_dash() -> None:
    assert run("why", ELMIRA, "-NNY-").startswith("State 5 (-NNY-)")
    assert value("levers", ELMIRA, "-NNY-", "--most", "1")[0]["changes"] == []


def test_levers_are_a_list_the_smallest_first() -> None:
    answer = value("levers", SYRIA, "YNN", "--concept", "seq", "--most", "2")
    assert [set(lever) >= {"changes", "cost"} for lever in answer] == [True] * len(answer)
    assert [lever["cost"] for lever in answer] == sorted(lever["cost"] for lever in answer)
    assert answer[0]["changes"][0]["kind"] == "drop"
    assert answer[0]["changes"][0]["says"] == "escalate"
    dearer = value("levers", SYRIA, "YNN", "--most", "1", "--cost", "drop=7", "--addition", "Syria: not attack")
    assert dearer[-1]["cost"] == 7
    assert any(lever["changes"][0]["kind"] == "add" for lever in dearer)
    assert "no longer cares" in words("levers", SYRIA, "YNN", "--most", "1")


def test_inverse() -> None:
    answer = value("inverse", SYRIA, "2", "--window", "Syria=6")
    assert answer["rankings"] == 720
    assert answer["counts"] == {"nash": 240, "gmr": 384, "smr": 300, "seq": 384, "sim": 240, "sseq": 300}
    clause = answer["conditions"]["nash"]["Syria"][0]
    assert clause == {"move": 1, "ways": [[{"decision_maker": "Syria", "state": 2, "at_least_as_good_as": 1}]]}
    text = words("inverse", SYRIA, "2", "--window", "Syria=6")
    assert "So that Syria does not move to state 1 (NNN)" in text


def test_robust() -> None:
    answer = value("robust", SYRIA, "--draws", "50", "--seed", "4")
    assert (answer["draws"], answer["seed"], answer["exact"]) == (50, 4, False)
    assert answer == value("robust", SYRIA, "--draws", "50", "--seed", "4")
    assert answer["shares"]["nash"] == [0, 0, 0, 0, 0, 1]
    assert all(0 <= share <= 1 for shares in answer["baseline"].values() for share in shares)
    assert "random order" in words("robust", SYRIA, "--draws", "50", "--seed", "4")


def test_robust_under_the_concepts_asked_for() -> None:
    few = ("robust", SYRIA, "--draws", "20", "--orders", "20")
    text = run(*few, "--concept", "sim", "--concept", "nash", "--format", "table")
    assert [line for line in text.splitlines() if line.endswith(":")] == ["Nash:", "SIM:"]
    every, alone = value(*few), value(*few, "--concept", "nash")
    for key in ("shares", "baseline", "survivors"):
        assert alone[key] == {"nash": every[key]["nash"]}


def test_convert_to_every_form(tmp_path: Path) -> None:
    assert run("convert", DILEMMA, "--format", "toml").startswith('title = "Prisoner')
    assert len(list(csv.reader(io.StringIO(run("convert", DILEMMA, "--format", "csv"))))) == 5
    assert "<graphml" in run("convert", DILEMMA, "--format", "graphml")
    assert "<gexf" in run("convert", DILEMMA, "--format", "gexf")
    assert "| Row |" in run("convert", DILEMMA, "--format", "markdown")
    assert r"\begin{tabular}" in run("convert", DILEMMA, "--format", "latex")
    out = tmp_path / "again.toml"
    run("convert", DILEMMA, "--format", "toml", "--output", str(out))
    assert solve(read_conflict(out)).as_object() == solve(read_conflict(DILEMMA)).as_object()


def test_convert_a_save_file_of_another_tool_says_what_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "other.gmcr"
    path.write_text(
        '{"decisionMakers": [{"name": "A", "options": [0], "preferences": [], "misperceptions": [[[0, "Y"]]]}],'
        '"options": [{"name": "Go", "permittedDirection": "both"}], "infeasibles": []}',
        encoding="utf-8",
    )
    done = CliRunner().invoke(app, ["convert", str(path), "--format", "toml"], catch_exceptions=False)
    assert 'id = "go"' in done.stdout
    assert "misperceptions" in done.stderr


def test_a_variant_can_be_solved() -> None:
    path = str(EXAMPLES / "gisborne_lake.toml")
    assert value("solve", path)["equilibria"]["nash"] == [4]
    assert value("solve", path, "--variant", "environment-first")["equilibria"]["nash"] == [6]


def test_a_conflict_of_a_case_folder(tmp_path: Path) -> None:
    (tmp_path / "lake" / "conflicts").mkdir(parents=True)
    shutil.copy(DILEMMA, tmp_path / "lake" / "conflicts" / "game.toml")
    assert conflict_file(f"{tmp_path / 'lake'}:game").name == "game.toml"
    with pytest.raises(ModelError, match="there are game"):
        conflict_file(f"{tmp_path / 'lake'}:gone")
    with pytest.raises(ModelError, match="CASE:NAME"):
        conflict_file("gone.toml")


@pytest.mark.parametrize(
    "words",
    [
        ("solve", "gone.toml"),
        ("why", DILEMMA, "YYY"),
        ("why", DILEMMA, "YY", "--decision-maker", "Nobody"),
        ("levers", DILEMMA, "YY", "--cost", "flip"),
        ("inverse", DILEMMA, "YY", "--window", "Row"),
        ("solve", DILEMMA, "--variant", "none"),
        ("convert", DILEMMA, "--format", "csv", "--output", f"{DILEMMA}/no/folder.csv"),
    ],
)
def test_faults_of_the_input_are_errors_of_ours(words: tuple[str, ...]) -> None:
    with pytest.raises(HikiwakeError):
        CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_paths_need_a_start(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.toml"
    path.write_text(Path(DILEMMA).read_text(encoding="utf-8").replace('status_quo = "YY"', ""), encoding="utf-8")
    with pytest.raises(ModelError, match="status quo"):
        CliRunner().invoke(app, ["paths", str(path)], catch_exceptions=False)


def test_robust_of_one_reading_alone() -> None:
    few = ("robust", str(EXAMPLES / "gisborne_lake.toml"), "--draws", "40", "--orders", "2", "--concept", "nash")
    every, rival, own = value(*few), value(*few, "--variant", "environment-first"), value(*few, "--variant", "")
    assert set(rival["shares"]["nash"]) == set(own["shares"]["nash"]) == {0.0, 1.0}
    assert own["shares"] != every["shares"] != rival["shares"] != own["shares"]
