"""The shortest paths of improvements from the beginning to the outcomes that hold, as a tree."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures.paths import Drawing, Node, lay
from hikiwake.figures.pathways import grown
from hikiwake.report.models.equilibria import Solved
from hikiwake.wording import models as wording


@dataclass(frozen=True, slots=True)
class Ways:
    """The tree of steps, and in words how much of what holds it reaches."""

    drawing: Drawing
    told: str


def draw(solved: Solved) -> Ways:
    """The tree of shortest improvement paths of one model; the beginning alone where nothing else is reached."""
    held = set(solved.stability.equilibria("seq"))
    reached = [number for number in solved.shown if number in held and number in solved.paths.reachable]
    root = grown(solved.paths, reached, lambda node: _mark(solved, node))
    return Ways(lay(root), wording.ways(len(reached), solved.equilibria, solved.start in held))


def _mark(solved: Solved, node: Node) -> None:
    if node.number in solved.shown:
        node.letter = solved.letters.get(node.number, "")
        node.href = f"model-{solved.model.name}-state-{node.number}"
    node.history = node.number in solved.outcomes
