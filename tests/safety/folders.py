"""What the tests of safety share: a case with things of the user's own in it, and what a folder holds."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hikiwake.cli import main
from hikiwake.dossier import save
from tests.synthetic import skerries

ROOT = Path(__file__).resolve().parents[2]
BOOK = "@book{k, title = {Book %s}, author = {Kimura%s, Hiroshi}, publisher = {Sharpe}, year = 2000}\n"


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; what the program keeps there while it writes is left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".hikiwake-"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def own_case(parent: Path) -> Path:
    """A case with a user's notes, drafts, README and comments in it, and a user's folders beside it."""
    folder = parent / "case"
    for name, content in _saved().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "conflicts" / "drafts").mkdir(parents=True)
    for name in ("conflicts/notes.md", "conflicts/drafts/x.toml", "README.md", "thoughts.txt"):
        (folder / name).write_text(f"mine: {name}\n", encoding="utf-8")
    for name in ("case.toml", "documents.toml"):
        (folder / name).write_text("# my comment\n" + (folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    for name in (".case.old", ".case.new"):
        (parent / name).mkdir()
        (parent / name / "thesis.txt").write_text("mine", encoding="utf-8")
    folder.chmod(0o700)
    (folder / "documents.toml").chmod(0o640)
    return folder


@cache
def _saved() -> dict[str, bytes]:
    """The small case as it is saved, once for all tests."""
    with TemporaryDirectory() as place:
        save(skerries().dossier(), Path(place) / "case")
        return folder_bytes(Path(place) / "case")


def bibliography(parent: Path, name: str) -> Path:
    """A bibliography of one book, which a case takes in as the document ``kimuraNAME-2000``."""
    file = parent / f"{name}.bib"
    file.write_text(BOOK % (name, name), encoding="utf-8")
    return file


def start(*words: str, cwd: Path | None = None, **environment: str) -> subprocess.Popen[str]:
    """Start the program with this tree's sources."""
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    command = [sys.executable, "-m", "hikiwake", *words]
    return subprocess.Popen(command, cwd=cwd, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(*words: str, cwd: Path | None = None, **environment: str) -> tuple[int, str, str]:
    """Run the program to its end: exit code and both streams."""
    program = start(*words, cwd=cwd, **environment)
    told, errors = program.communicate()
    return program.returncode, told, errors


def run_inside(*words: str, cwd: Path) -> tuple[int, str, str]:
    """Run the program as ``run`` does, but without a process of its own, which costs more than what it does."""
    told, errors = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(each, encoding="utf-8", write_through=True) for each in (told, errors)]
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["hikiwake", *words])
        for name, stream in zip(("stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        main()
    return int(end.value.code or 0), told.getvalue().decode(), errors.getvalue().decode()
