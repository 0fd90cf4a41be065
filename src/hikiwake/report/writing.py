"""Writing the page: whole or not at all; only a page of the same case is replaced without being asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier, own_library
from hikiwake.dossier.counting import counted
from hikiwake.errors import HikiwakeError
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.report.page import Step, page
from hikiwake.report.whose import PAGE, same
from hikiwake.storage.writing import refuse_in_case, write_file

KINDS = ("documents", "events", "claims", "readings", "positions", "formulas", "drivers", "doubts")


@dataclass(frozen=True, slots=True)
class Written:
    """A page that was written: where, how many bytes, and how many entries of which kinds it holds."""

    path: Path
    size: int
    counts: tuple[tuple[str, int], ...]

    def _repr_html_(self) -> str:
        """A line with a link, for notebooks."""
        from html import escape

        path = escape(str(self.path), quote=True)
        return f'<p><a href="{path}">{path}</a> ({self.size / 1e6:.1f} MB)</p>'


def report(
    dossier: Dossier,
    path: Path | str,
    library: Library | Path | str | None = None,
    quotes: str = "short",
    step: Step | None = None,
    *,
    force: bool = False,
) -> Written:
    """Write the page of a dossier as one HTML file that needs nothing else.

    ``library`` is the folder of the documents, from which cited words are shown: none, at most 25 words of a
    passage (``short``), or all (``full``). ``step`` is told the heading of each section as it is made.
    What stands at the path is replaced where it is a page of the same case, or with ``force``. Raises
    ``HikiwakeError`` for another word than these or the path of a Word or PDF file, ``StorageError`` where the file
    cannot be written or is something else, ``LibraryError`` where there is no such folder, ``CaseError`` for a case in
    whose models ``check`` finds a fault.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> hw.report(hw.load("japan_russia").from_documents(["gandhi-2024"]), Path(mkdtemp()) / "report.html").path.name
    'report.html'
    """
    if Path(path).suffix.lower() in (".docx", ".pdf"):
        raise HikiwakeError(f"{path}: the page is HTML; give a path that ends in .html, or --brief for a Word file")
    held = prepared(dossier, Path(path), library)
    text = page(dossier, held, quotes, step).encode("utf-8")
    return placed(dossier, Path(path), text, PAGE, force=force)


def prepared(dossier: Dossier, path: Path, library: Library | Path | str | None) -> Library | None:
    """The library of what is about to be written; refuses a path inside a case, and a case with unsound models.

    Where none is given it is the one that the case carries.
    """
    refuse_in_case(path)
    refuse_unsound(dossier)
    if library is None:
        return own_library(dossier)
    return library if isinstance(library, Library) else Library(library)


def placed(dossier: Dossier, path: Path, content: bytes, kind: str, *, force: bool) -> Written:
    """Write a page of a kind; what stands there is replaced where it is one of that kind and of the same case."""
    write_file(path, content, ours=same(path, dossier.case, kind), force=force)
    found = counted(dossier)
    return Written(path, len(content), tuple((kind, found[kind]) for kind in KINDS))
