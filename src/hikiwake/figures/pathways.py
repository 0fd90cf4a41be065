"""The shortest paths from a beginning as a tree of steps: from what can be reached to the boxes of the drawing.

Every box is a step: who takes it, and what is begun or ended by it. Paths that begin alike share their first steps.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

from hikiwake.conflict import Conflict, Evolution, Path, Step
from hikiwake.conflict.model.titles import titles
from hikiwake.figures.paths import LETTERS, Node
from hikiwake.wording import models as wording


def grown(evolution: Evolution, targets: Iterable[int], mark: Callable[[Node], None] | None = None) -> Node:
    """The tree of shortest paths to some states (numbers), those left out to which there is none.

    mark: says of a box which outcome it is, once it has its number
    """
    root = Node(evolution.start, 0, "", wording.beginning(), [wording.beginning()])
    nodes = [root]
    for target in targets:
        path = evolution.path_to(target)
        if isinstance(path, Path):
            nodes += _grow(evolution, root, path)
    if mark is not None:
        for node in nodes:
            mark(node)
    return root


def _grow(evolution: Evolution, root: Node, path: Path) -> Iterator[Node]:
    """Add the steps of a path to the tree; gives the boxes that are new."""
    here = root
    for step in path.steps:
        known = [node for node in here.after if (node.number, node.mover) == (step.target, step.decision_maker)]
        if not known:
            words = _words(evolution, step)
            known = [Node(step.target, here.depth + 1, step.decision_maker, words, textwrap.wrap(words, LETTERS))]
            yield known[0]
            here.after.append(known[0])
        here = known[0]


def _words(evolution: Evolution, step: Step) -> str:
    text = evolution.stability.states.text
    changed = changes(evolution.stability.conflict, text(step.origin - 1), text(step.target - 1))
    return wording.step(step.decision_maker, *changed)


def changes(conflict: Conflict, before: str, after: str) -> tuple[list[str], list[str]]:
    """The titles of the options that are begun, and of those that are ended, between two states (as text)."""
    pairs = zip(conflict.options, before, after, strict=True)
    changed = [(option.id, new) for option, old, new in pairs if {old, new} == {"Y", "N"}]
    begun, ended = ([id_ for id_, new in changed if new == sign] for sign in "YN")
    called = titles(conflict)
    return called.several(begun), called.several(ended)
