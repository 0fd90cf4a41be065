"""The most pairs of two sides, one to one, by augmenting paths."""

from __future__ import annotations

from collections.abc import Sequence


def matched(edges: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of a largest matching; ``edges`` gives for each on the left those on the right that it may have.

    >>> matched([[0], [0, 1]])
    [(0, 0), (1, 1)]
    """
    holder: dict[int, int] = {}
    for left in range(len(edges)):
        _augment(left, edges, holder)
    return sorted((left, right) for right, left in holder.items())


def _augment(start: int, edges: Sequence[Sequence[int]], holder: dict[int, int]) -> None:
    """Give the one on the left somebody on the right, moving others along a path where that frees one."""
    came_by: dict[int, int] = {}
    waiting = [start]
    while waiting:
        left = waiting.pop()
        for right in edges[left]:
            if right in came_by:
                continue
            came_by[right] = left
            if right not in holder:
                _take(right, start, came_by, holder)
                return
            waiting.append(holder[right])


def _take(right: int, start: int, came_by: dict[int, int], holder: dict[int, int]) -> None:
    """Turn the path that ends at a free one on the right."""
    held = {left: its for its, left in holder.items()}
    while True:
        left = came_by[right]
        before = held.get(left)
        holder[right] = left
        if left == start or before is None:
            return
        right = before
