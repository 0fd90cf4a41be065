"""What every format of export keeps to, whatever a dossier holds; a new format is one line in ``FORMATS``.

A format that promises to be read back has its reader in ``READERS``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.documents.bibliography import read_bibliography, reference_of
from hikiwake.dossier import Case, Dossier, Term
from hikiwake.dossier.folder.writing import case_files
from hikiwake.errors import HikiwakeError
from hikiwake.exports import FORMATS, export
from hikiwake.report.page import page
from tests.built_in import caspian_sea, japan_russia
from tests.synthetic import skerries

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\r=1+1")
MARKUP = ("<script>alert(1)</script>", "[x](javascript:alert(1))", "# head", "\\input{x} $a_b^c$ % & {", "]]>&amp;<!--")
CONTROL = ("bell \x07 end", "null \x00 end", "escape \x1b[31m end", "not a character \ufffe end")
TURNING = (
    "next line \x85 end",
    "single character \x9b31m end",
    "override \u202e end",
    "isolate \u2066 end",
    "line \u2028 end",
)
HALF = "half \ud800 end"
BINARY = ("png", "xlsx", "zip", "qdpx")
TEXTUAL = [form for form in FORMATS if form not in BINARY]
ENDINGS = {"xlsx": "xlsx", "zip": "zip"}  # of cases in one file; else json
READERS: dict[str, Callable[[Path], Any]] = {
    "csv": hw.load,
    "json": hw.load,
    "xlsx": hw.load,
    "zip": hw.load,
    "bibtex": read_bibliography,
    "ris": read_bibliography,
    "csl": read_bibliography,
}


def saying(words: str) -> Dossier:
    """The small dispute with the same words in a cell of every kind."""
    found = skerries().dossier()
    claims = tuple(
        replace(claim, summary=words, answer=claim.answer and f"{claim.answer} {words}") for claim in found.claims
    )
    case = replace(
        found.case,
        title=words,
        tables=tuple(replace(term, title=words) for term in found.case.tables),
        variables=tuple(replace(term, title=f"{term.title} {words}") for term in found.case.variables),
        eras=tuple(replace(era, title=words) for era in found.case.eras),
    )
    return replace(
        found,
        case=case,
        events=tuple(replace(event, summary=words) for event in found.events),
        claims=claims,
        positions=tuple(replace(position, stance=words) for position in found.positions),
        drivers=tuple(replace(driver, summary=words, holder=words) for driver in found.drivers),
        documents=tuple(replace(document, title=words) for document in found.documents),
    )


def contents(dossier: Dossier, form: str) -> list[tuple[str, bytes]]:
    """The files of a dossier in a format."""
    return list(FORMATS[form].files(dossier, None))


@cache
def made(name: str, form: str) -> list[tuple[str, bytes]]:
    """The files of one of the cases in a format, made once: some are drawn, which takes long."""
    return contents(CASES[name], form)


CASES = {
    "small": skerries().dossier(),
    "built-in": japan_russia(),
    "five parties": caspian_sea(),
    "empty": Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB"))),
    "markup": saying(" ".join(MARKUP)),
}


LARGE = ("built-in", "five parties")  # of these a PNG of every figure is long in the making; it is made of the SVG
PAIRS = [(name, form) for name in CASES for form in FORMATS if form != "png" or name not in LARGE]


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_the_same_dossier_gives_the_same_bytes(form: str, name: str) -> None:
    assert contents(CASES[name], form) == made(name, form)


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_names_are_names(form: str, name: str) -> None:
    """Relative, without a part that leads out; each once, also where a file system sees no case."""
    names = [name for name, _ in made(name, form)]
    for each in names:
        path = PurePosixPath(each)
        assert not path.is_absolute()
        assert all(re.fullmatch(r"[\w][\w .-]*", part) for part in path.parts), each
    assert len({each.casefold() for each in names}) == len(names)


@pytest.mark.parametrize("table", ["../../out", "a/b", "a\\b", "C:x", "", "x" * 300, "a\x00b", "."])
def test_hostile_ids_make_no_paths(form: str, table: str) -> None:
    """An id of a survey is part of a file's name only as far as it is one."""
    small = CASES["small"]
    claims = tuple(replace(claim, table=claim.table and table) for claim in small.claims)
    dossier = replace(small, claims=claims, case=replace(small.case, tables=(Term(table, "A table"),)))
    for name, _ in contents(dossier, form):
        assert ".." not in PurePosixPath(name).parts
        assert not set("\\:\0") & set(name)
        assert name.count("/") == (1 if name.startswith(("conflicts/", "packages/", "scenarios/")) else 0)
        assert len(name) < 200


def test_an_empty_dossier_is_exported(tmp_path: Path, form: str) -> None:
    exported = export(CASES["empty"], tmp_path / "out", form)
    assert exported.why().endswith("everything, no filter")
    assert [count for _, count in exported.counts if count] == []


