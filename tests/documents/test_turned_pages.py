"""A passage is found on pages that are turned, by the page's entry, by the letters themselves, or by both."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.documents import Passage, digest, letter_count, read_text
from hikiwake.documents.finding import Finder
from tests.written_pdfs import written_pdf

FIRST = ["On Reefs 7", "The first ferry sailed in May of that year, and", "the ministry protested at once over harbour"]
SECOND = ["8 N. Berg", "dues of 1.5 percent. Nobody came on the next", "day, and talks on resettlement ended."]
SAID = (
    "The first ferry sailed in May of that year",
    "the ministry protested at once over harbour dues of 1.5 percent.",
    "Nobody came on the next day, and talks on resettlement ended.",
)


def cited(sentence: str) -> Passage:
    """A passage with these words, as it was cited from another edition."""
    return Passage("p", "d", 0, len(sentence), None, letter_count(sentence), digest(sentence))


@pytest.mark.parametrize("by_words", [False, True])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_every_passage_of_turned_pages_is_found(tmp_path: Path, rotate: int, turn: int, by_words: bool) -> None:
    """In one line, over lines, and over the end of a page with a head; the lines stand in their order."""
    file = tmp_path / "turned.pdf"
    file.write_bytes(written_pdf([FIRST, SECOND], rotate=rotate, turn=turn, by_words=by_words))
    text = read_text(file)
    assert [line.strip() for page in text.split("\f") for line in page.splitlines()] == [*FIRST, *SECOND]
    finder = Finder(text)
    for sentence in SAID:
        place = finder.find(cited(sentence))
        assert place is not None, sentence
        assert text[slice(*place)].split()[0] == sentence.split()[0]
        assert text[slice(*place)].split()[-1] == sentence.rstrip(".").split()[-1]


def test_one_turned_table_does_not_turn_the_page(tmp_path: Path) -> None:
    """Most letters decide."""
    upright, turned = written_pdf([[*FIRST, *SECOND]]), written_pdf([["A table"]], turn=90)
    stream = turned.split(b"stream\n")[1].split(b"\nendstream")[0]
    length = len(upright.split(b"stream\n")[1].split(b"\nendstream")[0])
    both = upright.replace(b"\nendstream", b"\n" + stream + b"\nendstream", 1)
    both = both.replace(b"/Length %d" % length, b"/Length %d" % (length + 1 + len(stream)))
    (tmp_path / "both.pdf").write_bytes(both)
    text = read_text(tmp_path / "both.pdf")
    assert "The first ferry sailed in May of that year, and\r\nthe ministry" in text


def test_other_numbers_are_another_passage(tmp_path: Path) -> None:
    """A decimal mark counts on a turned page as anywhere."""
    (tmp_path / "turned.pdf").write_bytes(written_pdf([FIRST, SECOND], rotate=90, turn=90))
    finder = Finder(read_text(tmp_path / "turned.pdf"))
    for other in ("dues of 15 percent", "dues of 1,5 percent", "dues of 1", "5 percent. Nobody came on the next day"):
        assert finder.find(cited(other)) is None, other
