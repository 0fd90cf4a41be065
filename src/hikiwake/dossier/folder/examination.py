"""A case as far as it could be read: what a reader fills, and what the checks between rows look at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hikiwake.documents import Document
from hikiwake.dossier.case import Case
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Mention
from hikiwake.dossier.folder.faults import Fault


@dataclass
class Examination:
    """A case folder as far as it could be read: the frame, the rows of each table with their lines, the faults."""

    folder: Path
    case: Case
    documents: tuple[Document, ...]
    rows: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    conflicts: tuple[tuple[str, str], ...] = ()
    faults: list[Fault] = field(default_factory=list)

    def dossier(self) -> Dossier:
        """The dossier that the rows make up."""
        entries: dict[str, Any] = {kind: tuple(value for _, value in rows) for kind, rows in self.rows.items()}
        mentions: dict[str, list[Mention]] = {}
        for mention in entries.pop("mentions"):
            mentions.setdefault(mention.event, []).append(mention)
        events = entries.pop("events")
        entries["events"] = tuple(replace(event, mentions=tuple(mentions.get(event.id, ()))) for event in events)
        return Dossier(case=self.case, documents=self.documents, conflicts=self.conflicts, **entries)
