"""A tree of steps from a beginning to what they lead to: boxes joined by arrows.

Columns are the number of steps; a box stands at the middle of the boxes that follow it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hikiwake.figures.drawing import svg
from hikiwake.wording import figures as wording

WIDTH, BOX, LINE, GAP = 1100.0, 250.0, 15.0, 14.0
LETTERS = 35  # in a line of a box


@dataclass(slots=True)
class Node:
    """A box: its lines, the outcome that it is (if one), its place, and the boxes that follow."""

    number: int
    depth: int
    mover: str
    words: str
    lines: list[str]
    letter: str = ""
    href: str = ""
    history: bool = False
    x: float = 0.0
    y: float = 0.0
    after: list[Node] = field(default_factory=list)

    @property
    def height(self) -> float:
        """How high the box is."""
        return LINE * len(self.lines) + 14


@dataclass(frozen=True, slots=True)
class Drawing:
    """The tree with its arrows and its size."""

    root: Node
    nodes: list[Node]
    arrows: list[str]
    width: float
    height: float
    box: float


def lay(root: Node) -> Drawing:
    """The tree laid out: every box has its place afterwards."""
    nodes = list(_flat(root))
    height = _place(root, max(node.depth for node in nodes))
    return Drawing(root, nodes, [_arrow(a, b) for a in nodes for b in a.after], WIDTH, height, BOX)


def paths(drawing: Drawing, when: str) -> str:
    """The tree as SVG text; nothing where there is only the beginning.

    >>> paths(lay(Node(0, 0, "", "the beginning", ["the beginning"])), "1956")
    ''
    """
    if len(drawing.nodes) < 2:
        return ""
    return svg("paths", tree=drawing, label=wording.paths(when))


def _flat(node: Node) -> list[Node]:
    return [node, *(each for after in node.after for each in _flat(after))]


def _place(root: Node, depth: int) -> float:
    """Give every box its place; the height of the drawing."""
    step = min((WIDTH - BOX) / max(depth, 1), BOX + 60)
    for node in _flat(root):
        node.x = round(node.depth * step, 1)
    return _settle(root, 4.0)


def _settle(node: Node, top: float) -> float:
    """Place a box and all that follows it below a line; where the next may stand."""
    floor = top
    for after in node.after:
        floor = _settle(after, floor)
    node.y = (
        round((node.after[0].y + node.after[-1].y + node.after[-1].height - node.height) / 2, 1) if node.after else top
    )
    if node.y < top:
        lower = top - node.y
        for each in _flat(node):
            each.y = round(each.y + lower, 1)
        floor += lower
    return max(floor, node.y + node.height + GAP)


def _arrow(origin: Node, target: Node) -> str:
    x1, y1 = origin.x + BOX, origin.y + origin.height / 2
    x2, y2 = target.x - 7, target.y + target.height / 2
    bend = (x2 - x1) / 2
    return f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
