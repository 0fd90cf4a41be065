"""Krippendorff's alpha for two coders and no missing values, and the distances between two values.

alpha = 1 - D_o / D_e, where D_o is the mean difference between the two values of a unit and D_e the mean difference
between all pairs of values, from whatever unit and coder. 1 is full agreement, 0 is what chance gives, below 0 is worse
than that. Names differ or not (nominal); sets differ by their Jaccard distance.

Reference: Klaus Krippendorff, *Content Analysis* (4th edition 2019), chapter 12.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha on one variable, ``None`` where all values are the same; ``units`` is how many were compared."""

    variable: str
    alpha: float | None
    units: int

    def as_row(self) -> dict[str, object]:
        """Plain values."""
        return {"variable": self.variable, "alpha": self.alpha, "units": self.units}


def nominal(one: Hashable, other: Hashable) -> float:
    """0 for the same value, 1 for another."""
    return float(one != other)


def jaccard(one: Hashable, other: Hashable) -> float:
    """What two sets do not share, of all they have: 0 to 1.

    >>> jaccard(frozenset("ab"), frozenset("bc"))
    0.6666666666666667
    """
    first, second = set(one), set(other)  # type: ignore[call-overload]
    return 1 - len(first & second) / len(first | second) if first | second else 0.0


def alpha(pairs: Sequence[Pair], distance: Callable[[Hashable, Hashable], float] = nominal) -> float | None:
    """Krippendorff's alpha for two coders, or ``None`` where no two values differ and nothing can be told.

    The example has 10 units with 4 coded by both and 2 by one only.

    >>> round(alpha([(1, 1)] * 4 + [(0, 0)] * 4 + [(1, 0)] * 2) or 0, 3)
    0.62
    """
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    expected = sum(
        count * other_count * distance(value, other)
        for value, count in values.items()
        for other, other_count in values.items()
    )
    if not expected:
        return None
    observed = sum(distance(*pair) for pair in pairs) / len(pairs)
    return 1 - observed * total * (total - 1) / expected


def agreed(name: str, pairs: list[Pair], distance: Callable[[Hashable, Hashable], float] = nominal) -> Agreement:
    """How far two coders agree on a variable."""
    return Agreement(name, alpha(pairs, distance) if pairs else None, len(pairs))
