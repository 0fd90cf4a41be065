"""What every listing owes, found by walking the program: it fits 80 columns, and has the same forms for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake import cli
from hikiwake.cli.groups import GROUPS
from hikiwake.coding.intake import read_into
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.dossier.folder.starting import Beginning, two_sides
from hikiwake.workbench import Workbench
from tests.contracts.test_commands import CASE, COMMANDS, CONTROLLING, CONTROLS, MODEL
from tests.contracts.test_exporters import saying
from tests.pages import run_on_terminal
from tests.relation.comparing.published_files import with_trade
from tests.safety.folders import ROOT
from tests.skerries_model import modelled

READ = "read"  # stands for a case into which files were read, with its workbench
OF_A_WORKBENCH = {
    "agreement": (READ, "rules", "rules"), "log": (READ,), "proposals": (READ,),
    "score": (READ, READ),
}  # fmt: skip
PROGRAM = typer.main.get_group(cli.app)
SMALL = {
    "findings": (CASE, "--draws", "5"), "history": (CASE, "--orders", "5"), "search": ("islands", CASE),
    "whatif": (CASE, "--era", "1990-1994", "--assume", "drop Suderland: not accept"),
}  # fmt: skip
COMMAND = PROGRAM.commands
LISTINGS = sorted(name for name, command in COMMAND.items() if any("--limit" in each.opts for each in command.params))
every_listing = pytest.mark.parametrize("name", LISTINGS)


@pytest.fixture(scope="module")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case into which the example texts were read, and its events accepted: what `score` measures by."""
    folder = tmp_path_factory.mktemp("read") / "water"
    begun = Beginning("The water", sides=two_sides(["UPL:Upland", "LOW:Lowland"]))
    read_into([ROOT / "examples" / "water"], folder, begun=begun)
    with Workbench(folder) as workbench:
        for kept in workbench.proposals(kind="event"):
            with suppress(hw.HikiwakeError):  # one that lacks what an entry must have
                workbench.accept([kept.id])
        assert len(workbench.log) > 2
    return str(folder)


@pytest.fixture(scope="module")
def small_case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The case of the Skerries with its model and a comparison series, which is read in no time."""
    folder = tmp_path_factory.mktemp("small") / "case"
    hypotheses = (Hypothesis("half", "They wanted half"), Hypothesis("all", "They wanted all"))
    judged = (Judgement("editor", "letter", (Cell("half", "C"), Cell("all", "I"))),)
    evidence = (Evidence("letter", "a letter", "the harbour office"),)
    asked = Analysis("why", "Why?", hypotheses=hypotheses, evidence=evidence, judgements=judged)
    hw.save(replace(with_trade(modelled()), analyses=(asked,)), folder)
    return str(folder)


@pytest.fixture
def printed(read_case: str, small_case: str, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Run a listing in 80 columns with some options, on the small case or on the built-in one; what it prints."""
    monkeypatch.setenv("COLUMNS", "80")

    def printed(name: str, *options: str, built_in: bool = False) -> str:
        given = {**COMMANDS, **OF_A_WORKBENCH, **({} if built_in else SMALL)}[name]
        words = [{READ: read_case, CASE: CASE if built_in else small_case}.get(word, word) for word in given]
        told = CliRunner().invoke(cli.app, [name, *words, *options], catch_exceptions=False)
        assert told.exit_code == 0, told.output
        return told.stdout

    return printed


def test_every_command_stands_in_one_group_of_the_help() -> None:
    named = [name for names in GROUPS.values() for name in names]
    assert sorted(named) == sorted(COMMAND)
    told = CliRunner().invoke(cli.app, ["--help"]).stdout
    assert [title for title in GROUPS if f"\n{title}:\n" in told] == list(GROUPS)
    assert "..." not in told.partition("Start a case:")[2]


@every_listing
def test_a_table_fits_eighty_columns(name: str, printed) -> None:  # type: ignore[no-untyped-def]
    told = printed(name, "--format", "table", built_in=True)
    assert told.strip()
    assert [line for line in told.splitlines() if cell_len(line) > 80] == []


