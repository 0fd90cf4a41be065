"""What an entry is about, in one short text: entries and proposals of one subject may be compared, or be the same.

Of an event its type, the year and who takes part; of a claim what is measured; of a reading its question; of a position
the actor and what it is on; of a driver cause and effect. Empty where something of it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from hikiwake.dossier.folder.tables import tables
from hikiwake.workbench.proposal import Proposal

_TELLING = {
    "claims": ("measure",),
    "readings": ("question",),
    "positions": ("actor", "on"),
    "drivers": ("cause", "effect"),
}
_TABLES = {"claim": "claims", "reading": "readings", "position": "positions", "driver": "drivers"}


def subject_of(proposal: Proposal) -> str:
    """The subject of a proposal.

    >>> from hikiwake.workbench import Span
    >>> subject_of(Proposal("claim", (Span("a", 0, 9),), cells=(("measure", "wells"),)))
    'claims wells'
    """
    if proposal.kind == "event":
        year = proposal.period.start.isoformat()[:4] if proposal.period else ""
        return _event(proposal.type, year, (*proposal.sources, *proposal.targets))
    return _statement(_TABLES.get(proposal.kind, ""), dict(proposal.cells))


def subject_of_row(kind: str, cells: Iterable[str]) -> str:
    """The subject of a row of a table, an event or a mention among them; empty for other rows."""
    if kind in _TELLING:
        return _statement(kind, dict(zip(_headers(kind), cells, strict=False)))
    if kind not in ("events", "mentions"):
        return ""
    row = dict(zip(_headers(kind), cells, strict=False))
    return _event(row["type"], row["start"][:4], f"{row['sources']};{row['targets']}".split(";"))


def _event(type_: str, year: str, actors: Iterable[str]) -> str:
    who = sorted({actor.strip() for actor in actors} - {""})
    return " ".join(("events", type_ or "-", year, *who)) if year and who else ""


def _statement(kind: str, cells: Mapping[str, str]) -> str:
    told = [cells.get(column, "") for column in _TELLING.get(kind, ())]
    return " ".join((kind, *told)) if told and all(told) else ""


@cache
def _headers(kind: str) -> tuple[str, ...]:
    return tuple(header for column in tables()[kind].columns for header in column.codec.headers)
