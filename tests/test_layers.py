"""A room of hikiwake may import only rooms above it, and nothing imports in a circle: kept here by machine.

The order of the rooms is that of the design. Every import counts, also one inside a function, under TYPE_CHECKING or by
`import_module`. Files make no circle, and neither do folders; a folder and those inside it count as one. The drawing of
the rooms in CONTRIBUTING.md is held against the imports.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import pytest

ROOMS = (
    "errors",
    "periods",
    "actors",
    "wording",
    "results",
    "storage",
    "parallel",
    "vocabulary",
    "documents",
    "dossier",
    "search",
    "comparison",
    "workbench",
    "coding",
    "relation",
    "conflict",
    "modelling",
    "settlement",
    "figures",
    "report",
    "exports",
    "taking",
    "desk",
    "cli",
)
FRONT = ("", "__main__")  # the package itself and its command: they may import from all, and no room imports them


class Import(NamedTuple):
    """One import of one part of hikiwake by a file."""

    file: str
    line: int
    module: str
    target: str

    @property
    def room(self) -> str:
        """The room that imports."""
        return room_of(self.module)

    @property
    def imports(self) -> str:
        """The room that is imported."""
        return room_of(self.target)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.room or 'hikiwake'} imports {self.imports or 'hikiwake itself'}"


def room_of(module: str) -> str:
    """The room in which a module stands; nothing for the package itself."""
    return ".".join(module.split(".")[1:2])


def imported_modules(tree: ast.AST, package: list[str], modules: set[str]) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that a file of a package imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from ((node.lineno, alias.name) for alias in node.names)
            case ast.ImportFrom():
                start = package[: len(package) + 1 - node.level] if node.level else []
                base = ".".join([*start, *([node.module] if node.module else [])])
                names = [f"{base}.{alias.name}" for alias in node.names]
                yield from ((node.lineno, name if name in modules else base) for name in names)
            case ast.Call(func=ast.Name(id=call) | ast.Attribute(attr=call), args=[ast.Constant(value=str(name)), *_]):
                if call in {"import_module", "__import__"}:
                    yield node.lineno, name


@cache
def imports_of(source: Path) -> tuple[Import, ...]:
    """Every import between parts of the package in the folder `source`, which is named after the package."""
    files = {file: file.relative_to(source.parent).with_suffix("").parts for file in sorted(source.rglob("*.py"))}
    names = {file: [part for part in parts if part != "__init__"] for file, parts in files.items()}
    modules = {".".join(name) for name in names.values()}
    found = []
    for file, name in names.items():
        package = name if file.stem == "__init__" else name[:-1]
        tree = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
        for line, module in imported_modules(tree, package, modules):
            if module.split(".")[0] == source.name:
                place = str(file.relative_to(source.parent))
                found.append(Import(place, line, ".".join(name), module))
    return tuple(found)


def is_upward(found: Import) -> bool:
    """Whether a room imports one below it, or the front of the package."""
    if found.room in FRONT or found.room == found.imports:
        return False
    return found.imports in FRONT or ROOMS.index(found.imports) > ROOMS.index(found.room)


def circles(found: Iterable[Import], source: Path) -> list[list[str]]:
    """Files that import each other in a circle, and folders that do."""
    files = {(each.module, each.target) for each in found}
    folders = {(folder_of(one, source), folder_of(other, source)) for one, other in files}
    apart = {
        (one, other)
        for one, other in folders
        if not (f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}."))
    }
    return [
        sorted(circle)
        for edges in (files, apart)
        for circle in nx.strongly_connected_components(nx.DiGraph(edges))
        if len(circle) > 1
    ]


def folder_of(module: str, source: Path) -> str:
    """The folder of a module."""
    return module if (source.parent / Path(*module.split("."))).is_dir() else module.rpartition(".")[0]


def drawing(source: Path) -> str:
    """The rooms that hold code, one a line, numbered in their order, each with the numbers of those it imports."""
    found, rooms = imports_of(source), [room for room in ROOMS if room in rooms_in(source)]
    lines = []
    for row, room in enumerate(rooms):
        used = {each.imports for each in found if each.room == room} - {room}
        marks = " ".join(f"{column + 1:>2}" if rooms[column] in used else " ·" for column in range(row))
        lines.append(f"{row + 1:>2} {room:<11}{marks}".rstrip())
    return "\n".join(lines)


def rooms_in(source: Path) -> set[str]:
    """The parts of a package that hold code."""
    return {file.relative_to(source).with_suffix("").parts[0] for file in source.rglob("*.py")}


def test_every_room_has_its_place_in_the_order(root: Path) -> None:
    assert rooms_in(root / "src" / "hikiwake") - {"__init__", "__main__"} <= set(ROOMS)


def test_no_room_imports_one_below_it(root: Path) -> None:
    assert [str(found) for found in imports_of(root / "src" / "hikiwake") if is_upward(found)] == []


def test_nothing_imports_in_a_circle(root: Path) -> None:
    source = root / "src" / "hikiwake"
    assert circles(imports_of(source), source) == []


def test_drawing_of_the_rooms_is_what_the_imports_are(root: Path) -> None:
    drawn = drawing(root / "src" / "hikiwake")
    assert f"```text\n{drawn}\n```" in (root / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_imports_of_the_program_are_seen(root: Path) -> None:
    seen = {(found.room, found.imports) for found in imports_of(root / "src" / "hikiwake")}
    assert {("cli", "errors"), ("__main__", "cli")} <= seen


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A package with the rooms errors and cli, each with one module, which import nothing."""
    for room in ("errors", "cli"):
        (tmp_path / "hikiwake" / room).mkdir(parents=True)
        (tmp_path / "hikiwake" / room / "__init__.py").touch()
        (tmp_path / "hikiwake" / room / "part.py").touch()
    (tmp_path / "hikiwake" / "__init__.py").write_text("from hikiwake.cli import part\n")
    return tmp_path / "hikiwake"


