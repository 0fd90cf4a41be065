"""A document and the passages cited from it. The text stays with its owner: here are only places in it.

Offsets count characters (Unicode code points) of the stored text: for a plain text file the file decoded as UTF-8
without newline translation.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents.readers import read_files
from hikiwake.errors import LibraryError
from hikiwake.periods import Period


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

    Raises ``LibraryError`` for a file that is too large, holds no text, or cannot be read.
    """
    ((_, read),) = read_files([path])
    if read.fault:
        raise LibraryError(read.fault)
    return read.text
