"""The shape of a mark: a triangle up (towards the other side), down (against it) or a dot, with whisker or bar.

Everything of a mark is one path, so that very many marks stay light: its lines are stroked, its areas filled. All areas
run clockwise, so that none cuts a hole into another.
"""

from __future__ import annotations

from hikiwake.figures.marks import AGAINST, WITH

LARGER = (1.0, 1.18, 1.4)  # how much larger a mark is that one, two, three or more documents tell of
WIDE, TIP, FOOT = 1.1, 1.05, 0.85  # of a triangle: half its foot, and its reach to its tip and to its foot
CAP, HEAD, LEAST = 2.0, 2.6, 2.0  # of a whisker: half its end, its arrow where it goes on, the least of a side
DASH, BREAK = 4.0, 3.0  # of a whisker whose ends are approximate
BAR, PIECE = 0.3, 8.0  # half the thickness of a bar, in radii; the pieces of one whose ends are approximate


def radius(base: float, tone: int) -> float:
    """The radius of a mark by how many documents tell of it: 1, 2 or 3 (three or more)."""
    return round(base * LARGER[tone - 1], 2)


def glyph(way: str, x: float, y: float, r: float) -> str:
    """The shape of a direction around a point.

    >>> glyph("with", 10, 10, 4)
    'M10 5.8l4.4 7.6h-8.8z'
    """
    height, half = r * (TIP + FOOT), r * WIDE
    if way == WITH:
        return f"M{_n(x)} {_n(y - r * TIP)}l{_n(half)} {_n(height)}h{_n(-2 * half)}z"
    if way == AGAINST:
        return f"M{_n(x)} {_n(y + r * TIP)}l{_n(-half)} {_n(-height)}h{_n(2 * half)}z"
    arc = f"a{_n(r)} {_n(r)} 0 1 1 "
    return f"M{_n(x - r)} {_n(y)}{arc}{_n(2 * r)} 0{arc}{_n(-2 * r)} 0z"


def stroke(x: float, y: float, r: float) -> str:
    """The stroke through what did not take place."""
    return f"M{_n(x - 1.25 * r)} {_n(y + 1.1 * r)}l{_n(2.5 * r)} {_n(-2.2 * r)}"


def whisker(left: float, right: float, y: float, around: tuple[float, float], broken: bool) -> str:
    """The interval in which an act lies, left open where its mark stands (``around``); broken: it is approximate.

    >>> whisker(0, 20, 5, (8, 12), broken=False)
    'M0 3v4M20 3v4M0 5H8M12 5H20'
    """
    sides = [(start, end) for start, end in ((left, around[0]), (around[1], right)) if end - start > LEAST]
    if broken:
        return "".join(_dashes(start, end, y) for start, end in sides)
    ends = "".join(f"M{_n(x)} {_n(y - CAP)}v{_n(2 * CAP)}" for x in (left, right)) if sides else ""
    return ends + "".join(f"M{_n(start)} {_n(y)}H{_n(end)}" for start, end in sides)


def bar(left: float, right: float, y: float, r: float, broken: bool) -> str:
    """The time for which an act lasts; in pieces where its ends are approximate.

    >>> bar(0, 20, 5, 5, broken=True)
    'M0 3.5h8.5v3h-8.5zm11.5 0h8.5v3h-8.5z'
    """
    thick = _n(2 * r * BAR)
    pieces = _pieces(left, right, PIECE if broken else right - left, BREAK)
    path, at = f"M{_n(left)} {_n(y - r * BAR)}", pieces[0][0]
    for start, end in pieces:
        path += (f"m{_n(start - at)} 0" if start > at else "") + f"h{_n(end - start)}v{thick}h{_n(start - end)}z"
        at = start
    return path


def arrow(x: float, y: float) -> str:
    """The head that says that an interval goes on beyond what is drawn."""
    return f"M{_n(x - HEAD)} {_n(y - HEAD)}l{_n(HEAD)} {_n(HEAD)}l{_n(-HEAD)} {_n(HEAD)}z"


def _dashes(start: float, end: float, y: float) -> str:
    pieces = _pieces(start, end, DASH, BREAK)
    path, at = f"M{_n(start)} {_n(y)}", pieces[0][0]
    for from_, to in pieces:
        path += (f"m{_n(from_ - at)} 0" if from_ > at else "") + f"h{_n(to - from_)}"
        at = to
    return path


def _pieces(start: float, end: float, piece: float, gap: float) -> list[tuple[float, float]]:
    """A stretch cut into pieces of about a length with gaps between them, from its first point to its last."""
    count = max(int((end - start + gap) / (piece + gap)), 2 if end - start > 2 * gap and piece < end - start else 1)
    length = (end - start - gap * (count - 1)) / count
    found = [(start + index * (length + gap), start + index * (length + gap) + length) for index in range(count)]
    return [(round(from_, 1), round(to, 1)) for from_, to in found]


def _n(number: float) -> str:
    return f"{round(number, 1):g}"
