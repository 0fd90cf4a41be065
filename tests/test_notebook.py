"""The notebooks in docs/ run from the first cell to the last, show what they promise, and are kept without outputs."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
LONGEST_TEXT = 80  # words of a cell
DISPLAYS = ("_repr_svg_", "_repr_html_")

Cell = dict[str, Any]


def cells_of(notebook: Path) -> list[Cell]:
    """The cells of a notebook."""
    cells: list[Cell] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return cells


def ran(cells: list[Cell], names: dict[str, Any]) -> dict[str, str]:
    """Run the code of all cells in one namespace; for each what it shows: its last value, as a notebook shows it."""
    shown = {}
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]), cell["id"])
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell["id"], "exec"), names)
        value = eval(compile(ast.Expression(last.value), cell["id"], "eval"), names) if last else None  # type: ignore[attr-defined]
        shown[cell["id"]] = "" if value is None else as_shown(value)
    return shown


def as_shown(value: object) -> str:
    """What a notebook shows of a value."""
    made = (getattr(value, name)() for name in DISPLAYS if hasattr(value, name))
    return next((each for each in made if each), repr(value))


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    return {}


@pytest.fixture(scope="module")
def shown(names: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the cells of the notebook show."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("notebook"))
        return ran(cells_of(ROOT / "docs" / "notebook" / "from-the-case-to-its-answer.ipynb"), names)


def test_every_figure_and_result_shows_itself(shown: dict[str, str]) -> None:
    for name in ("timeline", "gap", "verdicts", "gap-without"):
        assert shown[name].startswith("<svg"), name
    for name in ("load", "events", "ranges", "findings", "why"):
        assert shown[name].startswith("<table>"), name


def test_it_leads_down_to_passages(shown: dict[str, str], names: dict[str, Any]) -> None:
    deciding, dossier = names["deciding"], names["dossier"]
    assert deciding.positions
    assert all(dossier.by_id[id_].passages for id_ in deciding.positions)
    assert names["blocked"].sentence
    assert shown["real"] != "[]"
    assert shown["most-told"].count("; ") > 5


def test_what_if_gives_another_answer(shown: dict[str, str], names: dict[str, Any]) -> None:
    assert names["then"].overlap == names["deciding"].overlap != names["last"].overlap
    assert shown["gap-without"] != shown["gap"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_is_a_notebook_without_outputs_that_reads_well(notebook: Path) -> None:
    whole = json.loads(notebook.read_text(encoding="utf-8"))
    assert (whole["nbformat"], whole["nbformat_minor"]) == (4, 5)
    assert whole["cells"][0]["cell_type"] == "markdown"
    assert len({cell["id"] for cell in whole["cells"]}) == len(whole["cells"])
    for cell in whole["cells"]:
        words = "".join(cell["source"])
        assert {"cell_type", "id", "metadata", "source"} <= {*cell}
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            assert len(words.splitlines()) <= 8
        else:
            assert len(words.split()) <= LONGEST_TEXT


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_the_manual_leads_to_it(notebook: Path) -> None:
    assert f"](../{notebook.relative_to(ROOT / 'docs')})" in (ROOT / "docs" / "manual" / "README.md").read_text("utf-8")


def test_a_cell_that_fails_fails_the_test() -> None:
    cells = [{"cell_type": "code", "id": "one", "source": ["number = 1\n", "number"]}]
    assert ran(cells, {}) == {"one": "1"}
    with pytest.raises(NameError):
        ran([*cells, {"cell_type": "code", "id": "two", "source": ["nothing_here"]}], {})
