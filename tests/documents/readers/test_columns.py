"""Two columns are read one after the other, however the page stores them; one column is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hikiwake.documents import read_text, words
from tests.written_pdfs import placed_pdf

LEFT = [f"left row no {number:02d} tells of the dam and of" for number in range(12)]
RIGHT = [f"right row no {number:02d} tells of the sea and of" for number in range(12)]
HEAD = "A head that stands over both of the columns of this page, and is longer than one"
WIDTHS = dict.fromkeys("ilj", 2.3) | dict.fromkeys("tf", 2.9) | {"m": 8.4, "w": 7.3, "r": 3.4}  # points
Piece = tuple[float, float, str]


def row(x: float, y: float, line: str, *, by_words: bool) -> list[Piece]:
    """A line as one piece, or word by word."""
    if not by_words:
        return [(x, y, line)]
    pieces, at = [], x
    for word in line.split():
        pieces.append((at, y, word))
        at += sum(WIDTHS.get(letter, 5.6) for letter in word) + 3
    return pieces


def read(tmp_path: Path, pieces: Sequence[Piece]) -> list[str]:
    """The words of a page."""
    (tmp_path / "a.pdf").write_bytes(placed_pdf(pieces))
    return words(read_text(tmp_path / "a.pdf"))


@pytest.mark.parametrize("by_words", [False, True])
@pytest.mark.parametrize("head", [False, True])
def test_columns_stored_line_by_line_are_read_one_after_the_other(tmp_path: Path, by_words: bool, head: bool) -> None:
    pieces = row(60, 740, HEAD, by_words=by_words) if head else []
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        pieces += row(60, 700 - 14 * number, left, by_words=by_words)
        pieces += row(330, 700 - 14 * number, right, by_words=by_words)
    expected = words(" ".join([*([HEAD] if head else []), *LEFT, *RIGHT]))
    assert read(tmp_path, pieces) == expected


def test_columns_stored_one_after_the_other_stay(tmp_path: Path) -> None:
    pieces = [
        piece
        for x, side in ((60, LEFT), (330, RIGHT))
        for n, line in enumerate(side)
        for piece in [(x, 700 - 14 * n, line)]
    ]
    assert read(tmp_path, pieces) == words(" ".join([*LEFT, *RIGHT]))


def test_one_column_stored_word_by_word_stays(tmp_path: Path) -> None:
    told = " ".join([*LEFT, *RIGHT, HEAD]).split()
    lines = [" ".join(told[start : start + 9 + start % 4]) for start in range(0, len(told), 9)]
    pieces = [piece for n, line in enumerate(lines) for piece in row(60, 700 - 14 * n, line, by_words=True)]
    assert read(tmp_path, pieces) == words(" ".join(lines))
