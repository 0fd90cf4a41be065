"""A document and the passages cited from it. The text stays with its owner: here are only places in it.

Offsets count characters (Unicode code points) of the stored text: for a plain text file the file decoded as UTF-8
without newline translation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents.pdf import read_pdfs
from hikiwake.errors import LibraryError
from hikiwake.periods import Period
from hikiwake.storage.incoming import UnreadError, content_of, refuse_unfit

LARGEST_FILE = 50_000_000  # bytes of a PDF
LARGEST_TEXT = 5_000_000  # bytes of a plain text: five thick books
MOST_PIECES = 150_000  # lines, and signs that may end a sentence


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

    @property
    def label(self) -> str:
        """The short name by which the document is cited: its author and year.

        >>> Document("a", "a.txt", "", 0, "t", "A. Author", "p", Period.parse("2020"), "en", year="2020").label
        'A. Author 2020'
        """
        return f"{self.author} {self.year or self.written.last.year}".strip()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: from ``start`` up to, not including, ``end``, with what is needed to find it again.

    letters: the number of its letters and digits, by which its digest was made
    words: only in a case of an earlier version, which has no ``letters`` (0) and another digest
    """

    id: str
    document: str
    start: int
    end: int
    page: int | None
    letters: int = 0
    digest: str = ""
    words: int | None = None


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
    text, fault = read_texts([path])[path]
    if fault:
        raise LibraryError(fault)
    return text


def read_texts(paths: Sequence[Path]) -> dict[Path, tuple[str, str]]:
    """For each file its stored text and what is wrong with it, of which one is empty; all PDFs are read together."""
    read = {path: _plain_text(path) for path in paths}
    pdfs = [path for path in paths if path.suffix.lower() == ".pdf" and not read[path][1]]
    for path, (text, fault) in read_pdfs(pdfs).items():
        read[path] = text, f"{path}: {fault}" if fault else ""
    return {path: _bounded(path, text) if text else ("", fault) for path, (text, fault) in read.items()}


def _bounded(path: Path, text: str) -> tuple[str, str]:
    """A text and no fault, or the fault that it has more lines and sentences than are read."""
    pieces = sum(map(text.count, "\n.!?…。！？"))
    if pieces > MOST_PIECES:
        return "", f"{path}: {pieces:,} lines and ends of sentences; texts of up to {MOST_PIECES:,} are read; split it"
    return text, ""


def _plain_text(path: Path) -> tuple[str, str]:
    """The text of a plain file, and what is wrong with a file of any kind."""
    try:
        if path.suffix.lower() == ".pdf":
            refuse_unfit(path, LARGEST_FILE)
            return "", ""
        return content_of(path, LARGEST_TEXT).decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return "", f"{path}: byte {error.start} is not UTF-8; save the document as UTF-8 text"
    except UnreadError as error:
        return "", f"{path}: {error}"
