"""Filling in what can be derived: ``check --fix``. What cannot be derived is never touched, and told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hikiwake.dossier.entering.derived import mend_mentions, mend_periods
from hikiwake.dossier.entering.documents_held import mend_documents
from hikiwake.dossier.entering.files import files_of
from hikiwake.dossier.entering.held import Held
from hikiwake.dossier.entering.mended import Mended
from hikiwake.dossier.entering.passages_again import mend_passages
from hikiwake.dossier.entering.quotes import mend_quotes


def fix_case(case: str | Path, library: Sequence[Path] = ()) -> Mended:
    """Fill in what a case lacks and what follows from the rest of it, and from the documents in some folders.

    Only cells that are empty are filled, and digests of an earlier version brought up; every other byte of the files
    stays. All is written, or nothing. Raises ``CaseError`` where there is no case folder, ``LibraryError`` where there
    is no such library, and ``StorageError`` where it cannot be written.
    """
    held = Held(library) if library else None
    with files_of(case) as files:
        documents = mend_documents(files, held)
        mend_passages(files, documents, held)
        mend_periods(files)
        mend_quotes(files, documents, held)
        mend_mentions(files, documents)
        files.write()
        return files.mended
