"""A row says whether it answers; where nothing is known to answer, the nearest passages come, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.documents import Library
from hikiwake.dossier.case import Case
from hikiwake.search import NothingFound, NotInTheDocuments, Search
from hikiwake.search.answering import holds
from hikiwake.search.names import Names
from hikiwake.search.parts import read_parts, split
from hikiwake.search.question import Question
from hikiwake.search.units import LONGEST
from tests.synthetic import skerries

TEXT = """The lighthouse of Skerry was lit in May 1903 by Ann Ash.

Forty-two boats, or 42 of the fleet, left the harbour when the herring came.

The ministry thought about dredging.
"""


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    """The documents of the small dispute, and one more text."""
    folder = skerries().library(tmp_path_factory.mktemp("library"))
    (folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    return Search(skerries().dossier(), Library(folder))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was the lighthouse lit?", "May 1903"),
        ("Who lit the lighthouse?", "Ann Ash"),
        ("How many boats left the harbour?", "42"),
        ("Did the ministry think about dredging?", "dredging"),
        ("Was the lighthouse lit on 03.05.1903, or in Mai 1903?", "May 1903"),
    ],
)
def test_what_holds_all_that_is_asked_answers(search: Search, question: str, answer: str) -> None:
    """Every word, name and date stands there, and a thing of the kind that is asked for."""
    hit = search.find(question)[0]
    assert hit.answers
    assert answer in hit.text
    assert search.find(question).as_rows()[0]["answers"] is True


@pytest.mark.parametrize(
    "question",
    [
        "Who rebuilt the lighthouse?",
        "When did the ministry think about dredging?",
        "How many ministries thought about dredging?",
        "Who thought about dredging in the ministry?",
        "Was the lighthouse lit in 1904?",
        "Did Ben Ash light the lighthouse?",
        "Did the herring come to Tredland's harbour?",
    ],
)
def test_what_lacks_something_is_only_near(search: Search, question: str) -> None:
    """Another year, another name, another word, no number, no date: the passages are near, and say so."""
    result = search.find(question)
    assert len(result) > 0
    assert not any(hit.answers for hit in result)
    assert {row["answers"] for row in result.as_rows()} == {False}
    assert result.why().startswith(f"no passages for: {question}")
    assert f"nearest, not known to answer: {len(result)}" in result.why()
    assert "nearest" in result._repr_html_()


def test_what_answers_comes_first_and_each_tier_is_best_first(search: Search) -> None:
    """First the rows that answer, then the nearest ones."""
    rows = list(search.find("Suderland has demanded all of the islands"))
    tiers = [hit.answers for hit in rows]
    assert tiers == sorted(tiers, reverse=True)
    assert set(tiers) == {True, False}
    for tier in (True, False):
        scores = [hit.score for hit in rows if hit.answers == tier]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("kind", "wording", "text", "held"),
    [
        ("date", "When?", "It began on 3 May.", True),
        ("date", "When in 1991?", "It began in 1991.", False),
        ("date", "When in 1991?", "It began in May 1991.", True),
        ("date", "いつ?", "令和4年に始まった。", True),
        ("number", "How many?", "In 1991 it began.", False),
        ("number", "How many?", "There were eleven.", True),
        ("number", "How many of the four?", "The four went.", False),
        ("number", "何島?", "四島である。", True),
        ("actor", "Who?", "It was sold.", False),
        ("actor", "Who?", "It was sold by Berg.", True),
        ("actor", "Who?", "Norland sold it.", True),
        ("actor", "Who?", "Then it was sold.", False),
        ("", "Why?", "It was sold.", True),
    ],
)
def test_the_kind_of_answer(kind: str, wording: str, text: str, held: bool) -> None:
    """What the question names itself is no answer to it."""
    names = Names(skerries().dossier().case, skerries().dossier().actors)
    assert holds(Question(wording, (), kind), text, names) is held


def test_passages_are_short_and_go_on_to_the_limit(tmp_path: Path) -> None:
    """No passage is longer than it may be, be its sentence ever so long; short ones have what follows."""
    sentence = "The keeper of the lighthouse counted boats, " * 40 + "and slept."
    (tmp_path / "long.txt").write_text(f"A puffin came. {'It sat there. ' * 80}\n\n{sentence}\n", encoding="utf-8")
    search = Search(skerries().dossier(), Library(tmp_path))
    for question in ("lighthouse boats", "puffin", "sat"):
        assert all(hit.passage.end - hit.passage.start <= LONGEST for hit in search.find(question))
    (first, *_) = search.find("puffin")
    assert first.passage.end - first.passage.start > LONGEST - 20


def test_a_heading_brings_what_stands_under_it(tmp_path: Path) -> None:
    """A heading alone says nothing."""
    (tmp_path / "a.txt").write_text("## Puffin count\n\nThere were nine of them.\n", encoding="utf-8")
    assert "nine" in Search(skerries().dossier(), Library(tmp_path)).find("puffin count")[0].text


def test_not_in_the_documents_is_said_only_where_all_were_read(search: Search, tmp_path: Path) -> None:
    """With a file that was not read, a document that is not there, or no library, less is said."""
    nowhere = "Where do walruses nest?"
    assert isinstance(search.find(nowhere), NotInTheDocuments)
    library = skerries().library(tmp_path / "library")
    (library / "scan.docx").write_bytes(b"PK")
    partly = Search(skerries().dossier(), Library(library)).find(nowhere)
    (library / "scan.docx").unlink()
    (library / "south-1997.txt").unlink()
    lacking = Search(skerries().dossier(), Library(library)).find(nowhere)
    alone = Search(skerries().dossier()).find(nowhere)
    for result, told in ((partly, "scan.docx"), (lacking, "south-1997"), (alone, "no document was read")):
        assert isinstance(result, NothingFound)
        assert not isinstance(result, NotInTheDocuments)
        assert told in result.why()
        assert result.missing == ("walruses", "nest")


def test_a_word_that_stands_somewhere_brings_the_nearest(search: Search) -> None:
    """One word of several is enough for something near, and the words that stand nowhere are named."""
    result = search.find("What did the walrus do in the harbour?")
    assert [hit.answers for hit in result] == [False] * len(result)
    assert result.missing == ("walrus",)
    assert "(walrus: nowhere)" in result.why()


def test_the_author_chooses_the_document(search: Search) -> None:
    """Who wrote it is no search word; with the other author, other passages come."""
    north = search.find("What does the Institute of the North say about Skerries and talks?")
    south = search.find("What does the Institute of the South say about Skerries and talks?")
    assert {hit.passage.document for hit in north} == {"north-1996"}
    assert {hit.passage.document for hit in south} == {"south-1997"}
    nowhere = search.find("What does the Institute of the North say about herring?")
    assert len(nowhere) == 0
    assert "in Institute of the North 1996" in nowhere.why()


def test_without_a_library_the_author_chooses_the_entries() -> None:
    """An entry that both documents tell is found at the passage of the author that is named."""
    search = Search(skerries().dossier())
    for author, document in (("North", "north-1996"), ("South", "south-1997")):
        found = search.find(f"When did Norland close the strait by the account of the Institute of the {author}?")
        assert {hit.passage.document for hit in found} == {document}


@pytest.mark.parametrize(
    ("wording", "parts"),
    [
        ("When did it begin, and who ended it?", ["When did it begin", "who ended it"]),
        ("What is it? Why?", ["What is it", "Why"]),
        ("Trade and talks between North and South", ["Trade and talks between North and South"]),
        ("Когда это было, и кто это сделал?", ["Когда это было", "кто это сделал"]),
        ("いつですか？誰ですか。", ["いつですか", "誰ですか"]),
        ("?", ["?"]),
    ],
)
def test_parts_of_a_question(wording: str, parts: list[str]) -> None:
    """A question falls apart where another begins, and nowhere else."""
    assert split(wording) == parts


def test_a_later_part_takes_up_what_was_named() -> None:
    """He, she or it is whom the part before named; a part without words of its own is none."""
    names = Names(Case("", "", ("", "")), skerries().dossier().actors)
    first, second = read_parts("When did Norland close the strait, and when did it offer half, and why?", names)
    assert "Norland" in [term.text for term in second.terms]
    assert "Norland" in [term.text for term in first.terms]
    (_, other) = read_parts("When did Norland close the strait, and what did Suderland offer?", names)
    assert "Norland" not in [term.text for term in other.terms]


def test_each_part_is_answered(search: Search) -> None:
    """The evidence of each part is among the first rows."""
    hits = search.find("When was the lighthouse lit, and how many boats left the harbour?", 2)
    assert "1903" in hits[0].text
    assert "42" in hits[1].text
    assert [hit.answers for hit in hits] == [True, True]
