"""A room of hikiwake may import only rooms above it: the order is that of the design, and is kept here by machine.

Every import counts, also one inside a function, under TYPE_CHECKING or by `import_module`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOMS = (
    "errors",
    "periods",
    "actors",
    "wording",
    "parallel",
    "vocabulary",
    "documents",
    "dossier",
    "coding",
    "relation",
    "conflict",
    "settlement",
    "report",
    "desk",
    "cli",
)
FRONT = ("", "__main__")  # the package itself and its command: they may import from all, and no room imports them


class Import(NamedTuple):
    """One import of one part of hikiwake by a file."""

    file: str
    line: int
    room: str
    imports: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.room or 'hikiwake'} imports {self.imports or 'hikiwake itself'}"


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


def imports_of(source: Path) -> list[Import]:
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
                found.append(Import(place, line, ".".join(name[1:2]), ".".join(module.split(".")[1:2])))
    return found


def is_upward(found: Import) -> bool:
    """Whether a room imports one below it, or the front of the package."""
    if found.room in FRONT or found.room == found.imports:
        return False
    return found.imports in FRONT or ROOMS.index(found.imports) > ROOMS.index(found.room)


def rooms_in(source: Path) -> set[str]:
    """The parts of a package that hold code."""
    return {file.relative_to(source).with_suffix("").parts[0] for file in source.rglob("*.py")}


def test_every_room_has_its_place_in_the_order(root: Path) -> None:
    assert rooms_in(root / "src" / "hikiwake") - {"__init__", "__main__"} <= set(ROOMS)


def test_no_room_imports_one_below_it(root: Path) -> None:
    assert [str(found) for found in imports_of(root / "src" / "hikiwake") if is_upward(found)] == []


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
