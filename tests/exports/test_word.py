"""The Word file of a brief: sound as a package, its notes real footnotes, its words those of the brief."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import mammoth
import pytest
from lxml import html

from hikiwake.exports.word import word_file
from hikiwake.exports.word.chart import DISPUTED, LEFT, RIGHT, SHUT, SOME, shown
from hikiwake.report.brief import Brief, brief_of, brief_page
from hikiwake.report.brief.content import Chart, Clause, Heading, Note, Paragraph, Table
from hikiwake.report.grounds import Grounds
from tests.report.hostile import hostile
from tests.skerries_model import modelled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "]]> <w:p/> \x00\x07\x1b \u202eturned\u2066 &amp; \U0001f5fe \ud83d \ufffe <Application>hikiwake brief"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def trees(content: bytes) -> dict[str, ElementTree.Element]:
    return {name: ElementTree.fromstring(part) for name, part in parts(content).items()}


def said(brief: Brief) -> Iterator[str]:
    """The words of a brief in the order of a reader, without the chart."""
    yield from (brief.title, brief.question)
    for block in brief.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Table():
                yield from block.head
                yield from ("".join(clause.text for clause in cell) for row in block.rows for cell in row)


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def written(built_in_brief: Brief) -> bytes:
    return word_file(built_in_brief)


@pytest.fixture(scope="module")
def read(written: bytes) -> html.HtmlElement:
    """The file as mammoth reads it, the rows of the chart left out."""
    result = mammoth.convert_to_html(io.BytesIO(written))
    assert [each for each in result.messages if "paragraph style" not in each.message] == []
    return html.fromstring(f"<div>{result.value}</div>")


def test_every_part_is_well_formed_typed_and_reached(written: bytes) -> None:
    found = trees(written)
    types = found["[Content_Types].xml"]
    told = {each.get("PartName", "").lstrip("/") for each in types if each.tag.endswith("Override")}
    endings = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    assert told <= set(found)
    assert all(name in told or name.rpartition(".")[2] in endings for name in found)
    reached = set()
    for name in (name for name in found if name.endswith(".rels")):
        folder = PurePosixPath(name).parent.parent
        ids = [each.get("Id") for each in found[name]]
        assert len(ids) == len(set(ids)) > 0
        reached |= {str(folder / str(each.get("Target"))).removeprefix("./") for each in found[name]}
    assert reached == {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}


def test_notes_are_footnotes_each_referred_to_once_and_in_order(written: bytes, built_in_brief: Brief) -> None:
    found = trees(written)
    made = [each for each in found["word/footnotes.xml"] if f"{W}type" not in each.attrib]
    references = found["word/document.xml"].iter(f"{W}footnoteReference")
    numbers = [str(note.number) for note in built_in_brief.notes]
    assert [each.get(f"{W}id") for each in made] == [each.get(f"{W}id") for each in references] == numbers
    words = ["".join(text.text or "" for text in each.iter(f"{W}t")).strip() for each in made]
    assert words == [note.text for note in built_in_brief.notes]
    assert all(len([*each.iter(f"{W}footnoteRef")]) == 1 for each in made)


def test_every_style_that_is_used_is_there_and_headings_are_headings(written: bytes) -> None:
    found = trees(written)
    styles = {each.get(f"{W}styleId"): each for each in found["word/styles.xml"].iter(f"{W}style")}
    used = {each.get(f"{W}val") for name in ("document", "footnotes") for each in found[f"word/{name}.xml"].iter()
            if each.tag in (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}  # fmt: skip
    assert used <= set(styles)
    for level in (1, 2):
        style = styles[f"Heading{level}"]
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        assert name is not None and name.get(f"{W}val") == f"heading {level}"
        assert outline is not None and outline.get(f"{W}val") == str(level - 1)


def test_mammoth_reads_notes_and_headings(read: html.HtmlElement, built_in_brief: Brief) -> None:
    notes = read.xpath("//li[starts-with(@id, 'footnote-')]")
    assert [plain(each.text_content()).removesuffix(" ↑") for each in notes] == [
        plain(note.text) for note in built_in_brief.notes]  # fmt: skip
    told = [(int(each.tag[1]), each.text_content()) for each in read.xpath("//h1 | //h2")]
    assert told == [(each.level, each.text) for each in built_in_brief.blocks if isinstance(each, Heading)]


def test_the_words_are_those_of_the_page_for_print(read: html.HtmlElement, built_in_brief: Brief) -> None:
    expected = [plain(each) for each in said(built_in_brief)]
    (chart,) = [block for block in built_in_brief.blocks if isinstance(block, Chart)]
    page = html.fromstring(brief_page(built_in_brief))
    for mark in [*page.xpath("//a[@class='note'] | //figure | //ol[@class='notes']/..//h2[last()]"),
                 *page.xpath("//ol"), *read.xpath("//sup | //ol | //table[1]")]:  # fmt: skip
        mark.drop_tree()
    told = [plain(each.text_content()) for each in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or "
                                                              "self::p or self::th or self::td]")]  # fmt: skip
    assert told == expected
    lines = read.xpath("//h1 | //h2 | //p")
    word = [plain(each.text_content()).removeprefix("– ") for each in lines]
    aside = {f"{chart.columns}."}
    assert [each for each in word if each and each not in aside and not each.startswith("◧")] == expected


def test_the_chart_has_a_row_for_every_era_and_nothing_by_colour_alone(written: bytes, built_in_brief: Brief) -> None:
    (chart,) = [block for block in built_in_brief.blocks if isinstance(block, Chart)]
    table = next(trees(written)["word/document.xml"].iter(f"{W}tbl"))
    rows = [*table.iter(f"{W}tr")]
    assert len(rows) == len(chart.rows) + 2
    for era, row in zip(chart.rows, rows[2:], strict=True):
        cells = [*row.iter(f"{W}tc")]
        texts = ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in cells]
        assert texts[0] == era.when and len(cells) == chart.count + 2
        shaded = [bool([*cell.iter(f"{W}shd")]) for cell in cells[1:-1]]
        assert shaded == [bool(text) for text in texts[1:-1]]
        shared = {place for place, text in enumerate(texts[1:-1]) if text in "●◐" and text}
        assert shared == set(era.shared)


def test_a_cell_tells_how_far_each_side_comes(built_in_brief: Brief) -> None:
    (chart,) = [block for block in built_in_brief.blocks if isinstance(block, Chart)]
    seen = set()
    for era in chart.rows:
        for place in range(chart.count):
            sign, _ = shown(era, place, chart.count)
            seen.add(sign)
            if sign == LEFT:
                assert era.left.sure is not None and place <= era.left.sure
            if sign == RIGHT:
                assert era.right.sure is not None and place >= era.right.sure
            if sign == SHUT:
                assert era.left.refuses or era.right.refuses
    assert {LEFT, RIGHT, SOME, DISPUTED, SHUT, ""} <= seen


def test_the_same_brief_gives_the_same_bytes(written: bytes, built_in_brief: Brief) -> None:
    assert word_file(built_in_brief) == written
    other = replace(built_in_brief, title="Another")
    assert word_file(other) != written


def test_hostile_texts_are_texts() -> None:
    clause = Clause(HOSTILE, 1, strong=True)
    blocks = (Heading(HOSTILE), Paragraph((clause,), "item"), Table((HOSTILE,), (((Clause(HOSTILE),),),), (1,)))
    found = trees(word_file(Brief(HOSTILE, HOSTILE, "brief 0123456789abcdef", blocks, (Note(1, HOSTILE),))))
    shown_ = [text.text or "" for text in found["word/document.xml"].iter(f"{W}t")]
    cleaned = [text for text in shown_ if text != "– "]
    assert len(cleaned) == 6 and len(set(cleaned)) == 1
    assert cleaned[0].startswith("]]> <w:p/> ") and "\U0001f5fe" in cleaned[0]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]", cleaned[0])
    whole = word_file(brief_of(Grounds(replace(hostile(), conflicts=modelled().conflicts))))
    assert mammoth.extract_raw_text(io.BytesIO(whole)).value.count("<script>") > 0  # as words


def test_libreoffice_opens_it(written: bytes, built_in_brief: Brief, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("needs LibreOffice: `apt-get install libreoffice-writer`")
    (tmp_path / "brief.docx").write_bytes(written)
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([program, own, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path),
                    str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=180)  # fmt: skip
    with zipfile.ZipFile(tmp_path / "brief.odt") as archive:
        tree = ElementTree.fromstring(archive.read("content.xml"))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    bodies = [plain("".join(each.itertext())) for each in tree.iter(f"{text}note-body")]
    assert bodies == [plain(note.text) for note in built_in_brief.notes]
    headings = ["".join(part for part in each.itertext()) for each in tree.iter(f"{text}h")]
    assert headings == [each.text for each in built_in_brief.blocks if isinstance(each, Heading)]
