"""Times that cannot be: positions that outlast what their documents knew, and eras that overlap.

A document knows nothing of what comes after the last day of its writing. A period told to the day or as a range ends on
that day at the latest; one told by month, season or year, or about, at the end of that month, season or year. An open
end says that a position was still held when the document was written, and is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.scrutiny.remark import Remark
from hikiwake.periods import Period

SEASON = timedelta(days=125)


def outlasting(dossier: Dossier) -> Iterator[Remark]:
    """Positions that begin or end after all their documents were written."""
    for position in (each for each in dossier.positions if each.passages):
        written = max(dossier.document[id_].written.last for id_ in dossier.documents_of(position))
        known, period = _known(written, position.period), position.period
        if period.start > known:
            yield _outlasts(position.id, "start", period.start, written)
        elif period.end and period.end > known:
            yield _outlasts(position.id, "end", period.end, written)


def _outlasts(id_: str, column: str, day: date, written: date) -> Remark:
    return Remark("positions", id_, column, day.isoformat(), f"at most {written}, when its document was written")


def _known(written: date, period: Period) -> date:
    """The last day on which a period may end that is told by a document."""
    match period.precision:
        case "month":
            return (written.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case "season":
            return written + SEASON
        case "year" | "approximate":
            return date(written.year, 12, 31)
    return written


def overlapping(dossier: Dossier) -> Iterator[Remark]:
    """Eras that share a day with an earlier one: what falls into both is counted in both."""
    ordered = sorted(dossier.case.eras, key=lambda era: (era.period.start, era.period.last))
    for before, era in pairwise(ordered):
        if before.period.overlaps(era.period):
            day = era.period.start
            yield Remark("eras", era.id, "start", day.isoformat(), f"a day after the end of {before.id}, or one era")
