"""The page holds the whole record, is the same for the same input, and lets nothing break out of it."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier import Case, Dossier
from hikiwake.errors import HikiwakeError, LibraryError
from hikiwake.report import page
from hikiwake.report.editions import choices
from hikiwake.report.sections import SECTIONS
from tests.built_in import japan_russia
from tests.report.hostile import FORMULA, SCRIPT, hostile
from tests.synthetic import Builder, skerries

ROOM = Path(str(files("hikiwake.report")))


class Reader(HTMLParser):
    """What stands in a page: its elements, ids, links and attributes that could run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.running: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name.startswith("on") or name in ("style", "src"):
                self.running.append(name)


def island(text: str) -> dict[str, list[object]]:
    found = re.search(r'<script type="application/json" id="grounds">(.*?)</script>', text, re.DOTALL)
    assert found
    content: dict[str, list[object]] = json.loads(found[1])
    return content


@pytest.fixture(scope="module")
def case() -> Builder:
    return skerries()


@pytest.fixture(scope="module")
def small(case: Builder) -> str:
    return page(case.dossier())


@pytest.fixture(scope="module")
def built_in(built_in_page: Path) -> str:
    return built_in_page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_no_id_is_used_twice(name: str, request: pytest.FixtureRequest) -> None:
    twice = {id_: count for id_, count in Counter(Reader(request.getfixturevalue(name)).ids).items() if count > 1}
    assert twice == {}


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_every_link_inside_the_page_leads_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    reader = Reader(request.getfixturevalue(name))
    inside = {link[1:] for link in reader.links if link.startswith("#") and len(link) > 1}
    assert inside - set(reader.ids) == set()


def test_every_entry_has_a_permalink_and_its_passages(small: str, case: Builder) -> None:
    reader, grounds = Reader(small), island(small)
    dossier = case.dossier()
    assert {entry.id for entry in dossier.entries} <= set(reader.ids)
    for entry in dossier.entries:
        assert len(grounds["entries"][entry.id]) == len(entry.passages)  # type: ignore[call-overload]


def test_every_entry_of_the_built_in_case_has_a_permalink(built_in: str) -> None:
    assert {entry.id for entry in japan_russia().entries} <= set(Reader(built_in).ids)


def test_same_dossier_gives_the_same_bytes(case: Builder, small: str) -> None:
    assert page(case.dossier()) == small


