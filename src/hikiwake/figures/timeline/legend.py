"""What the marks of the timeline mean, each as it is drawn."""

from __future__ import annotations

from hikiwake.figures.drawing import svg
from hikiwake.figures.marks import AGAINST, APART, WITH
from hikiwake.figures.timeline import glyphs
from hikiwake.wording.figures import timeline_keys

Y, R = 6.0, 3.8


def legend() -> list[tuple[str, str]]:
    """Each key as SVG text, with its words.

    >>> legend()[0][1]
    'towards the other side'
    """
    drawn = _drawn()
    return [(svg("timeline_key", marks=drawn[name], width=_width(name)), words) for name, words in timeline_keys()]


def _width(name: str) -> float:
    return {"tones": 36.0, "whisker": 73.0, "bar": 44.0, "unreal": 26.0}.get(name, 12.0)


def _drawn() -> dict[str, list[tuple[str, str]]]:
    """The marks of each key: classes and path."""
    single = {way: [(f"{way} t3", glyphs.glyph(way, 6, Y, R))] for way in (WITH, AGAINST, APART)}
    tones = [
        (f"apart t{tone}", glyphs.glyph(APART, x, Y, glyphs.radius(R * 0.85, tone)))
        for tone, x in ((1, 6), (2, 17), (3, 29))
    ]
    whiskers = [
        (
            "apart t2",
            glyphs.whisker(left, left + 32, Y, (left + 12, left + 20), broken) + glyphs.glyph(APART, left + 16, Y, R),
        )
        for left, broken in ((1, False), (40, True))
    ]
    bars = [("apart t2", glyphs.bar(2, 40, Y, R, broken=False) + glyphs.glyph(APART, 6, Y, R) + glyphs.arrow(43, Y))]
    unreal = [
        ("apart t2 undone", glyphs.glyph(APART, 6, Y, R)),
        ("apart t2 denied", glyphs.glyph(APART, 20, Y, R) + glyphs.stroke(20, Y, R)),
    ]
    return {**single, "tones": tones, "whisker": whiskers, "bar": bars, "unreal": unreal}
