"""Words of entering by hand: what was filled in, what was found, what is nearest."""

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


def ambiguous(places: Sequence[tuple[str, str]]) -> str:
    """That a quotation stands in several places, each with its document and a few words around it.

    >>> ambiguous([("a", "x [ y ] z"), ("b", "u [ y ] v")])
    'the words stand in 2 places; give more of them: a: x [ y ] z | b: u [ y ] v'
    """
    return f"the words stand in {tally(len(places), 'place')}; give more of them: {_listed(places)}"


def nowhere(nearest: Sequence[tuple[str, str]]) -> str:
    """That a quotation stands nowhere, and what is nearest to it.

    >>> nowhere([]), nowhere([("a", "x [ y ] z")])
    ('the words stand nowhere, and nothing is near them', 'the words stand nowhere; nearest: a: x [ y ] z')
    """
    return (
        f"the words stand nowhere; nearest: {_listed(nearest)}"
        if nearest
        else ("the words stand nowhere, and nothing is near them")
    )


def _listed(places: Sequence[tuple[str, str]]) -> str:
    return " | ".join(f"{document}: {words}" for document, words in places[:MOST_LINES])


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
