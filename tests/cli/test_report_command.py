"""The command that writes the page, run as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.dossier import save
from hikiwake.errors import HikiwakeError
from tests.synthetic import skerries


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The small synthetic dispute as a case folder, with its documents beside it."""
    build = skerries()
    save(build.dossier(), tmp_path / "case")
    build.library(tmp_path / "library")
    return tmp_path / "case"


def run(*arguments: str | Path) -> str:
    """Run the command; what it printed."""
    result = CliRunner().invoke(app, ["report", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_summary_ends_with_the_path_of_the_page(case: Path, tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    lines = run(case, "--output", output).splitlines()
    assert lines[-1] == str(output)
    assert "      3 events" in lines
    assert output.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_page_goes_to_report_html_where_nothing_is_said(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(case).splitlines()[-1] == "report.html"
    assert (tmp_path / "report.html").is_file()


def test_library_gives_the_words(case: Path, tmp_path: Path) -> None:
    run(case, "--output", tmp_path / "a.html", "--library", tmp_path / "library")
    run(case, "--output", tmp_path / "b.html", "--library", tmp_path / "library", "--quotes", "none")
    assert "the talks of 1992 never recovered" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "the talks of 1992 never recovered" not in (tmp_path / "b.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--quotes", "all"], "--quotes 'all': give one of none, short, full"),
        (["--output", "none/report.html"], "cannot be written"),
        (["--library", "none"], "no such folder"),
        (["--output", "report.docx"], "the page is HTML"),
        (["--brief", "--output", "report.pdf"], "ends in .html or .docx"),
        (["--brief", "--quotes", "all"], "--quotes 'all': give one of none, short, full"),
    ],
)
def test_wrong_input_is_one_clear_error(
    arguments: list[str], message: str, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(HikiwakeError, match=message):
        CliRunner().invoke(app, ["report", str(case), *arguments], catch_exceptions=False)
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize("name", ["brief.html", "brief.docx"])
def test_brief_goes_where_it_is_told_and_is_shorter(case: Path, tmp_path: Path, name: str) -> None:
    lines = run(case, "--brief", "--output", tmp_path / name).splitlines()
    assert lines[-1] == str(tmp_path / name)
    run(case, "--output", tmp_path / "page.html")
    assert 0 < (tmp_path / name).stat().st_size < (tmp_path / "page.html").stat().st_size


def test_brief_goes_to_brief_html_where_nothing_is_said(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(case, "--brief").splitlines()[-1] == "brief.html"
    assert "the talks of 1992" not in (tmp_path / "brief.html").read_text(encoding="utf-8")
    run(case, "--brief", "--library", tmp_path / "library")
    assert "talks of 1992" in (tmp_path / "brief.html").read_text(encoding="utf-8")
