"""The map: the places of the case with the names that both sides give them, and what the coastline lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hikiwake.dossier import Place
from hikiwake.figures.coasts import coastline
from hikiwake.figures.places import maps, spots
from hikiwake.report.grounds import Grounds
from hikiwake.wording.figures import no_coast
from hikiwake.wording.page import missing_places
from hikiwake.wording.phrases import listed


@dataclass(frozen=True, slots=True)
class Described:
    """A place in the table: its names, those in other scripts, who holds it, who claims it, and a note."""

    names: str
    script: str
    held: str
    claimed: str
    note: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the map shows."""

    close: str
    """The map as SVG text."""
    wide: str
    """The wider region as SVG text."""
    source: str
    """Where the coastline comes from; nothing where there is none."""
    missing: str
    """Which places the coastline lacks, in one sentence; nothing where it lacks none."""
    unmapped: str
    """What is said in place of a source where no coastline is at hand."""
    sides: list[tuple[str, str]]
    """The two sides whose names may stand first: id and name."""
    cuts: list[tuple[str, str, str]]
    """The formulas that name what passes: id, title, and the ids of the places."""
    places: list[Described]
    """Every place, for the table."""


def context(grounds: Grounds) -> Context | None:
    """What the map shows, or ``None`` for a case without places."""
    case = grounds.dossier.case
    if not case.places:
        return None
    coast = coastline(case.map)
    close, wide = maps(coast, spots(grounds.dossier))
    return Context(
        close=close,
        wide=wide,
        source=coast.get("source", ""),
        missing=missing_places(_missing(coast, case.dyad)),
        unmapped=no_coast(),
        sides=[(side, grounds.names.actor(side)) for side in case.dyad],
        cuts=[(each.id, each.title, " ".join(each.passes)) for each in grounds.dossier.formulas if each.passes],
        places=[_described(grounds, place) for place in case.places],
    )


def _missing(coast: dict[str, Any], sides: tuple[str, str]) -> list[str]:
    return [
        " / ".join(dict.fromkeys(names[side] for side in sides if side in names)) for names in coast.get("missing", [])
    ]


def _described(grounds: Grounds, place: Place) -> Described:
    names = grounds.names
    spoken = {name.language: name for name in place.names if name.language != "en"}
    return Described(
        names=" / ".join(dict.fromkeys(place.name("en", side) for side in grounds.dossier.case.dyad)),
        script=" · ".join(name.text for name in spoken.values()),
        held=names.actor(place.held_by) if place.held_by else "",
        claimed=listed(names.actor(actor) for actor in place.claimed_by),
        note=place.note,
    )
