"""Passages are found in the very text, and in another edition of it, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.documents import Library, Passage, digest, read_text, words
from hikiwake.documents.finding import Finder
from hikiwake.dossier import save
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import LibraryError
from tests.synthetic import skerries


def test_documents_are_found_by_their_text(tmp_path: Path) -> None:
    """File names do not matter: the text's hash does; every passage then stands at its offsets."""
    build = skerries()
    library = build.library(tmp_path / "library")
    (library / "north-1996.txt").rename(library / "renamed.txt")
    save(build.dossier(), tmp_path / "case")
    report = check_case(tmp_path / "case", library)
    assert not report.faults
    assert any("renamed.txt (by its text)" in note for note in report.notes)


def test_another_edition_is_found_by_its_words(tmp_path: Path) -> None:
    """Other line breaks and capitals do not hide a passage; the report says that it is another edition."""
    build = skerries()
    library = tmp_path / "library"
    library.mkdir()
    for name, text in build.texts.items():
        (library / f"{name}.md").write_text("PREFACE\n\n" + re.sub(" ", "\n", text.upper()), encoding="utf-8")
    save(build.dossier(), tmp_path / "case")
    report = check_case(tmp_path / "case", library)
    assert not report.faults
    assert sum("another edition" in note for note in report.notes) == 2


def test_a_changed_text_is_a_fault(tmp_path: Path) -> None:
    """Where another edition lacks the words of a passage, the passage is named."""
    build = skerries()
    library = build.library(tmp_path / "library")
    text = (library / "south-1997.txt").read_text(encoding="utf-8")
    (library / "south-1997.txt").write_text(text.replace("eleven", "twelve"), encoding="utf-8")
    save(build.dossier(), tmp_path / "case")
    faults = check_case(tmp_path / "case", library).faults
    assert len(faults) == 1
    assert faults[0].file == "passages.csv"


def test_a_wrong_digest_is_a_fault(tmp_path: Path) -> None:
    """A digest that does not match the text at the offsets is reported with its line."""
    build = skerries()
    save(build.dossier(), tmp_path / "case")
    passages = (tmp_path / "case" / "passages.csv").read_text(encoding="utf-8")
    first = build.passages[0].digest
    (tmp_path / "case" / "passages.csv").write_text(passages.replace(first, "0" * 16), encoding="utf-8")
    faults = check_case(tmp_path / "case", build.library(tmp_path / "library")).faults
    assert [(fault.line, fault.column) for fault in faults] == [(2, "digest")]


def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A library without a document is no fault of the case, but it is said."""
    build = skerries()
    library = build.library(tmp_path / "library")
    (library / "south-1997.txt").unlink()
    save(build.dossier(), tmp_path / "case")
    report = check_case(tmp_path / "case", library)
    assert not report.faults
    assert any("south-1997: not in the library" in note for note in report.notes)


UNREAD = {
    "bad.txt": (b"\xff\xfe\xff", "said to be utf-16-le"),
    "blank.txt": (b" \f\n_", "holds no text"),
    "page.html": (b"<p></p>", "holds no text"),
    "letter.DOCX": (b"PK", "not a Word document"),
    "book.EPUB": (b"PK", ".EPUB files are not read; save it as text or PDF"),
    "odd.pdf": (b"no pdf", "odd.pdf"),
}


@pytest.mark.parametrize("command", ["search", "report", "check"])
def test_every_command_names_what_it_could_not_read(tmp_path: Path, command: str) -> None:
    """So that "not in the documents" is never said without what was not read."""
    library = skerries().library(tmp_path / "library")
    for name, (content, _) in UNREAD.items():
        (library / name).write_bytes(content)
    save(skerries().dossier(), tmp_path / "case")
    words = {"search": ["Did the ministry protest?"], "report": [], "check": []}[command]
    where = ["--output", str(tmp_path / "r.html")] if command == "report" else []
    told = CliRunner().invoke(app, [command, *words, str(tmp_path / "case"), "--library", str(library), *where])
    assert told.exit_code == 0, told.output
    said = told.stderr.splitlines()
    for name, (_, reason) in UNREAD.items():
        assert any(name in line and reason in line for line in said), name


@pytest.mark.parametrize("command", ["search", "report", "check"])
def test_files_of_other_programs_that_are_not_read_are_named(tmp_path: Path, shared: Path, command: str) -> None:
    """A Word file, a web page, another encoding, an encrypted PDF and a scan."""
    library = shared / "cases" / "bibliographies_and_files" / "01-search-unreadable" / "libd"
    save(skerries().dossier(), tmp_path / "case")
    words = {"search": ["Did the ministry protest?"], "report": [], "check": []}[command]
    where = ["--output", str(tmp_path / "r.html")] if command == "report" else []
    told = CliRunner().invoke(app, [command, *words, str(tmp_path / "case"), "--library", str(library), *where])
    assert told.exit_code == 0, told.output
    not_read = [line for line in told.stderr.splitlines() if line.startswith("not read: ")]
    named = {line.split(": ")[1].rpartition("/")[2] for line in not_read}
    assert named == {"a.docx", "enc_user.pdf", "scan.pdf"}  # the first is no Word document
    assert "b.txt: not UTF-8: read as cp1252" in told.stderr + told.stdout
    assert command != "search" or "not in the documents" not in told.stdout


def test_unreadable_files_are_said_and_passed_over(tmp_path: Path) -> None:
    """A file that is not UTF-8, or no PDF, costs nothing but a note."""
    build = skerries()
    library = build.library(tmp_path / "library")
    (library / "bad.txt").write_bytes(b"\xff\xfe\xff")
    (library / "bad.pdf").write_bytes(b"no pdf")
    save(build.dossier(), tmp_path / "case")
    report = check_case(tmp_path / "case", library)
    assert not report.faults
    assert sum("bad." in fault for fault in report.unread) == 2
    assert set(report.unread) <= set(report.as_record()["notes"])


def test_a_link_out_of_the_library_is_not_followed(tmp_path: Path) -> None:
    """A file outside the folder is not read through a link."""
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", encoding="utf-8")
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    assert not Library(folder).texts


def test_no_library_is_refused(tmp_path: Path) -> None:
    """A folder that does not exist is said at once."""
    with pytest.raises(LibraryError, match="no such folder"):
        Library(tmp_path / "nowhere")


def test_the_nearest_of_equal_passages_is_taken() -> None:
    """Where the same words stand twice, the place nearest to the recorded one is meant."""
    text = "one two. " + "x " * 50 + "One two."
    passage = Passage("p", "d", len(text) - 6, len(text) + 2, None, 6, digest("one two"))
    assert Finder(text).find(passage) == (text.rindex("One"), len(text) - 1)
    assert Finder("three").find(passage) is None


def test_words_fold_case_width_and_marks() -> None:
    """Full-width letters, ligatures and capitals are the same words."""
    assert words("ＡＢＥ ﬁsh—Straße") == ["abe", "fish", "strasse"]


def test_every_passage_of_the_built_in_case_stands_in_its_document(shared: Path) -> None:
    """The built-in case, verified against the five documents themselves."""
    report = check_case("japan_russia", shared / "seeds")
    assert not report.faults
    assert sum("(by its text)" in note for note in report.notes) == 5


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    """The text of a PDF comes page by page; its passages are found as in another edition."""
    path = tmp_path / "essay.pdf"
    path.write_bytes(_pdf("The talks failed in 1992."))
    assert words(read_text(path)) == ["the", "talks", "failed", "in", "1992"]


def _pdf(line: str) -> bytes:
    """A PDF of one page with one line, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer
