"""The environment is made anew, added to or left alone, as its state asks; nothing is installed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import environment


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two locks and an environment that holds nothing yet."""
    (tmp_path / "requirements").mkdir()
    for file in ("pyproject.toml", "requirements/run.txt", "requirements/test.txt"):
        (tmp_path / file).write_text(f"{file}\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "PYTHON", python)
    monkeypatch.setattr(environment, "COMPLETE", tmp_path / ".venv" / "complete")
    return tmp_path


def test_interrupted_environment_is_neither_complete_nor_usable(project: Path) -> None:
    assert project.is_dir()
    assert not environment.is_complete("run")
    assert not environment.is_usable()


def test_larger_lock_holds_the_smaller_but_not_the_reverse(project: Path) -> None:
    complete = project / ".venv" / "complete"
    complete.write_text(environment.state("run"))
    assert (environment.is_complete("run"), environment.is_complete("test")) == (True, False)
    complete.write_text(environment.state("test"))
    assert (environment.is_complete("run"), environment.is_complete("test")) == (True, True)


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/test.txt"])
def test_changed_lock_is_installed_into_what_is_there(project: Path, changed: str) -> None:
    (project / ".venv" / "complete").write_text(environment.state("test"))
    (project / changed).write_text("changed\n")
    assert not environment.is_complete("test")
    assert environment.is_usable()


def test_environment_of_another_folder_is_not_usable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".venv" / "complete").write_text(environment.state("run"))
    monkeypatch.setattr(environment, "ROOT", project / ".." / project.name)
    assert not environment.is_complete("run")
    assert not environment.is_usable()


def test_environment_without_its_python_is_not_usable(project: Path) -> None:
    (project / ".venv" / "complete").write_text(environment.state("run"))
    environment.PYTHON.unlink()
    assert not environment.is_complete("run")
    assert not environment.is_usable()
