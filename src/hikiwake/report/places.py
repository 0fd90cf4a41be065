"""The map: coasts, the places of the case with the names that both sides give them, and what the coastline lacks.

Degrees are drawn on a plane whose degrees of longitude are shortened by the cosine of the middle latitude.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from hikiwake.dossier import Place
from hikiwake.report.grounds import Grounds
from hikiwake.report.wording import listed, missing_places

WIDTH = 760.0
INSET = 250.0
_NAME = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the globe in degrees, and the width it is drawn in."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def scale(self) -> float:
        """Units per degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def steep(self) -> float:
        """Units per degree of latitude."""
        return self.scale / math.cos(math.radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        """The height it is drawn in."""
        return round((self.north - self.south) * self.steep, 1)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place on the globe is drawn."""
        return round((longitude - self.west) * self.scale, 1), round((self.north - latitude) * self.steep, 1)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place on the globe is inside."""
        return self.west < longitude < self.east and self.south < latitude < self.north


@dataclass(frozen=True, slots=True)
class Label:
    """A place on the map: where, which names by side, and what kind."""

    place: Place
    x: float
    y: float
    names: tuple[str, str]
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map in one frame: the land as one path, and the labels."""

    box: Box
    land: str
    labels: list[Label]


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the map shows, or ``None`` for a case without places."""
    places = grounds.dossier.case.places
    if not places:
        return None
    coast = coastline(grounds.dossier.case.map)
    close = _around([place for place in places if place.disputed] or list(places), WIDTH, 0.22)
    wide = _around(list(places), INSET, 0.1)
    sides = grounds.dossier.case.dyad
    return {
        "close": _drawing(coast, close, sides, places),
        "wide": _drawing(coast, wide, sides, [place for place in places if not close.holds(*_at(place))]),
        "frame": _frame(wide, close),
        "source": coast.get("source", ""),
        "missing": missing_places(_missing(coast, sides)),
        "sides": [(side, grounds.names.actor(side)) for side in sides],
        "places": [_described(grounds, place) for place in places],
    }


def coastline(name: str) -> dict[str, Any]:
    """A coastline that the program brings along, as GeoJSON; nothing where the case names none.

    >>> coastline("../errors")
    {}
    """
    if not _NAME.fullmatch(name):
        return {}
    file = files("hikiwake.report").joinpath("geography", f"{name}.geojson")
    if not file.is_file():
        return {}
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _at(place: Place) -> tuple[float, float]:
    return place.longitude, place.latitude


def _around(places: list[Place], width: float, margin: float) -> Box:
    """A frame around places, with a margin as a share of its size and at least a third of a degree."""
    east, west = max(each.longitude for each in places), min(each.longitude for each in places)
    north, south = max(each.latitude for each in places), min(each.latitude for each in places)
    x, y = max((east - west) * margin, 0.33), max((north - south) * margin, 0.33)
    return Box(west - x * 1.2, south - y, east + x * 1.5, north + y, width)


def _drawing(
    coast: dict[str, Any], box: Box, sides: tuple[str, str], places: list[Place] | tuple[Place, ...]
) -> Drawing:
    labels = [_label(box, place, sides) for place in places if box.holds(*_at(place))]
    return Drawing(box, land_path(coast, box), labels)


def _label(box: Box, place: Place, sides: tuple[str, str]) -> Label:
    x, y = box.point(*_at(place))
    anchor = "end" if x > box.width * 0.8 else "middle"
    return Label(place, x, y, (place.name("en", sides[0]), place.name("en", sides[1])), anchor)


def land_path(coast: dict[str, Any], box: Box) -> str:
    """The land inside a frame as one SVG path; rings that lie outside are left out."""
    parts = []
    for feature in coast.get("features", []):
        for ring in feature["geometry"]["coordinates"]:
            points = _thinned([box.point(longitude, latitude) for longitude, latitude in ring])
            if len(points) > 2 and any(-40 < x < box.width + 40 and -40 < y < box.height + 40 for x, y in points):
                parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(parts)


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points without those that lie too close to the one before to be seen."""
    kept = points[:1]
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 1.0:
            kept.append(point)
    return kept if len(kept) > 2 else points


def _frame(wide: Box, close: Box) -> tuple[float, float, float, float]:
    """Where the close map lies on the wide one: x, y, width, height."""
    x, y = wide.point(close.west, close.north)
    right, bottom = wide.point(close.east, close.south)
    return x, y, round(right - x, 1), round(bottom - y, 1)


def _missing(coast: dict[str, Any], sides: tuple[str, str]) -> list[str]:
    return [
        " / ".join(dict.fromkeys(names[side] for side in sides if side in names)) for names in coast.get("missing", [])
    ]


def _described(grounds: Grounds, place: Place) -> dict[str, str]:
    names = grounds.names
    held = names.actor(place.held_by) if place.held_by else ""
    spoken = {name.language: name for name in place.names if name.language != "en"}
    return {
        "names": " / ".join(dict.fromkeys(place.name("en", side) for side in grounds.dossier.case.dyad)),
        "script": " · ".join(name.text for name in spoken.values()),
        "held": held,
        "claimed": listed(names.actor(actor) for actor in place.claimed_by),
        "kind": place.kind,
        "note": place.note,
    }
