"""Sourced analysis of international disputes: every result can be followed to the passage that supports it."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hikiwake.actors import Actor, Dyad
    from hikiwake.coding import propose
    from hikiwake.coding.intake import read_into
    from hikiwake.comparison import bargaining_range, disagreements
    from hikiwake.comparison.hypotheses import hypotheses
    from hikiwake.conflict import Conflict, levers, solve, why
    from hikiwake.documents import Library
    from hikiwake.dossier import Claim, Dossier, Doubt, Driver, Event, Formula, Position, Reading, load, save
    from hikiwake.dossier.listed import entries
    from hikiwake.errors import HikiwakeError
    from hikiwake.exports.briefs import brief
    from hikiwake.exports.figures import figure
    from hikiwake.modelling import conflict, history
    from hikiwake.periods import Period
    from hikiwake.relation import relation
    from hikiwake.relation.causes import coincidence
    from hikiwake.relation.comparing import compare
    from hikiwake.relation.importing import import_events
    from hikiwake.report import report
    from hikiwake.search import search
    from hikiwake.settlement import findings
    from hikiwake.settlement.packages import divide as divide
    from hikiwake.settlement.packages import packages as packages
    from hikiwake.workbench import Proposal, Workbench

_HOMES = {
    "hikiwake.actors": ("Actor", "Dyad"),
    "hikiwake.coding": ("propose",),
    "hikiwake.coding.intake": ("read_into",),
    "hikiwake.comparison": ("bargaining_range", "disagreements"),
    "hikiwake.comparison.hypotheses": ("hypotheses",),
    "hikiwake.conflict": ("Conflict", "levers", "solve", "why"),
    "hikiwake.documents": ("Library",),
    "hikiwake.dossier": (
        *("Claim", "Dossier", "Doubt", "Driver", "Event", "Formula"),
        *("Position", "Reading", "load", "save"),
    ),
    "hikiwake.dossier.listed": ("entries",),
    "hikiwake.errors": ("HikiwakeError",),
    "hikiwake.exports.briefs": ("brief",),
    "hikiwake.exports.figures": ("figure",),
    "hikiwake.modelling": ("conflict", "history"),
    "hikiwake.periods": ("Period",),
    "hikiwake.relation": ("relation",),
    "hikiwake.relation.causes": ("coincidence",),
    "hikiwake.relation.importing": ("import_events",),
    "hikiwake.relation.comparing": ("compare",),
    "hikiwake.report": ("report",),
    "hikiwake.search": ("search",),
    "hikiwake.settlement": ("findings",),
    "hikiwake.settlement.packages": ("divide", "packages"),
    "hikiwake.workbench": ("Proposal", "Workbench"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Claim",
    "Conflict",
    "Dossier",
    "Doubt",
    "Driver",
    "Dyad",
    "Event",
    "Formula",
    "HikiwakeError",
    "Library",
    "Period",
    "Position",
    "Proposal",
    "Reading",
    "Workbench",
    "bargaining_range",
    "brief",
    "coincidence",
    "compare",
    "conflict",
    "disagreements",
    "divide",
    "entries",
    "figure",
    "findings",
    "history",
    "hypotheses",
    "import_events",
    "levers",
    "load",
    "packages",
    "propose",
    "read_into",
    "relation",
    "report",
    "save",
    "search",
    "solve",
    "why",
]


class _Room(ModuleType):
    """A room that has the name of a public function, and stands for it when it is called."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return __getattr__(self.__name__.rpartition(".")[2])(*arguments, **named)


class _Front(ModuleType):
    """This module: ``hikiwake.report(...)`` is the same whether or not the room ``hikiwake.report`` was imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _HOME and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    """Fetch a public name from its room when it is first used, so that importing the package stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'hikiwake' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)


sys.modules[__name__].__class__ = _Front
