"""Projects of other programs: their coded passages become proposals at the right characters, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

import hikiwake as hw
from hikiwake.coding.intake import read_into
from hikiwake.documents import Library
from hikiwake.dossier import new_case
from hikiwake.errors import CaseError
from hikiwake.exports import export
from hikiwake.exports.qualitative.project import Code, Coding, Note, Project, Selection, Source
from hikiwake.exports.qualitative.reading import read_project
from hikiwake.exports.qualitative.writing import codebook, packed
from hikiwake.taking import take
from hikiwake.taking.mapping import read_rules
from hikiwake.workbench import Span, Workbench
from tests.workbench.conftest import made

TEXT = "𠮷田 spoke of peace 😀 first.\r\nThe cafe\u0301 closed; trust was low.\r\nNothing came of the talks.\r\n"
SAID = ("peace", "trust was low", "Nothing came of the talks")


def guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def project(text: str, places: Iterable[tuple[int, int]], origin: str, *, named: bool = True) -> Project:
    """Three coded stretches of one text, as a program counts them."""
    codes = (
        Code(guid("causes"), "Causes", codable=False),
        Code(guid("trust"), "Trust", "How far", True, guid("causes")),
    )
    selections = tuple(
        Selection(guid(said), start, end, (Coding(guid("trust"), guid("anna")),), said[:9] + "..." if named else "",
                  "a memo", (guid("note"),) if said == "peace" else ())
        for said, (start, end) in zip(SAID, places, strict=True)
    )  # fmt: skip
    source = Source(guid("letter"), "Letter one", text, selections=selections)
    notes = (Note(guid("note"), "", "and a note", guid("anna")),)
    return Project("Talks", origin, ((guid("anna"), "First coder"),), codes, (source,), notes)


def points(text: str) -> list[tuple[int, int]]:
    """The stretches in code points of a text."""
    return [(text.index(said), text.index(said) + len(said)) for said in SAID]


def counted(text: str, *, joined: bool, units: bool) -> list[tuple[int, int]]:
    """The same as a program counts them: a line end once, or in units of UTF-16."""

    def count(place: int) -> int:
        before = text[:place].replace("\r\n", "\n") if joined else text[:place]
        return utf16(before) if units else len(before)

    return [(count(start), count(end)) for start, end in points(text)]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return new_case(tmp_path / "case")


def sent(tmp_path: Path, told: Project) -> Path:
    file = tmp_path / "talks.qdpx"
    file.write_bytes(packed(told))
    return file


@pytest.mark.parametrize("origin", ["QualCoder 3.5", "ATLAS.ti 23", "NVivo 14", "", "Some program"])
@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("units", [True, False])
def test_the_way_of_counting_is_found_by_the_words(
    case: Path, tmp_path: Path, origin: str, *, joined: bool, units: bool
) -> None:
    """Whatever program it is, and however it counts CR LF and characters beyond U+FFFF."""
    places = counted(TEXT, joined=joined, units=units)
    taken = take(case, sent(tmp_path, project(TEXT, places, origin)))
    assert len(taken.new) == 3, taken
    with Workbench(case) as bench:
        found = [each.proposal for each in bench.proposals()]
        stored = bench.texts_of([each.document for each in found])
    assert [stored[each.document][each.passages[0].start : each.passages[0].end] for each in found] == [*SAID]
    assert {*stored.values()} == {TEXT}


@pytest.mark.parametrize(
    ("origin", "joined", "units"),
    [("ATLAS.ti Windows", True, False), ("NVivo", False, True), ("QualCoder", False, False)],
)
def test_without_words_the_program_is_known_by_its_name(
    case: Path, tmp_path: Path, origin: str, *, joined: bool, units: bool
) -> None:
    places = counted(TEXT, joined=joined, units=units)
    take(case, sent(tmp_path, project(TEXT, places, origin, named=False)))
    with Workbench(case) as bench:
        found = [each.proposal.passages[0] for each in bench.proposals()]
    assert [(each.start, each.end) for each in found] == points(TEXT)


def test_a_code_becomes_a_reading_that_a_person_decides_on(case: Path, tmp_path: Path) -> None:
    take(case, sent(tmp_path, project(TEXT, points(TEXT), "QualCoder")))
    assert [*hw.load(case).entries] == []
    with Workbench(case) as bench:
        first = bench.proposals()[0]
        assert first.coder == "First coder"
        assert dict(first.proposal.cells) == {"question": "causes", "wording": "Causes", "side": "trust",
                                              "answer": "a memo and a note"}  # fmt: skip
        assert dict(first.proposal.why)["memo"] == "a memo\nand a note"
        bench.accept([first.id])
    (reading,) = hw.load(case).readings
    assert (reading.question, reading.side, reading.answer) == ("causes", "trust", "a memo and a note")
    assert hw.load(case).passage[reading.passages[0]].start == TEXT.index("peace")


def test_the_same_project_twice_is_once(case: Path, tmp_path: Path) -> None:
    file = sent(tmp_path, project(TEXT, points(TEXT), "QualCoder"))
    take(case, file)
    again = take(case, file)
    assert (again.new, again.known) == ([], 3)
    assert len(hw.load(case).documents) == 1


def test_a_table_says_what_codes_become(case: Path, tmp_path: Path) -> None:
    table = tmp_path / "codes.csv"
    table.write_text("code,kind,actor,on,verb\nTrust,position,AAA,talks,supports\n", "utf-8")
    take(case, sent(tmp_path, project(TEXT, points(TEXT), "QualCoder")), codes=read_rules(table))
    with Workbench(case) as bench:
        found = bench.proposals()[0].proposal
    assert found.kind == "position"
    assert dict(found.cells) == {"actor": "AAA", "on": "talks", "verb": "supports"}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("kind,code\n", "begins with code,kind"),
        ("code,kind\nTrust,belief\n", "codes.csv:2, kind: found 'belief', expected one of event, claim"),
        ("code,kind,colour\nTrust,claim,red\n", "found a cell of 'colour', expected cells of holder, subject"),
        ("", "begins with code,kind"),
        ("code,kind\nTrust\n", "codes.csv:2, kind: found '', expected one of event, claim"),
    ],
)
def test_a_table_at_fault_is_refused_with_its_place(tmp_path: Path, table: str, said: str) -> None:
    (tmp_path / "codes.csv").write_text(table, "utf-8")
    with pytest.raises(CaseError, match=said):
        read_rules(tmp_path / "codes.csv")


def test_a_codebook_is_listed(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "codes.qdc"
    file.write_bytes(codebook(project(TEXT, points(TEXT), "QualCoder")))
    taken = take(case, file)
    assert taken.new == ["Causes", "Causes / Trust: How far"]


def test_what_lies_beyond_a_text_is_told(case: Path, tmp_path: Path) -> None:
    places = [*points(TEXT)[:2], (900, 950)]
    taken = take(case, sent(tmp_path, project(TEXT, places, "QualCoder")))
    assert taken.left_out == ["Letter one: 900 to 950 lies beyond its text"]
    assert len(taken.new) == 2


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


QDE = packed(project(TEXT, points(TEXT), "X"))
with zipfile.ZipFile(io.BytesIO(QDE)) as _parts:
    XML = _parts.read("project.qde")
    TEXTS = {name: _parts.read(name) for name in _parts.namelist() if name != "project.qde"}
ENTITY = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><Project name='&b;'/>"
LAUGHS = b"<!DOCTYPE a [<!ENTITY b 'haha'><!ENTITY c '&b;&b;&b;&b;'>]><Project name='x'>&c;</Project>"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"project.qde": ENTITY}, "external entity|a declaration of a document type"),
        ({"project.qde": LAUGHS}, "a declaration of a document type"),
        ({"project.qde": LAUGHS.decode().encode("utf-16")}, "a declaration of a document type"),
        ({"project.qde": b"<Project"}, "no XML"),
        ({"project.qde": b"<Other/>"}, "<Other>, expected <Project>"),
        ({"project.qde": b"<a>" * 100_000}, "no XML"),
        ({"project.qde": XML, "../out.txt": b"x"}, "a file '../out.txt' in the archive"),
        ({"project.qde": XML, "/etc/x": b"x"}, "a file '/etc/x' in the archive"),
        ({"project.qde": XML, "C:\\x": b"x"}, "in the archive"),
        ({"project.qde": XML, "big": b"\0" * 30_000_000}, "300 times its size"),
        ({"project.qde": XML, **dict.fromkeys(TEXTS, b"\xff\xfe\xff")}, "not UTF-8"),
        ({"other.txt": b""}, "no project.qde"),
    ],
)
def test_hostile_projects_change_nothing(case: Path, tmp_path: Path, parts: dict[str, bytes], said: str) -> None:
    before = {path: path.read_bytes() for path in case.iterdir() if path.suffix in (".csv", ".toml")}
    with pytest.raises(CaseError, match=said):
        take(case, archive(tmp_path / "bad.qdpx", parts))
    assert {path: path.read_bytes() for path in before} == before
    assert not (tmp_path / "out.txt").exists()


def test_no_archive_is_told(case: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.qdpx").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(CaseError, match="no archive that can be read"):
        take(case, tmp_path / "bad.qdpx")


@pytest.mark.parametrize("place", ["absolute:///etc/hostname", "relative:///../x.txt", "internal://../../etc/x", ""])
def test_no_path_of_a_project_is_followed(case: Path, tmp_path: Path, place: str) -> None:
    name = next(iter(TEXTS)).removeprefix("sources/")
    xml = XML.replace(f"internal://{name}".encode(), place.encode())
    taken = take(case, archive(tmp_path / "elsewhere.qdpx", {"project.qde": xml, **TEXTS}))
    assert taken.new == []
    assert any("its text is" in each for each in taken.left_out)


def test_texts_and_places_come_back_to_the_same_case(tmp_path: Path) -> None:
    """Out with the texts, in again: nothing is new; with one more code on a passage, one proposal, where it stands."""
    text = "\ufeffA 𠮷 line.\r\nOn 4 July 2013 the Second side rejected the plan 😀.\r\nThe end.\r\n"
    water = made(tmp_path / "water")
    water.workbench.close()
    letter = tmp_path / "texts"
    letter.mkdir()
    (letter / "other.txt").write_bytes(text.encode())
    read_into([letter / "other.txt"], tmp_path / "water")
    with Workbench(tmp_path / "water") as bench:
        event = next(each for each in bench.proposals(kind="event", status="open") if each.coder == "rules")
        bench.accept([event.id])
        span = event.proposal.passages[0]
    dossier = hw.load(tmp_path / "water")
    file = export(dossier, tmp_path / "out.qdpx", "qdpx", library=Library(letter), quotes="full").files[0]
    taken = take(tmp_path / "water", file)
    assert taken.new == []
    back = read_project(file)
    source = next(each for each in back.sources if each.text and "𠮷" in each.text)
    (selection,) = source.selections
    assert source.text == text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert (source.text or "")[selection.start : selection.end].split() == text[span.start : span.end].split()
    more = Code(guid("new"), "Refusals")
    coded = replace(source, selections=(replace(selection, codings=(*selection.codings, Coding(more.guid))),))
    others = tuple(coded if each is source else each for each in back.sources)
    changed = replace(back, origin="QualCoder", codes=(*back.codes, more), sources=others)
    (tmp_path / "back.qdpx").write_bytes(packed(changed))
    assert len(take(tmp_path / "water", tmp_path / "back.qdpx").new) == 1
    with Workbench(tmp_path / "water") as bench:
        readings = [each.proposal for each in bench.proposals(kind="reading")]
    (found,) = [each for each in readings if dict(each.cells)["question"] == "coding"]
    assert found.passages == (Span(span.document, span.start, span.end),)
