"""Documents at the desk: files in, what was not read, what each of them is, and its text with its marks."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.desk.documents.marks import LONGEST_BLOCK, Mark, blocks
from tests.desk.conftest import Asked
from tests.workbench.conftest import SENTENCES, TEXT

Files = list[tuple[str, tuple[str, bytes]]]


def sent(water: Asked, files: Files) -> str:
    answer = water.client.post("/documents/add", data={"case": water.opened.key}, files=files)
    page = answer.text
    while "data-again" in page:
        page = water.see(f"/documents?{answer.url.query.decode()}")
    return html.unescape(page)


def test_files_are_read_and_what_cannot_be_is_said(water: Asked, root: Path) -> None:
    commission = (root / "examples" / "water" / "commission.txt").read_bytes()
    files = [("commission.txt", commission), ("photo.jpg", b"\xff\xd8"), ("..", b"x"), ("con.txt", b"words")]
    page = sent(water, [("files", each) for each in files])
    assert "1 document is new (joint-river-commission-2011)" in page
    assert page.index("Not read") < page.index("photo.jpg")
    assert "The Sella and its two banks" in page
    assert not list(water.desk.root.glob("**/*.txt"))


def test_two_files_of_one_name_are_two_documents(water: Asked) -> None:
    texts = [b"The first text tells of a dam.\n", b"The other text tells of a road.\n"]
    sent(water, [("files", ("folder/note.txt", text)) for text in texts])
    with water.opened.workbench() as bench:
        assert {text.encode() for text in bench.texts_of(each.id for each in bench.held).values()} >= set(texts)


def test_no_file_is_a_fault_that_is_told(water: Asked) -> None:
    assert "no file to read" in sent(water, [])


def test_what_is_said_of_a_document_is_corrected(water: Asked) -> None:
    form = water.see("/documents/letter-2015/bibliography")
    assert 'value="A commission"' in form and 'value="2015"' in form
    page = water.send(
        "/documents/letter-2015/correct", title="A <b>", author="The Board", written="2014-11", voice="BBB"
    )
    assert "A &lt;b&gt;" in page and "<b>" not in page.split("<main")[1].split('class="tags"')[0]
    document = hw.load(water.opened.folder).document["letter-2015"]
    assert (document.title, document.author, document.voice) == ("A <b>", "The Board", "BBB")
    assert (document.written.start.isoformat(), document.sha256) == (
        "2014-11-01",
        hw.load(water.opened.folder).documents[0].sha256,
    )


@pytest.mark.parametrize(("field", "value"), [("written", "soon"), ("kind", "rumour"), ("title", "")])
def test_what_no_document_can_be_is_refused_at_its_form(water: Asked, field: str, value: str) -> None:
    before = hw.load(water.opened.folder)
    fields = {"case": water.opened.key, "title": "A letter", "written": "2015", "kind": "report", field: value}
    answer = water.client.post("/documents/letter-2015/correct", data=fields)
    assert (
        answer.status_code == 422
        and 'role="alert"' in answer.text
        and f'value="{value}"' in answer.text + f'value="{value}"'
    )
    assert hw.load(water.opened.folder) == before


def plain(page: str) -> str:
    """The text that a browser has in the pane."""
    pane = page[page.index('id="text"') : page.index("<aside")]
    return html.unescape(
        "".join(re.findall(r'<div class="block"[^>]*>(.*?)</div>', re.sub(r"</?(?:mark|a)\b[^>]*>", "", pane), re.S))
    )


def test_the_text_is_whole_and_its_proposals_are_marked(water: Asked) -> None:
    page = water.see("/documents/letter-2015")
    assert plain(page) == TEXT
    assert page.count("<mark") == len(SENTENCES)
    assert "In June 2013 the First side and" in html.unescape(page)


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\n", "\n\nfirst", "𠮷 <b>&amp; 😀\x00", "one\fpage two\fthree", "\u202eevil"]
)
def test_every_character_of_a_text_is_shown(water: Asked, text: str) -> None:
    from hikiwake.workbench import StoredText

    with water.opened.workbench() as bench:
        bench.take([StoredText("letter-2015", "letter.txt", "x", text)])
    assert plain(water.see("/documents/letter-2015")) == re.sub("[\x00\u202e]", "\ufffd", text).replace("\f", "\n")


def test_accepted_passages_lead_to_their_entries(water: Asked) -> None:
    with water.opened.workbench() as bench:
        (entry,) = bench.accept([bench.proposals()[0].id])
    page = water.see("/documents/letter-2015")
    assert f'href="/case#{entry}"' in page and '<mark class="layer1 passage"' in page


def test_a_document_that_is_not_there_is_not_found(water: Asked) -> None:
    assert water.client.get("/documents/none").status_code == 404


def test_overlapping_marks_are_layers() -> None:
    marks = [
        Mark(0, 6, "a", "x"),
        Mark(2, 8, "b", "y"),
        Mark(2, 4, "c", "y"),
        Mark(8, 9, "d", "x"),
        Mark(9, 99, "e", "x"),
    ]
    (block,) = blocks("abcdefghij", marks)
    assert [(piece.text, [mark.id for mark in piece.marks], piece.begins) for piece in block.pieces] == [
        ("ab", ["a"], ("a",)),
        ("cd", ["a", "b", "c"], ("b", "c")),
        ("ef", ["a", "b"], ()),
        ("gh", ["b"], ()),
        ("i", ["d"], ("d",)),
        ("j", [], ()),
    ]


def test_blocks_are_pages_or_paragraphs_and_leave_nothing_out() -> None:
    paged = blocks("one\ftwo\f\fthree", [Mark(2, 6, "over", "x")])
    assert [(block.start, block.page) for block in paged] == [(0, 1), (4, 2), (8, 3), (9, 4)]
    assert [piece.begins for block in paged for piece in block.pieces if piece.marks] == [("over",), ()]
    long = "".join(f"line {number}\n" for number in range(2_000))
    found = blocks(long, [])
    assert len(found) > 2 and "".join(piece.text for block in found for piece in block.pieces) == long
    assert max(len(block.pieces[0].text) for block in found) < LONGEST_BLOCK + 20
