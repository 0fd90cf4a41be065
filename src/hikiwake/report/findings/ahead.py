"""Who is ahead of the others: the first of an order, never cut through those that are level."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Each = TypeVar("Each")


def ahead(each: Iterable[Each], weight: Callable[[Each], Any], most: int) -> list[Each]:
    """The greatest by weight, at most so many, each greater than all that are left out; nothing where they are level.

    >>> ahead(["a", "bbb", "cc", "d"], len, 3), ahead(["a", "b"], len, 1), ahead(["aa", "b"], len, 1)
    (['bbb', 'cc'], [], ['aa'])
    """
    ordered = sorted(each, key=weight, reverse=True)
    for count in range(min(most, len(ordered)), 0, -1):
        if count == len(ordered) or weight(ordered[count - 1]) > weight(ordered[count]):
            return ordered[:count]
    return []