@every_listing
def test_rows_for_programs_are_whole(name: str, printed) -> None:  # type: ignore[no-untyped-def]
    """As many fields in every line, the same in each form; in a pipe the form is that with tabs."""
    tabs = [line.split("\t") for line in printed(name, "--format", "tsv").splitlines()]
    assert len(tabs) > 1 and {len(fields) for fields in tabs} == {len(tabs[0])}
    assert len(set(tabs[0])) == len(tabs[0]) and all(tabs[0])
    assert printed(name) == "".join("\t".join(fields) + "\n" for fields in tabs)
    commas = list(csv.reader(io.StringIO(printed(name, "--format", "csv"))))
    assert [[each.removeprefix("'") for each in row] for row in commas] == [
        [each.removeprefix("'") for each in row] for row in tabs
    ]
    marked = printed(name, "--format", "md").splitlines()
    assert len(marked) == len(tabs) + 1 and set(marked[1]) == set("| -")
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in marked} == {len(tabs[0]) + 1}


@every_listing
def test_json_is_one_value_by_either_name(name: str, printed) -> None:  # type: ignore[no-untyped-def]
    told = printed(name, "--format", "json")
    assert json.loads(told)
    assert printed(name, "--json") == told


@every_listing
def test_a_limit_is_kept_in_every_form(name: str, printed) -> None:  # type: ignore[no-untyped-def]
    rows = len(printed(name, "--format", "tsv").splitlines()) - 1
    most = min(rows, 2)
    assert len(printed(name, "--format", "tsv", "--limit", "2").splitlines()) == most + 1
    assert len(list(csv.reader(io.StringIO(printed(name, "--format", "csv", "--limit", "2"))))) == most + 1
    assert len(printed(name, "--format", "md", "--limit", "2").splitlines()) == most + 2
    value = json.loads(printed(name, "--format", "json", "--limit", "2"))
    assert not isinstance(value, list) or len(value) == min(2, len(json.loads(printed(name, "--json"))))
    assert len(printed(name, "--format", "table", "--limit", "1")) <= len(printed(name, "--format", "table"))


@every_listing
def test_two_forms_at_once_are_refused(name: str) -> None:
    given = {**COMMANDS, **OF_A_WORKBENCH}[name]
    told = CliRunner().invoke(cli.app, [name, *given, "--json", "--format", "csv"])
    assert told.exit_code == 2 and "give one of them" in told.stderr


