"""Survey tables checked against the text: which disagreements concern which table."""

from __future__ import annotations

import re

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Claim, Doubt
from hikiwake.report.grounds import Grounds

_FIGURE = re.compile(r"\d+\.\d+")
ENOUGH = 2  # figures of a table that an editor's note has to name before it is taken to speak of that table


def checks(grounds: Grounds) -> dict[str, list[Disagreement]]:
    """The disagreements by table: its own cells clash or are in doubt, or a doubt about the text names its figures."""
    by_id = grounds.dossier.by_id
    cells = _cells(grounds)
    found: dict[str, list[Disagreement]] = {}
    for each in (*grounds.disagreements, *grounds.doubts):
        entries = [by_id[id_] for id_ in each.entries]
        tables = {entry.table for entry in entries if isinstance(entry, Claim) and entry.table}
        for doubt in entries:
            if isinstance(doubt, Doubt):
                tables |= _named(doubt, cells)
        for table in sorted(tables):
            found.setdefault(table, []).append(each)
    return found


def _cells(grounds: Grounds) -> dict[str, set[str]]:
    """The values of each table."""
    cells: dict[str, set[str]] = {}
    for claim in grounds.dossier.claims:
        if claim.table:
            cells.setdefault(claim.table, set()).add(claim.value)
    return cells


def _named(doubt: Doubt, cells: dict[str, set[str]]) -> set[str]:
    """The tables of which a doubt names figures."""
    figures = {*_FIGURE.findall(doubt.reason)}
    return {table for table, values in cells.items() if len(figures & values) >= ENOUGH}
