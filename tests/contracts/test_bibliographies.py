"""What every reader and writer of a bibliography promises; a new format is one line of ``FORMATS``."""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hikiwake.documents.bibliography import (
    FORMATS as WRITERS,
)
from hikiwake.documents.bibliography import (
    Bibliography,
    Reference,
    bibliography_text,
    faults,
    read_bibliography,
    reference_of,
)
from hikiwake.documents.bibliography.files import READERS
from hikiwake.documents.bibliography.names import OTHERS, body, person
from hikiwake.dossier.folder.citing import cite
from hikiwake.errors import BibliographyError, HikiwakeError
from tests.synthetic import skerries


@dataclass(frozen=True)
class Format:
    """A format: its ending, one entry by key and title, with or without a year, and how entries are put together."""

    ending: str
    entry: Callable[[str, str, str], str]
    together: Callable[[list[str]], str] = "\n".join


def _csl(key: str, title: str, year: str) -> str:
    issued = f', "issued": {{"date-parts": [[{year}]]}}' if year else ""
    return f'{{"id": "{key}", "title": "{title}", "author": [{{"literal": "World Bank"}}]{issued}}}'


def _bibtex(key: str, title: str, year: str) -> str:
    return f"@book{{{key}, title={{{title}}}, author={{{{World Bank}}}}{f', year={year}' if year else ''}}}"


def _ris(key: str, title: str, year: str) -> str:
    return f"TY  - BOOK\nID  - {key}\nTI  - {title}\nAU  - World Bank\n{f'PY  - {year}' if year else 'KW  - x'}\nER  - "


FORMATS = {
    "bibtex": Format(".bib", _bibtex),
    "ris": Format(".ris", _ris),
    "csl": Format(".json", _csl, lambda entries: "[" + ",\n".join(entries) + "]"),
}
HARD = (
    Reference("a", "report", "Fish & Chips: 50% of #1 {Reefs} cost $5_000 ~ ^ \\ 's' -- a", (), "R&D", "1995/1997"),
    Reference("b", "book", "Unpaired } here {", (body("Barnes and Noble"), OTHERS), "岩波書店", "2001-21", "ja"),
    Reference("c", "article", "'' `` --- é", (person("Berg", "Jan", "van der", "Jr."),), "J, of", "2004-06~", "", "https://e.org/~a--b_c?d;e"),
    Reference("d", "thesis", "海峡と島", (person("木村", "汎"), body("王毅"), body("Plato")), "", "0876"),
    Reference("e", "chapter", "T", (person("Lee", "Bruce", "", "III"), person("Çelik", "Ayşe")), "W", "1999/.."),
    Reference("f", "webpage", "T", (body("Ministry of Foreign Affairs, Republic of X"),), "W", "2018-12/2019-21"),
)  # fmt: skip


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    """Each format by its name."""
    return str(request.param)


def _read(tmp_path: Path, form: str, content: str | bytes) -> Bibliography:
    path = tmp_path / f"a{FORMATS[form].ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return read_bibliography(path)


def _text(form: str, *entries: tuple[str, str, str]) -> str:
    return FORMATS[form].together([FORMATS[form].entry(*entry) for entry in entries])


def test_every_format_is_here() -> None:
    """No reader and no writer without this contract."""
    assert set(FORMATS) == set(WRITERS)
    assert {each.ending for each in FORMATS.values()} | {".bibtex"} == set(READERS)


def test_reads_back_what_it_writes(tmp_path: Path, form: str) -> None:
    """Names as they are said, title, date, where it appeared, address; and writes the same again."""
    read = _read(tmp_path, form, bibliography_text(HARD, form))
    assert not read.left_out
    plain = [(r.key, r.kind, r.title, r.within, r.date, r.language, r.address) for r in read.references]
    assert plain == [(r.key, r.kind, r.title, r.within, r.date, r.language, r.address) for r in HARD]
    assert [list(map(str, r.authors)) for r in read.references] == [list(map(str, r.authors)) for r in HARD]
    assert [[bool(a.literal) for a in r.authors] for r in read.references] == [
        [bool(a.literal) for a in r.authors] for r in HARD
    ]
    assert bibliography_text(read.references, form) == bibliography_text(HARD, form)


def test_a_case_keeps_every_name_and_date(form: str, tmp_path: Path) -> None:
    """What a file says goes through the documents of a case and out again."""
    references = _read(tmp_path, form, bibliography_text(HARD, form)).references
    documents = cite(skerries().dossier(), references).added
    again = [reference_of(document) for document in documents]
    assert [(r.authors, r.title, r.date, r.address) for r in again] == [
        (r.authors, r.title, r.date, r.address) for r in references
    ]


