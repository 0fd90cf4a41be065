"""Figures: every drawing once, from plain rows to SVG text; the page embeds it, exports write it, a notebook shows it.

Of each figure there is a function that draws its rows, and one that makes the rows from what they tell of.
"""

from __future__ import annotations

from hikiwake.figures import drivers, evolution, lanes, paths, places, relation, surveys, timeline, turning
from hikiwake.figures.drawing import shapes, style
from hikiwake.figures.of_results import drawing_of
from hikiwake.figures.standing import Figure, standing_alone
from hikiwake.figures.stretches import issues, stretches
from hikiwake.figures.windows import window

__all__ = [
    "Figure",
    "drawing_of",
    "drivers",
    "evolution",
    "issues",
    "lanes",
    "paths",
    "places",
    "relation",
    "shapes",
    "standing_alone",
    "stretches",
    "style",
    "surveys",
    "timeline",
    "turning",
    "window",
]
