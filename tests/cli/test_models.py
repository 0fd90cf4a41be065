"""The commands of a case's models."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.cli.listing.matrix import print_matrix
from hikiwake.dossier import load, save
from hikiwake.errors import ModelError
from hikiwake.exports import export
from hikiwake.report.answer import answer
from hikiwake.report.grounds import Grounds
from hikiwake.wording import settlements
from hikiwake.wording.clauses import answer as clauses
from tests.skerries_model import TEXT, modelled
from tests.synthetic import skerries


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


def test_model_prints_or_writes_a_draft(tmp_path: Path) -> None:
    code, text = run("model", "--era", "1956-1959", "--decision-makers", "JPN,RUS,USA")
    assert code == 0
    assert 'era = "1956-1959"' in text
    file = tmp_path / "draft.toml"
    assert run("model", "--era", "1956-1959", "--decision-makers", "JPN,RUS,USA", "--output", str(file))[0] == 0
    assert file.read_text(encoding="utf-8") == text


def test_findings_and_history_as_json() -> None:
    code, text = run("findings", "--era", "1956-1959", "--settlement", "two_final", "--draws", "20", "--json")
    assert code == 0
    assert {row["settlement"] for row in json.loads(text)} == {"two_final"}
    code, text = run("history", "--era", "1956-1959", "--orders", "20", "--json")
    assert code == 0
    assert {row["era"] for row in json.loads(text)} == {"1956-1959"}


def test_findings_and_history_of_one_reading() -> None:
    asked = ("--era", "1956-1959", "--settlement", "two_final", "--draws", "20", "--json")
    every = json.loads(run("findings", *asked)[1])
    for name in ("", "hirose-2018"):
        rows = json.loads(run("findings", *asked, "--variant", name)[1])
        assert rows == [row for row in every if row["variant"] == name]
        rows = json.loads(run("history", "--era", "1956-1959", "--orders", "20", "--variant", name, "--json")[1])
        assert [row["variant"] for row in rows] == [name]
    for command in ("findings", "history"):
        with pytest.raises(ModelError, match=r'no variant "nobody".*hirose-2018'):
            CliRunner().invoke(app, [command, "--variant", "nobody"], catch_exceptions=False)


def test_findings_and_history_in_words() -> None:
    assert "way to settle" in run("findings", "--era", "1960-1990", "--draws", "10", "--format", "table")[1]
    assert "1960-1990, by Hiroshi Yamazoe 2023:" in run("findings", "--era", "1960-1990", "--draws", "10", "--why")[1]
    assert "nothing changes" in run("history", "--era", "1960-1990", "--orders", "10", "--format", "table")[1]


def standing(folder: Path, dossier: hw.Dossier, *options: str) -> str:
    """What `findings` says of a case on a terminal."""
    save(dossier, folder)
    code, text = run("findings", str(folder), "--format", "table", "--draws", "20", *options)
    assert code == 0, text
    return text


def test_the_matrix_is_ordered_by_what_changes_hands_and_ends_with_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First what takes an agreement, then what one side does alone; the answers are those of the page."""
    monkeypatch.setenv("COLUMNS", "80")
    text = standing(tmp_path / "case", modelled())
    assert text.index("Half of the islands") < text.index(settlements.ALONE) < text.index("Nothing changes")
    told = answer(Grounds(modelled()))
    assert told is not None
    said = " ".join(text.split())
    for each in told.paragraphs[:3]:
        assert f"{each.question} {each.text}" in said
    assert said.index(told.headline) > said.index("(…) a sign for each rival reading")
    part = standing(tmp_path / "part", modelled(), "--era", "1990-1994")
    assert "Half of the islands" in part and told.headline not in " ".join(part.split())
    assert "1 of 2 rows" in standing(tmp_path / "few", modelled(), "--limit", "1")


