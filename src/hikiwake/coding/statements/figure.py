"""A figure in its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its place: how it compares, its value and unit, what sort it is, and how sure it states something."""

    start: int
    end: int
    comparator: str
    value: str
    unit: str
    sort: str
    weight: float
