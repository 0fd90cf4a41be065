"""Clip the coasts of a region out of Natural Earth's 1:10m land, once, into a small GeoJSON for the report's map.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 tools/coastline.py package/land-10m.json 139.5 41.6 153.5 49.6 OUTPUT.geojson [MISSING ...]

The four numbers are west, south, east and north in degrees. MISSING are the islands that the map should show and that
Natural Earth does not have: "SIDE:name|OTHER:name". Only the standard library is used.
"""

import json
import sys
from pathlib import Path
from typing import Any

SOURCE = "Natural Earth 1:10m land (public domain), as npm world-atlas 2.0.2 (land-10m), clipped by tools/coastline.py"
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file in degrees: its numbers are steps from point to point on a grid."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + west, y * scale_y + south))
        decoded.append(points)
    return decoded


def rings_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The outer ring of every piece of land."""
    arcs = arcs_of(topology)
    polygons = [polygon for geometry in topology["objects"]["land"]["geometries"] for polygon in geometry["arcs"]]
    rings = []
    for outer, *_holes in polygons:
        points: list[Point] = []
        for index in outer:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        rings.append(points)
    return rings


def clip(ring: list[Point], box: Box) -> list[Point]:
    """The part of a ring inside a box, edge by edge (Sutherland and Hodgman)."""
    west, south, east, north = box
    for axis, limit, keep in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = clip_edge(ring, axis, limit, keep)
    return ring


def clip_edge(ring: list[Point], axis: int, limit: float, keep: int) -> list[Point]:
    """The part of a ring on one side of a meridian or a parallel."""
    kept: list[Point] = []
    for start, end in zip(ring, ring[1:] + ring[:1], strict=True):
        start_in, end_in = (start[axis] - limit) * keep >= 0, (end[axis] - limit) * keep >= 0
        if start_in != end_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        if end_in:
            kept.append(end)
    return kept


def main() -> None:
    """Read the atlas, clip it, write the GeoJSON with its source."""
    atlas, west, south, east, north, output, *missing = sys.argv[1:]
    box = (float(west), float(south), float(east), float(north))
    rings = [clip(ring, box) for ring in rings_of(json.loads(Path(atlas).read_text(encoding="utf-8")))]
    land = [[[round(x, 3), round(y, 3)] for x, y in ring] for ring in rings if len(ring) > 2]
    land.sort(key=lambda ring: (-len(ring), ring[0]))
    content = {
        "type": "FeatureCollection",
        "source": SOURCE,
        "missing": [dict(name.split(":") for name in island.split("|")) for island in missing],
        "features": [
            {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
            }
            for ring in land
        ],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
