"""Bibliographies come back as they were written, whatever their words; bad files give one clear error with its line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hikiwake.documents.bibliography import (
    Author,
    Reference,
    bibliography_text,
    family_and_given,
    joined,
    read_bibliography,
    said_name,
)
from hikiwake.documents.bibliography.bibtex_names import names_of, names_text
from hikiwake.documents.bibliography.names import body, person
from hikiwake.documents.bibliography.written_dates import read_date
from hikiwake.errors import BibliographyError

ENDINGS = {"bibtex": ".bib", "ris": ".ris", "csl": ".json"}
KINDS = ("report", "article", "book", "chapter", "thesis", "webpage", "document")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=8)
HOSTILE = st.sampled_from(
    [
        "{",
        "}",
        "\\",
        "%",
        "$",
        "#",
        "_",
        "~",
        "^",
        "&",
        '"',
        "--",
        "---",
        "and",
        "@article{x,",
        ",",
        "TY -",
        "ER",
        "é",
        "北方領土",
        "\\'e",
    ]
)
PHRASE = st.lists(st.one_of(WORDS, HOSTILE), min_size=1, max_size=5).map(" ".join)
NAMES = ["Hiroshi Yamazoe", "James D.J. Brown", "Ludwig van Beethoven", "Ministry, Japan", "R and D Office", "NIDS"]
PARTS = st.text(st.sampled_from("AbcÉéñ'-йЖ木"), min_size=1, max_size=6).filter(str.isalpha)
AUTHOR = st.one_of(
    st.sampled_from(NAMES).map(said_name),
    PHRASE.map(body).filter(lambda each: each.literal != "" and each.literal != "et al."),
    st.builds(person, PARTS, PARTS, st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr.", "III"])),
)
DATES = ["0876", "1999", "2001-03", "2001-03-04", "1995/1997", "2001-21", "1999/..", "2004-06~", "2018-12/2019-21"]


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Any reference with words of any kind."""
    return Reference(
        draw(st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)),
        draw(st.sampled_from(KINDS)),
        draw(PHRASE),
        tuple(draw(st.lists(AUTHOR, max_size=3))),
        draw(PHRASE | st.just("")),
        draw(st.sampled_from(DATES)),
        draw(st.sampled_from(["", "en", "ja", "ru-RU"])),
        draw(st.sampled_from(["", "https://example.org/~a_b/c--d?x=1&y=%20;#z"])),
    )


def said(author: Author, form: str) -> Author:
    """An author as a format can have it: RIS has no particle apart from the family name, and no semicolon."""
    if form != "ris":
        return author
    literal = ", ".join(part.strip() for part in author.literal.replace(";", ",").split(",") if part.strip())
    return Author(literal, author.surname if not author.literal else "", author.given, "", author.suffix)


@pytest.mark.parametrize("form", ENDINGS)
@settings(deadline=None)
@given(found=st.lists(references(), min_size=1, max_size=3))
def test_what_is_written_comes_back(
    tmp_path_factory: pytest.TempPathFactory, form: str, found: list[Reference]
) -> None:
    """Every format carries every field, whatever signs stand in it."""
    path = tmp_path_factory.mktemp("bibliography") / f"references{ENDINGS[form]}"
    path.write_bytes(bibliography_text(found, form).encode())
    read = read_bibliography(path)
    assert not read.left_out
    for each, one in zip(read.references, found, strict=True):
        assert [said(author, form) for author in each.authors] == [said(author, form) for author in one.authors]
        assert replace(each, authors=()) == replace(one, authors=())


def test_bibtex_of_other_programs(tmp_path: Path) -> None:
    """Strings, joined values, quotes, accents, comments, dates in one field, editors, and a DOI for an address."""
    path = tmp_path / "zotero.bib"
    path.write_text(
        r"""% a comment
@string{rrs = "Revue " # {russe}}
@comment{nothing @article{no, title={no}}}
@Article{muller,
  author = "M{\"u}ller, J{\'e}r\^ome and {Institut f\"ur {\O}kologie} and Hiroshi Kimura",
  title = {On \emph{the} {K}urils -- a \& b},
  journal = rrs, date = {2011-05-04}, doi = {10.1000/x_y}
}
@inproceedings(late, title = "Late", editor = "Jo Doe", booktitle = {Talks}, year = 1999, month = feb # "", )
""",
        encoding="utf-8",
    )
    first, second = read_bibliography(path).references
    assert list(map(str, first.authors)) == ["Jérôme Müller", "Institut für Økologie", "Hiroshi Kimura"]
    assert first.title == "On the Kurils – a & b"
    assert (first.within, first.date, first.address) == ("Revue russe", "2011-05-04", "https://doi.org/10.1000/x_y")
    assert (second.kind, str(second.authors[0]), second.date) == ("chapter", "Jo Doe", "1999-02")


