"""A bibliography is taken into a case without losing what is there, and the same document is not added twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents import Library
from hikiwake.documents.bibliography import Reference, bibliography_text, reference_of, said_name
from hikiwake.dossier import load, save
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.citing import cite
from hikiwake.errors import BibliographyError, CaseError
from hikiwake.search import search
from tests.synthetic import skerries

BOOK = Reference("x", "book", "Distant Neighbors", (said_name("Hiroshi Kimura"),), "M. E. Sharpe", "2000")


def test_new_documents_are_added_and_the_old_stay() -> None:
    """Ids are author and year; a second one of that year gets a letter; the text is not held."""
    dossier = skerries().dossier()
    other = replace(BOOK, title="Another book")
    cited = cite(dossier, [BOOK, other, replace(BOOK, authors=(), title="Third", date="2000-03")])
    assert [document.id for document in cited.added] == ["kimura-2000", "kimura-2000b", "sharpe-2000"]
    assert cited.dossier.documents[: len(dossier.documents)] == dossier.documents
    assert replace(cited.dossier, documents=dossier.documents) == dossier
    first, _, third = cited.added
    assert (first.file, first.sha256, first.characters) == ("", "", 0)
    assert (third.written.precision, third.written.basis) == ("month", "written")


def test_the_same_document_is_not_added_twice() -> None:
    """Neither what the case has, nor what stands twice in the file; accents, case and protocol make no difference."""
    dossier = skerries().dossier()
    own = [reference_of(document) for document in dossier.documents]
    cited = cite(dossier, [*own, BOOK, replace(BOOK, key="y", title="DISTANT  neighbors!")])
    assert len(cited.added) == 1
    assert len(cited.known) == len(own) + 1
    at = replace(BOOK, address="https://www.example.org/a/")
    assert not cite(cite(dossier, [at]).dossier, [replace(at, date="2001", address="http://example.org/a")]).added


def test_a_case_with_documents_known_by_name_only_comes_back_and_passes_the_check(tmp_path: Path) -> None:
    """The folder's round trip stays exact; the check says that the text is not there."""
    cited = cite(skerries().dossier(), [BOOK, replace(BOOK, title="Bare", within="", language="")])
    save(cited.dossier, tmp_path / "case")
    assert load(tmp_path / "case") == cited.dossier
    report = check_case(tmp_path / "case", skerries().library(tmp_path / "library"))
    assert not report.faults
    assert any(note.startswith("kimura-2000: known by its bibliography only") for note in report.notes)
    assert search(cited.dossier, "half", Library(tmp_path / "library"))


def test_a_passage_cannot_stand_in_a_text_that_is_not_there(tmp_path: Path) -> None:
    """A passage in such a document is a fault, and so is a length without a hash."""
    cited = cite(skerries().dossier(), [BOOK]).dossier
    moved = (replace(cited.passages[0], document="kimura-2000"), *cited.passages[1:])
    save(replace(cited, passages=moved), tmp_path / "case")
    assert "at most 0" in str(check_case(tmp_path / "case").faults[0])
    save(cited, tmp_path / "case", force=True)
    text = (tmp_path / "case" / "documents.toml").read_text(encoding="utf-8")
    (tmp_path / "case" / "documents.toml").write_text(text.replace("characters = 0", "characters = 5"))
    assert check_case(tmp_path / "case").faults


def test_the_command(tmp_path: Path) -> None:
    """`cite` says what was added, changes nothing the second time, and leaves a bad file's case as it was."""
    folder, file = tmp_path / "case", tmp_path / "books.bib"
    save(skerries().dossier(), folder)
    file.write_text(bibliography_text([BOOK], "bibtex"), encoding="utf-8")
    run = CliRunner().invoke(app, ["cite", str(folder), str(file)], catch_exceptions=False)
    assert run.stdout.splitlines()[0] == "kimura-2000: Hiroshi Kimura (2000), Distant Neighbors"
    after = (folder / "documents.toml").read_bytes()
    assert "0 added, 1 known" in CliRunner().invoke(app, ["cite", str(folder), str(file)]).stdout
    file.write_text("@book{", encoding="utf-8")
    with pytest.raises(BibliographyError, match="nothing was taken over"):
        CliRunner().invoke(app, ["cite", str(folder), str(file)], catch_exceptions=False)
    assert (folder / "documents.toml").read_bytes() == after
    with pytest.raises(CaseError, match="a case folder of your own"):
        CliRunner().invoke(app, ["cite", "japan_russia", str(file)], catch_exceptions=False)


def test_documents_of_one_page_are_all_taken_in() -> None:
    """An address alone does not make two documents one; a DOI and the year do, however they are written."""
    page = replace(BOOK, title="White paper 2019", address="https://example.org/papers")
    other = replace(page, title="White paper 2020", date="2020")
    article = replace(BOOK, title="Reef law", address="https://doi.org/10.1/x")
    same = replace(article, title="Reef law: a study", address="https://doi.org/10.1/X")
    cited = cite(skerries().dossier(), [page, other, article, same])
    assert [document.title for document in cited.added] == ["White paper 2019", "White paper 2020", "Reef law"]
    assert cited.known == (same,)
