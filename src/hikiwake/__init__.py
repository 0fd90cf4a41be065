"""Sourced analysis of international disputes: every result can be followed to the passage that supports it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hikiwake.actors import Actor, Dyad
    from hikiwake.conflict import Conflict, Stability, conflict, findings, history, solve
    from hikiwake.documents import Document, Library, Passage
    from hikiwake.dossier import Claim, Dossier, Doubt, Driver, Event, Formula, Mention, Position, Reading, load, save
    from hikiwake.errors import HikiwakeError
    from hikiwake.periods import Period
    from hikiwake.report import report

_HOMES = {
    "hikiwake.actors": ("Actor", "Dyad"),
    "hikiwake.conflict": ("Conflict", "Stability", "conflict", "findings", "history", "solve"),
    "hikiwake.documents": ("Document", "Library", "Passage"),
    "hikiwake.dossier": (
        *("Claim", "Dossier", "Doubt", "Driver", "Event", "Formula"),
        *("Mention", "Position", "Reading", "load", "save"),
    ),
    "hikiwake.errors": ("HikiwakeError",),
    "hikiwake.periods": ("Period",),
    "hikiwake.report": ("report",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Claim",
    "Conflict",
    "Document",
    "Dossier",
    "Doubt",
    "Driver",
    "Dyad",
    "Event",
    "Formula",
    "HikiwakeError",
    "Library",
    "Mention",
    "Passage",
    "Period",
    "Position",
    "Reading",
    "Stability",
    "conflict",
    "findings",
    "history",
    "load",
    "report",
    "save",
    "solve",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from its room when it is first used, so that importing the package stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'hikiwake' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
