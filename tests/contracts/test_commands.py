"""What every command with ``--json`` owes: a new command is one line in the table."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

import hikiwake as hw
from hikiwake import cli
from tests.contracts.test_exporters import saying
from tests.relation.querying.planted_rows import planted

MODEL = str(Path(__file__).resolve().parents[2] / "examples" / "cuban_missile_crisis_two_by_two.toml")
FUND = str(Path(MODEL).parent / "packages" / "fund.toml")
CASE = "japan_russia"
ROWS = planted()
COMMANDS: dict[
    str, tuple[str, ...]
] = {  # what follows the command; what it reads comes where the text is MODEL, FUND, CASE or ROWS
    "actors": (CASE,),
    "check": (CASE,),
    "claims": (CASE,),
    "compare": (CASE, "--resamples", "5"),
    "disagreements": (CASE,),
    "divide": (FUND, "--method", "fallback"),
    "documents": (CASE,),
    "drivers": (CASE,),
    "events": (ROWS,),
    "evolve": (MODEL,),
    "findings": (CASE, "--era", "1956-1959", "--draws", "5"),
    "formulas": (CASE,),
    "history": (CASE, "--era", "1956-1959", "--orders", "5"),
    "hypotheses": (CASE,),
    "inverse": (MODEL, "1", "--window", "United States=2"),
    "levers": (MODEL, "1"),
    "packages": (FUND,),
    "whatif": (CASE, "--era", "1956-1959", "--assume", "flip Soviet Union: not transfer_large"),
    "paths": (MODEL,),
    "positions": (CASE,),
    "range": (CASE,),
    "readings": (CASE,),
    "relation": (CASE, "--resamples", "5"),
    "robust": (MODEL,),
    "search": ("treaty", CASE),
    "show": (CASE, "JPN"),
    "solve": (MODEL,),
    "timeline": (CASE,),
    "why": (MODEL, "1"),
}
OF_FILES = {  # read files of the user's, or a workbench, and are held to the same by tests of their own
    "accept": ("abc",),
    "add": ("essay.txt",),
    "agreement": ("one", "two"),
    "explain": ("letter:0-9",),
    "import": ("icews", "events.tsv", "--into", "nowhere"),
    "log": ("nowhere",),
    "passage": ("letter", "words"),
    "proposals": ("nowhere",),
    "read": ("essay.txt", "--into", "nowhere"),
    "score": ("gold",),
    "take": ("comments.csv",),
}
TELLS_FAULTS = {"check"}  # what is broken is what they tell
every_command = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run the program with some arguments; gives its exit code and what it said on both streams."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["hikiwake", *arguments])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        return int(end.value.code or 0), out, err

    return run


def _reading(name: str, place: str) -> list[str]:
    """The arguments of a command, with another place in place of what it reads."""
    return [name, *(place if argument in (MODEL, CASE, FUND, ROWS) else argument for argument in COMMANDS[name])]


def _refused(answer: tuple[int, str, str]) -> str:
    """The message of a refusal as JSON, which has one form."""
    code, out, err = answer
    assert (code, out) == (2, "")
    said = json.loads(err)
    assert list(said) == ["error"]
    assert list(said["error"]) == ["kind", "message", "faults"]
    for fault in said["error"]["faults"]:
        assert list(fault) == ["file", "line", "column", "found", "expected"]
        assert fault["line"] >= 0
    assert said["error"]["kind"]
    assert said["error"]["message"].strip()
    return str(said["error"]["message"])


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by name, those of groups inside groups too."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


PRINTING = {name: command for name, command in _commands(typer.main.get_group(cli.app))
            if any("--json" in option.opts for option in command.params)}  # fmt: skip


def _chosen() -> Iterator[tuple[str, str]]:
    """Every option of these commands that takes a number or one of some words, with its command."""
    for name, command in PRINTING.items():
        for option in command.params:
            kind = option.type_descriptor.annotation
            if option.opts[0].startswith("--") and not (kind in (str, Path, bool) or get_args(kind)):
                yield name, option.opts[0]


def test_the_table_has_every_command_with_json() -> None:
    assert set(PRINTING) == set(COMMANDS) | set(OF_FILES)


@pytest.mark.parametrize(("name", "option"), list(_chosen()))
def test_a_wrong_value_of_an_option_is_named(name: str, option: str, run) -> None:  # type: ignore[no-untyped-def]
    assert option in _refused(run(name, *{**OF_FILES, **COMMANDS}[name], option, "no such value", "--json"))


@every_command
def test_prints_one_value_and_nothing_else(name: str, run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run(name, *COMMANDS[name], "--json")
    assert (code, err) == (0, "")
    value = json.loads(out)
    assert value
    if isinstance(value, list):
        assert all(row.keys() == value[0].keys() for row in value)


@pytest.mark.parametrize("name", sorted(set(OF_FILES) - {"add", "import", "passage", "read", "take"}))
def test_a_case_without_a_workbench_is_refused(name: str, run, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    hw.save(hw.load(CASE).as_written_by("2014"), tmp_path / "case")
    monkeypatch.chdir(tmp_path / "case")
    arguments = () if OF_FILES[name] == ("nowhere",) else OF_FILES[name]
    assert "hikiwake read" in _refused(run(name, *arguments, "--json"))


@every_command
def test_has_help(name: str, run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run(name, "--help")
    assert (code, err) == (0, "")
    assert "--json" in out


@every_command
def test_what_is_not_there_is_refused_by_name(name: str, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    missing = str(tmp_path / "missing")
    assert "missing" in _refused(run(*_reading(name, missing), "--json"))
    code, out, err = run(*_reading(name, missing))
    assert (code, out) == (2, "")
    assert "missing" in err
    assert "Traceback" not in err


@every_command
def test_what_is_broken_is_refused(name: str, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "broken.toml"
    broken.write_text('title = "\n', encoding="utf-8")
    (tmp_path / "case.toml").write_text('title = "\n', encoding="utf-8")
    if name in TELLS_FAULTS:
        code, out, err = run(name, str(tmp_path), "--json")
        assert (code, err) == (2, "")
        assert "case.toml" in {fault["file"] for fault in json.loads(out)["faults"]}
        return
    _refused(run(*_reading(name, str(broken if MODEL in COMMANDS[name] else tmp_path)), "--json"))


@every_command
def test_an_option_that_is_not_known_is_named(name: str, run) -> None:  # type: ignore[no-untyped-def]
    assert "--nosuch" in _refused(run(name, *COMMANDS[name], "--nosuch", "--json"))


FAULTY = {
    MODEL: ("model.toml", 'title = "A"\ntitel = "B"\n', ("model.toml", 2)),
    FUND: ("packages.toml", 'title = "A"\ntitel = "B"\n', ("packages.toml", 2)),
    CASE: ("case.toml", 'title = "A"\nquestion = "B"\ndyad = 3\n', ("case.toml", 3)),
}


@pytest.mark.parametrize("name", [name for name in COMMANDS if ROWS not in COMMANDS[name]])
def test_every_place_of_a_fault_is_told(name: str, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    kind = next(one for one in FAULTY if one in COMMANDS[name])
    file, text, (where, line) = FAULTY[kind]
    (tmp_path / file).write_text(text, encoding="utf-8")
    _, out, err = run(*_reading(name, str(tmp_path if kind is CASE else tmp_path / file)), "--json")
    told = json.loads(out) if name == "check" else json.loads(err)["error"]
    places = [(Path(fault["file"]).name, fault["line"]) for fault in told["faults"]]
    assert (where, line) in places


CONTROLS = "bell \x07 escape \x1b[31m next \x85 turned \u202e isolated \u2066 line \u2028 end"
CONTROLLING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def controlling(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A case and a model with signs that control a terminal wherever words may stand."""
    folder = tmp_path_factory.mktemp("controlling")
    hw.save(saying(CONTROLS), folder / "case")
    said = json.dumps(CONTROLS)
    model = Path(MODEL).read_text(encoding="utf-8").replace('title = "', f"title = {said[:-1]} ")
    (folder / "model.toml").write_text(model, encoding="utf-8")
    return {CASE: str(folder / "case"), MODEL: str(folder / "model.toml")}


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["table", "json"])
@every_command
def test_prints_nothing_that_controls(name: str, form: list[str], controlling, run) -> None:  # type: ignore[no-untyped-def]
    arguments = [controlling.get(argument, argument) for argument in COMMANDS[name]]
    _, out, err = run(name, *arguments, *form)
    assert out or err
    assert not CONTROLLING.search(out + err)


def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hikiwake", "claims", CASE, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
