"""What goes out is read by other programs as it was meant: bibtexparser, pybtex, rispy and pandoc."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import pytest

from hikiwake.documents.bibliography import Author, Reference, bibliography_text
from hikiwake.documents.bibliography.names import OTHERS, body, person

DATES = ["2001", "2001-03", "2001-03-04", "1995/1997", "2001-21", "2004-06~", "2018-12/2019-21", "0876"]
AUTHORS = [
    (person("Berg", "Jan-Piet", "van der"),),
    (body("World Bank"), body("Barnes and Noble"), body("Ministry of Foreign Affairs, Republic of X")),
    (person("King", "Martin Luther", "", "Jr."), person("bin Abdullah", "Omar")),
    (person("木村", "汎"), body("王毅"), body("Plato")),
    (person("Иванов", "Иван Петрович"), person("Çelik", "Ayşe"), person("O'Neil", "Ann-Marie")),
    (person("Okta", "Ann"), OTHERS),
]
TITLES = [
    "Fish & Chips: 50% of #1 cost $5_000 ~ ^ \\ a -- b --- c",
    "{Reefs} and the USSR",
    "iPhone, \u201cquoted\u201d, 海峡と島 — Пролив и острова",
    "An Ærø–Łódź Ğ Ş İı ß Đ þ Straße",
]
ADDRESS = "https://example.org/~okta/a--b_c%20d?x=1&y=2;z#frag"
REFERENCES = tuple(
    Reference(f"k{number}", "report", TITLES[number % 4], AUTHORS[number % 6], "R&D Office", date, "en", ADDRESS)
    for number, date in enumerate(DATES)
)
Parts = tuple[str, str, str, str]


def _parts(author: Author) -> Parts:
    """Literal, given, family with its particle, suffix: what every program has a place for."""
    return author.literal, author.given, "" if author.literal else author.surname, author.suffix


def _csl_parts(name: dict[str, str]) -> Parts:
    particles = [name.get("dropping-particle", ""), name.get("non-dropping-particle", "")]
    family = " ".join(filter(None, [*particles, name.get("family", "")]))
    literal = name.get("literal", "")
    found = ("et al." if literal == "others" else literal, name.get("given", ""), family, name.get("suffix", ""))
    return tuple(part.replace("\u2019", "'") for part in found)  # type: ignore[return-value]


def _csl_date(issued: dict[str, Any]) -> tuple[list[list[int]], bool]:
    parts = [[int(part) for part in end] for end in issued["date-parts"]]
    if "season" in issued:
        parts[0].append(20 + int(issued["season"]))
    return parts, bool(issued.get("circa"))


def _date(date: str) -> tuple[list[list[int]], bool]:
    return [[int(part) for part in end.rstrip("~").split("-")] for end in date.split("/")], "~" in date


def _same(first: str, second: str) -> bool:
    plain = (re.sub(r"</?span[^>]*>", "", text).replace("\u2019", "'") for text in (first, second))
    return len({unicodedata.normalize("NFC", text) for text in plain}) == 1


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csljson"])
def test_pandoc(form: str) -> None:
    """Names with their parts, title, date, publisher and address, from BibTeX and from CSL-JSON."""
    pypandoc = pytest.importorskip("pypandoc", reason="pandoc reads what goes out; pip install pypandoc-binary")
    text = bibliography_text(REFERENCES, "csl" if form == "csljson" else "bibtex")
    items = {item["id"]: item for item in json.loads(pypandoc.convert_text(text, "csljson", format=form))}
    assert len(items) == len(REFERENCES)
    for reference in REFERENCES:
        item = items[reference.key]
        assert [_csl_parts(name) for name in item["author"]] == [_parts(author) for author in reference.authors]
        assert _same(item["title"], reference.title)
        if form != "csljson" or not re.search("-2[1-4]$", reference.date):
            assert _csl_date(item["issued"]) == _date(reference.date)
        assert (item["publisher"], item["URL"]) == (reference.within, reference.address)


def test_pandoc_reads_ris() -> None:
    """Persons, title, year, publisher and address; RIS as pandoc reads it has no bodies and no ranges."""
    pypandoc = pytest.importorskip("pypandoc", reason="pandoc reads what goes out; pip install pypandoc-binary")
    text = bibliography_text(REFERENCES, "ris")
    items = json.loads(pypandoc.convert_text(text, "csljson", format="ris"))
    assert len(items) == len(REFERENCES)
    for item, reference in zip(items, REFERENCES, strict=True):
        assert _same(item["title"], reference.title)
        assert _csl_date(item["issued"])[0][0][0] == reference.year
        assert (item["publisher"], item["URL"]) == (reference.within, reference.address)
        people = [author for author in reference.authors if not author.literal and not author.suffix]
        found = [_csl_parts(name) for name in item["author"]]
        assert all(_parts(author) in found for author in people)


def test_pybtex() -> None:
    """Persons in their parts, bodies in one piece, and the fields."""
    database = pytest.importorskip("pybtex.database")
    entries = database.parse_string(bibliography_text(REFERENCES, "bibtex"), "bibtex").entries
    assert list(entries) == [reference.key for reference in REFERENCES]
    for reference in REFERENCES:
        entry = entries[reference.key]
        assert [_pybtex_parts(one) for one in entry.persons["author"]] == [_parts(each) for each in reference.authors]
        assert entry.fields["url"] == reference.address
        assert int(entry.fields["year"]) == reference.year
        assert entry.fields.get("date", "") == reference.issued


def _pybtex_parts(one: Any) -> Parts:
    last = " ".join(one.last_names)
    if not (one.first_names or one.prelast_names):
        return ("et al." if last == "others" else last.strip("{}")), "", "", ""
    parts = (" ".join([*one.first_names, *one.middle_names]), " ".join([*one.prelast_names, last]))
    return "", parts[0].strip("{}"), re.sub("[{}]", "", parts[1]), " ".join(one.lineage_names)


def test_bibtexparser() -> None:
    """Every entry without a fault, with all its fields, and the address as it is."""
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(bibliography_text(REFERENCES, "bibtex"))
    assert not library.failed_blocks
    for entry, reference in zip(library.entries, REFERENCES, strict=True):
        assert (entry.key, entry["url"], int(entry["year"])) == (reference.key, reference.address, reference.year)
        assert entry["author"].count(" and ") >= len(reference.authors) - 1


def test_rispy() -> None:
    """Titles, names as RIS sorts them, dates and addresses."""
    rispy = pytest.importorskip("rispy")
    rows = rispy.loads(bibliography_text(REFERENCES, "ris").replace("\r\n", "\n"), delimiter_tags_mapping={})
    for row, reference in zip(rows, REFERENCES, strict=True):
        assert (row["title"], row["publisher"]) == (reference.title, reference.within)
        assert (int(row["year"]), row["urls"]) == (reference.year, [reference.address])
        assert row["authors"] == [
            author.literal.replace(",", ",,")
            if author.literal
            else ", ".join(filter(None, (author.surname, author.given, author.suffix)))
            for author in reference.authors
        ]
