"""The commands evolve, and solve with a concept or with silence as unknown preference; one way to name a state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.errors import ModelError
from tests.published.shared import EXAMPLES

ELMIRA, DILEMMA, LAKE = (str(EXAMPLES / f"{name}.toml") for name in ("elmira", "prisoners_dilemma", "gisborne_lake"))


def run(*words: str) -> str:
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def value(*words: str) -> Any:
    return json.loads(run(*words, "--json"))


def test_evolve_tells_who_arrives_when() -> None:
    rows = value("evolve", ELMIRA, "--moves", "improvements")
    assert [(row["number"], row["arrivals"]) for row in rows] == [(1, {}), (6, {"Local government": 1})]
    assert [row["number"] for row in value("evolve", ELMIRA, "--start", "5", "--steps", "0")] == [5]
    assert "Equilibrium jump (SEQ)" in run("evolve", ELMIRA, "--format", "table")


def test_evolve_writes_what_it_prints(tmp_path: Path) -> None:
    for form in ("svg", "graphml", "json"):
        path = tmp_path / f"elmira.{form}"
        run("evolve", ELMIRA, "--format", form, "--output", str(path))
        assert path.read_text(encoding="utf-8") == run("evolve", ELMIRA, "--format", form)
    assert ElementTree.parse(tmp_path / "elmira.graphml").getroot().tag.endswith("graphml")


@pytest.mark.parametrize("words", [
    ("evolve", ELMIRA, "--start", "99"), ("evolve", ELMIRA, "--output", "table.txt"),
    ("evolve", ELMIRA, "--start", "x"),
    ("solve", ELMIRA, "--silence", "unknown", "--concept", "sim"),
    ("solve", ELMIRA, "--silence", "unknown", "--coalitions"),
])  # fmt: skip
def test_faults_are_errors_of_ours(words: tuple[str, ...]) -> None:
    assert isinstance(CliRunner().invoke(app, list(words)).exception, ModelError)


def test_silence_as_unknown_preference_has_four_answers() -> None:
    answer = value("solve", ELMIRA, "--silence", "unknown", "--concept", "seq")
    assert list(answer["equilibria"]) == ["a", "b", "c", "d"]
    assert answer["equilibria"]["a"] == {"seq": [5, 6, 9]}  # rankings leave nothing unknown
    assert "Equilibria by extension" in run("solve", ELMIRA, "--silence", "unknown", "--format", "table")


@pytest.mark.parametrize("name", ["1", "NYNNN", "status_quo"])
def test_a_state_has_the_same_names_in_every_command(name: str) -> None:
    assert value("why", ELMIRA, name)["state"]["number"] == 1
    assert value("paths", ELMIRA, "--start", name, "--target", name)["from"] == 1
    assert value("evolve", ELMIRA, "--start", name)[0]["number"] == 1
    assert value("inverse", ELMIRA, name, "--window", "Firm=2")["target"]["number"] == 1
    assert {state for lever in value("levers", ELMIRA, name, "--most", "1") for state in lever["states"]} <= {"NYNNN"}


@pytest.mark.parametrize("name", ["modified_order", "YNYN-"])
def test_what_means_several_states(name: str) -> None:
    """Why tells each, levers and paths take any of them; where one must be meant, it says which there are."""
    assert [each["state"]["state"] for each in value("why", ELMIRA, name)] == ["YNYNN", "YNYNY"]
    assert {state for lever in value("levers", ELMIRA, name) for state in lever["states"]} == {"YNYNY"}
    assert (
        value("paths", ELMIRA, "--target", name)["moves"]["to"]
        == value("paths", ELMIRA, "--target", "4")["moves"]["to"]
    )
    for command in (["inverse", ELMIRA, name, "--window", "Firm=2"], ["paths", ELMIRA, "--start", name]):
        done = CliRunner().invoke(app, command)
        assert "means 2 states (YNYNN, YNYNY)" in str(done.exception)


def test_of_many_states_the_first_are_told() -> None:
    done = CliRunner().invoke(app, ["why", ELMIRA, "-----", "--json"])
    assert len(json.loads(done.stdout)) == 5
    assert done.stderr == '"-----" means 9 states, of which the first 5 are told\n'


def test_a_name_that_is_nearly_one() -> None:
    done = CliRunner().invoke(app, ["why", ELMIRA, "modified_orders"])
    assert 'did you mean "modified_order"?' in str(done.exception)


@pytest.mark.parametrize("command", [("solve",), ("paths",), ("evolve",), ("robust", "--draws", "5", "--orders", "5")])
def test_every_command_takes_a_variant(command: tuple[str, ...]) -> None:
    plain, rival = (value(command[0], LAKE, *command[1:], *more) for more in ((), ("--variant", "environment-first")))
    assert command[0] == "evolve" or plain != rival
