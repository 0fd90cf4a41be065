"""Documents added by hand: what becomes of each file, what is guessed, and that nothing is added twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents import read_text, text_hash
from hikiwake.dossier import load, new_case
from hikiwake.dossier.entering.adding import Said, add_documents
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError, HikiwakeError
from tests.safety.folders import bibliography, folder_bytes, own_case
from tests.written_pdfs import written_pdf

ESSAY = (
    "# On Reefs\n\nBy Nora Berg\n\n5 March 2020\n\nThe ministry of the north protested. The talks of the bay ended.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A new case."""
    return new_case(tmp_path / "case")


def essay(folder: Path, name: str = "essay.txt", text: str = ESSAY) -> Path:
    """A file with a text."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_file_becomes_a_document(case: Path, tmp_path: Path) -> None:
    """With the hash and length of its stored text, and what its beginning tells."""
    file = essay(tmp_path)
    (added,) = add_documents(case, [file]).added
    (document,) = load(case).documents
    assert document == added.document and added.status == "added"
    assert (document.id, document.file, document.author) == ("berg-2020", "essay.txt", "Nora Berg")
    assert (document.title, document.language, str(document.written.start)) == ("On Reefs", "en", "2020-03-05")
    assert (document.sha256, document.characters) == (text_hash(ESSAY), len(ESSAY))
    assert not check_case(case, tmp_path).faults


def test_running_again_changes_nothing(case: Path, tmp_path: Path) -> None:
    """Also under another name, and by the folder that holds it; nothing is refused."""
    file = essay(tmp_path / "texts")
    add_documents(case, [file])
    before = folder_bytes(case)
    essay(tmp_path / "texts", "copy.txt")
    for paths in ([file], [tmp_path / "texts" / "copy.txt"], [tmp_path / "texts"], [file, file]):
        told = CliRunner().invoke(app, ["add", str(case), *map(str, paths)])
        assert told.exit_code == 0 and "known already as berg-2020" in told.stdout
    assert folder_bytes(case) == before


def test_comments_and_documents_that_stand_there_stay(tmp_path: Path) -> None:
    case = own_case(tmp_path)
    before = (case / "documents.toml").read_text(encoding="utf-8")
    add_documents(case, [essay(tmp_path / "texts")])
    assert (case / "documents.toml").read_text(encoding="utf-8").startswith(before)


def test_several_files_at_once(case: Path, tmp_path: Path) -> None:
    """Documents of one author and year have ids of their own; a PDF is read as its pages."""
    (tmp_path / "texts").mkdir()
    pages = [["Dues of 2019", "The ministry protested."], ["Next page"]]
    (tmp_path / "texts" / "a.pdf").write_bytes(written_pdf(pages))
    essay(tmp_path / "texts", "b.txt")
    essay(tmp_path / "texts", "c.md", ESSAY.replace("Reefs", "Shoals"))
    add_documents(case, [tmp_path / "texts"])
    documents = {document.file: document for document in load(case).documents}
    assert [documents[name].id for name in ("b.txt", "c.md")] == ["berg-2020", "berg-2020b"]
    assert documents["a.pdf"].sha256 == text_hash(read_text(tmp_path / "texts" / "a.pdf"))


def test_what_cannot_be_read_is_said_and_the_others_go_on(case: Path, tmp_path: Path, shared: Path) -> None:
    scan = shared / "cases" / "bibliographies_and_files" / "10-scan-without-text" / "scan.pdf"
    told = CliRunner().invoke(app, ["add", str(case), str(essay(tmp_path)), str(scan), str(tmp_path / "nowhere.txt")])
    assert told.exit_code == 0 and len(load(case).documents) == 1
    assert [line.rpartition("/")[2] for line in told.stderr.splitlines()] == [
        "scan.pdf: holds no text; a scan is read once its text was recognised",
        "nowhere.txt: found no such file, expected a file",
    ]
    assert CliRunner().invoke(app, ["add", str(case), str(scan)]).exit_code == 2


def test_a_document_of_the_bibliography_gets_its_text(case: Path, tmp_path: Path) -> None:
    """It is known by title, author and year, or by its id."""
    CliRunner().invoke(app, ["cite", str(case), str(bibliography(tmp_path, "a"))])
    (known,) = load(case).documents
    (added,) = add_documents(case, [essay(tmp_path)], Said(id=known.id)).added
    (document,) = load(case).documents
    assert added.status == "text added"
    assert (document.title, document.author, document.sha256) == (known.title, known.author, text_hash(ESSAY))


def test_another_text_under_a_known_name_is_not_taken_in(case: Path, tmp_path: Path) -> None:
    """Passages are cited from the text that the case knows; another id makes a document of its own."""
    add_documents(case, [essay(tmp_path)])
    before = folder_bytes(case)
    essay(tmp_path, text=ESSAY + "A later edition.\n")
    told = CliRunner().invoke(app, ["add", str(case), str(tmp_path / "essay.txt")])
    assert told.exit_code == 2 and "the case has berg-2020" in told.stdout and folder_bytes(case) == before
    add_documents(case, [tmp_path / "essay.txt"], Said(id="berg-2021"))
    assert [document.id for document in load(case).documents] == ["berg-2020", "berg-2021"]


def test_what_is_said_is_not_guessed(case: Path, tmp_path: Path) -> None:
    words = ["--title", "Reefs", "--author", "A. Lind; B. Moe", "--written", "2021-02", "--language", "sv"]
    told = CliRunner().invoke(app, ["add", str(case), str(essay(tmp_path)), *words, "--voice", "NOR", "--json"])
    (row,) = json.loads(told.stdout)
    assert row["guessed"] == [] and row["status"] == "added"
    (document,) = load(case).documents
    assert (document.title, document.author, document.language) == ("Reefs", "A. Lind; B. Moe", "sv")
    assert (document.id, document.voice, document.written.precision) == ("lind-2021", "NOR", "month")


@pytest.mark.parametrize(
    ("said", "words"),
    [(Said(written="soon"), "--written"), (Said(id="a/b"), "--id"), (Said(written="2020-13"), "2020-13")],
)
def test_what_cannot_be_meant_is_told(said: Said, words: str, case: Path, tmp_path: Path) -> None:
    before = folder_bytes(case)
    with pytest.raises(HikiwakeError, match=words):
        add_documents(case, [essay(tmp_path)], said)
    assert folder_bytes(case) == before


def test_one_title_is_not_that_of_two_files(case: Path, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="2 files"):
        add_documents(case, [essay(tmp_path), essay(tmp_path, "b.txt", "Other words.")], Said(title="One"))


def test_a_broken_list_of_documents_is_not_written_over(case: Path, tmp_path: Path) -> None:
    (case / "documents.toml").write_text("[[documents]]\nid = 3\n", encoding="utf-8")
    before = folder_bytes(case)
    with pytest.raises(CaseError, match=r"documents\.toml"):
        add_documents(case, [essay(tmp_path)])
    assert folder_bytes(case) == before


def test_a_text_without_a_date_is_about_as_old_as_what_it_tells_of(case: Path, tmp_path: Path) -> None:
    (added,) = add_documents(case, [essay(tmp_path, "x.txt", "The dues of 1990 and 1995.\n\nThey rose.")]).added
    assert (added.document.written.start.year, added.document.written.precision) == (1995, "approximate")


def test_a_text_without_any_date_is_about_as_old_as_its_file(case: Path, tmp_path: Path) -> None:
    (added,) = add_documents(case, [essay(tmp_path, "x.txt", "Words of the sea and of the bay.")]).added
    assert added.document.written.precision == "approximate" and "written" in added.guesses


def test_in_the_folder_of_a_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The case need not be named."""
    file = essay(tmp_path)
    monkeypatch.chdir(case)
    assert CliRunner().invoke(app, ["add", str(file)]).exit_code == 0
    assert len(load(case).documents) == 1
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(app, ["add", str(file)])
    assert told.exit_code == 2 and "give a case" in told.output
