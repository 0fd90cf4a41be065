"""The letters of a text: what makes no difference to them, what does, and where each stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.documents import Passage, digest, letter_count
from hikiwake.documents.finding import FEW_LETTERS, Finder
from hikiwake.documents.letters import Letters
from hikiwake.documents.words import former_digest, words

SAME = [
    ("officials of the ministry", "oﬃcials of the minis-\ntry"),
    ("officials of the ministry", "of\u00adficials of the min\u200bis\u2060try\ufeff"),
    ("the ministry", "t h e  m i n i s t r y"),
    ("the ministry", "ｔｈｅ　ｍｉｎｉｓｔｒｙ"),
    ("Ōshima café", unicodedata.normalize("NFD", "Ōshima café")),
    ("Ōshima café naïve", "O¯shima cafe´ na¨ive".replace("O¯", "Ō")),
    ("Straße", "STRASSE"),
    ("ガザ", "ｶﾞｻﾞ"),
    ("한국", unicodedata.normalize("NFD", "한국")),
    ("آب", unicodedata.normalize("NFD", "آب")),
    ("العربية", "العـــربية"),
    ("Tʼbilisi", "T'bilisi"),
    ("rose by 1.5 percent", "rose by 1.5 per-\r\ncent"),
    ("rose by 1.5 percent", "rose by 1\u200b.\u200b5 percent"),
    ("rose by 1.5 percent", "rose by １．５ percent"),
    ("rose by 1.5 percent", "rose by 1·5 percent"),
    ("in 1956, 1957", "in 1956\n1957"),
    ("1,000 men", "1,000\u00a0men"),
]
OTHER = [("1.5", "15"), ("1,5", "15"), ("1.5", "1,5"), ("12.5 of 3", "1.25 of 3"), ("café", "cafe"), ("once", "one")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_editions_of_the_same_words(one: str, other: str) -> None:
    """Hyphens, unseen marks, spaced letters, ligatures and accents apart change neither number nor digest."""
    assert (letter_count(one), digest(one)) == (letter_count(other), digest(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words_and_numbers(one: str, other: str) -> None:
    """A decimal mark counts, and so do accents."""
    assert digest(one) != digest(other)


@given(st.text(alphabet="aé´oō1.5 ,-\n\u00ad\u0301ﬁßガ한²", max_size=40))
def test_every_letter_has_its_place(text: str) -> None:
    """In order, inside the text, and with its bytes in a row that only decimal marks interrupt."""
    letters = Letters.of(text)
    assert list(letters.starts) == sorted(letters.starts)
    assert all(0 <= one < other <= len(text) for one, other in zip(letters.starts, letters.stops, strict=True))
    gaps = [letters.row[end:begin] for end, begin in zip(letters.ends, letters.begins[1:], strict=False)]
    assert set(map(bytes, gaps)) <= {b"", b".", b","}
    assert letter_count(text) == len(letters)
    assert digest(text) == digest(text.upper().lower()) or "ß" in text or "ﬁ" in text


@given(st.text(max_size=60))
def test_the_letters_of_any_text(text: str) -> None:
    """No text is refused, and what is cut out where letters stand is told by these letters."""
    letters = Letters.of(text)
    if len(letters):
        start, stop = letters.place(0, len(letters))
        assert letter_count(text[start:stop]) == len(letters)
        assert digest(text[start:stop]) == digest(text)


def passage(sentence: str, start: int = 0) -> Passage:
    """A passage that was cited from another edition."""
    return Passage("p", "d", start, start + len(sentence), None, letter_count(sentence), digest(sentence))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("the cat", "All the catalogues."),
        ("it rose by 1", "it rose by 1.5 percent"),
        ("it rose by 1", "it rose by 15 percent"),
        ("over that whole long year it rose by 1", "over that whole long year it rose by 1.5 percent"),
        ("5 percent of the trade between both shores", "rose by 1.5 percent of the trade between both shores"),
        ("5 percent of the trade between both shores", "rose by 15 percent of the trade between both shores"),
    ],
)
def test_a_window_cuts_no_number_and_a_short_one_no_word(sentence: str, text: str) -> None:
    assert Finder(text).find(passage(sentence)) is None


@pytest.mark.parametrize("between", ["", "1", "¹", "[12]", "¹²", " [3, 4]"])
def test_the_mark_of_a_note_is_no_part_of_the_text(between: str) -> None:
    """At the end of a passage, and in it."""
    text = f"It had rained. The ministry protested at once{between}. Nobody came.{between} Talks ended."
    for sentence in ("The ministry protested at once", "The ministry protested at once. Nobody came. Talks ended."):
        place = Finder(text).find(passage(sentence))
        assert place is not None
        assert text[slice(*place)].startswith("The") and len(sentence) - 1 <= place[1] - place[0] <= len(
            sentence
        ) + 2 * len(between)


def test_a_long_passage_is_found_in_words_that_run_into_each_other() -> None:
    sentence = "the ministry protested at once"
    assert letter_count(sentence) > FEW_LETTERS
    text = "A lineof a pagethe ministryprotested at onceover dues"
    place = Finder(text).find(passage(sentence))
    assert place is not None and text[slice(*place)] == "the ministryprotested at once"


NOTES = "\n".join(f"{number} See the annex, line {number} of it" for number in range(1, 9))
BREAKS = {
    "heads of two lines": "\f8\nOn Reefs and Their Keepers\nN. Berg\n",
    "notes of eight lines": f"\n{NOTES}\f",
    "a note without a number": "\nSee the annex\nand what it says of dues.\f- 8 -\n",
    "a roman number": "\nxii\f",
    "a line of a table": "\nTable 1: Dues by year and harbour\n1990 12\n1991 13\n",
    "notes and heads": f"\n{NOTES}\n7\f8 of 12\nOn Reefs\n",
}


@pytest.mark.parametrize("between", BREAKS.values(), ids=BREAKS)
@pytest.mark.parametrize("cut", [3, 12, 19, 40, 80])
@pytest.mark.parametrize("before", ["", "It had rained for a week, and nothing was said of it.\n" * 60])
def test_a_passage_over_the_end_of_a_page(between: str, cut: int, before: str) -> None:
    """Whatever stands between its halves, in whole lines, wherever it is cut and however far from its old place."""
    sentence = "The ministry protested at once over dues of 1.5 percent, and long-term talks on resettlement ended."
    break_ = between if between.startswith("\n") else f"\n{between}"
    text = f"{before}{sentence[:cut]}{break_}{sentence[cut:]}\nNext."
    place = Finder(text).find(passage(sentence))
    assert place is not None
    assert text[place[0] : place[0] + 3] == "The" and text[: place[1]].endswith("ended")
    assert Finder(text.replace("percent", "per mille")).find(passage(sentence)) is None


def test_a_passage_of_a_case_of_an_earlier_version() -> None:
    """It is known by its number of words and the digest without decimal marks."""
    sentence = "Dues rose by 1.5 percent at once"
    former = Passage("p", "d", 0, 32, None, 0, former_digest(sentence), len(words(sentence)))
    assert Finder(sentence).stands(former)
    text = f"It had rained. {sentence.upper()}. Nobody came."
    assert Finder(text).find(former) == (15, 15 + len(sentence))
    assert Finder(text.replace("ONCE", "last")).find(former) is None