def test_no_file_says_where_it_was_made(tmp_path: Path, form: str) -> None:
    """No absolute path of the machine, and no day of writing, in any file."""
    case = CASES["small" if form == "png" else "built-in"]
    for file in export(case, tmp_path / "out", form).files:
        content = file.read_bytes()
        for place in (tmp_path, Path(__file__).parent, Path.home()):
            if len(str(place)) > 5:
                assert str(place).encode() not in content


@pytest.mark.parametrize("words", [*FORMULAS, *MARKUP, *CONTROL], ids=ascii)
@pytest.mark.parametrize("form", TEXTUAL)
def test_hostile_words_are_written_and_are_utf_8(form: str, words: str) -> None:
    for _, content in contents(saying(words), form):
        content.decode("utf-8")


@pytest.mark.parametrize("words", CONTROL, ids=ascii)
@pytest.mark.parametrize("form", [form for form in TEXTUAL if form != "csv"])
def test_no_control_character_is_passed_on(form: str, words: str) -> None:
    """Only the case folder, which must give back what it was given, holds them."""
    for _, content in contents(saying(words), form):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", content.decode("utf-8"))


@pytest.mark.parametrize("words", TURNING, ids=ascii)
def test_no_sign_that_turns_or_breaks_a_line_reaches_people(words: str) -> None:
    """What Markdown and a page show is what stands there; a bibliography keeps what it was given."""
    written = [content for _, content in contents(saying(words), "markdown")]
    for content in (*written, page(saying(words)).encode("utf-8")):
        assert not re.search("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", content.decode("utf-8"))


@pytest.mark.parametrize("form", TEXTUAL)
def test_half_a_character_is_replaced_escaped_or_refused(form: str) -> None:
    """Never a file that is no UTF-8, and never a traceback."""
    try:
        found = contents(saying(HALF), form)
    except HikiwakeError as error:
        assert form == "csv"
        assert "lone surrogate" in str(error)
        return
    assert all(content.decode("utf-8") for _, content in found)


@pytest.mark.parametrize("words", FORMULAS, ids=ascii)
def test_no_cell_of_a_table_is_a_formula(form: str, words: str) -> None:
    """A spreadsheet calculates nothing, whatever it opens."""
    for name, content in contents(saying(words), form):
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
                assert not [cell for cell in row if len(cell) > 1 and re.match(r"[=@\t\r]|[+-](?![\d.]*$)", cell)]


@pytest.mark.parametrize("words", [*MARKUP, *FORMULAS], ids=ascii)
def test_no_markup_is_taken_from_the_record(form: str, words: str) -> None:
    """Words stand as words in XML and Markdown."""
    from xml.etree import ElementTree

    for name, content in contents(saying(words), form):
        text = content.decode("utf-8", "replace")
        if name.endswith((".svg", ".graphml", ".gexf", ".qdc")):
            tags = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(content).iter()}
            assert "script" not in tags
        if name.endswith(".md"):
            assert not re.search(r"(?<!\\)<\w|(?<!\\)\]\(", text)


@pytest.mark.parametrize("words", ["plain", *FORMULAS, *MARKUP], ids=ascii)
@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "zip"])
def test_a_case_is_read_back(tmp_path: Path, form: str, words: str) -> None:
    dossier = saying(words.strip())
    file = tmp_path / f"case.{ENDINGS.get(form, 'json')}"
    export(dossier, file, form)
    assert READERS[form](file) == dossier


@pytest.mark.parametrize(
    "words", ["𠮷 and 😀", "cafe\u0301", "a\r\nb", "_x0007_", "bell \x07", "1e5", "2013-06", "007"]
)
@pytest.mark.parametrize("form", ["xlsx", "zip"])
def test_a_packed_case_unpacks_to_the_bytes_of_the_folder(tmp_path: Path, form: str, words: str) -> None:
    dossier = saying(words)
    export(dossier, tmp_path / f"case.{form}", form)
    assert dict(case_files(hw.load(tmp_path / f"case.{form}"))) == dict(case_files(dossier))


@pytest.mark.parametrize("words", ["not a character \ufffe end", "null \x00 end"], ids=ascii)
def test_what_a_workbook_cannot_hold_is_refused_before_it_is_written(tmp_path: Path, words: str) -> None:
    with pytest.raises(HikiwakeError):
        export(saying(words), tmp_path / "case.xlsx", "xlsx")
    assert list(tmp_path.iterdir()) == []


def test_half_a_character_is_refused_before_a_json_case_is_written(tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match="expected text without lone surrogates; nothing was written"):
        export(saying(HALF), tmp_path / "case.json", "json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_a_bibliography_is_read_back(tmp_path: Path, form: str) -> None:
    ending = {"bibtex": "bib", "ris": "ris", "csl": "json"}[form]
    for dossier in (CASES["small"], CASES["built-in"]):
        path = export(dossier, tmp_path / f"{len(dossier.documents)}.{ending}", form, replacing=True).files[0]
        assert READERS[form](path).references == tuple(reference_of(document) for document in dossier.documents)
