"""A case that is begun: by options, by questions on a terminal, and with every key explained."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents import Document
from hikiwake.dossier import Case, Era, Place, Question, Scale, Term, load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.starting import starting_files
from tests.safety.folders import ROOT

FRAME = ((Case, "case.toml"), (Era, "case.toml"), (Scale, "case.toml"), (Place, "case.toml"), (Question, "case.toml"),
         (Term, "case.toml"), (Document, "documents.toml"))  # fmt: skip


def test_what_is_given_stands_in_the_case(tmp_path: Path) -> None:
    """Title, question and both sides; the case passes the check, and conflicts have their folder."""
    words = ["--title", 'The "Skerries"', "--question", "Who could = have\\them?", "--sides", "NOR:Norland, Suderland"]
    told = CliRunner().invoke(app, ["new", str(tmp_path / "case"), *words])
    assert told.exit_code == 0, told.output
    dossier = load(tmp_path / "case")
    assert (dossier.case.title, dossier.case.question) == ('The "Skerries"', "Who could = have\\them?")
    assert dossier.case.dyad == ("NOR", "SUD") and dossier.actor["SUD"].name("en") == "Suderland"
    assert (tmp_path / "case" / "conflicts").is_dir() and not check_case(tmp_path / "case").faults


@pytest.mark.parametrize("kind", FRAME, ids=lambda kind: kind[0].__name__)
def test_every_key_is_shown_and_stands_in_the_manual(kind: tuple[type, str]) -> None:
    """As a comment where it is not needed at first."""
    cls, file = kind
    text = dict(starting_files())[file]
    manual = (ROOT / "docs" / "manual" / "case-folder.md").read_text(encoding="utf-8")
    names = [field.name for field in fields(cls)]
    names = [name for name in names if name != "period"] + (
        ["start", "end", "precision", "basis"] if cls is Era else []
    )
    for name in names:
        assert re.search(rf"^(?:# )?\[?\[?(?:documents\.)?{name}(?:\]\]?|\b\s*=)", text, re.MULTILINE), name
        assert f"`{name}`" in manual, name


@pytest.mark.parametrize(
    "sides", ["A", "A,B,C", ",", "nor,NOR", "a;b,c", "NOR:,SUD:x", '"x:y,b', "A\nB,C", "x" * 200 + ",b"]
)
def test_sides_that_are_none(sides: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["new", str(tmp_path / "case"), "--sides", sides])
    assert isinstance(told.exception, Exception) and "--sides: found" in str(told.exception)
    assert not (tmp_path / "case").exists()


def _on_a_terminal(answers: str, *words: str) -> str:
    """What the program says when it is started on a terminal and answered."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "hikiwake", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env) as program:
        os.write(ours, answers.encode())
        told, _ = program.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    return told.decode()


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    """What is not given; an empty answer takes what is proposed."""
    told = _on_a_terminal("The Skerries\n\nNOR:Norland\nSuderland\n", "new", str(tmp_path / "case"))
    assert "What is the dispute called?" in told
    dossier = load(tmp_path / "case")
    assert (dossier.case.title, dossier.case.question, dossier.case.dyad) == ("The Skerries", "", ("NOR", "SUD"))


def test_it_does_not_ask_before_it_knows_that_it_can_write(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    told = _on_a_terminal("", "new", str(tmp_path))
    assert "something is there already" in told and "What is" not in told
