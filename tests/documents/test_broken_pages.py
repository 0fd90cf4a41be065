"""A passage is found again in what a page makes of it: broken words, spaced letters, accents apart, page ends."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from hikiwake.documents import Passage, digest, letter_count, read_text
from hikiwake.documents.finding import Finder
from hikiwake.documents.pages import beside_the_text

BEFORE, AFTER = "It had rained for a week.", "Nobody came on the next day."
SAID = "The ministry protested at once over the café at Ōshima, and long-term talks on resettlement ended."
ON_PAGES = "On Reefs {one}\n{before} {first}\n1 See the annex; it is long.\f{two} N. Berg\n{second} {after}"


def cited(sentence: str, start: int = 26) -> Passage:
    """A passage with these words, as it was cited from another edition."""
    return Passage("p", "d", start, start + len(sentence), None, letter_count(sentence), digest(sentence))


def broken(**changes: str) -> str:
    """The sentence between two others, with parts of it replaced."""
    text = SAID
    for part, other in changes.items():
        assert part in text
        text = text.replace(part, other)
    return f"{BEFORE} {text} {AFTER}"


@pytest.mark.parametrize(
    "text",
    [
        broken(ministry="minis-\ntry"),
        broken(ministry="minis\u2010\r\ntry", resettlement="resettle-\nment"),
        broken(ministry="minis\x02try", resettlement="resettle\x02\r\nment"),
        broken(ministry="minis\u00adtry", protested="pro\u00ad\ntested"),
        broken(ministry="min\u200bistry", once="on\u200dce\ufeff"),
        broken(ministry="m i n i s t r y"),
        broken(ministry="minis\ufffetry"),
        broken(café="cafe\u0301", Ōshima="O\u0304shima"),
        broken(café="cafe´"),
        broken(café="caf´e"),
        broken(term="\nterm"),
        unicodedata.normalize("NFD", broken()),
        broken().replace(" ", "\n"),
        ON_PAGES.format(one=7, two=8, before=BEFORE, after=AFTER, first=SAID[:40], second=SAID[40:]),
        ON_PAGES.format(one=7, two=9, before=BEFORE, after=AFTER, first=SAID[:12], second=SAID[12:]),
        f"7\n{BEFORE} {SAID[:12]}\n* A note.\f8\n{SAID[12:]} {AFTER}",
    ],
)
def test_a_passage_is_found_in_what_a_page_makes_of_it(text: str) -> None:
    """From its first letter to its last, and nothing of what stands around it."""
    place = Finder(text).find(cited(SAID))
    assert place is not None
    found = text[place[0] : place[1]]
    assert found[:3] == "The"
    assert found.rstrip(".").endswith("ended")


@pytest.mark.parametrize("text", [broken(once="twice"), broken(over="under"), broken(ministry="min-\nstry"), "nothing"])
def test_other_words_are_not_the_passage(text: str) -> None:
    """Windows of other lengths find the same letters only."""
    assert Finder(text).find(cited(SAID)) is None


def test_a_text_without_pages_has_nothing_beside_it() -> None:
    """Numbers at the beginning of a line are heads and notes on pages only."""
    assert beside_the_text("1 See the annex.\n7\nText.") == []


def test_what_stands_beside_the_text_of_several_pages() -> None:
    """A line that comes again at the top of pages, whatever its number; what ends a sentence stays."""
    pages = [
        f"The Reefs  {number}\nText of page {'abc'[number]} goes on\nand on to {'xyz'[number]}." for number in range(3)
    ]
    text = "\f".join(pages)
    assert [text[start:end] for start, end in beside_the_text(text)] == [f"The Reefs  {number}" for number in range(3)]


def test_files_of_the_kinds(shared: Path) -> None:
    """The files of other programs: hyphens, accents and a page break."""
    cases = shared / "cases" / "bibliographies_and_files"
    ferry = ("The first ferry sailed in May.", "The ministry protested at once.", "The treaty of 1999 was signed.")
    cafe = ("The café at the reef was closed in May.",)
    held = {
        "07-pdf-hyphenation/hyphen2.pdf": ferry,
        "07-pdf-hyphenation/unihyphen.pdf": ferry,
        "11-page-break/pagebreak.pdf": ferry,
        "08-decomposed-accents/accent_before.pdf": cafe,
        "08-decomposed-accents/accent_comb.pdf": cafe,
        "08-decomposed-accents/nfd.txt": ("The café at Ōshima was closed in May.",),
    }
    for name, sentences in held.items():
        finder = Finder(read_text(cases / name))
        assert all(finder.find(cited(sentence, 0)) for sentence in sentences), name
