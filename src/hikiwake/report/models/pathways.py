"""The shortest paths of improvements from the beginning to the outcomes that hold, as a tree.

Every box is a step: who takes it, and what is begun or ended by it. Paths that begin alike share their first steps.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from hikiwake.conflict.solving.paths import Path
from hikiwake.figures.paths import LETTERS, Drawing, Node, lay
from hikiwake.report.models.equilibria import Solved
from hikiwake.wording import models as wording


@dataclass(frozen=True, slots=True)
class Ways:
    """The tree of steps, and in words how much of what holds it reaches."""

    drawing: Drawing
    told: str


def draw(solved: Solved) -> Ways:
    """The tree of shortest improvement paths of one model; the beginning alone where nothing else is reached."""
    root = Node(solved.start, 0, "", wording.beginning(), [wording.beginning()])
    held = set(solved.stability.equilibria("seq"))
    reached = [number for number in solved.shown if number in held and number in solved.paths.reachable]
    _mark(solved, root)
    for number in reached:
        path = solved.paths.path_to(number)
        if isinstance(path, Path):
            _grow(solved, root, path)
    told = wording.ways(len(reached), solved.equilibria, solved.start in held)
    return Ways(lay(root), told)


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
