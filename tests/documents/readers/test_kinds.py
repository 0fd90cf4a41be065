"""Every kind of file becomes text whose parts can be told apart, with what the file says of itself."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest

from hikiwake.documents.readers import KINDS, ReadText, UnfitError, found_in, read_files, unpacked
from hikiwake.documents.readers.files import OTHER

ESSAY = """\
# The ferry talks

The ministry protested on 4 May 2013.[^1] Talks were off for a year.

> We shall never yield the harbour.

## What came after

| Year | Ferries |
|------|---------|
| 2012 | 14 |
| 2013 | 3 |

- One side waited.
- The other did not.

[^1]: Note of the ministry, 6 May 2013.
"""
PARTS = (
    "# The ferry talks",
    "The ministry protested on 4 May 2013.[1] Talks were off for a year.",
    "> We shall never yield the harbour.",
    "## What came after",
    "| 2012 | 14 |",
    "- The other did not.",
    "[1] Note of the ministry, 6 May 2013.",
)


def read(path: Path) -> ReadText:
    """What one file says."""
    ((found, text),) = read_files([path])
    assert found == path
    return text


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The essay as a file of another kind."""

    def convert(kind: str) -> Path:
        path = tmp_path_factory.mktemp("kinds") / f"essay.{kind}"
        about = ["--metadata=title=The ferry talks", "--metadata=author=N. Berg", "--standalone"]
        pypandoc.convert_text(ESSAY, kind, format="markdown", outputfile=str(path), extra_args=about)
        return path

    return convert


def test_a_word_document_keeps_headings_quotations_tables_and_footnotes(converted: Callable[[str], Path]) -> None:
    told = read(converted("docx"))
    assert not told.fault
    blocks = told.text.split("\n\n")
    for part in PARTS:
        assert any(part in block for block in blocks), (part, told.text)
    assert (told.says["title"], told.says["author"]) == ("The ferry talks", "N. Berg")


def test_a_web_page_keeps_its_parts_and_leaves_menus_out(tmp_path: Path) -> None:
    paragraph = "<p>The ministry protested on 4 May 2013 against the ferries, and talks were off for a year.</p>"
    page = tmp_path / "page.html"
    page.write_text(
        f"""<html lang="en-GB"><head><title>The ferry talks | Reef Institute</title>
        <meta name="author" content="N. Berg"><meta property="og:site_name" content="Reef Institute">
        <meta property="article:published_time" content="2019-05-03T10:00:00Z"><script>var x = "hidden";</script></head>
        <body><nav><a href="/">Home</a> <a href="/about">About</a></nav><article><h1>The ferry talks</h1>
        {paragraph * 3}<h2>After</h2><blockquote>We shall never yield the harbour.</blockquote>{paragraph}
        <table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2012</td><td>14</td></tr></table></article>
        <footer>All rights reserved</footer></body></html>""",
        encoding="utf-8",
    )
    told = read(page)
    assert told.text.count("The ministry protested") == 4
    assert "# The ferry talks" in told.text
    assert "> We shall never yield the harbour." in told.text
    assert "| 2012 | 14 |" in told.text
    assert "hidden" not in told.text and "About" not in told.text
    says = {"author": "N. Berg", "date": "2019-05-03", "publisher": "Reef Institute", "language": "en"}
    assert says.items() <= told.says.items()


