"""Writing a brief: for print as HTML, or as a Word file with real footnotes; the ending of the path decides."""

from __future__ import annotations

from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.exports.word import word_file
from hikiwake.report.brief import Brief, brief_of, brief_page
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import Step
from hikiwake.report.whose import BRIEF
from hikiwake.report.writing import Written, placed, prepared


def brief(
    dossier: Dossier,
    path: Path | str,
    library: Library | Path | str | None = None,
    quotes: str = "short",
    step: Step | None = None,
    *,
    force: bool = False,
) -> Written:
    """Write the brief of a dossier: 6 to 8 pages for print (``.html``) or for Word (``.docx``), with numbered notes.

    ``library`` is the folder of the documents, from which a note shows at most 25 words, unless ``quotes`` is none.
    ``step`` is told the heading of each part as it is made.
    What stands at the path is replaced where it is a brief of the same case as the program wrote it, or with ``force``.
    Raises ``HikiwakeError`` for another ending or another word than none, short and full, ``StorageError`` where the
    file cannot be written or is something else, ``LibraryError`` where there is no such folder, ``CaseError`` for a
    case in whose models ``check`` finds a fault.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> hw.brief(hw.load("japan_russia").from_documents(["gandhi-2024"]), Path(mkdtemp()) / "brief.docx").path.name
    'brief.docx'
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise HikiwakeError(f"{target}: a brief is written for print or for Word; give a path that ends in "
                            f"{' or '.join(ENDINGS)}{_PRINTED if ending == '.pdf' else ''}")  # fmt: skip
    held = prepared(dossier, target, library)
    made = brief_of(Grounds(dossier, held, quotes), step)
    return placed(dossier, target, ENDINGS[ending](made), BRIEF, force=force)


def _printed(made: Brief) -> bytes:
    return brief_page(made).encode("utf-8")


_PRINTED = ", and print the former to PDF in a browser"
ENDINGS = {".html": _printed, ".docx": word_file}
