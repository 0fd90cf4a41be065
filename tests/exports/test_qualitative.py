"""Projects of qualitative analysis: what is written is in the order of the published schema, and is read as it was.

The rules below are those of the schema (Project.xsd of 18 March 2019): which elements stand in which, in which order,
and which attributes each must have.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from hikiwake.documents import Library, text_hash
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.exports import export
from hikiwake.exports.qualitative.counting import PLAIN, Counting, Way, converter, plain, way_of
from hikiwake.exports.qualitative.of_dossier import project_of
from hikiwake.exports.qualitative.project import Code, Coding, Note, Project, Selection, Source, guid_of
from hikiwake.exports.qualitative.reading import read_project
from hikiwake.exports.qualitative.writing import CODEBOOK, PROJECT, codebook, packed
from tests.built_in import japan_russia
from tests.synthetic import skerries

INSIDE = {
    "Project": ("Users", "CodeBook", "Sources", "Notes", "Description"),
    "Users": ("User",),
    "CodeBook": ("Codes",),
    "Codes": ("Code",),
    "Code": ("Description", "NoteRef", "Code"),
    "Sources": ("TextSource",),
    "TextSource": ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"),
    "PlainTextSelection": ("Description", "Coding", "NoteRef"),
    "Coding": ("CodeRef", "NoteRef"),
    "Notes": ("Note",),
    "Note": ("Description", "PlainTextContent"),
}
NEEDED = {
    "Project": ("name",),
    "User": ("guid",),
    "Code": ("guid", "name", "isCodable"),
    "TextSource": ("guid",),
    "PlainTextSelection": ("guid", "startPosition", "endPosition"),
    "Coding": ("guid",),
    "Note": ("guid",),
    "CodeRef": ("targetGUID",),
    "NoteRef": ("targetGUID",),
}
FULL = ("Users", "Codes", "Sources", "Notes")  # which must not be empty
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
TEXTS = ("plain\n", "𠮷 and 😀 here\n", "a\r\nb\r\nc\r\n", "\ufeffcafe\u0301\r\n𠮷\r\n", "a\rb\n\r\nc")


def faults(root: Any, space: str) -> Iterator[str]:
    """What in a project or codebook is not as the schema has it."""
    ids: list[str] = []
    for node in root.iter():
        tag = node.tag.removeprefix(f"{{{space}}}")
        order = [INSIDE.get(tag, ()).index(each.tag.removeprefix(f"{{{space}}}")) for each in node]
        if order != sorted(order):
            yield f"{tag}: children out of order"
        if tag in FULL and not len(node):
            yield f"{tag}: empty"
        yield from (f"{tag}: no {name}" for name in NEEDED.get(tag, ()) if node.get(name) is None)
        named = {name: value for name, value in node.attrib.items() if name in ("guid", "targetGUID", "creatingUser")}
        yield from (f"{tag}: {name} {value}" for name, value in named.items() if not GUID.fullmatch(value))
        ids += [node.get("guid")] if node.get("guid") else []
    if len(ids) != len(set(ids)):
        yield "ids twice"
    refers = {node.get("targetGUID") for node in root.iter()} | {node.get("creatingUser") for node in root.iter()}
    yield from (f"refers to nothing: {each}" for each in refers - {None, *ids})


def qde(content: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return etree.fromstring(parts.read("project.qde"))


@pytest.mark.parametrize("dossier", [skerries().dossier(), japan_russia()], ids=["small", "built-in"])
def test_a_project_is_as_the_schema_has_it(dossier: Dossier) -> None:
    project = project_of(dossier)
    assert [*faults(qde(packed(project)), PROJECT)] == []
    assert [*faults(etree.fromstring(codebook(project)), CODEBOOK)] == []


def test_a_project_that_is_not_is_seen() -> None:
    root = qde(packed(project_of(skerries().dossier())))
    root.insert(0, root[-1])
    root[1].clear()
    assert {"Project: children out of order", "Users: empty"} <= {*faults(root, PROJECT)}


def sample(text: str | None) -> Project:
    codes = (Code(guid_of("a"), "Rivers & <lakes>", "Of water\nand 😀"),
             Code(guid_of("b"), "𠮷", "", False, guid_of("a")),
             Code(guid_of("c"), "cafe\u0301", within=guid_of("b")))  # fmt: skip
    selection = Selection(guid_of("s"), 2, 4, (Coding(guid_of("c"), guid_of("u")), Coding(guid_of("a"))), "first words",
                          "A memo: \"𠮷\" & 'so'", (guid_of("n"),))  # fmt: skip
    source = Source(guid_of("t"), "Letter <1>", text, "said", (selection,))
    notes = (Note(guid_of("n"), "title", "two\nlines, 😀", guid_of("u")),)
    return Project("Case & all", "Tester 1.0", ((guid_of("u"), "A coder"),), codes, (source,), notes, "What for?")


@pytest.mark.parametrize("text", [None, *map(plain, TEXTS)], ids=ascii)
def test_codes_passages_and_memos_are_read_as_they_were(tmp_path: Path, text: str | None) -> None:
    (tmp_path / "a.qdpx").write_bytes(packed(sample(text)))
    assert read_project(tmp_path / "a.qdpx") == sample(text)
    (tmp_path / "a.qdc").write_bytes(codebook(sample(text)))
    assert read_project(tmp_path / "a.qdc").codes == sample(text).codes


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("way", [Way(joined, units) for joined in (True, False) for units in (True, False)], ids=str)
def test_every_place_is_found_again_in_every_way_to_count(text: str, way: Way) -> None:
    """But for the places inside a line end or before the mark, at which nothing begins."""
    counting = Counting(text, way)
    inside = {at + 1 for at in range(len(text)) if text[at : at + 2] == "\r\n"} if way.joined else set()
    first = 1 if text.startswith("\ufeff") else 0
    places = [at for at in range(first, len(text) + 1) if at not in inside]
    assert [counting.place(counting.counted(at)) for at in places] == places


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_the_plain_text_is_counted_by_the_plain_count(text: str) -> None:
    counting = Counting(text, PLAIN)
    for at in range(len(text)):
        if text[at] not in "\r\n\ufeff":
            assert plain(text)[counting.counted(at)] == text[at]
    back = converter(plain(text), PLAIN, text)
    assert [text[back(at)] for at, sign in enumerate(plain(text)) if sign != "\n"] == [
        sign for sign in plain(text) if sign != "\n"
    ]


def test_without_any_evidence_the_standard_counts() -> None:
    assert way_of("a😀\r\nb", [], "") == Way(joined=False, utf16=False)
    assert way_of("ab", [], "NVivo") == Way(joined=False, utf16=True)


def test_texts_go_out_only_where_all_may_be_shown(tmp_path: Path) -> None:
    text = "\ufeffThe first 𠮷.\r\nThe second 😀.\r\n"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes(text.encode())
    dossier = skerries().dossier()
    first = dossier.documents[0]
    held = replace(first, sha256=text_hash(text), characters=len(text))
    dossier = replace(dossier, documents=(held, *dossier.documents[1:]))
    library = Library(tmp_path / "texts")
    for quotes, count in (("none", 0), ("short", 0), ("full", 1)):
        file = export(dossier, tmp_path / f"{quotes}.qdpx", "qdpx", library=library, quotes=quotes).files[0]
        texts = [each.text for each in read_project(file).sources if each.text is not None]
        assert texts == [plain(text)] * count


def test_a_quote_that_is_no_measure_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match="give one of none"):
        export(skerries().dossier(), tmp_path / "a.qdpx", "qdpx", quotes="some")
