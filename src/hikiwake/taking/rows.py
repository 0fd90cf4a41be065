"""Rows of a packed case that somebody edited, taken into the case folder it was written from.

Only rows of tables are taken, so that ``undo`` takes them back; what differs in ``case.toml``, ``documents.toml`` and
the models is told and left. Where the case has changed since it was packed, nothing is taken unless that is said.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hikiwake.dossier import Dossier, load
from hikiwake.dossier.entering.differences import Change, differences
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.dossier.folder.packed.workbooks import state_told
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.models import MODEL_FOLDERS
from hikiwake.errors import CaseError
from hikiwake.taking.taken import Taken
from hikiwake.workbench import Workbench

MOST_TOLD = 20


def take_rows(folder: Path, file: Path, who: str = "", *, force: bool = False) -> Taken:
    """Take the rows of a packed case. Raises ``CaseError`` where it has a fault, or the case has changed since."""
    sent, dossier = load(file), read_folder(folder)
    after = _with_rows(dossier, sent)
    changes = differences(dossier, after)
    if not changes:
        return Taken("rows", notes=_left(dossier, sent))
    written_from = state_told(file) if file.suffix.lower() == ".xlsx" else ""
    if not force and written_from != record_digest(dossier):
        raise CaseError(_refused(file, written_from, changes))
    with Workbench(folder, create=True) as bench:
        bench.take_in()
        bench.rewrite(f"take {len(changes)} rows of {file.name}", lambda now: _with_rows(now, sent), who)
    return Taken("rows", [_told(each) for each in changes], notes=_left(dossier, sent))


def _with_rows(dossier: Dossier, sent: Dossier) -> Dossier:
    """The case with the rows of another."""
    rows: dict[str, Any] = {kind: getattr(sent, kind) for kind in tables() if kind != "mentions"}
    return replace(dossier, **rows)


def _left(dossier: Dossier, sent: Dossier) -> list[str]:
    """What differs and is not taken."""
    parts = {
        "case.toml": sent.case != dossier.case,
        "documents.toml": sent.documents != dossier.documents,
        "hypotheses.toml": sent.analyses != dossier.analyses,
        "the models": any(getattr(sent, kind) != getattr(dossier, kind) for kind in MODEL_FOLDERS),
    }
    return [f"{name}: differs, and is left as the case has it" for name, differs in parts.items() if differs]


def _refused(file: Path, written_from: str, changes: tuple[Change, ...]) -> str:
    why = "the case has changed since it was written" if written_from else "does not say from which record it is"
    some = "\n  ".join(_told(each) for each in changes[:MOST_TOLD])
    more = f"\n  and {len(changes) - MOST_TOLD} more" if len(changes) > MOST_TOLD else ""
    return f"{file}: {why}; nothing was changed; --force would take these rows\n  {some}{more}"


def _told(change: Change) -> str:
    how = "added" if change.before is None else "taken out" if change.after is None else "changed"
    return f"{change.kind}: {change.id} {how}"