@pytest.mark.parametrize("year", ["", "0000", "99999"])
def test_an_odd_entry_keeps_the_others(tmp_path: Path, form: str, year: str) -> None:
    """It is named with its key and its line; the others go in."""
    read = _read(tmp_path, form, _text(form, ("a", "First", "2001"), ("odd", "Second", year), ("c", "Third", "2003")))
    assert [reference.title for reference in read.references] == ["First", "Third"]
    (odd,) = read.left_out
    assert odd.entry in ("odd", "item 2")  # 0000 is no number of JSON, so that its item has no key
    assert odd.line > 1
    assert "0001 to 9999" in str(odd) or "not JSON" in str(odd)


def test_an_entry_without_title_keeps_the_others(tmp_path: Path, form: str) -> None:
    """The same for a title that is empty."""
    read = _read(tmp_path, form, _text(form, ("a", "First", "2001"), ("odd", "", "2002")))
    assert len(read.references) == 1
    assert "no title" in str(read.left_out[0])


@pytest.mark.parametrize("content", [b"", b"\n \n", codecs.BOM_UTF8])
def test_an_empty_file_is_an_error(tmp_path: Path, form: str, content: bytes) -> None:
    """Nothing to take over is said."""
    with pytest.raises(BibliographyError, match="nothing was taken over"):
        _read(tmp_path, form, content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_and_newlines(tmp_path: Path, form: str, encoding: str, newline: str) -> None:
    """A byte order mark, UTF-16 with its mark, and any newline are read."""
    text = _text(form, ("a", "Première", "2001"), ("b", "海峡", "2002")).replace("\n", newline)
    read = _read(tmp_path, form, text.encode(encoding))
    assert [reference.title for reference in read.references] == ["Première", "海峡"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le", "utf-32"])
def test_other_encodings_are_a_clear_error(tmp_path: Path, form: str, encoding: str) -> None:
    """The line, and what to save the file as."""
    with pytest.raises(BibliographyError, match=r":\d+: .*save the file as UTF-8|nothing was taken over"):
        _read(tmp_path, form, _text(form, ("a", "Première", "2001")).encode(encoding))


def test_bounds(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is too long leaves its entry out; a file that is too large is refused."""
    long = "x" * (faults.LONGEST_FIELD + 1)
    read = _read(tmp_path, form, _text(form, ("a", "First", "2001"), ("b", long, "2002")))
    assert [reference.title for reference in read.references] == ["First"]
    assert "100,001 characters" in str(read.left_out[0])
    monkeypatch.setattr("hikiwake.documents.bibliography.files.LARGEST_FILE", 10)
    with pytest.raises(BibliographyError, match="at most 10; split it"):
        _read(tmp_path, form, _text(form, ("a", "First", "2001")))


def test_more_entries_than_are_read_are_named(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones go in, and the line from which nothing is read is told."""
    for room in ("bibtex", "ris", "csl"):
        monkeypatch.setattr(f"hikiwake.documents.bibliography.{room}.MOST_ENTRIES", 2)
    read = _read(tmp_path, form, _text(form, *((f"k{each}", f"T {each}", "2001") for each in range(4))))
    assert len(read.references) == 2
    assert "more than 2 entries" in str(read.left_out[0]).replace("items", "entries")


SIGNS = [
    "{",
    "}",
    '"',
    "\\",
    ",",
    "@",
    "=",
    "#",
    "\n",
    "[",
    "]",
    "-",
    "~",
    ":",
    "'",
    "\ud800",
    "\0",
    "\u0085",
    "\u202e",
]
WORDS = ["null", "5", "true", "1e999", "and", "TY  - X", "ER", "@string{a=a#a}", "//", "0" * 30, "{" * 60, "[[[["]
SEEDS = [*SIGNS, *WORDS]


def test_hostile_files_give_no_other_error(tmp_path: Path, form: str) -> None:
    """300 files with words put in, taken out and doubled: each is read, or refused with a message."""
    whole = bibliography_text(HARD, form)
    for seed in range(300):
        chance = random.Random(seed)
        text = whole
        for _ in range(chance.randint(1, 8)):
            start = chance.randrange(len(text) + 1)
            end = min(len(text), start + chance.choice((0, 0, 1, 5, 40)))
            text = text[:start] + chance.choice((chance.choice(SEEDS), text[start:end] * 2, "")) + text[end:]
        try:
            read = _read(tmp_path, form, text)
        except HikiwakeError:
            continue
        cite(skerries().dossier(), read.references)
        str(read.left_out).encode()
        for other in FORMATS:
            bibliography_text(read.references, other).encode()
