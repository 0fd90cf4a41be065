"""A document and the passages cited from it. The text stays with its owner: here are only places in it.

Offsets count characters (Unicode code points) of the stored text: for a plain text file the file decoded as UTF-8
without newline translation.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from hikiwake.errors import LibraryError
from hikiwake.periods import Period

LARGEST_FILE = 50_000_000
MOST_PAGES = 3_000


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is, by whom and for whom, when it was written, and the hash by which its text is known.

    ``voice`` is the state that the author speaks from, ``institution`` where the author works, ``characters`` the
    length of the stored text. A document of which only the bibliography is known has no file, no hash, 0 characters.
    ``names`` has the authors as BibTeX writes them, where ``author`` does not say who is a body and who a person;
    ``issued`` the date of publication in EDTF (1995/1997, 2001-21, 1950~), where it is more than a day, month or year.
    """

    id: str
    file: str
    sha256: str
    characters: int
    title: str
    author: str
    publisher: str
    written: Period
    language: str
    voice: str = ""
    institution: str = ""
    standpoint: str = ""
    audience: str = ""
    kind: str = "report"
    year: str = ""
    address: str = ""
    extractor: str = "utf-8"
    names: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: from ``start`` up to, not including, ``end``, with what is needed to find it again."""

    id: str
    document: str
    start: int
    end: int
    page: int | None
    words: int
    digest: str


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hexadecimal: the hash by which a stored text is known.

    >>> text_hash("draw")[:8]
    '50f7becd'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_text(path: Path) -> str:
    """The stored text of a file: plain text as it stands, the pages of a PDF joined by form feeds.

    Raises ``LibraryError`` for a file that is too large, is not UTF-8, or is a PDF that cannot be read.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise LibraryError(f"{path}: {path.stat().st_size:,} bytes; documents of up to {LARGEST_FILE:,} bytes are read")
    if path.suffix.lower() == ".pdf":
        return _pdf_text(path)
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise LibraryError(f"{path}: byte {error.start} is not UTF-8; save the document as UTF-8 text") from error


def _pdf_text(path: Path) -> str:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise LibraryError(f"{path}: not a PDF that can be read ({error})") from error
    try:
        if len(pdf) > MOST_PAGES:
            raise LibraryError(f"{path}: {len(pdf)} pages; documents of up to {MOST_PAGES} pages are read")
        return "\f".join(_page_text(page) for page in pdf)
    finally:
        pdf.close()


def _page_text(page: object) -> str:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
