"""The shortest paths of improvements from the beginning to the outcomes that hold, as a tree laid out for a drawing.

Every box is a step: who takes it, and what is begun or ended by it. Paths that begin alike share their first steps.
Columns are the number of steps; a box stands at the middle of the boxes that follow it.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from hikiwake.conflict.solving.paths import Path
from hikiwake.report.models.equilibria import Solved
from hikiwake.wording import models as wording

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
    """The tree with its size, its arrows, and in words how much of what holds it reaches."""

    root: Node
    nodes: list[Node]
    arrows: list[str]
    width: float
    height: float
    box: float
    told: str


def draw(solved: Solved) -> Drawing:
    """The tree of shortest improvement paths of one model; the beginning alone where nothing else is reached."""
    root = Node(solved.start, 0, "", wording.beginning(), [wording.beginning()])
    held = set(solved.stability.equilibria("seq"))
    reached = [number for number in solved.shown if number in held and number in solved.paths.reachable]
    _mark(solved, root)
    for number in reached:
        path = solved.paths.path_to(number)
        if isinstance(path, Path):
            _grow(solved, root, path)
    nodes = list(_flat(root))
    height = _place(root, max(node.depth for node in nodes))
    told = wording.ways(len(reached), solved.equilibria, solved.start in held)
    return Drawing(root, nodes, [_arrow(a, b) for a in nodes for b in a.after], WIDTH, height, BOX, told)


def _grow(solved: Solved, root: Node, path: Path) -> None:
    here = root
    for step in path.steps:
        known = [node for node in here.after if node.number == step.target and node.mover == step.decision_maker]
        if known:
            here = known[0]
            continue
        begins, ends = solved.changes(step.origin, step.target)
        words = wording.step(step.decision_maker, begins, ends)
        following = Node(step.target, here.depth + 1, step.decision_maker, words, textwrap.wrap(words, LETTERS))
        _mark(solved, following)
        here.after.append(following)
        here = following


def _mark(solved: Solved, node: Node) -> None:
    if node.number in solved.shown:
        node.letter = solved.letters.get(node.number, "")
        node.href = f"model-{solved.model.name}-state-{node.number}"
    node.history = node.number in solved.outcomes


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
