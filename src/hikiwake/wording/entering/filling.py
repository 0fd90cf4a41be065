"""Words of mending: what was filled in, and what was not."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import tally

MOST_LINES = 5


def filled_in(file: str, column: str, lines: Sequence[int], value: str) -> str:
    """That cells of a column were filled.

    >>> filled_in("passages.csv", "letters", [3], "28"), filled_in("passages.csv", "letters", [3, 4], "28")
    ("filled: passages.csv:3, letters: '28'", 'filled: passages.csv, letters: 2 cells, in lines 3 and 4')
    """
    if len(lines) == 1:
        return f"filled: {_place(file, lines[0])}, {column}: {_cut(value)!r}"
    return f"filled: {file}, {column}: {tally(len(lines), 'cell')}, {_lines(lines)}"


def not_filled_in(file: str, column: str, lines: Sequence[int], why: str) -> str:
    """That cells could not be filled, and why.

    >>> not_filled_in("passages.csv", "digest", [2], "its document is not in the library")
    'not filled: passages.csv:2, digest: its document is not in the library'
    """
    if len(lines) == 1:
        return f"not filled: {_place(file, lines[0])}, {column}: {why}"
    return f"not filled: {file}, {column}: {tally(len(lines), 'cell')}, {_lines(lines)}: {why}"


def _place(file: str, line: int) -> str:
    return f"{file}:{line}" if line else file


def _cut(value: str) -> str:
    return value if len(value) <= 80 else f"{value[:77]}..."


def _lines(lines: Sequence[int]) -> str:
    if not any(lines):
        return "in no particular line"
    if len(lines) > MOST_LINES:
        return f"from line {lines[0]} to line {lines[-1]}"
    return f"in lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
