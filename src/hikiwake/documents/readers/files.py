"""Files that come in, of whatever kind: read within bounds, each with its text or fault.

A plain text in UTF-8 is read here; everything else in a process of its own (``apart``). What cannot be read is told
in one line, and the others go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hikiwake.documents.readers.apart import read_apart
from hikiwake.documents.readers.read import ReadText
from hikiwake.storage.incoming import UnreadError, content_of, refuse_unfit

PLAIN = (".txt", ".md", ".text")
RICH = (".pdf", ".docx", ".html", ".htm", ".xhtml", ".eml")
KINDS = (*PLAIN, *RICH)
_TEXTS = (
    ".doc",
    ".odt",
    ".rtf",
    ".epub",
    ".mht",
    ".mhtml",
    ".pages",
    ".djvu",
    ".tex",
    ".msg",
    ".wpd",
    ".mobi",
    ".fb2",
    ".ps",
)
_SLIDES = (".pptx", ".ppt", ".odp", ".key", ".xps")
SCANS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".bmp")
OTHER = (*_TEXTS, *_SLIDES, *SCANS)
LARGEST_FILE = 50_000_000  # bytes of a file that is not plain text
LARGEST_TEXT = 5_000_000  # bytes of a plain text: five thick books
MOST_PIECES = 150_000  # lines, and signs that may end a sentence
AT_ONCE = 200
_LETTER = re.compile(r"[^\W_]")


def read_files(paths: Sequence[Path]) -> Iterator[tuple[Path, ReadText]]:
    """Each file with its text or its fault, in the order of the paths; faults begin with the path."""
    for first in range(0, len(paths), AT_ONCE):
        batch = paths[first : first + AT_ONCE]
        read = {path: _read_here(path) for path in batch}
        read |= dict(read_apart([path for path, each in read.items() if each is None]))
        for path in batch:
            each = read[path] or ReadText(fault="not read")
            told = each if each.fault else _bounded(each)
            yield path, replace(told, fault=f"{path}: {told.fault}") if told.fault else told


def _read_here(path: Path) -> ReadText | None:
    """A plain text in UTF-8, or the fault of a file of any kind; nothing for one that is read apart, or in odd ways."""
    try:
        if path.suffix.lower() not in PLAIN:
            refuse_unfit(path, LARGEST_FILE)
            return None
        text = content_of(path, LARGEST_TEXT).decode("utf-8")
        return None if "\0" in text or "\x1b" in text else ReadText(text)
    except UnicodeDecodeError:
        return None
    except UnreadError as error:
        return ReadText(fault=str(error))


def _bounded(read: ReadText) -> ReadText:
    """A text that has letters, and no more lines and sentences than are read, or that fault."""
    if not _LETTER.search(read.text):
        return ReadText(fault="holds no text; a scan is read once its text was recognised")
    pieces = sum(map(read.text.count, "\n.!?…。！？"))
    if pieces > MOST_PIECES:
        fault = f"{pieces:,} lines and ends of sentences; texts of up to {MOST_PIECES:,} are read; split it"
        return ReadText(fault=fault)
    return read
