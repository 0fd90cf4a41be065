"""Bibliography files: which format a file has, and the one way to read and to write each."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents.bibliography.bibtex import bibtex_text, read_bibtex
from hikiwake.documents.bibliography.csl import csl_text, read_csl
from hikiwake.documents.bibliography.faults import LARGEST_FILE, LeftOut
from hikiwake.documents.bibliography.reference import Reference
from hikiwake.documents.bibliography.ris import read_ris, ris_text
from hikiwake.errors import BibliographyError, Found
from hikiwake.storage.incoming import UnreadError, content_of

FORMATS = {"bibtex": bibtex_text, "ris": ris_text, "csl": csl_text}
READERS = {".bib": read_bibtex, ".bibtex": read_bibtex, ".ris": read_ris, ".json": read_csl}
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What a bibliography file holds: its references, and the entries that were left out, each with line and reason."""

    references: tuple[Reference, ...]
    left_out: tuple[LeftOut, ...] = ()


def bibliography_text(references: Iterable[Reference], form: str) -> str:
    """References as ``bibtex``, ``ris`` or ``csl``. Raises ``KeyError`` for another word."""
    return FORMATS[form](tuple(references))


def read_bibliography(path: Path | str) -> Bibliography:
    """What a file holds: BibTeX (.bib), RIS (.ris) or CSL-JSON (.json), in UTF-8 or, with its mark, UTF-16.

    Raises ``BibliographyError`` with the lines of the first faults where not one entry can be taken over.
    """
    file = Path(path)
    if file.suffix.casefold() not in READERS:
        raise BibliographyError(f"{file}: not a bibliography by its name; give a .bib, .ris or .json file")
    found, left = READERS[file.suffix.casefold()](_text(file), str(file))
    if not found and not left:
        raise BibliographyError(f"{file}: holds no entry; nothing was taken over")
    if not found:
        more = f"\nand {len(left) - _TOLD:,} more" if len(left) > _TOLD else ""
        told = "\n".join(str(each).removesuffix("; left out") for each in left[:_TOLD])
        places = (Found(file=each.file, line=each.line, column=each.entry, found=each.found, expected=each.expected)
                  for each in left)  # fmt: skip
        raise BibliographyError(f"{told}{more}; nothing was taken over", places)
    return Bibliography(tuple(found), tuple(left))


def _text(file: Path) -> str:
    try:
        content = content_of(file, LARGEST_FILE)
    except UnreadError as error:
        raise BibliographyError(f"{file}: cannot be read: {error}") from error
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BibliographyError(f"{file}:{line}: not UTF-8; save the file as UTF-8") from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise BibliographyError(f"{file}:{line}: holds NUL, so it is no text in UTF-8; save the file as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")