UPWARD = [
    "import hikiwake.cli",
    "import hikiwake.cli.part as part",
    "from hikiwake import cli",
    "from hikiwake.cli import part",
    "from hikiwake.cli.part import name",
    "from ..cli import part",
    "from .. import cli",
    "def later():\n    from hikiwake.cli import part",
    "if TYPE_CHECKING:\n    from hikiwake.cli import part",
    "importlib.import_module('hikiwake.cli')",
]


@pytest.mark.parametrize("code", UPWARD)
def test_planted_upward_import_is_found(planted: Path, code: str) -> None:
    (planted / "errors" / "part.py").write_text(code)
    line = code.count("\n") + 1
    assert [str(found) for found in imports_of(planted) if is_upward(found)] == [
        f"hikiwake/errors/part.py:{line}: errors imports cli"
    ]


@pytest.mark.parametrize("code", ["import hikiwake", "from hikiwake import load", "from hikiwake.__main__ import main"])
def test_planted_import_of_the_front_is_found(planted: Path, code: str) -> None:
    (planted / "cli" / "part.py").write_text(code)
    assert [found.room for found in imports_of(planted) if is_upward(found)] == ["cli"]


@pytest.mark.parametrize("code", ["from hikiwake.errors import part", "from . import part", "import json.cli"])
def test_imports_downward_beside_and_from_elsewhere_are_allowed(planted: Path, code: str) -> None:
    (planted / "cli" / "part.py").write_text(code)
    assert not any(is_upward(found) for found in imports_of(planted))


def test_planted_room_without_a_place_is_found(planted: Path) -> None:
    (planted / "elsewhere.py").touch()
    assert rooms_in(planted) - set(ROOMS) == {"__init__", "elsewhere"}


CIRCLES = [
    (["errors/one: import hikiwake.errors.part", "errors/part: from hikiwake.errors import one"], ["one", "part"]),
    (["cli/one: def later(): from . import part", "cli/part: from .one import x"], ["one", "part"]),
    (["cli/one: from . import part", "cli/part: if TYPE_CHECKING: from .one import x"], ["one", "part"]),
    (["cli/a/one: import hikiwake.cli.b.two", "cli/b/two:", "cli/b/six: import hikiwake.cli.a.one"], ["a", "b"]),
    (["cli/a/one: import hikiwake.cli.part", "cli/a/two:", "cli/part: import hikiwake.cli.a.two"], None),
]


@pytest.mark.parametrize(("code", "expected"), CIRCLES)
def test_planted_circle_is_found(planted: Path, code: list[str], expected: list[str] | None) -> None:
    for name, _, text in (each.partition(":") for each in code):
        file = planted / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text.strip())
    found = [[name.rpartition(".")[2] for name in circle] for circle in circles(imports_of(planted), planted)]
    assert found == ([expected] if expected else [])


def test_drawing_shows_a_planted_import(planted: Path) -> None:
    (planted / "cli" / "part.py").write_text("import hikiwake.errors.part")
    assert drawing(planted) == " 1 errors\n 2 cli         1"
