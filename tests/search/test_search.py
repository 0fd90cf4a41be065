"""Search finds what a question in plain words asks for, under every name, and says so where there is nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hikiwake.actors import Actor, Name
from hikiwake.documents import Library
from hikiwake.documents.dates import dates_in
from hikiwake.dossier import Dossier, Place
from hikiwake.errors import HikiwakeError, LibraryError
from hikiwake.search import NothingFound, NotInTheDocuments, Search
from hikiwake.search import search as find
from hikiwake.search.fulltext import FullText, Look, phrase
from hikiwake.search.names import Names
from hikiwake.search.question import read_question
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small dispute with a place that each side calls otherwise, and a person."""
    found = skerries().dossier()
    place = Place("skua", (Name("en", "NOR", "Skua"), Name("en", "SUD", "Gullholm"), Name("ja", "", "鴎島")), 1.0, 1.0)
    person = Actor("NOR/ash", "person", "NOR", names=(Name("en", "", "Ann Ash"),))
    return replace(found, case=replace(found.case, places=(place,)), actors=(*found.actors, person))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The documents of the dispute, with one more that the case does not know, in three languages."""
    folder = skerries().library(tmp_path_factory.mktemp("library"))
    more = (
        "Gullholm was fortified by Ash in 2001. She wrote two letters. The weather was bad.\n\n"
        "北方領土問題は解決していない。鴎島に灯台がある。\n\nСтороны обсуждали территориальные вопросы в мае 2003 года."
    )
    (folder / "more.txt").write_text(more, encoding="utf-8")
    return Library(folder)


@pytest.fixture(scope="module")
def search(dossier: Dossier, library: Library) -> Search:
    """Search over that library."""
    return Search(dossier, library)


def found(search: Search, question: str) -> list[str]:
    """The words of the hits."""
    return [hit.text for hit in search.find(question)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did Norland close the strait?", "In March 1991 Norland closed the strait"),
        ("what happened on 4 April 1991", "The strait was closed on 4 April 1991"),
        ("1991-04-04", "The strait was closed on 4 April 1991"),
        ("How many meetings were there between 1990 and 1994?", "There were eleven meetings"),
        ("Who fortified Skua?", "Gullholm was fortified by Ash"),
        ("鴎島", "Gullholm was fortified by Ash"),
        ("What did Ann Ash do in 2001?", "Gullholm was fortified by Ash"),
        ("Was the premier's trip called off?", "A visit of the premier planned for 1995 was cancelled."),
        ("北方領土", "北方領土問題は解決していない。"),
        ("灯台はどこにあるか", "鴎島に灯台がある。"),
        ("территориальный вопрос", "Стороны обсуждали территориальные вопросы"),
        ("май 2003", "Стороны обсуждали"),
        ('"bred distrust"', "More trade has only bred distrust."),
    ],
)
def test_the_answer_comes_first(search: Search, question: str, answer: str) -> None:
    """Names of either side, dates in numbers and words, synonyms, unspaced Japanese, inflected Russian."""
    assert answer in found(search, question)[0]


@pytest.mark.parametrize(
    "question", ["What did the queen of Westland say?", "Where do puffins nest?", "漁業", "Was puffin nesting a case?"]
)
def test_what_is_not_there_is_said_to_be_absent(search: Search, question: str) -> None:
    """No hit is invented; the answer is an empty list of its own kind."""
    result = search.find(question)
    assert isinstance(result, NotInTheDocuments)
    assert len(result) == 0
    assert result.as_rows() == []
    assert result.why().startswith("not in the documents")
    assert "not in the documents" in result._repr_html_()


@pytest.mark.parametrize("question", ["", "?!", "when was the", "...and who?"])
def test_without_a_word_to_look_for_nothing_is_said_of_the_documents(search: Search, question: str) -> None:
    """A question of question words alone is told to be one."""
    result = search.find(question)
    assert isinstance(result, NothingFound)
    assert not isinstance(result, NotInTheDocuments)
    assert result.as_rows() == []
    assert result.why().startswith("no word to look for")


def test_a_hit_is_a_place_its_words_and_the_entries_that_cite_it(search: Search, dossier: Dossier) -> None:
    """The place is that of the stored text, the entries are those whose passages stand there."""
    hit = search.find("Norland offered half of the islands in 1992")[0]
    text = skerries().texts[hit.passage.document]
    assert text[hit.passage.start : hit.passage.end] == hit.text
    assert {"half", "position-001", "position-002"} <= set(hit.entries)
    assert all(dossier.documents_of(dossier.by_id[entry]) == (hit.passage.document,) for entry in hit.entries)
    assert "offered" in [hit.text[start:end] for start, end in hit.highlights]
    assert hit.marked("[", "]").startswith("[Norland] [offered] [half]")


def test_a_passage_goes_on_with_what_follows_and_none_comes_twice(search: Search) -> None:
    """The sentences of the paragraph that follow belong to a passage; passages do not overlap."""
    result = search.find("Gullholm fortified, two letters")
    assert result[0].text == "Gullholm was fortified by Ash in 2001. She wrote two letters. The weather was bad."
    places = sorted((hit.passage.document, hit.passage.start, hit.passage.end) for hit in search.find("trade talks"))
    assert all(one[0] != two[0] or one[2] <= two[1] for one, two in pairwise(places))


def test_results_are_best_first_and_no_more_than_asked_for(search: Search) -> None:
    """The limit holds, scores fall, and the result can be indexed and shown."""
    result = search.find("islands", 2)
    assert len(result) == 2
    assert result[0].score >= result[1].score
    assert result[:1] == (result[0],)
    assert "<mark>" in result._repr_html_()
    assert result.why() == "2 passages for: islands"


def test_without_a_library_the_summaries_are_searched(dossier: Dossier) -> None:
    """The text is the entry's summary, the passage the one it cites."""
    hit = find(dossier, "When was the strait closed?")[0]
    assert hit.text == "Norland closes the strait to shipping."
    assert hit.entries[0] == "event-strait-closed"
    passage = dossier.passage[dossier.by_id["event-strait-closed"].passages[0]]
    assert (hit.passage.document, hit.passage.start, hit.passage.end) == (passage.document, passage.start, passage.end)
    assert not find(dossier, "Yalta")


