"""What a document is, is guessed from what it says, never made up."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.documents.guessing import guess
from hikiwake.documents.readers.mail import read_mail
from hikiwake.periods import Period

PROSE = "The ministry protested against the patrols, and for a year nobody spoke of a treaty or of the ferries. " * 3


@pytest.mark.parametrize(
    ("head", "title", "author", "date"),
    [
        ("# On Reefs\n\nBy N. Berg\n\n3 May 2019", "On Reefs", "N. Berg", "2019-05-03"),
        ("ON REEFS\n\nNora Berg\n\nMay 2019", "ON REEFS", "Nora Berg", "2019-05"),
        ("# On Reefs\n\nAuthor: Nora van der Berg\nDate: 2019-05-03", "On Reefs", "Nora van der Berg", "2019-05-03"),
        ("# On Reefs\n\n*by Nora Berg, Reef Institute*\n\nMay 3rd, 2019", "On Reefs", "Nora Berg", "2019-05-03"),
        ("# 暗礁について\n\n2019年5月3日", "暗礁について", "", "2019-05-03"),
        ("# On Reefs", "On Reefs", "", ""),
        (
            "On Reefs: a report\nA commission of observers\n10 March 2014",
            "On Reefs: a report",
            "A commission of observers",
            "2014-03-10",
        ),
        ("# On Reefs\n\nReport of the Reef Commission\n\nMay 2019", "On Reefs", "Reef Commission", "2019-05"),
        ("# Statement by the Ministry of Reefs", "Statement by the Ministry of Reefs", "Ministry of Reefs", ""),
    ],
)
def test_the_begin_of_a_text_tells(head: str, title: str, author: str, date: str) -> None:
    told = guess(f"{head}\n\n{PROSE}\n\nIn June 2001 they met.", "a.txt")
    assert (told.title, told.author, told.date) == (title, author, date)


def test_what_the_text_does_not_say_the_file_may() -> None:
    told = guess(PROSE, "note_2014-03.txt", {"title": "Ferries", "author": "N. Berg", "publisher": "Harbour Press"})
    assert (told.title, told.author, told.date, told.publisher) == ("Ferries", "N. Berg", "2014-03", "Harbour Press")
    assert dict(told.grounds) == {"title": "file", "author": "file", "date": "name", "publisher": "file"}


@pytest.mark.parametrize("idle", ["Microsoft Word - x.doc", "untitled", "anonymous", "User", "report.pdf"])
def test_idle_entries_of_a_file_say_nothing(idle: str) -> None:
    told = guess(PROSE, "ferry_talks.pdf", {"title": idle, "author": idle})
    assert (told.title, told.author, told.date) == ("ferry talks", "", "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("外務省は抗議し、交渉は中断された。", "ja"),
        ("Министерство заявило протест.", "ru"),
        ("They protested.", "en"),
        ("外交部提出抗议。", "zh"),
    ],
)
def test_the_language_is_told_by_letters(text: str, language: str) -> None:
    assert guess(text, "a.txt").language == language


@pytest.mark.parametrize("text", ["", "\n", "# ", "By ", "99 May 2019 13/13/2019 2019-99-99"])
def test_odd_texts_tell_nothing(text: str) -> None:
    told = guess(text, "a.txt")
    assert (told.author, told.title or "a") == ("", told.title or "a")
    assert "99" not in told.date


LETTER = b"""From: Nora Berg <berg@reefs.example>
To: The Ministry <ministry@reefs.example>
Subject: The talks in Vesk
Date: Thu, 2 Mar 2017 23:10:00 +0900
Content-Type: text/plain; charset=utf-8

Dear colleague,

Vesk, 12 May 1998

By 3 June 1999 Norway and Sweden had signed a treaty in Vesk. Norway left it last year.
"""


def test_a_letter_is_of_its_head_and_days_in_it_are_those_of_what_it_tells() -> None:
    read = read_mail(LETTER)
    told = guess(read.text, "1998-05-12.eml", read.says)
    assert (told.title, told.author, told.date) == ("The talks in Vesk", "Nora Berg", "2017-03-02")
    assert (told.audience, dict(told.grounds)["date"]) == ("The Ministry", "file")
    events = [each for each in propose("a", read.text, Period.parse(told.date)) if each.kind == "event"]
    assert [str(each.period.start.year) for each in events if each.period] == ["1999", "2016"]


@pytest.mark.parametrize(
    ("without", "title", "author", "date"),
    [
        (b"Date: Thu, 2 Mar 2017 23:10:00 +0900\n", "The talks in Vesk", "Nora Berg", "1998-05-12"),
        (b"Subject: The talks in Vesk\n", "Dear colleague,", "Nora Berg", "2017-03-02"),
    ],
)
def test_what_the_head_of_a_letter_does_not_say_its_text_may(
    without: bytes, title: str, author: str, date: str
) -> None:
    read = read_mail(LETTER.replace(without, b""))
    told = guess(read.text, "a.eml", read.says)
    assert (told.title, told.author, told.date) == (title, author, date)