@pytest.mark.parametrize(
    "page", ["<p>Talks ended.</p>", "Talks ended.", "<table><tr><td>Talks ended.</td></tr></table>"]
)
def test_a_part_of_a_page_is_read(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.htm").write_text(page, encoding="utf-8")
    assert "Talks ended." in read(tmp_path / "a.htm").text


def test_a_letter_says_who_wrote_it_when(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"From: Norland Mission <mission@example.org>\r\nTo: Reef Institute <reef@example.org>\r\n"
        b"Subject: =?utf-8?q?The_ferry_talks?=\r\nDate: Fri, 3 May 2019 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<p>Talks ended.</p>\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
        b'filename="map.pdf"\r\n\r\nxx\r\n--x--\r\n'
    )
    told = read(tmp_path / "a.eml")
    assert told.text.strip() == "Talks ended."
    assert told.says == {"kind": "letter", "title": "The ferry talks", "author": "Norland Mission",
                         "audience": "Reef Institute", "date": "2019-05-03"}  # fmt: skip
    assert "map.pdf" in told.notes[0]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8-sig", "The talks on Etorofu ended in May."),
        ("utf-16", "The talks on Etorofu ended in May."),
        ("utf-32", "The talks on Etorofu ended in May."),
        ("cp1252", "Die Gespräche über die Fähre führten zu größerer Verärgerung der Behörden."),
        ("cp1251", "Министерство заявило протест, и переговоры были прерваны на год."),
        ("koi8-r", "Министерство заявило протест, и переговоры были прерваны на год."),
        ("shift_jis", "外務省は抗議し、交渉は一年間中断された。北方領土の問題は残った。"),
        ("euc-jp", "外務省は抗議し、交渉は一年間中断された。北方領土の問題は残った。"),
    ],
)
def test_encodings_are_found_and_named(tmp_path: Path, encoding: str, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"{words}\n{words}\n".encode(encoding))
    told = read(tmp_path / "a.txt")
    assert told.text.lstrip("\ufeff") == f"{words}\n{words}\n"
    assert bool(told.notes) is (encoding != "utf-8-sig")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"\xff\xfe\x00", "utf-16"),
        ("a.txt", b"a\x00b\xff", "NUL"),
        ("a.txt", b" \n", "holds no text"),
        ("a.docx", b"PK\x03\x04 broken", "not a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        ("a.html", b"<html><body></body></html>", "holds no text"),
        ("a.eml", b"no headers here\n", "holds no text|not a letter"),
        ("a.pdf", b"no PDF", "not a PDF"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_the_name(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    import re

    (tmp_path / name).write_bytes(content)
    (tmp_path / "other.txt").write_text("Talks ended.", encoding="utf-8")
    told = dict(read_files([*found_in(tmp_path)]))
    fault = told[tmp_path / name].fault
    assert re.search(reason, fault), fault
    assert name in fault and "\n" not in fault
    assert told[tmp_path / "other.txt"].text == "Talks ended."


def bomb(path: Path, name: str, size: int) -> Path:
    """An archive of one part that unpacks to many zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, b"\0" * size)
    return path


@pytest.mark.parametrize("size", [20_000_000, 150_000_000])
def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path, size: int) -> None:
    assert "unpacks to more" in read(bomb(tmp_path / "a.docx", "word/document.xml", size)).fault
    with pytest.raises(UnfitError, match="unpacks to more"), unpacked(bomb(tmp_path / "a.zip", "a.txt", size)):
        pass


def test_an_archive_gives_its_documents_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as parts:
        for name in ("one.txt", "in/two.md", "../out.txt", "/top.txt", "x.exe", "inner.zip", "__MACOSX/one.txt"):
            parts.writestr(name, "Talks ended.")
    with unpacked(path) as files:
        read = [each for each in files if not each.fault]
        assert [each.name for each in read] == ["one.txt", "two.md"]
        assert {each.name for each in files if each.fault} == {"../out.txt", "/top.txt", "x.exe", "inner.zip"}
        assert all(each.path.is_relative_to(files[0].path.parent) for each in read)
        assert [text.text for _, text in read_files([each.path for each in read])] == ["Talks ended."] * 2
    assert not files[0].path.exists()


def test_hidden_files_and_links_out_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in" / ".git").mkdir(parents=True)
    for name in ("out.txt", "in/a.txt", "in/.b.txt", "in/.git/c.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    assert [path.name for path in found_in(tmp_path / "in")] == ["a.txt"]


def test_no_kind_is_both_read_and_not_read() -> None:
    assert not set(KINDS) & set(OTHER)
