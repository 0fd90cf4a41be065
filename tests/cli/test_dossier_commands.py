"""The commands of the dossier, run as a user runs them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.dossier import save
from hikiwake.errors import CaseError
from tests.skerries_model import TEXT, modelled
from tests.synthetic import skerries
from tests.written_later import told

PLACE = {"document", "start", "end", "page"}
PERIOD = {"start", "end", "precision", "basis"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small synthetic dispute as a case folder."""
    folder = tmp_path_factory.mktemp("cli") / "case"
    save(skerries().dossier(), folder)
    return str(folder)


def run(*arguments: str) -> str:
    """Run a command that must succeed; what it printed."""
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(*arguments: str) -> list[dict[str, Any]]:
    """The rows of a command that prints JSON."""
    value = json.loads(run(*arguments, "--json"))
    assert isinstance(value, list)
    return value


def test_documents(case: str) -> None:
    """Documents come with what identifies them and when they were written."""
    first = rows("documents", case)[0]
    assert {"id", "file", "sha256", "characters", "title", "author", "publisher", "written", "language"} <= set(first)
    assert set(first["written"]) == PERIOD


def test_timeline(case: str) -> None:
    """Events come in order of time, with a mention for each report and its place."""
    events = rows("timeline", case)
    assert [event["id"] for event in events] == ["event-talks", "event-strait-closed", "event-visit"]
    assert set(events[1]["mentions"][0]["passage"]) == PLACE
    assert [mention["attributed_to"] for mention in events[1]["mentions"]] == [
        "Institute of the North",
        "Institute of the South",
    ]
    assert set(events[0]["period"]) == PERIOD


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--from", "1995"], 1),
        (["--to", "1990"], 1),
        (["--from", "1991", "--to", "1992"], 2),
        (["--issue", "security"], 1),
        (["--document", "north-1996"], 2),
        (["--dyad", "NOR,SUD"], 3),
        (["--dyad", "NOR,TRD"], 0),
    ],
)
def test_timeline_options(case: str, options: list[str], count: int) -> None:
    """Each option narrows the timeline."""
    assert len(rows("timeline", case, *options)) == count


@pytest.mark.parametrize(
    "options",
    [
        ["--dyad", "NOR"],
        ["--dyad", "NOR,XXX"],
        ["--dyad", "NOR,NOR"],
        ["--dyad", "NOR,OLD"],
        ["--issue", "weather"],
        ["--document", "east"],
        ["--from", "soon"],
    ],
)
def test_what_the_case_does_not_know_is_one_clear_error(case: str, options: list[str]) -> None:
    """A word that the case does not know is refused, with the word in the message."""
    with pytest.raises(CaseError, match=options[1].split(",")[-1]):
        CliRunner().invoke(app, ["timeline", case, *options], catch_exceptions=False)


@pytest.mark.parametrize("kind", ["claims", "readings", "positions", "formulas", "drivers"])
def test_entries(case: str, kind: str) -> None:
    """Every entry comes with id, holder and places."""
    for row in rows(kind, case):
        assert row["id"]
        assert row["holder"]
        assert all(set(place) == PLACE for place in row["passages"])
    assert " rows" in run(kind, case, "--format", "table").splitlines()[-1]


def test_a_formula_comes_with_its_positions(case: str) -> None:
    """Who proposed and who refused stands in the formula's record."""
    half = next(row for row in rows("formulas", case) if row["id"] == "half")
    assert [position["verb"] for position in half["positions"]] == ["offers", "rejects"]


def test_actors(case: str) -> None:
    """Actors come with names and offices written out."""
    premier = next(row for row in rows("actors", case) if row["id"] == "NOR/premier")
    assert premier["offices"][0]["title"] == "premier"
    assert premier["names"][0]["name"] == "the premier of Norland"


def test_check_keeps_warnings_apart_from_faults(tmp_path: Path) -> None:
    dossier = modelled()
    advice = tuple(
        replace(each, kind="recommended") if each.id == "position-003" else each for each in dossier.positions
    )
    save(replace(dossier, positions=advice), tmp_path / "case")
    said = run("check", str(tmp_path / "case")).splitlines()
    (warned,) = (line for line in said if line.startswith("warning: "))
    assert warned.startswith("warning: conflicts/1990-1994.toml:") and "is advice" in warned
    assert "no fault, 1 warning; " in said[-1]
    told = json.loads(run("check", str(tmp_path / "case"), "--json"))
    assert (told["faults"], len(told["warnings"])) == ([], 1)
    assert set(told["warnings"][0]) == {"file", "line", "column", "found", "expected"}
    assert told["counts"]["statements"] == 6


def test_check_and_new(case: str, tmp_path: Path) -> None:
    """A sound case ends with 'no fault'; a broken one with exit code 2; a new one is sound."""
    assert "no fault" in run("check", case)
    folder = tmp_path / "new"
    assert "a new case" in run("new", str(folder))
    assert "no fault" in run("check", str(folder))
    (folder / "events.csv").write_text("id\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert result.exit_code == 2
    assert "events.csv:1" in result.stdout


COMMANDS_OF_A_CASE = ("actors", "claims", "disagreements", "documents", "drivers", "findings", "formulas", "history",
                      "positions", "range", "readings", "timeline")  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS_OF_A_CASE)
def test_every_command_tells_a_case_as_written_by_a_day(command: str, case: str) -> None:
    """By 1996 the south had written nothing; a day on which all was written changes nothing."""
    said = run(command, case, "--json", "--as-written-by", "1996")
    assert "south-1997" not in said
    assert "Institute of the South" not in said
    assert run(command, case, "--json", "--as-written-by", "1998") == run(command, case, "--json")


@pytest.mark.parametrize(
    "command",
    [
        ("search", "meetings", "CASE"),
        ("model", "CASE", "--era", "1990-1994"),
        ("report", "CASE", "--output", "OUT"),
        ("export", "CASE", "--format", "json", "--output", "OUT"),
    ],
    ids=lambda command: command[0],
)
def test_what_is_written_and_found_is_as_of_the_day(command: tuple[str, ...], case: str, tmp_path: Path) -> None:
    out = tmp_path / "out.file"
    given = [{"CASE": case, "OUT": str(out)}.get(word, word) for word in command]
    said = run(*given, "--as-written-by", "1996") + (out.read_text() if out.exists() else "")
    assert said.strip()
    assert "south-1997" not in said
    assert "Institute of the South" not in said


def test_a_model_that_could_not_be_written_then_is_named(tmp_path: Path) -> None:
    save(modelled(TEXT.replace('"position-002"', '"position-003"')), tmp_path / "case")
    result = CliRunner().invoke(app, ["history", str(tmp_path / "case"), "--as-written-by", "1996"])
    assert result.stderr == "not writable then: the models 1990-1994\n"


def test_a_model_of_an_era_that_had_not_begun_is_not_named(tmp_path: Path) -> None:
    save(told(3), tmp_path / "case")
    result = CliRunner().invoke(app, ["history", str(tmp_path / "case"), "--as-written-by", "1996"])
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_day_that_is_none_is_refused(case: str) -> None:
    with pytest.raises(CaseError, match=r"--as-written-by 'soon'.*a day, a month or a year"):
        CliRunner().invoke(app, ["timeline", case, "--as-written-by", "soon"], catch_exceptions=False)
