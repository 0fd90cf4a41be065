"""The evolution graph as a drawing: states in columns by the step at which they are first reached, moves as arrows.

A state at which nobody wants to move any more (an equilibrium) has a double frame. A move of one decision maker is a
line, a joint move a broken one; each says who moves. What does not fit is said below the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from hikiwake.figures.drawing import xml_text

MOST_STATES = 80
WIDE, HIGH, ACROSS, DOWN, EDGE = 92, 36, 210, 66, 24
STYLE = (
    "text{font:12px sans-serif;fill:#222}.who{font-size:10px;fill:#555;paint-order:stroke;stroke:#fff;stroke-width:3px}"
    ".state{fill:#fff;stroke:#333}"
    ".inner{fill:none;stroke:#333}.move{fill:none;stroke:#667;marker-end:url(#head)}"
    ".joint{stroke:#a33;stroke-dasharray:6 4}.jump{stroke-width:2.5}"
)
Row = Mapping[str, Any]
Place = tuple[float, float]


def evolution_figure(states: Sequence[Row], edges: Sequence[Row], title: str) -> str:
    """The text of an SVG file.

    states: rows with ``number``, ``state``, ``step`` and ``equilibrium``, in order of steps; edges: rows with
    ``members``, ``from``, ``to``, ``step`` (None for a joint move) and ``jump``.

    >>> state = {"number": 1, "state": "NN", "step": 0, "equilibrium": []}
    >>> evolution_figure([state], [], "A & B").startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    True
    """
    drawn = states[:MOST_STATES]
    places = _places(drawn)
    arrows = [
        _arrow(places, merged) for merged in _merged(edges) if merged["from"] in places and merged["to"] in places
    ]
    boxes = [_box(places[row["number"]], row) for row in drawn]
    left = len(states) - len(drawn)
    note = f"{left:,} more states are reached and not drawn" if left else ""
    width = max((x for x, _ in places.values()), default=0) + WIDE + 2 * EDGE
    height = max((y for _, y in places.values()), default=0) + HIGH + 3 * EDGE
    head = (
        '<defs><marker id="head" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto">'
        '<path d="M0 0 7 3 0 6z" fill="#667"/></marker></defs>'
    )
    below = f'<text x="{EDGE}" y="{height - 8:g}">{escape(note)}</text>' if note else ""
    return xml_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img"><title>{escape(title)}</title><style>{STYLE}</style>{head}'
        f"{''.join(arrows)}{''.join(boxes)}{below}</svg>\n"
    )


def _places(states: Iterable[Row]) -> dict[int, Place]:
    """The upper left corner of each state: a column for each step."""
    in_column: dict[int, int] = {}
    places = {}
    for row in states:
        above = in_column.get(row["step"], 0)
        places[row["number"]] = (float(EDGE + ACROSS * row["step"]), float(EDGE + DOWN * above))
        in_column[row["step"]] = above + 1
    return places


def _merged(edges: Iterable[Row]) -> list[dict[str, Any]]:
    """One arrow for all who can make the same move."""
    found: dict[tuple[int, int, bool, bool], dict[str, Any]] = {}
    for row in edges:
        joint = row["step"] is None
        key = row["from"], row["to"], joint, row["jump"]
        arrow = found.setdefault(key, {"from": row["from"], "to": row["to"], "joint": joint, "jump": row["jump"],
                                       "who": []})  # fmt: skip
        words = " and ".join(row["members"])
        if words not in arrow["who"]:
            arrow["who"].append(words)
    return list(found.values())


def _arrow(places: Mapping[int, Place], row: Row) -> str:
    """An arrow between the nearer sides of two boxes, with the names of those who move."""
    (x, y), (to_x, to_y) = places[row["from"]], places[row["to"]]
    kind = "move" + " joint" * row["joint"] + " jump" * row["jump"]
    start_x, end_x = (x + WIDE, to_x) if to_x > x else (x, to_x + WIDE) if to_x < x else (x, to_x)
    start_y, end_y = y + HIGH / 2, to_y + HIGH / 2
    bend = 60 if to_x > x else -60
    back = bend if to_x != x else -bend
    path = f"M{start_x:g} {start_y:g}C{start_x + bend:g} {start_y:g} {end_x - back:g} {end_y:g} {end_x:g} {end_y:g}"
    who_x = _along(start_x, start_x + bend, end_x - back, end_x)
    who_y = _along(start_y, start_y, end_y, end_y) - 3
    who = escape(" or ".join(row["who"]))
    return (
        f'<path class="{kind}" d="{path}"/>'
        f'<text class="who" text-anchor="middle" x="{who_x:g}" y="{who_y:g}">{who}</text>'
    )


def _along(*points: float) -> float:
    """Where a third of a curve has been gone, in one direction: there the names of crossing moves are apart."""
    t = 0.33
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return round(sum(weight * point for weight, point in zip(weights, points, strict=True)), 1)


def _box(place: Place, row: Row) -> str:
    x, y = place
    inner = (
        f'<rect class="inner" x="{x + 3:g}" y="{y + 3:g}" width="{WIDE - 6}" height="{HIGH - 6}"/>'
        if row["equilibrium"]
        else ""
    )
    says = f"{row['number']} {row['state']}" + (f": {' '.join(row['equilibrium'])}" if row["equilibrium"] else "")
    return (
        f'<g><title>{escape(says)}</title><rect class="state" x="{x:g}" y="{y:g}" width="{WIDE}" height="{HIGH}"/>'
        f'{inner}<text text-anchor="middle" x="{x + WIDE / 2:g}" y="{y + 15:g}">{row["number"]}</text>'
        f'<text class="who" text-anchor="middle" x="{x + WIDE / 2:g}" y="{y + 28:g}">{escape(row["state"])}</text></g>'
    )
