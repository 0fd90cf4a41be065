"""The rules of the house that a machine can keep; CONTRIBUTING.md gives the reasons.

Each rule is a function from files to what breaks it. It is held to the tracked files, and to a planted fault.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import hikiwake

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LARGEST_FILE = 600_000
LONGEST_LINE = 400
MOST_PUBLIC_NAMES = 40
MOST_FILES = 20

MACHINE_PATH = re.compile(r"(?<![\w.:~/-])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)(?:/|\b(?![\w-]))")
ADDRESS = re.compile(r"\b[a-z][a-z+]*://|\"resolved\"|--(?:extra-)?index-url|--find-links|^registry *=", re.M)
SETTINGS = re.compile(
    r"requirements/.*|\.ci/.*|Makefile|tools/.*|(?:.*/)?(?:pyproject\.toml|package(-lock)?\.json|\.npmrc|.*\.(?:cfg|ini|ya?ml|lock))"
)
CODE = {".py", ".js", ".mjs", ".css", ".html", ".j2", ".sh"}
HEAVY = {  # the names by which they are imported
    *("altair", "duckdb", "jinja2", "mammoth", "narwhals", "networkx", "numba", "numpy", "pandas", "PIL", "polars"),
    *("pypdfium2", "rapidfuzz", "ruptures", "scipy", "starlette", "trafilatura", "uvicorn", "vl_convert"),
}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def tracked(root: Path) -> list[Path]:
    """The files of the repository, those that are about to be added included; without git, all but what tools made."""
    if not (shutil.which("git") and (root / ".git").exists()):
        made = {
            ".venv",
            "node_modules",
            "__pycache__",
            ".mypy_cache",
            ".ruff_cache",
            ".pytest_cache",
            ".hypothesis",
            "report.html",
        }
        return [file for file in root.rglob("*") if file.is_file() and not made & set(file.relative_to(root).parts)]
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=root, check=True, capture_output=True, text=True).stdout.split("\0")
    return [root / name for name in names if name and (root / name).is_file()]


def sources(root: Path) -> list[Path]:
    """The files of code of the package."""
    return sorted((root / "src").rglob("*.py"))


def text_of(file: Path) -> str:
    """The text of a file; nothing where it is not text."""
    content = file.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def long_files(files: Iterable[Path]) -> list[str]:
    """Files that are more than one idea."""
    lengths = {file: len(text_of(file).splitlines()) for file in files}
    return [f"{file}: {length} lines" for file, length in lengths.items() if length > LONGEST_FILE]


def crowded_folders(files: Iterable[Path]) -> list[str]:
    """Folders in which a newcomer does not see the way."""
    counts = Counter(file.parent for file in files)
    return [f"{folder}: {count} files" for folder, count in counts.items() if count > MOST_FILES]


def definitions(tree: ast.Module) -> Iterator[Definition]:
    """Every function and class, nested ones included."""
    return (node for node in ast.walk(tree) if isinstance(node, Definition))


def length_without_docstring(function: Definition) -> int:
    """The lines of a function from `def` to its end, its docstring not counted."""
    first = function.body[0]
    is_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def long_functions(files: Iterable[Path]) -> list[str]:
    """Functions that are more than one sentence of the definition."""
    return [
        f"{file}:{node.lineno}: {node.name} has {length_without_docstring(node)} lines"
        for file in files
        for node in definitions(ast.parse(text_of(file)))
        if not isinstance(node, ast.ClassDef) and length_without_docstring(node) > LONGEST_FUNCTION
    ]


def public(body: Iterable[ast.stmt]) -> Iterator[Definition]:
    """The public functions and classes of a body, and the public methods of those classes."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            decorators = {getattr(name, "id", getattr(name, "attr", "")) for name in node.decorator_list}
            if not decorators & {"overload", "override", "setter"}:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def undocumented(files: Iterable[Path]) -> list[str]:
    """Modules, and public classes, functions and methods, that do not say what they are."""
    found = []
    for file in files:
        tree = ast.parse(text_of(file))
        found.extend([] if ast.get_docstring(tree) else [f"{file}: the module"])
        found.extend(f"{file}:{node.lineno}: {node.name}" for node in public(tree.body) if not ast.get_docstring(node))
    return found


def matching(files: Iterable[Path], pattern: re.Pattern[str]) -> list[str]:
    """Every place in the files that matches a pattern."""
    texts = {file: text_of(file) for file in files}
    return [
        f"{file}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for file, text in texts.items()
        for match in pattern.finditer(text)
    ]


def minified(files: Iterable[Path]) -> list[str]:
    """Files made for a machine where people should read: named so, or with a line that nobody reads."""
    return [
        str(file)
        for file in files
        if ".min." in file.name
        or (file.suffix in CODE and max(map(len, text_of(file).splitlines()), default=0) > LONGEST_LINE)
    ]


def large_files(files: Iterable[Path]) -> list[str]:
    """Files too large for a repository of text."""
    return [f"{file}: {file.stat().st_size} bytes" for file in files if file.stat().st_size > LARGEST_FILE]


