"""Sentences are found where a reader finds them, and every offset is one of the stored text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.documents import Library
from hikiwake.documents.segmentation import blocks, sentences

SAME = [
    ("Footnote digits end with it.13 The next begins.", ["Footnote digits end with it.13", "The next begins."]),
    ("A mark.<sup>2</sup> Then B.", ["A mark.<sup>2</sup>", "Then B."]),
    ("It ended.²⁴ Then it began.", ["It ended.²⁴", "Then it began."]),
    ("Said so.[1] He left. [2] She stayed.", ["Said so.[1]", "He left. [2]", "She stayed."]),
    ("He filed a suit.(1) The Court sat.", ["He filed a suit.(1)", "The Court sat."]),
    ("Growth was -7.8% in 2009. It recovered.", ["Growth was -7.8% in 2009.", "It recovered."]),
    ("Mr. Abe met Dr. B. C. Smith. They talked.", ["Mr. Abe met Dr. B. C. Smith.", "They talked."]),
    ("James D.J. Brown wrote it. No. 4 is his.", ["James D.J. Brown wrote it.", "No. 4 is his."]),
    (
        "The U.S. President came. Allies of the U.S. The end.",
        ["The U.S. President came.", "Allies of the U.S.", "The end."],
    ),
    ("Ibid., pp. 46 and 47. Vol. 2 follows.", ["Ibid., pp. 46 and 47.", "Vol. 2 follows."]),
    ("“We want to solve it.” He left.", ["“We want to solve it.”", "He left."]),
    ("Is it over? It is! Then what… Nothing.", ["Is it over?", "It is!", "Then what…", "Nothing."]),
    ("It is *over.* **Next** one.", ["It is *over.*", "**Next** one."]),
    ("The treaty of a year\n\n1855 was signed.", ["The treaty of a year", "1855 was signed."]),
]


def cut(text: str, language: str = "en") -> list[str]:
    """The words of every sentence."""
    return [text[each.start : each.end] for each in sentences(text, language)]


@pytest.mark.parametrize(("text", "expected"), SAME, ids=[text[:25] for text, _ in SAME])
def test_sentences_of_english(text: str, expected: list[str]) -> None:
    """Abbreviations, initials, numbers, quotes and footnote marks are cut as a reader cuts them."""
    assert cut(text) == expected


def test_a_heading_right_above_its_text_is_none_of_it() -> None:
    """A short line without an end mark, and a longer one below that begins anew."""
    body = "Both governments asked the forum of former heads of state to mediate in the dispute."
    assert cut(f"Mediation since then\n{body}") == ["Mediation since then", body]
    assert cut("Both governments\nasked the forum.") == ["Both governments\nasked the forum."]


def test_an_empty_line_inside_a_sentence_does_not_end_it() -> None:
    """A page break leaves an empty line; a long paragraph without an end mark goes on after it."""
    before = "Japan answered the approach from the north with enquiries of its own and concluded a treaty in"
    assert cut(f"{before}\n\n1855 as one of its first. Then more.") == [
        f"{before}\n\n1855 as one of its first.",
        "Then more.",
    ]
    assert cut("A heading\n\nThe text begins.") == ["A heading", "The text begins."]


def test_lines_that_stand_alone() -> None:
    """Headings, rows of a table and footnotes are blocks of their own."""
    text = "# Title\nFirst.\n\tYes\tNo\n\tA\t63.3%\n[1] A note\n[2] Another"
    assert cut(text) == ["Title", "First.", "Yes\tNo", "A\t63.3%", "[1] A note", "[2] Another"]
    assert len({each.block for each in sentences(text)}) == 6


def test_japanese_and_russian() -> None:
    """Wide marks end a sentence without a space; Russian abbreviations end none."""
    assert cut("会談した。合意はない。「続ける」と述べた。", "ja") == [
        "会談した。",
        "合意はない。",
        "「続ける」と述べた。",
    ]
    text = "В 1956 г. Декларация была подписана. И т.д. Она вступила в силу."
    assert cut(text, "ru")[0] == "В 1956 г. Декларация была подписана."


@given(st.text(alphabet="Ab .!?。\n\t#\"'”)1²[]<sup>", max_size=80))
def test_every_letter_is_in_exactly_one_sentence(text: str) -> None:
    """Sentences do not overlap, are in order, and leave out nothing but space and the signs of headings."""
    last = 0
    for each in sentences(text):
        assert last <= each.start < each.end
        assert not text[last : each.start].strip(" \n\t#")
        assert text[each.start : each.end] == text[each.start : each.end].strip()
        last = each.end
    assert not text[last:].strip(" \n\t#")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["# Reefs", "", "They met."], ["Reefs", "They met."]),
        (["###### Reefs ##", "They met."], ["Reefs", "They met."]),
        (["Reefs", "=====", "", "They met.", "", "---", "", "They left."], ["Reefs", "They met.", "They left."]),
        (["---", "title: On Reefs", "date: 2019", "---", "", "They met."], ["They met."]),
        (["\ufeff---", "lang: en", "---", "# Reefs", "They met."], ["Reefs", "They met."]),
        (["***", "", "They met.", "", "___"], ["They met."]),
        (["They met.", "", "#", "", "#1 is a number.", "#fish"], ["They met.", "#1 is a number.", "#fish"]),
        (["---", "They met: nobody came.", "---"], ["They met: nobody came."]),
    ],
)
def test_what_marks_a_heading_or_stands_before_the_text_is_in_no_sentence(
    lines: list[str], told: list[str], end: str
) -> None:
    text = end.join(lines)
    assert cut(text) == told
    assert all(text[each.start : each.end] in told for each in sentences(text)), "places are those of the file"


def test_blocks_of_the_shared_documents_lose_nothing(shared: Path) -> None:
    """In the real documents, too, everything but space is in a block, and hard line breaks do not end sentences."""
    for text in Library(shared / "seeds").texts.values():
        rest = list(text)
        for start, end in blocks(text):
            rest[start:end] = [""] * (end - start)
        assert not "".join(rest).strip()
    hard = next(text for path, text in Library(shared / "seeds").texts.items() if path.name.startswith("000"))
    assert any("\n\n1855 as one" in hard[each.start : each.end] for each in sentences(hard))
