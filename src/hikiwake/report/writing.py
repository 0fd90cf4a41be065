"""Writing the page: to a sibling first, then renamed, so that a reader never finds half of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.report.page import Step, page


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
) -> Written:
    """Write the page of a dossier as one HTML file that needs nothing else.

    ``library`` is the folder of the documents, from which cited words are shown: none, at most 25 words of a
    passage (``short``), or all (``full``). ``step`` is told the heading of each section as it is made.
    Raises ``HikiwakeError`` for another word than these or where the file cannot be written, ``LibraryError`` where
    there is no such folder.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> hw.report(hw.load("japan_russia"), Path(mkdtemp()) / "report.html").path.name
    'report.html'
    """
    held = library if library is None or isinstance(library, Library) else Library(library)
    text = page(dossier, held, quotes, step).encode("utf-8")
    store(Path(path), text)
    kinds = ("documents", "events", "claims", "readings", "positions", "formulas", "drivers", "doubts")
    return Written(Path(path), len(text), tuple((kind, len(getattr(dossier, kind))) for kind in kinds))


def store(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises ``HikiwakeError`` where it cannot be written."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True) if fresh.parent.is_dir() else None
        raise HikiwakeError(
            f"{path}: the page cannot be written there ({error.strerror}); give another file by --output"
        ) from error
