"""What else is fuzzed: files of documents, archives of them, and the workbench that they are read into."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import hikiwake as hw
from hikiwake.coding import propose
from hikiwake.documents.guessing import guess
from hikiwake.documents.readers import UnfitError, unpacked
from hikiwake.documents.readers.child import read_file
from hikiwake.documents.structure import notes, structure
from hikiwake.workbench import StoredText, Workbench, place_of
from tests.skerries_model import modelled

Read = Callable[[Path, bytes], object]
LONGEST = 20_000  # characters that are coded of one input
PAGES, CHARACTERS = 3_000, 5_000_000
ESSAY = """# The ferry talks

By N. Berg, 3 May 2019

In June 2013 Egypt and Ethiopia signed an agreement.[1] Egypt insists on its quota of 55 per cent because of the dam.

> We shall never yield.

| Year | Wells |
| 2012 | 14 |

[1] Note of the ministry, 6 May 2013.
"""
PAGE = f"""<html lang="en"><head><title>T</title><meta name="author" content="N. Berg"></head><body><nav>x</nav>
<article><h1>The ferry talks</h1><p>{ESSAY[30:200]}</p><blockquote>Never.</blockquote>
<table><tr><td>1</td><td>2</td></tr></table><ul><li>a</li></ul><pre>b</pre></article></body></html>"""
MAIL = b"""From: N. Berg <berg@example.org>\r
Subject: =?utf-8?q?Talks?=\r
Date: Fri, 3 May 2019 10:00:00 +0200\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary=x\r
\r
--x\r
Content-Type: text/plain; charset=utf-8\r
\r
Egypt rejected the plan in May 2013.\r
--x\r
Content-Type: text/html\r
Content-Transfer-Encoding: base64\r
\r
PHA+VGFsa3M8L3A+\r
--x--\r
"""
_WORD = "schemas.openxmlformats.org"


def file_readers(folder: Path) -> dict[str, tuple[list[bytes], Read]]:
    """Each reader of files by name: inputs that are right, and what is done with a changed one."""
    odd = [ESSAY.encode("utf-16"), "Переговоры сорваны, сообщило министерство.".encode("cp1251")]
    found: dict[str, tuple[list[bytes], Read]] = {
        "file.txt": ([ESSAY.encode(), *odd], _coded(".txt")),
        "file.html": ([PAGE.encode()], _coded(".html")),
        "file.docx": ([word(), word(zipfile.ZIP_STORED)], _coded(".docx")),
        "file.eml": ([MAIL], _coded(".eml")),
        "file.zip": ([archive()], _unpacked),
        "workbench": ([_workbench(folder)], _opened),
    }
    return found


def _coded(ending: str) -> Read:
    def read(place: Path, content: bytes) -> None:
        file = place / f"one{ending}"
        file.write_bytes(content)
        told = read_file(str(file), PAGES, CHARACTERS)
        text = told.text[:LONGEST]
        notes(text, structure(text))
        guess(text, file.name, told.says)
        propose("a", text)

    return read


def _unpacked(place: Path, content: bytes) -> None:
    file = place / "one.zip"
    file.write_bytes(content)
    try:
        with unpacked(file) as files:
            for each in files:
                read_file(str(each.path), PAGES, CHARACTERS)
    except UnfitError as error:
        if not str(error):
            raise


def word(pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document of one paragraph with a footnote."""
    content = io.BytesIO()
    space = f'xmlns:w="http{"://"}{_WORD}/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body><w:p><w:r><w:t>{ESSAY[30:200]}</w:t></w:r></w:p></w:body></w:document>"
    with zipfile.ZipFile(content, "w", pack) as parts:
        parts.writestr("[Content_Types].xml", f'<Types xmlns="http{"://"}{_WORD}/package/2006/content-types"/>')
        parts.writestr("word/document.xml", body)
    return content.getvalue()


def archive() -> bytes:
    """An archive of three documents."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        for name, each in (("a.txt", ESSAY.encode()), ("b/c.html", PAGE.encode()), ("d.eml", MAIL)):
            parts.writestr(name, each)
    return content.getvalue()


def _workbench(folder: Path) -> bytes:
    """A workbench with a text and what is proposed of it."""
    case = folder / "benched"
    hw.save(modelled(), case)
    with Workbench(case, create=True) as workbench:
        workbench.take([StoredText("note", "note.txt", "0" * 64, ESSAY)])
        workbench.take_in()
        workbench.propose(propose("note", ESSAY), "rules")
        workbench.reject([workbench.proposals()[0].id])
    return place_of(case).read_bytes()


def _opened(place: Path, content: bytes) -> None:
    case = place / "opened"
    if not case.exists():
        hw.save(modelled(), case)
    for ending in ("", "-wal", "-shm"):
        place_of(case).with_name(f"opened.hwb{ending}").unlink(missing_ok=True)
    place_of(case).write_bytes(content)
    with Workbench(case) as workbench:
        _ = workbench.texts, workbench.log, workbench.differences()
        open_ = [each.id for each in workbench.proposals(status="open")]
        workbench.reject(open_[:1])
        workbench.undo()
