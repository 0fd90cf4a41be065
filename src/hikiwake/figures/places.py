"""The map: coasts, and places with the names that both sides give them, in two frames: close, and the wider region.

Degrees are drawn on a plane whose degrees of longitude are shortened by the cosine of the middle latitude.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.dossier import Dossier
from hikiwake.figures.drawing import svg
from hikiwake.wording import figures as wording

WIDTH = 760.0
INSET = 330.0
LARGEST_ISLAND = 4.0  # degrees of longitude
LETTER, LINE = 7.2, 17.0  # the room of a letter and of a line of a label


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: id, kind, where it is in degrees, the names that both sides give it, whether it is disputed.

    ``claimed`` is who claims it and does not hold it.
    """

    id: str
    kind: str
    longitude: float
    latitude: float
    names: tuple[str, str]
    disputed: bool
    claimed: str = ""


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
    """A place on the map: where, which names by side, and how far off its label stands so that all can be read."""

    place: Spot
    x: float
    y: float
    names: tuple[str, str]
    across: float
    down: float
    long: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map in one frame: the land as one path, and the labels."""

    box: Box
    land: str
    labels: list[Label]


def spots(dossier: Dossier) -> list[Spot]:
    """The places of a case, with the names that both sides of its dyad give them."""
    one, other = dossier.case.dyad
    return [
        Spot(
            each.id,
            each.kind,
            each.longitude,
            each.latitude,
            (each.name("en", one), each.name("en", other)),
            each.disputed,
            next((dossier.actor[id_].name() for id_ in each.claimed_by if id_ != each.held_by), ""),
        )
        for each in dossier.case.places
    ]


def close_and_wide(coast: dict[str, Any], places: Sequence[Spot]) -> tuple[Drawing, Drawing]:
    """The map of the places in dispute (of all, where none is), and that of the wider region with the others."""
    contested = [place for place in places if place.disputed] or list(places)
    close = _around([_at(place) for place in contested] + _shores(coast, contested), WIDTH, 0.09)
    wide = _around([_at(place) for place in places], INSET, 0.12)
    return _drawing(coast, close, places), _drawing(
        coast, wide, [each for each in places if not close.holds(*_at(each))]
    )


def maps(coast: dict[str, Any], places: Sequence[Spot]) -> tuple[str, str]:
    """Both maps as SVG text: the close one, and the wider region with a frame where the close one lies.

    ``coast`` is GeoJSON with land as polygons, or nothing: then every place is drawn as a point.
    """
    close, wide = close_and_wide(coast, places)
    frame, points = _frame(wide.box, close.box), not coast
    return (
        svg("map", map=close, name="close", label=wording.close_map(), frame=None, points=points),
        svg("map", map=wide, name="inset", label=wording.wide_map(), frame=frame, points=points),
    )


def _at(place: Spot) -> tuple[float, float]:
    return place.longitude, place.latitude


def _shores(coast: dict[str, Any], places: Sequence[Spot]) -> list[tuple[float, float]]:
    """The corners of every island that one of the places stands on."""
    corners = []
    for feature in coast.get("features", []):
        x, y = ([point[axis] for point in feature["geometry"]["coordinates"][0]] for axis in (0, 1))
        small = max(x) - min(x) < LARGEST_ISLAND
        if small and any(min(x) < each.longitude < max(x) and min(y) < each.latitude < max(y) for each in places):
            corners += [(min(x), min(y)), (max(x), max(y))]
    return corners


def _around(points: list[tuple[float, float]], width: float, margin: float) -> Box:
    """A frame around points, with a margin as a share of its size and at least a quarter of a degree."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    x, y = max((east - west) * margin, 0.25), max((north - south) * margin, 0.18)
    return Box(west - x, south - y, east + x, north + y, width)


def _drawing(coast: dict[str, Any], box: Box, places: Iterable[Spot]) -> Drawing:
    labels: list[Label] = []
    for place in sorted((place for place in places if box.holds(*_at(place))), key=lambda place: place.kind == "group"):
        labels.append(_label(box, place, labels))
    return Drawing(box, land_path(coast, box), labels)


def _label(box: Box, place: Spot, others: list[Label]) -> Label:
    """The label of a place, moved down until it stands free of the others."""
    names = place.names
    long = len(" / ".join(dict.fromkeys(names))) * LETTER
    x, y = box.point(*_at(place))
    at = min(max(x, long / 2 + 4), box.width - long / 2 - 4)
    label = Label(place, x, y, names, round(at - x, 1), -7.0 if place.kind == "town" else 4.0, long)
    while any(_touch(label, other) for other in others):
        label = replace(label, down=label.down + 4)
    return label


def _touch(one: Label, other: Label) -> bool:
    apart = abs(one.x + one.across - other.x - other.across)
    return apart < (one.long + other.long) / 2 + 4 and abs(one.y + one.down - other.y - other.down) < LINE


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
