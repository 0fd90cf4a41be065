"""Making a file for others: the page, the brief, or the case in a format; in a thread, since some take long."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hikiwake.desk.opened import OpenCase
from hikiwake.desk.page.making import TextsHeld
from hikiwake.desk.working import Work
from hikiwake.documents import Library
from hikiwake.dossier import Dossier, own_library
from hikiwake.errors import CaseError
from hikiwake.exports import FORMATS
from hikiwake.exports.archives import zipped
from hikiwake.exports.briefs import brief
from hikiwake.exports.exporting import contents_of
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.report.grounds import QUOTES
from hikiwake.report.page import page

PAGES = {"page": "html", "brief": "html", "brief-word": "docx"}
Steps = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: its name, which no path is part of, and its bytes."""

    name: str
    content: bytes


def make(opened: OpenCase, what: str, quotes: str, work: Work) -> Made:
    """Make a file of the case as it is now. Raises ``CaseError`` for what cannot be made."""
    if what not in (*PAGES, *FORMATS) or quotes not in QUOTES:
        raise CaseError(f"{what!a} with quotes {quotes!a}: no file that the desk makes")
    dossier = opened.dossier
    refuse_unsound(dossier)
    library, done = library_of(opened), count(1)
    name, content = _made(dossier, what, library, quotes, lambda _: work.told(next(done), 0))
    return Made(f"{_stem(opened)}{name}", content)


def library_of(opened: OpenCase) -> Library | None:
    """The texts that the workbench of a case holds; of one that may only be read those that it carries."""
    if opened.read_only:
        return own_library(opened.dossier)
    with opened.workbench() as bench:
        return TextsHeld(opened.folder, bench.texts_of(opened.dossier.document))


def _made(dossier: Dossier, what: str, library: Library | None, quotes: str, step: Steps) -> tuple[str, bytes]:
    """What is put after the name of the case, and the bytes."""
    if what == "page":
        return ".html", page(dossier, library, quotes, step).encode("utf-8", "replace")
    if what in PAGES:
        with TemporaryDirectory(prefix="hikiwake-") as scratch:
            file = Path(scratch) / f"brief.{PAGES[what]}"
            brief(dossier, file, library, quotes, step)
            return f"-{file.name}", file.read_bytes()
    contents = contents_of(dossier, what, library, quotes)
    if FORMATS[what].in_folder:
        return f"-{what}.zip", zipped(contents.items())
    ((name, content),) = contents.items()
    return f"-{name}", content


def _stem(opened: OpenCase) -> str:
    """The name of the case's folder as every system can write it."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", opened.name))[:60] or "case"
