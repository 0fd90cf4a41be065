"""Entries of the case that may become evidence, found by their words."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.desk.editing.listing import found_in
from hikiwake.dossier import KINDS, Dossier
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.saying import called
from hikiwake.wording.desk.editing import singular

MOST = 30  # entries that are shown


@dataclass(frozen=True, slots=True)
class Found:
    """An entry: its id, what it is, what it says, who says so, and whether it is evidence already."""

    id: str
    kind: str
    says: str
    by: str
    there: bool


def found_entries(dossier: Dossier, analysis: Analysis, words: str) -> list[Found]:
    """The entries with all these words in their cells; none where no word is given."""
    asked, there = words.casefold().split(), {each.id for each in analysis.evidence}
    if not asked:
        return []
    rows = ((kind, row) for kind in KINDS for row in found_in(dossier, kind, asked))
    return [
        Found(row.id, singular(kind), called(row) or row.id, getattr(row, "holder", ""), row.id in there)
        for (kind, row), _ in zip(rows, range(MOST), strict=False)
    ]
