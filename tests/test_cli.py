"""The command line as a whole: it offers help, and a fault of the input is one message and exit code 2."""

from __future__ import annotations

import sys

import pytest
from typer.testing import CliRunner

from hikiwake import cli
from hikiwake.errors import CaseError


def test_help_names_the_program() -> None:
    result = CliRunner().invoke(cli.app, ["--help"])
    assert result.exit_code == 0
    assert "hikiwake" in result.output


def test_fault_of_the_input_is_one_message_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise CaseError("case.toml, line 3: found nothing, expected a title")

    monkeypatch.setattr(cli, "app", broken)
    monkeypatch.setattr(sys, "argv", ["hikiwake"])
    with pytest.raises(SystemExit) as exit_code:
        cli.main()
    assert exit_code.value.code == 2
    assert capsys.readouterr() == ("", "hikiwake: case.toml, line 3: found nothing, expected a title\n")