def test_ris_and_csl_of_other_programs(tmp_path: Path) -> None:
    """Values that go on in the next line, other tags, raw dates, particles."""
    ris = tmp_path / "a.ris"
    ris.write_bytes(
        b"\xef\xbb\xbfTY  - JOUR\r\nT1  - A long\r\n  title\r\nA1  - Doe, Jo\r\n"
        b"Y1  - 2001/03//\r\nDO  - 10.1/x\r\nER  - \r\n"
    )
    (found,) = read_bibliography(ris).references
    assert (found.title, str(found.authors[0]), found.date) == ("A long title", "Jo Doe", "2001-03")
    csl = tmp_path / "a.json"
    name = {"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}
    csl.write_text(json.dumps([{"title": "T", "issued": {"raw": "2001-03"}, "author": [name], "type": "post"}]))
    (found,) = read_bibliography(csl).references
    assert (str(found.authors[0]), found.year, found.kind) == ("L. van Beethoven", 2001, "webpage")


FAULTS = {
    "a.bib": [
        ("@book{a,\n title = {open", ":1: entry a: found 'Unexpectedly reached end of file'"),
        ("@book{a,\n title = {open\n}", ":1: entry a: found 'Unexpectedly reached end of file'"),
        ("@book{a,\n title = {T},\n year 2001\n}", ":1: entry a: found 'Expected a `=`"),
        ('@book{a,\n title = "open }\n}', ":1: entry a:"),
        ("@book{a, title = , }", ":1: entry a: no title"),
        ("@book a, title = {T}}", ":1: an entry: found '@book a"),
        ("\n@book{a, title = {T}}", ":2: entry a: no year"),
        ("\n@book{a, year = 2001}", ":2: entry a: no title"),
        ("no entry at all", "holds no entry"),
        ("@book{a, title={T}, year=2001, month=feb, day=30}", "that month has 28"),
        ("@book{a, title={T}, year=0000}", "entry a: year 0000 is outside 0001 to 9999"),
        ("@book{a, title={T}, date={-0044}}", "entry a: year -0044 is outside 0001 to 9999"),
        ("@book{a, title={T}, year={44 BC}}", "is outside 0001 to 9999"),
    ],
    "a.ris": [
        ("TI  - T\n", ":1: an entry: found 'TI  - T', expected a tag, as in 'TY  - BOOK'"),
        ("TY  - BOOK\nTY  - BOOK\n", ":1: an entry: no title"),
        ("nonsense\n", ":1: an entry: found 'nonsense', expected a tag"),
        ("TY  - BOOK\nPY  - 2001\nER  - \n", ":1: an entry: no title"),
        ("TY  - BOOK\nTI  - T\nPY  - 0000\nER  - \n", ":3: an entry: PY '0000': year 0000 is outside"),
        ("TY  - BOOK\nTI  - T\nDA  - soon\nER  - \n", "DA 'soon'"),
    ],
    "a.json": [
        ('[{"title": "T",\n}]', ":2: entry item 1: not JSON"),
        ('{"name": "T"}', "expected a list of items"),
        ('[{"title": "T"}]', "item 1: no date (issued)"),
        ('[{"title": "T", "issued": {"date-parts": [["x"]]}}]', "item 1: issued: date-parts 'x'"),
        ('[{"title": "T", "issued": {"raw": "soon"}}]', "soon"),
        ('[{"title": null, "issued": {"raw": "2001"}}]', "item 1: no title"),
        ('[{"title": "T", "issued": {"date-parts": [[12001]]}}]', "year 12001 is outside"),
        ("[" * 100_000, "nested too deeply"),
    ],
    "a.docx": [("x", "give a .bib, .ris or .json file")],
}


@pytest.mark.parametrize(
    ("name", "text", "message"), [(name, *fault) for name, faults in FAULTS.items() for fault in faults]
)
def test_bad_files_give_one_clear_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    """The error names the file, the line, what was found and what was expected."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BibliographyError) as caught:
        read_bibliography(tmp_path / name)
    assert name in str(caught.value)
    assert message in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """No file, and bytes that are no text."""
    with pytest.raises(BibliographyError, match="cannot be read"):
        read_bibliography(tmp_path / "none.bib")
    (tmp_path / "a.bib").write_bytes(b"@book{a,\n title = {\xff}}")
    with pytest.raises(BibliographyError, match=r"a.bib:2: not UTF-8"):
        read_bibliography(tmp_path / "a.bib")


@pytest.mark.parametrize("name", ["NIDS", "Ministry of Foreign Affairs", "a b", "Brown, James", "A B C D E", "X  Y"])
def test_what_is_no_plain_name_stays_whole(name: str) -> None:
    """Bodies, unusual spacing and lower case are not taken apart."""
    assert family_and_given(name) is None


DATES_IN_WORDS = {
    "1998/99": "1998/1999",
    "1998-99": "1998/1999",
    "1995--1997": "1995/1997",
    "between 1990 and 1995": "1990/1995",
    "1990s": "1990/1999",
    "March 2001/April 2002": "2001-03/2002-04",
    "5 Mar 2001 - 7 Mar 2001": "2001-03-05/2001-03-07",
    "c. 1950": "1950~",
    "1984?": "1984~",
    "Winter 2013/14": "2013",
    "15th Dec. 2019": "2019-12-15",
    "21 марта 2019": "2019-03-21",
    "2014年3月27日": "2014-03-27",
    "27.3.2014": "2014-03-27",
    "20140327": "2014-03-27",
    "03/27/2014": "2014-03-27",
    "03/04/2014": "2014",
    "2014, reprinted 2016": "2014",
    "2004-04-05T14:34:00": "2004-04-05",
    "1999/open": "1999/..",
    "1723~/1725": "1723~/1725~",
    "n.d.": None,
    "forthcoming": None,
}


@pytest.mark.parametrize(("text", "date"), DATES_IN_WORDS.items())
def test_dates_in_words(text: str, date: str | None) -> None:
    """As exact as the words are, and no more exact."""
    assert read_date(text) == date


AUTHORS_OF_BIBTEX = {
    "Okta, Ann and others": "Ann Okta et al.",
    "Holm, K. A. and {others}": "K. A. Holm et al.",
    "van den Berg, Jr., Piet and Strauss, Jr, Levi": "Piet van den Berg, Jr.; Levi Strauss, Jr",
    "Martin Luther King, Jr. and Sammy Davis Jr.": "Martin Luther King, Jr.; Sammy Davis, Jr.",
    "{\\'E}mile Zol{\\'a} and {United Nations}": "Émile Zolá; United Nations",
    "World Bank and Ministry of Foreign Affairs": "World Bank; Ministry of Foreign Affairs",
    "Barnes {and} Noble, Inc.": "Barnes and Noble, Inc.",
    "木村, 汎 and 山田 太郎": "木村 汎; 山田 太郎",
    "von und zu Liechtenstein, Hans-Adam": "Hans-Adam von und zu Liechtenstein",
}


@pytest.mark.parametrize(("value", "said"), AUTHORS_OF_BIBTEX.items())
def test_names_of_bibtex(value: str, said: str) -> None:
    """Bodies, particles, suffixes, those not named, and names that begin with the family name."""
    assert joined(names_of(value)) == said
    assert names_of(names_text(names_of(value))) == names_of(value)


AUTHORS_OF_RIS = {
    "Sund-Cordón, Pedro J.; Berg, Maria": "Pedro J. Sund-Cordón; Maria Berg",
    "Berg, Mary Jane,": "Mary Jane Berg",
    "Ministry of Foreign Affairs,": "Ministry of Foreign Affairs",
    "University of X, Department of Y": "University of X, Department of Y",
    "Ministry,, Japan": "Ministry, Japan",
    "King, Martin Luther, Jr.": "Martin Luther King, Jr.",
    "King, Jr., Martin Luther": "Martin Luther King, Jr.",
}


@pytest.mark.parametrize(("line", "said"), AUTHORS_OF_RIS.items())
def test_author_lines_of_ris(tmp_path: Path, line: str, said: str) -> None:
    """One or several in a line, persons and bodies."""
    path = tmp_path / "a.ris"
    path.write_text(f"1.\nTY  - BOOK\nTI  - T\nAU  - {line}\nDA  - Mar 5\nPY  - 2001\nER", encoding="utf-8")
    (found,) = read_bibliography(path).references
    assert (joined(found.authors), found.date) == (said, "2001-03-05")


def test_what_stands_in_another_entry_is_taken_from_there(tmp_path: Path) -> None:
    """From crossref and xdata, before or after, and a date of one's own is not mixed with theirs."""
    path = tmp_path / "a.bib"
    path.write_text(
        "@xdata{x, publisher={P}, year=2003}\n@book{a, title={One}, xdata={y, x}}\n"
        "@inproceedings{b, title={Two}, crossref={p}, month=jul}\n@inbook{c, title={Three}, crossref={p}, year=1990}\n"
        "@proceedings{p, title={Whole}, date={1985-02}, editor={Berg, N}}\n@book{d, title={Four}, crossref={d}}\n",
        encoding="utf-8",
    )
    read = read_bibliography(path)
    told = [(reference.title, reference.within, reference.date) for reference in read.references]
    assert told[:2] == [("One", "P", "2003"), ("Two", "Whole", "1985-07")]
    assert told[2:] == [("Three", "Whole", "1990"), ("Whole", "", "1985-02")]
    assert [(odd.entry, odd.line) for odd in read.left_out] == [("d", 6)]
