"""A case as far as it could be read: what a reader fills, and what the checks between rows look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from hikiwake.documents import Document
from hikiwake.dossier.case import Case
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Event, Mention
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.known.rows import MOST_KEPT, Rows, Same
from hikiwake.dossier.folder.sheets.workbooks import Row
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.dossier.models import MODEL_FOLDERS

SHEET = 10_000_000  # more than the rows of any file


@dataclass
class Examination:
    """A case folder as far as it could be read: the frame, the rows of each table with their lines, the faults.

    ``unread`` holds the kinds of which not all is known, ``left_out`` the ids of what was at fault itself, by kind.
    ``weighed`` is the file of the competing hypotheses, for the lines of what they point to, where there is one.
    ``sheets`` has for the file of a table the sheets of workbooks with rows of it: name and rows. Their lines are told
    from those of the file by the number of the sheet, in steps of ``SHEET``.
    """

    folder: Path
    case: Case
    documents: tuple[Document, ...]
    rows: dict[str, Sequence[tuple[int, Any]]] = field(default_factory=dict)
    conflicts: tuple[tuple[str, str], ...] = ()
    packages: tuple[tuple[str, str], ...] = ()
    scenarios: tuple[tuple[str, str], ...] = ()
    analyses: tuple[Analysis, ...] = ()
    weighed: TomlFile | None = None
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    left_out: dict[str, set[str]] = field(default_factory=dict)
    sheets: dict[str, list[tuple[str, list[Row]]]] = field(default_factory=dict)

    def note(self, *sources: TomlFile) -> None:
        """Take over what was found wrong in the frame and in the list of documents."""
        for source in sources:
            self.faults += source.faults
            self.unread |= source.unread
            self.left_out |= {kind: {*ids} for kind, ids in source.left_out.items()}

    def placed(self, fault: Fault) -> Fault:
        """A fault with the sheet and its row in place of the table's file, where it is there."""
        number, line = divmod(fault.line, SHEET)
        return replace(fault, file=self.sheets[fault.file][number - 1][0], line=line) if number else fault

    def dossier(self) -> Dossier:
        """The dossier that the rows make up."""
        entries: dict[str, Any] = {kind: _values(rows) for kind, rows in self.rows.items()}
        entries["events"] = _told(Same(entries["events"]), Same(entries.pop("mentions")))
        models = {folder: getattr(self, folder) for folder in MODEL_FOLDERS}
        return Dossier(case=self.case, documents=self.documents, analyses=self.analyses, **models, **entries)


def _values(rows: Sequence[tuple[int, Any]]) -> tuple[Any, ...]:
    """The rows of a table without their lines."""
    return rows.values if isinstance(rows, Rows) else tuple(row for _, row in rows)


@lru_cache(maxsize=MOST_KEPT)
def _told(events: Same, mentions: Same) -> tuple[Event, ...]:
    """Events with their mentions."""
    by_event: dict[str, list[Mention]] = {}
    for mention in mentions.value:
        by_event.setdefault(mention.event, []).append(mention)
    return tuple(replace(event, mentions=tuple(by_event.get(event.id, ()))) for event in events.value)
