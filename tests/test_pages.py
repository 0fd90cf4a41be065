"""The runner of the manual's examples runs them, and finds what is not as a page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import blocks, run_page


def page(language: str, text: str) -> str:
    """A page with one block on its fourth line."""
    return f"# Title\n\n```{language}\n{text}\n```\n"


TRUE = [
    ("pycon", ">>> 1 + 1\n2"),
    ("pycon", ">>> from pathlib import Path\n>>> Path('a').write_text('x')\n1"),
    ("console", "$ echo one; echo two >&2\none\ntwo"),
    ("console", "$ printf 'a\\nb\\nc\\nd\\n'\na\n...\nd"),
    ("console", "$ printf 'a\\nd\\n'\na\n...\nd"),
    ("console", "$ echo written in 1.234 s\nwritten in ... s"),
    ("console", "$ true\n$ echo 'spoken (\n> here)'\nspoken (\nhere)"),
    ("console", "$ echo no; exit 2\nno\n[2]"),
    ("console", "$ exit 2\n[2]"),
    ("console", "$ echo x > file\n$ cat file\nx"),
    ("console", "$ python -c 'import hikiwake; print(hikiwake.__name__)'\nhikiwake"),
    ("text", "$ false"),
]
FALSE = [
    ("pycon", ">>> 1 + 1\n3"),
    ("pycon", ">>> 1 / 0\n0"),
    ("console", "$ echo one\ntwo"),
    ("console", "$ echo one"),
    ("console", "$ true\nsomething"),
    ("console", "$ printf 'a\\nb\\n'\na"),
    ("console", "$ printf 'a\\nb\\n'\na\n...\nc"),
    ("console", "$ exit 2"),
    ("console", "$ echo no; exit 1\nno\n[2]"),
    ("console", "$ true\n[2]"),
    ("console", "$ echo abc\na.c"),
]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_true_example_passes(language: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_page(page(language, text), tmp_path) == []


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_false_example_is_found_with_its_line(language: str, text: str, tmp_path: Path) -> None:
    (fault,) = run_page(page(language, text), tmp_path)
    assert "line 4" in fault


def test_line_of_a_later_command_is_named(tmp_path: Path) -> None:
    (fault,) = run_page(page("console", "$ echo one\none\n$ false"), tmp_path)
    assert fault.startswith("line 6: $ false")


def test_blocks_of_a_page_share_names_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = page("pycon", ">>> x = 1") + page("console", "$ echo two > file") + page("pycon", ">>> open, x\n(..., 1)")
    assert run_page(text + page("console", "$ cat file\ntwo"), tmp_path) == []


def test_indented_block_is_read_without_its_indent() -> None:
    (block,) = blocks("1. First\n\n   ```console\n   $ true\n   ```\n")
    assert (block.language, block.text, block.line) == ("console", "$ true\n", 4)
