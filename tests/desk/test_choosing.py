"""Choosing a passage: by characters, which are code points whatever they are, or by the words as they stand."""

from __future__ import annotations

import html
import re

import pytest

from hikiwake.desk.documents.searching import places_of
from hikiwake.documents import text_hash
from hikiwake.workbench import StoredText
from tests.desk.conftest import Asked
from tests.workbench.conftest import document

TEXT = "𠮷田 wrote: 😀 we agree.\r\nThe side agreed, and the side went home.\n"


@pytest.fixture
def odd(water: Asked) -> Asked:
    """The same desk, whose document has characters of two units, and words that stand in it twice."""
    with water.opened.workbench() as bench:
        bench.take([StoredText("letter-2015", "letter.txt", text_hash(TEXT), TEXT)], [document(TEXT)])
    water.opened.look()
    return water


def span(page: str) -> str:
    return next(iter(re.findall(r'name="span" value="([^"]*)"', page)), "")


@pytest.mark.parametrize(
    "words", ["😀 we agree.", "𠮷田", "  went home. ", "田 wrote: 😀 we … went home", "agree.\r\nThe"]
)
def test_words_are_found_where_they_stand(odd: Asked, words: str) -> None:
    answer = odd.client.get("/entries/form", params={"kind": "claims", "document": "letter-2015", "words": words})
    start, end = map(int, span(answer.text).partition(" ")[0].split("-"))
    first, last = words.split()[0], words.split()[-1]
    assert TEXT[start:end].startswith(first) and TEXT[start:end].endswith(last)


def test_characters_are_code_points_and_spaces_around_them_are_left_out(odd: Asked) -> None:
    page = odd.see("/entries/form?kind=claims&document=letter-2015&from=9&until=12")
    assert span(page) == "10-11 letter-2015" and "<q>😀</q>" in page


def test_words_that_stand_twice_are_asked_about(odd: Asked) -> None:
    page = html.unescape(odd.see("/entries/form?kind=claims&document=letter-2015&words=side"))
    assert "more than one place" in page and 'id="entry"' not in page
    places = re.findall(r'<a href="(/entries/form\?kind=claims&document=letter-2015&from=\d+&until=\d+)"', page)
    assert len(places) == 2
    assert span(odd.see(places[1])) == f"{TEXT.rindex('side')}-{TEXT.rindex('side') + 4} letter-2015"


def test_words_that_stand_nowhere_are_said_to(odd: Asked) -> None:
    page = html.unescape(odd.see("/entries/form?kind=claims&document=letter-2015&words=The side agrees, and"))
    assert "do not stand in the text" in page and "The side agreed" in page


def test_sentences_are_told_in_characters(odd: Asked) -> None:
    places = odd.client.get("/documents/letter-2015/sentences").json()
    assert [TEXT[start:end].strip() for start, end in places] == [
        "𠮷田 wrote: 😀 we agree.",
        "The side agreed, and the side went home.",
    ]


def test_words_are_looked_for_in_a_text_and_in_all(odd: Asked) -> None:
    page = html.unescape(odd.see("/documents/letter-2015?find=THE+side"))
    assert "2 places with “THE side”" in page and 'id="at-found-1"' in page
    page = html.unescape(odd.see("/documents?find=THE+side"))
    assert "1 document with" in page and "/documents/letter-2015?find=THE+side#at-found-0" in page
    assert "0 documents with" in html.unescape(odd.see("/documents?find=(dam"))


@pytest.mark.parametrize("words", ["", " ", "(", "[a", "\\", ".*"])
def test_signs_are_no_pattern(words: str) -> None:
    assert places_of("one two", words) == []
