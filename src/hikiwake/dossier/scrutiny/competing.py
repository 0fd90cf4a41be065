"""Competing hypotheses that cannot be compared yet: too few of them, no evidence, cells that are not judged."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.scrutiny.remark import Remark


def not_judged(dossier: Dossier) -> Iterator[Remark]:
    """Analyses with fewer than two hypotheses or without evidence, and analysts who left cells open."""
    for analysis in dossier.analyses:
        yield from _too_few(analysis)
        for analyst in analysis.analysts:
            if left := analysis.open_cells(analyst):
                evidence, hypothesis = left[0]
                found = f"{len(left)} not judged by {analyst}, first {evidence} with {hypothesis}"
                yield Remark("analyses", analysis.id, "judgements.cells", found, "a cell for each hypothesis")


def _too_few(analysis: Analysis) -> Iterator[Remark]:
    if len(analysis.hypotheses) < 2:
        found = str(len(analysis.hypotheses))
        yield Remark("analyses", analysis.id, "hypotheses", found, "two or more that exclude each other")
    if not analysis.evidence:
        yield Remark("analyses", analysis.id, "evidence", "nothing", "at least one piece of evidence")
