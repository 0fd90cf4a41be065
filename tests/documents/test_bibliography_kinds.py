"""Kinds of what bibliographies of other programs hold: each fault once seen is planted with others like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hikiwake.documents.bibliography import read_bibliography
from hikiwake.documents.bibliography.written_dates import read_date
from hikiwake.dossier.folder.citing import cite
from hikiwake.errors import BibliographyError
from tests.synthetic import skerries

RIS = "TY  - JOUR\n{lines}\nTI  - T\nPY  - 2020\nER  - \n"


def names(path: Path, content: str) -> list[str]:
    """The authors of the first entry of a file."""
    path.write_text(content, encoding="utf-8")
    return [str(author) for author in read_bibliography(path).references[0].authors]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AU  - Okta, Ann and Berg, Nils", ["Ann Okta", "Nils Berg"]),
        ("AU  - Okta, Ann & Nils Berg", ["Ann Okta", "Nils Berg"]),
        ("AU  - Ann Okta, Nils Berg, Eva Holm", ["Ann Okta", "Nils Berg", "Eva Holm"]),
        ("AU  - Okta, A.,Berg, N. J.", ["A. Okta", "N. J. Berg"]),
        ("AU  - Smith, John, III", ["John Smith, III"]),
        ("AU  - Okta, Ann (ed.)", ["Ann Okta"]),
        ("A4  - Berg, Nils", ["Nils Berg"]),
        ("AU  - Putin, V.", ["V. Putin"]),
        ("AU  - Lavrov, S; Putin, V", ["S Lavrov", "V Putin"]),
        ("AU  - Barnes and Noble", ["Barnes and Noble"]),
        ("AU  - García Márquez, Gabriel José", ["Gabriel José García Márquez"]),
        ("AU  - Holm, Eva, Dr, Head of Unit", ["Holm, Eva, Dr, Head of Unit"]),
        ("AU\u00a0\u00a0- Okta, Ann", ["Ann Okta"]),
    ],
)
def test_a_line_of_ris_is_read_as_its_names(tmp_path: Path, line: str, expected: list[str]) -> None:
    """What is plain is told apart; what is not stays as it stands, and no given name goes to another person."""
    assert names(tmp_path / "a.ris", RIS.format(lines=line)) == expected


@pytest.mark.parametrize("others", ["others", "et al.", "и др.", "ほか", "u. a.", "et autres", "等", "وآخرون"])
def test_who_is_not_named_is_no_person(tmp_path: Path, others: str) -> None:
    """In whatever language, and in every format; alone it is nobody."""
    bibtex = f"@book{{k, title={{T}}, author={{Okta, Ann and {others}}}, year=2000}}"
    item = {"title": "T", "author": [{"family": "Okta", "given": "Ann"}, {"literal": others}], "issued": "2000"}
    assert names(tmp_path / "a.bib", bibtex) == ["Ann Okta", "et al."]
    assert names(tmp_path / "a.ris", RIS.format(lines=f"AU  - Okta, Ann\nAU  - {others}")) == ["Ann Okta", "et al."]
    assert names(tmp_path / "a.json", json.dumps([item])) == ["Ann Okta", "et al."]
    assert names(tmp_path / "b.bib", bibtex.replace("Okta, Ann and ", "")) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"Jo\~{a}o Silva", "João Silva"),
        (r"{\=O}e, Kenzabur\={o}", "Kenzaburō Ōe"),
        (r"Dvo\v{r}\'ak, A", "A Dvořák"),
        (r"Nguy\~{\^e}n, V", "V Nguyễn"),
        (r"H\o{}eg, Peter", "Peter Høeg"),
        (r"{\'{E}}mile, J", "J Émile"),
    ],
)
def test_an_accent_of_tex_is_a_letter_of_the_name(tmp_path: Path, written: str, name: str) -> None:
    """The tilde of an accent is no blank."""
    assert names(tmp_path / "a.bib", f"@book{{k, title={{T}}, author={{{written}}}, year=2000}}") == [name]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("平成26年3月27日", "2014-03-27"),
        ("昭和31年10月", "1956-10"),
        ("令和元年", "2019"),
        ("平成30(2018)年", "2018"),
    ],
)
def test_years_of_an_era_are_read(written: str, date: str) -> None:
    assert read_date(written) == date


def test_a_year_that_an_era_has_not_is_told(tmp_path: Path) -> None:
    """With the words as they stand, and those of a CSL date too."""
    with pytest.raises(ValueError, match="平成 has no year 40"):
        read_date("平成40年")
    item = {"title": "T", "issued": {"literal": "平成のころ"}}
    (tmp_path / "a.json").write_text(json.dumps([item]), encoding="utf-8")
    with pytest.raises(BibliographyError, match="平成のころ"):
        read_bibliography(tmp_path / "a.json")


@pytest.mark.parametrize("title", ["\u200b", " \u2060\u00ad ", "\u202e"])
def test_a_title_of_unseen_signs_is_none(tmp_path: Path, title: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"title": title, "issued": "2000"}]), encoding="utf-8")
    with pytest.raises(BibliographyError, match="no title"):
        read_bibliography(tmp_path / "a.json")


@pytest.mark.parametrize("wrapped", ["{}", '{{"items": [{}], "total": 1}}', '\n{{"references":\n[{}]}}'])
def test_one_item_alone_and_a_list_under_a_name_are_read(tmp_path: Path, wrapped: str) -> None:
    """As registers of DOIs and libraries of references give them."""
    item = json.dumps({"title": "T", "author": [{"family": "Okta"}], "issued": {"date-parts": [[2000]]}})
    assert names(tmp_path / "a.json", wrapped.format(item)) == ["Okta"]


@pytest.mark.parametrize(
    ("first", "second", "added"),
    [
        ("year=2001, url={https://x.example/}", "year=2002, url={https://x.example/}", 2),
        ("date={2014-05-03}, url={https://x.example/1}", "date={2014-06-09}, url={https://x.example/2}", 2),
        ("date={2014-05-03}", "date={2014-05}", 1),
        ("date={2014-05-03}", "year=2014", 1),
        ("date={2014-05-03}, doi={10.1/x}", "date={2014-06-01}, doi={10.1/x}", 1),
        ("year=2014, doi={10.1/x}", "year=2015, doi={10.1/x}", 1),
    ],
)
def test_one_title_of_two_times_is_two_documents(tmp_path: Path, first: str, second: str, added: int) -> None:
    """The report of every year and the statements of a ministry are each kept; a DOI is of one document."""
    entries = (f"@misc{{{key}, title={{Annual report}}, author={{{{Ministry}}}}, {rest}}}" for key, rest in
               (("a", first), ("b", second)))  # fmt: skip
    (tmp_path / "a.bib").write_text("\n".join(entries), encoding="utf-8")
    found = cite(skerries().dossier(), read_bibliography(tmp_path / "a.bib").references)
    assert (len(found.added), len(found.known)) == (added, 2 - added)
