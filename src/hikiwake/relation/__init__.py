"""How the relationship moved: acts on a scale, a series by period, its turning points, and who names them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hikiwake.relation.querying import ImportedEvents
    from hikiwake.relation.relating import relation
    from hikiwake.relation.result import Point, RelationSeries
    from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint

__all__ = ["ImportedEvents", "NoTurningPoint", "Point", "RelationSeries", "TurningPoint", "relation"]
_HOMES = {
    "hikiwake.relation.querying": ("ImportedEvents",),
    "hikiwake.relation.relating": ("relation",),
    "hikiwake.relation.result": ("Point", "RelationSeries"),
    "hikiwake.relation.turning_points": ("NoTurningPoint", "TurningPoint"),
}


def __getattr__(name: str) -> Any:
    """Fetch a name from its module when it is first used: a question to event data needs no dossier."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
