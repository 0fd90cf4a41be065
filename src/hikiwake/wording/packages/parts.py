"""A package and a number of points, in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10


def figure(value: float) -> str:
    """A number of points: whole where it is whole, else with as many digits as tell it, at most four.

    >>> figure(3.0), figure(65.8333333), figure(0.00012345), figure(-0.0), figure(1e36)
    ('3', '65.83', '0.0001234', '0', '1e+36')
    """
    if abs(value) >= 1e15:
        return f"{value:.4g}"
    whole = round(value)
    if abs(value - whole) < 1e-9:
        return f"{whole:,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.4g}"


def enough(value: float) -> str:
    """An amount that is enough: the same, rounded up.

    >>> enough(2.777), enough(3.0), enough(0.00012341)
    ('2.78', '3', '0.0001235')
    """
    if not value or abs(value - round(value)) < 1e-9:
        return figure(value)
    step = 10.0 ** (-2 if value >= 1 else floor(log10(value)) - 3)
    return figure(ceil(value / step) * step)


def package(alternatives: Sequence[tuple[str, str]]) -> str:
    """A package by its issues and alternatives.

    >>> package([("size", "small"), ("site", "home")])
    '“size: small; site: home”'
    """
    return f"“{'; '.join(f'{issue}: {taken}' for issue, taken in alternatives)}”"
