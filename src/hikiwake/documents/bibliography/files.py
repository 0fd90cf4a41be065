"""Bibliography files: which format a file has, and the one way to read and to write each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hikiwake.documents.bibliography.bibtex import bibtex_text, read_bibtex
from hikiwake.documents.bibliography.csl import csl_text, read_csl
from hikiwake.documents.bibliography.reference import Reference
from hikiwake.documents.bibliography.ris import read_ris, ris_text
from hikiwake.errors import BibliographyError
from hikiwake.periods import Period

FORMATS = {"bibtex": bibtex_text, "ris": ris_text, "csl": csl_text}
_READERS = {".bib": read_bibtex, ".bibtex": read_bibtex, ".ris": read_ris, ".json": read_csl}
LARGEST_FILE = 50_000_000


def bibliography_text(references: Iterable[Reference], form: str) -> str:
    """References as ``bibtex``, ``ris`` or ``csl``. Raises ``KeyError`` for another word."""
    return FORMATS[form](tuple(references))


def read_bibliography(path: Path | str) -> list[Reference]:
    """The references in a file: BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).

    Raises ``BibliographyError`` with the line of the first fault; nothing is half taken over.
    """
    file = Path(path)
    if file.suffix.casefold() not in _READERS:
        raise BibliographyError(f"{file}: not a bibliography by its name; give a .bib, .ris or .json file")
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise BibliographyError(f"{file}: more than {LARGEST_FILE:,} bytes; split it")
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise BibliographyError(f"{file}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BibliographyError(f"{file}:{line}: not UTF-8; save the file as UTF-8") from error
    found = _READERS[file.suffix.casefold()](text, str(file))
    if not found:
        raise BibliographyError(f"{file}: holds no entry; nothing was taken over")
    return [_dated(reference, str(file)) for reference in found]


def _dated(reference: Reference, file: str) -> Reference:
    """The reference, with a month and a day only where a calendar has them."""
    if reference.month is None:
        return replace(reference, day=None)
    try:
        Period.parse(reference.date)
    except ValueError as error:
        raise BibliographyError(
            f"{file}: {reference.key or reference.title}: {error}; nothing was taken over"
        ) from error
    return reference