def heavy_after(code: str) -> set[str]:
    """The heavy libraries that a new Python has imported after running some code."""
    program = f"import sys, json\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(json.dumps(list(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    modules: list[str] = json.loads(run.stdout.splitlines()[-1])
    return HEAVY & {name.split(".")[0] for name in modules}


def settings(files: Iterable[Path], root: Path) -> list[Path]:
    """The files that say what is installed and from where."""
    return [file for file in files if SETTINGS.fullmatch(file.relative_to(root).as_posix())]


def test_no_file_of_code_is_longer_than_300_lines() -> None:
    assert long_files(sources(ROOT)) == []


def test_no_folder_is_crowded() -> None:
    assert crowded_folders(sources(ROOT)) == []


def test_no_function_is_longer_than_40_lines() -> None:
    assert long_functions(sources(ROOT)) == []


def test_everything_public_says_what_it_is() -> None:
    assert undocumented(sources(ROOT)) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert matching(tracked(ROOT), MACHINE_PATH) == []


def test_no_setting_or_lock_names_an_address() -> None:
    found = settings(tracked(ROOT), ROOT)
    assert {"run.txt", "test.txt", "package-lock.json", "pyproject.toml"} <= {file.name for file in found}
    assert matching(found, ADDRESS) == []


def test_no_file_is_minified() -> None:
    assert minified(tracked(ROOT)) == []


def test_no_file_is_large() -> None:
    assert large_files(tracked(ROOT)) == []


def test_public_names_are_few() -> None:
    assert len(getattr(hikiwake, "__all__", ())) <= MOST_PUBLIC_NAMES


def test_import_of_hikiwake_imports_no_heavy_library() -> None:
    assert heavy_after("import hikiwake") == set()


def test_help_imports_no_heavy_library() -> None:
    assert heavy_after("sys.argv = ['hikiwake', '--help']; from hikiwake.cli import main; main()") == set()


def test_heavy_import_is_found() -> None:
    assert heavy_after("import jinja2.loaders") == {"jinja2"}


def test_long_and_large_and_minified_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("pass\n" * (LONGEST_FILE + 1))
    (tmp_path / "line.js").write_text("x" * (LONGEST_LINE + 1))
    (tmp_path / "x.min.css").touch()
    (tmp_path / "large.csv").write_bytes(b"x" * (LARGEST_FILE + 1))
    files = sorted(tmp_path.iterdir())
    assert [place.split(":")[0] for place in long_files(files)] == [str(tmp_path / "long.py")]
    assert [place.split(":")[0] for place in large_files(files)] == [str(tmp_path / "large.csv")]
    assert minified(files) == [str(tmp_path / "line.js"), str(tmp_path / "x.min.css")]


def test_crowded_folder_is_found(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.py" for number in range(MOST_FILES + 1)]
    assert crowded_folders(files) == [f"{tmp_path}: {MOST_FILES + 1} files"]
    assert crowded_folders(files[1:]) == []


def test_long_function_is_found_and_its_docstring_not_counted(tmp_path: Path) -> None:
    body = "    pass\n" * (LONGEST_FUNCTION - 1)
    (tmp_path / "a.py").write_text(f'def at_limit():\n    """One.\n\n    Two.\n    """\n{body}')
    assert long_functions([tmp_path / "a.py"]) == []
    (tmp_path / "a.py").write_text(f"class A:\n  def over(self):\n{body}    pass\n")
    assert long_functions([tmp_path / "a.py"]) == [f"{tmp_path / 'a.py'}:2: over has {LONGEST_FUNCTION + 1} lines"]


def test_missing_docstrings_are_found(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("class A:\n    def f(self): ...\n    def _g(self): ...\n    @x.setter\n    def h(self): ...\n")
    assert undocumented([file]) == [f"{file}: the module", f"{file}:1: A", f"{file}:2: f"]


@pytest.mark.parametrize("path", ["work/main/x", "root/.venv", "home/ann/x", "Users/ann", "work"])
def test_path_of_a_machine_is_found(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"first\nsee '/{path}'")
    assert [place.split(":")[1] for place in matching([tmp_path / "a.md"], MACHINE_PATH)] == ["2"]


@pytest.mark.parametrize("path", ["docs/work/x", "https://example.org/work/1", "home/work", "~/root/x", "/workshop"])
def test_other_paths_are_no_fault(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"see {path}")
    assert matching([tmp_path / "a.md"], MACHINE_PATH) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements/run.txt", "a @ https" + "://host/a.whl"),
        ("requirements/run.txt", "--index" + "-url host"),
        ("deep/package-lock.json", '"resolved' + '": "x"'),
        ("deep/.npmrc", "registry" + "=host"),
        ("pyproject.toml", "url = 'git+ssh" + "://host'"),
    ],
)
def test_address_in_a_setting_is_found(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    assert len(matching(settings([file], tmp_path), ADDRESS)) == 1