@pytest.mark.parametrize(
    ("dossier", "options", "said"),
    [
        (replace(modelled(), conflicts=()), (), clauses.NO_MODEL),
        (replace(modelled(), conflicts=()), ("--why",), clauses.NO_MODEL),
        (replace(modelled(), conflicts=()), ("--era", "1990-1994"), settlements.NO_MODELS),
        (replace(modelled(), case=replace(modelled().case, scales=())), (), clauses.NO_SCALE),
    ],
)
def test_a_case_says_what_it_lacks(dossier: hw.Dossier, options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    save(dossier, tmp_path / "case")
    text = run("findings", str(tmp_path / "case"), "--format", "table", "--draws", "20", *options)[1]
    assert said in " ".join(text.split())
    assert ("way to settle" in text) == bool(dossier.conflicts)


def test_an_empty_case_says_so(tmp_path: Path) -> None:
    run("new", str(tmp_path / "case"))
    assert "no entries yet" in run("findings", str(tmp_path / "case"), "--format", "table")[1]


def test_many_eras_stand_in_several_tables(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Each as wide as the terminal at most, each with the titles, and together they have every era once."""
    monkeypatch.setenv("COLUMNS", "40")
    eras = [f"{year}-{year + 1}" for year in range(1990, 2000, 2)]
    print_matrix(["way to settle", *eras], [("", [["Half of the islands", *("○(●)" for _ in eras)]])])
    text = capfd.readouterr().out
    assert text.count("○(●)") == len(eras) and text.count("way to settle") == 2
    assert all(len(line) <= 40 for line in text.splitlines())


def test_reasons_are_wrapped_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    asked = ("--era", "1956-1959", "--settlement", "two_final", "--draws", "5", "--why")
    text = run("findings", *asked)[1]
    lines = text.splitlines()
    assert len(lines) > 5 and all(len(line) <= 60 for line in lines) and max(map(len, lines)) > 50
    tabs = run(
        "findings", "--era", "1956-1959", "--settlement", "two_final", "--draws", "5", "--why", "--format", "tsv"
    )
    assert tabs[1].splitlines()[0].endswith("\tsentence")


def test_solve_takes_a_conflict_of_the_case() -> None:
    code, text = run("solve", "japan_russia:1956-1959", "--json")
    assert code == 0
    assert len(json.loads(text)["states"]) == 48


@pytest.mark.parametrize("form", ["zip", "xlsx", "json"])
def test_models_and_packages_of_a_case_in_one_file_are_named_after_it(tmp_path: Path, form: str) -> None:
    packed = export(load("japan_russia"), tmp_path / f"mine.{form}", form).files[0]
    code, text = run("solve", f"{packed}:1956-1959", "--json")
    assert code == 0 and len(json.loads(text)["states"]) == 48
    assert run("packages", f"{packed}:1956-1959", "--json") == run("packages", "japan_russia:1956-1959", "--json")
    with pytest.raises(ModelError, match=r'no conflict "1790" in the case .*; there are 1956-1959'):
        hw.conflict(f"{packed}:1790")


def test_check_counts_the_packages(tmp_path: Path) -> None:
    code, text = run("check", "japan_russia")
    assert code == 0 and ", 3 packages; digest" in text
    assert json.loads(run("check", "japan_russia", "--json")[1])["counts"]["packages"] == 3
    save(modelled(), tmp_path / "case")
    assert "packages" not in run("check", str(tmp_path / "case"))[1]


def test_check_looks_at_the_conflicts(tmp_path: Path) -> None:
    save(modelled(), tmp_path / "case")
    code, text = run("check", str(tmp_path / "case"))
    assert code == 0, text
    assert "6 statements, 6 grounds" in text
    save(modelled(TEXT.replace("position-003", "position-001")), tmp_path / "wrong")
    code, text = run("check", str(tmp_path / "wrong"))
    assert code == 2
    assert "conflicts/1990-1994.toml" in text


def test_a_draft_is_put_into_the_case_once(tmp_path: Path) -> None:
    """With what is missing; a conflict that is there stays, whatever it is."""
    save(skerries().dossier(), tmp_path / "case")
    words = ["model", str(tmp_path / "case"), "--era", "1990-1994", "--write"]
    told = CliRunner().invoke(app, words)
    file = tmp_path / "case" / "conflicts" / "1990-1994.toml"
    assert told.exit_code == 0 and str(file) in told.stdout and "Norland" in told.stdout
    assert "set outcome (line 5)" in told.stdout and run("check", str(tmp_path / "case"))[0] == 2
    assert "all_NOR" in told.stdout and hw.load(tmp_path / "case").conflicts[0][0] == "1990-1994"
    file.write_text("# mine\n", encoding="utf-8")
    again = CliRunner().invoke(app, words)
    assert "is there already" in str(again.exception) and file.read_text(encoding="utf-8") == "# mine\n"
    built_in = CliRunner().invoke(app, ["model", "japan_russia", "--era", "2022-", "--write"])
    assert "case folder of your own" in str(built_in.exception)


def test_what_is_missing_is_said_beside_a_file_that_is_written(tmp_path: Path) -> None:
    words = ["model", "--era", "1956-1959", "--output", str(tmp_path / "draft.toml")]
    told = CliRunner().invoke(app, words)
    assert told.exit_code == 0 and "Japan" in told.stdout and (tmp_path / "draft.toml").is_file()
    assert isinstance(CliRunner().invoke(app, words).exception, hw.HikiwakeError)