def test_every_section_has_its_template_and_an_empty_case_gives_a_page() -> None:
    empty = page(Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB"))))
    assert "Nothing yet" in empty
    assert (
        Reader(empty).elements["section"] == 4
    )  # sources and method, with the voices, how it was made, and how to cite
    names = {file.stem for file in (ROOM / "templates" / "sections").glob("*.html")}
    assert names == {section.id for section in SECTIONS}


def test_nothing_breaks_out_of_the_page() -> None:
    calm, spoilt = Reader(page(skerries().dossier())), Reader(page(hostile()))
    assert (
        spoilt.elements["script"] == calm.elements["script"] == 6
    )  # passages, record, three other editions, the script
    assert spoilt.elements["img"] == 0
    assert spoilt.running == []
    assert not any(link.startswith("javascript") for link in spoilt.links)


def test_hostile_words_are_shown_as_words() -> None:
    text = page(hostile())
    assert "&lt;/script&gt;" in text
    assert SCRIPT not in text
    assert FORMULA.replace('"', "&#34;").replace("'", "&#39;") in text


def test_hostile_words_of_a_document_are_shown_as_words(tmp_path: Path) -> None:
    case = Builder()
    document = case.document("a", "A", "NOR", "1996")
    passage = case.say(document, SCRIPT)
    case.add("reading", passage, question="why_failed", side="x", answer="An answer.")
    text = page(case.dossier(), hw.Library(case.library(tmp_path / "library")), "full")
    assert SCRIPT not in text
    assert Reader(text).elements["script"] == 2
    assert island(text)["passages"][0][-1] == SCRIPT  # type: ignore[index]


@pytest.mark.parametrize(("quotes", "shown"), [("none", None), ("short", 25), ("full", 40)])
def test_quotes_decide_how_many_words_of_a_document_are_shown(quotes: str, shown: int | None, tmp_path: Path) -> None:
    case = Builder()
    passage = case.say(case.document("a", "A", "NOR", "1996"), "word " * 39 + "end")
    case.add("reading", passage, question="why_failed", side="x", answer="An answer.")
    text = page(case.dossier(), hw.Library(case.library(tmp_path / "library")), quotes)
    words = [place[4] for place in island(text)["passages"] if len(place) > 4]  # type: ignore[arg-type, index]
    assert [len(each.split()) for each in words] == ([] if shown is None else [shown])


@pytest.mark.parametrize(("quotes", "beside"), [("short", []), ("full", ["They met.", "They parted."])])
def test_the_sentences_beside_a_passage_are_shown_where_all_is(quotes: str, beside: list[str], tmp_path: Path) -> None:
    case = Builder()
    document = case.document("a", "A", "NOR", "1996")
    case.say(document, "They met.")
    passage = case.say(document, "Half was offered.")
    case.say(document, "They parted.")
    case.add("reading", passage, question="why_failed", side="x", answer="An answer.")
    text = page(case.dossier(), hw.Library(case.library(tmp_path / "library")), quotes)
    (place,) = [each for each in island(text)["passages"] if each[4] == "Half was offered."]  # type: ignore[index]
    assert place[5:] == beside  # type: ignore[index]


def test_a_page_says_why_it_shows_the_place_alone(case: Builder, tmp_path: Path) -> None:
    held = hw.Library(case.library(tmp_path / "library"))
    (tmp_path / "empty").mkdir()
    for library, quotes, why in (
        (None, "short", "made without the documents' texts"),
        (held, "none", "shows no words of the documents"),
        (hw.Library(tmp_path / "empty"), "short", "made without the text of this document"),
    ):
        told = island(page(case.dossier(), library, quotes))["documents"]
        assert {why in each["silent"] for each in told} == {True}  # type: ignore[index]
    assert {each["silent"] for each in island(page(case.dossier(), held))["documents"]} == {""}  # type: ignore[index]


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_no_id_is_told_to_the_reader(name: str, request: pytest.FixtureRequest) -> None:
    """What is read of the page and of its other editions has no id of an entry, a term or an actor below a state."""
    dossier = japan_russia() if name == "built_in" else skerries().dossier()
    text = request.getfixturevalue(name)
    packed = re.findall(r'data-edition="[^"]*">([^<]*)</script>', text)
    shown = [text, *(gzip.decompress(base64.b64decode(each)).decode("utf-8") for each in packed)]
    ids = {entry.id for entry in dossier.entries} | {actor.id for actor in dossier.actors if "/" in actor.id}
    ids |= {term.id for term in (*dossier.case.variables, *dossier.case.measures)}
    ids |= {question.id for question in dossier.case.questions}
    telling = {id_ for id_ in ids if re.search("[-_/]", id_)}
    for each in shown:
        words = set(
            re.findall(r"[\w/-]+", re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", each, flags=re.S))
        )
        assert words & telling == set()


def test_without_a_library_no_words_of_the_documents_are_shown(small: str, case: Builder) -> None:
    assert all(sentence not in small for text in case.texts.values() for sentence in text.splitlines())


def test_page_of_one_case_has_no_word_of_another(small: str) -> None:
    words = {name.text for actor in japan_russia().actors for name in actor.names}
    assert {word for word in words if len(word) > 2 and re.search(rf"\b{re.escape(word)}\b", small)} == set()


def test_room_holds_no_proper_name_of_the_case() -> None:
    dossier = japan_russia()
    spoken = [*(actor.names for actor in dossier.actors), *(place.names for place in dossier.case.places)]
    names = {name.text for each in spoken for name in each}
    names -= {"United Kingdom"}  # the example of a name that takes an article
    written = [file for kind in ("py", "html", "js", "css") for file in ROOM.rglob(f"*.{kind}")]
    texts = {
        file.name: file.read_text(encoding="utf-8") for file in (*written, *(ROOM.parent / "wording").glob("*.py"))
    }
    found = {name for name in names if any(re.search(rf"\b{re.escape(name)}\b", text) for text in texts.values())}
    assert {name for name in found if len(name) > 2} == set()
    assert len(texts) > 30
    assert "Japan" in names


def test_side_that_no_document_speaks_for_is_named_at_the_top(small: str, case: Builder) -> None:
    assert "None is from" not in small
    north = page(case.dossier().from_documents(["north-1996"]))
    assert "None is from Suderland." in north
    assert north.index("None is from Suderland.") < north.index('id="timeline"')


def test_page_forbids_every_request(small: str) -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', small)
    assert found
    assert found[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in found[1]


def test_written_whole_or_not_at_all(case: Builder, tmp_path: Path) -> None:
    written = hw.report(case.dossier(), tmp_path / "report.html")
    assert written.path.stat().st_size == written.size
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]
    with pytest.raises(HikiwakeError, match="cannot be written"):
        hw.report(case.dossier(), tmp_path / "none" / "report.html")
    with pytest.raises(HikiwakeError, match="a folder; give the name of a file"):
        hw.report(case.dossier(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_wrong_words_are_refused_before_anything_is_written(case: Builder, tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match="none, short, full"):
        hw.report(case.dossier(), tmp_path / "report.html", quotes="some")
    with pytest.raises(LibraryError, match="no such folder"):
        hw.report(case.dossier(), tmp_path / "report.html", library=tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_steps_are_told_in_the_order_of_the_page(case: Builder) -> None:
    told: list[str] = []
    page(case.dossier(), step=told.append)
    others = [each.title for each in choices(case.dossier())]
    earlier = [f"{section.heading}, {title}" for title in others for section in SECTIONS]
    assert others and told == [section.heading for section in SECTIONS] + earlier


def test_notebooks_show_a_dossier_and_a_written_page(case: Builder, tmp_path: Path) -> None:
    assert "<table>" in case.dossier()._repr_html_()
    assert "report.html" in hw.report(case.dossier(), tmp_path / "report.html")._repr_html_()
