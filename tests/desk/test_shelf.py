"""The shelf: which cases it shows, and how one is made, opened and copied."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import hikiwake as hw
from hikiwake.desk import Desk
from hikiwake.dossier.folder.cases import own_library
from tests.built_in import caspian_sea, japan_russia
from tests.desk.conftest import Asked, asked

NEW = {"title": "The wells & the <river>", "question": "Who may draw?", "first": "UPL:Upland", "second": "LOW:Lowland"}


def test_an_empty_folder_shows_the_built_in_case_and_the_form(empty: Asked) -> None:
    page = empty.see("/")
    assert "There is no case here yet." in page
    assert japan_russia().case.question in page.replace("&#39;", "'")


def test_a_case_is_made_with_what_the_form_says_and_opened(empty: Asked) -> None:
    answer = empty.client.post("/new", data=NEW)
    assert answer.url.path == "/documents"
    made = hw.load(empty.desk.root / "the-wells-the-river")
    assert (made.case.title, made.case.question, made.case.dyad) == (NEW["title"], NEW["question"], ("UPL", "LOW"))
    assert "The wells &amp; the &lt;river&gt;" in empty.see("/")


def test_a_second_case_of_one_title_has_a_folder_of_its_own(empty: Asked) -> None:
    for _ in range(2):
        empty.client.post("/new", data=NEW)
    assert sorted(empty.desk.places()) == ["the-wells-the-river", "the-wells-the-river-2"]


def test_what_cannot_be_a_case_is_said_and_what_was_typed_stays(empty: Asked) -> None:
    for wrong in ({"second": ""}, {"folder": "../elsewhere"}, {"second": "upl:Upland"}):
        answer = empty.client.post("/new", data={**NEW, **wrong})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text and "Who may draw?" in answer.text
    assert list(empty.desk.root.iterdir()) == []


def test_only_cases_of_the_shelf_are_opened(water: Asked) -> None:
    answer = water.client.post("/open", data={"name": str(water.desk.root.parent)})
    assert answer.status_code == 422 and "no case of this shelf" in answer.text
    assert water.opened.name == "water"


def test_a_built_in_case_is_shown_and_copied_before_it_is_changed(empty: Asked) -> None:
    empty.desk.open("japan_russia")
    listed = empty.see("/documents")
    assert "Copy the case" in listed and "/documents/add" not in listed
    refused = empty.client.post(
        "/documents/add", data={"case": empty.opened.key}, files={"files": ("a.txt", b"A text.")}
    )
    assert refused.status_code == 422 and "comes with the program" in refused.text
    empty.client.post("/copy", data={"name": "japan_russia", "folder": "mine"}, follow_redirects=False)
    assert hw.load(empty.desk.root / "mine") == japan_russia()
    assert not empty.opened.read_only


def test_a_copy_has_the_texts_that_its_case_carries(empty: Asked) -> None:
    empty.client.post("/copy", data={"name": "caspian_sea", "folder": "sea"}, follow_redirects=False)
    copy, case = hw.load(empty.desk.root / "sea"), caspian_sea()
    assert copy == case
    library, own = own_library(copy), own_library(case)
    assert library and own and sorted(library.texts.values()) == sorted(own.texts.values())


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_shown(water: Asked) -> None:
    (water.desk.root / "broken").mkdir()
    (water.desk.root / "broken" / "case.toml").write_text("title = [")
    page = water.see("/")
    assert "hikiwake check broken" in page and ">Water<" in page


def test_a_folder_with_a_name_that_is_no_text_is_shown(water: Asked) -> None:
    odd = Path(os.fsdecode(os.fsencode(water.desk.root) + b"/odd\xff"))
    shutil.copytree(water.opened.folder, odd)
    assert "odd?" in water.see("/")


def test_without_an_open_case_its_views_lead_to_the_shelf(empty: Asked) -> None:
    for address in ("/case", "/documents", "/review"):
        assert empty.client.get(address).url.path == "/"


def test_a_form_that_was_shown_before_the_desk_was_started_again_opens_its_case_and_none_else(water: Asked) -> None:
    key = water.opened.key
    for other in ("0" * 12, "", key):
        again = asked(Desk(water.desk.root))
        answer = again.client.post("/seen", data={"case": other, "back": "/review"})
        assert (again.desk.opened is not None) == (other == key)
        assert answer.url.path == ("/review" if other == key else "/")