def test_a_library_may_be_named_by_its_folder(dossier: Dossier, library: Library) -> None:
    """A path will do; a folder that is not there is one clear error."""
    assert find(dossier, "bred distrust", library.folder)[0].text.startswith("More trade has only bred distrust.")
    with pytest.raises(LibraryError, match="no such folder"):
        find(dossier, "trust", library.folder / "nowhere")


def test_the_author_of_a_document_may_be_named(search: Search) -> None:
    """Who wrote the document counts, though its sentences do not name her."""
    hits = search.find("What does the Institute of the South say about trade and distrust?")
    assert hits[0].passage.document.startswith("south")


def test_another_edition_is_searched_at_its_own_places(dossier: Dossier, tmp_path: Path) -> None:
    """Where the user holds another edition, the places are those of that text, and the entries still come."""
    for name, text in skerries().texts.items():
        (tmp_path / f"{name}.txt").write_text("A cover page.\n\n" + text.replace(" and ", "  and\n"), encoding="utf-8")
    hit = find(dossier, "Norland offered half of the islands in 1992", tmp_path)[0]
    held = (tmp_path / f"{hit.passage.document}.txt").read_text(encoding="utf-8")
    assert held[hit.passage.start : hit.passage.end] == hit.text
    assert "half" in hit.entries


def test_pages_of_a_text_are_counted(dossier: Dossier, tmp_path: Path) -> None:
    """Form feeds part pages."""
    (tmp_path / "paged.txt").write_text("Puffins nest here.\fSeals rest there.", encoding="utf-8")
    assert find(dossier, "where do seals rest", tmp_path)[0].passage.page == 2


def test_terms_of_a_question(dossier: Dossier) -> None:
    """Names, dates and words are told apart, and the words of a question left out."""
    names = Names(dossier.case, dossier.actors)
    asked = read_question("When did the US premier and Norland talk about Skua in May 1991?", names)
    assert [(term.text, term.kind) for term in asked.terms] == [
        ("May 1991", "date"),
        ("US", "name"),
        ("premier", "word"),
        ("Norland", "name"),
        ("talk", "word"),
        ("Skua", "name"),
    ]
    assert asked.asks_for == "date"
    assert '"gullholm"' in " ".join(asked.terms[-1].exact.words).casefold()
    assert read_question("tell us how much they paid", names).asks_for == "number"


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("21 March 2022", "2022-03-21", "day"),
        ("March 21, 2022", "2022-03-21", "day"),
        ("the 21st of March 2022", "2022-03-21", "day"),
        ("2022-03-21", "2022-03-21", "day"),
        ("2022年3月21日", "2022-03-21", "day"),
        ("21 марта 2022 года", "2022-03-21", "day"),
        ("March 2022", "2022-03-01", "month"),
        ("2022-03", "2022-03-01", "month"),
        ("2022", "2022-01-01", "year"),
        ("the 1990s", "1990-01-01", "range"),
    ],
)
def test_dates(text: str, start: str, precision: str) -> None:
    """Dates in numbers and in words of three languages."""
    (date,) = dates_in(text)
    assert date.period is not None
    assert (str(date.period.start), date.period.precision) == (start, precision)


@pytest.mark.parametrize("text", ["99 March 2022", "2022-13", "no date", "12345", "F2022x"])
def test_no_dates(text: str) -> None:
    """What no calendar has is no date."""
    assert not [date for date in dates_in(text) if date.period and date.period.precision != "year"]


def test_signs_in_a_question_are_no_syntax() -> None:
    """Quotes, stars, brackets and the operators of the index are words like any other."""
    texts = FullText(["plain words", 'a "quoted" near text'])
    assert texts.matching(Look((phrase('quoted" OR NEAR('),))) == set()
    assert texts.matching(Look((phrase('"quoted" NEAR* ('),))) == {1}
    assert Search(skerries().dossier()).find('AND OR NOT NEAR( " * : ^ {') is not None


def test_a_python_without_full_text_search_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite lacks FTS5, one clear error says so."""

    class Lacking:
        def execute(self, *_: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", lambda _: Lacking())
    with pytest.raises(HikiwakeError, match=r"cannot search text .no such module: fts5"):
        FullText(["words"])


def test_frequent_words_alone_still_find_what_holds_them_all() -> None:
    """Where every word is too frequent to be ranked in full, the texts that hold all of them are taken."""
    texts = FullText(["one two"] * 20 + [f"{'one' if number % 2 else 'two'} three" for number in range(13_000)])
    looks = [Look((phrase(word),)) for word in ("one", "two")]
    assert set(texts.best(looks, 10)) <= set(range(20))
    assert len(texts.best([Look((phrase("three"),))], 10)) == 10
    assert texts.best([], 10) == []