@pytest.fixture(scope="module")
def controlling(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A case and a model with signs that control a terminal wherever words may stand."""
    folder = tmp_path_factory.mktemp("controlling")
    hw.save(saying(CONTROLS), folder / "case")
    said = json.dumps(CONTROLS)
    model = Path(MODEL).read_text(encoding="utf-8").replace('title = "', f"title = {said[:-1]} ")
    (folder / "model.toml").write_text(model, encoding="utf-8")
    return {CASE: str(folder / "case"), MODEL: str(folder / "model.toml")}


@pytest.mark.parametrize("form", ["table", "csv", "md"])
@pytest.mark.parametrize("name", sorted(set(LISTINGS) & set(COMMANDS)))
def test_nothing_that_controls_is_printed(name: str, form: str, controlling: dict[str, str]) -> None:
    words = [controlling.get(word, word) for word in COMMANDS[name]]
    words = words[:1] if name in ("findings", "history", "whatif") else words  # the eras are those of another case
    told = CliRunner().invoke(cli.app, [name, *words, "--format", form])
    assert told.output
    assert not CONTROLLING.search(told.output)


def test_no_spreadsheet_takes_a_cell_for_a_formula(tmp_path: Path) -> None:
    """A cell that begins like one has an apostrophe before it; with tabs, for programs, it is as it is."""
    case = saying("=SUM(1)")
    hw.save(case, tmp_path / "case")
    told = CliRunner().invoke(cli.app, ["timeline", str(tmp_path / "case"), "--format", "csv"]).stdout
    cells = [cell for row in csv.reader(io.StringIO(told)) for cell in row]
    assert "'=SUM(1)" in cells and not [cell for cell in cells if cell.startswith("=SUM")]
    assert "\t=SUM(1)" in CliRunner().invoke(cli.app, ["timeline", str(tmp_path / "case"), "--format", "tsv"]).stdout


OPTIONS = sorted({(option, name) for name, command in COMMAND.items() for each in command.params
                  for option in each.opts if option.startswith("--")})  # fmt: skip


def _said(option: str) -> dict[str, Any]:
    """What each command that has an option says it takes."""
    return {name: each for name, command in COMMAND.items() for each in command.params if option in each.opts}


def test_an_option_of_one_name_is_one_thing() -> None:
    """Dates are what --from and --to take, a form --format, a file or a folder --output; no option has two names."""
    for option in ("--from", "--to"):
        assert all("date" in each.help for each in _said(option).values())
    meant = {"--format": "json|csv|form", "--output": "file", "--limit": "rows", "--start": "state"}
    for option, told in meant.items():
        assert all(re.search(told, each.help) for each in _said(option).values()), option
    assert [each.opts for command in COMMAND.values() for each in command.params if len(each.opts) > 1] == []


def test_the_manual_says_of_every_option_once_what_it_is() -> None:
    page = (ROOT / "docs" / "manual" / "terminal.md").read_text(encoding="utf-8")
    own = {option for each in PROGRAM.params for option in each.opts} | {"--install-completion", "--show-completion"}
    rows = re.findall(r"^\| `(--[\w-]+)", page, re.MULTILINE)
    assert sorted(rows) == sorted(({option for option, _ in OPTIONS} | own) - {"--help"})


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color", "COLUMNS": "80"}
HIKIWAKE = f"{sys.executable} -m hikiwake"


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "md", "json"])
def test_a_reader_who_has_read_enough_is_no_fault(form: str) -> None:
    words = ["bash", "-c", f"{HIKIWAKE} claims {CASE} --format {form} | head -1"]
    told = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert len(told.stdout.splitlines()) == 1


@pytest.mark.parametrize("name", ["claims", "findings --era 1956-1959"])
def test_a_terminal_has_a_table_and_colours_only_where_they_are_wanted(name: str, tmp_path: Path) -> None:
    plain = {**ENVIRONMENT, "NO_COLOR": "1"}
    code, told = run_on_terminal(f"{HIKIWAKE} {name} 2> /dev/null", tmp_path, plain)
    assert code == 0 and "───" in told
    assert not re.search(r"\x1b\[[\d;]*[34]\d", told)
    piped = run_on_terminal(f"{HIKIWAKE} {name} 2> /dev/null | cat", tmp_path, ENVIRONMENT)[1]
    assert "\x1b" not in piped and "\t" in piped and "───" not in piped


def test_what_takes_longer_than_a_second_says_so(tmp_path: Path) -> None:
    """On a terminal, on standard error; wiped before the answer; and nothing where nobody looks on."""
    script = tmp_path / "slow.py"
    script.write_text(
        "import time\n"
        "from hikiwake.cli.waiting import Waiting\n"
        "waiting = Waiting(first=0.05, again=0.02)\n"
        "waiting.begin('findings')\n"
        "waiting.tell('1995, 2 of 8')\n"
        "time.sleep(0.3)\n"
        "waiting.end()\n"
        "print('done')\n",
        encoding="utf-8",
    )
    looked = run_on_terminal(f"{sys.executable} {script}", tmp_path, ENVIRONMENT)[1]
    assert "working, 0 s (1995, 2 of 8)" in looked
    assert re.search(r"\r +\rdone\n$", looked)
    quiet = run_on_terminal(f"{sys.executable} {script} 2> {tmp_path / 'err'}", tmp_path, ENVIRONMENT)[1]
    assert quiet == "done\n" and (tmp_path / "err").read_text() == ""
