"""A place in a text that names actors."""

from __future__ import annotations

from dataclasses import dataclass

WAYS = ("name", "office", "metonym", "pronoun", "both")


@dataclass(frozen=True, slots=True)
class Named:
    """Characters ``start`` up to ``end``, the ids of the actors meant, and how: one of ``WAYS``.

    Adjectives and peoples are names; a metonym is a seat of government; ``both`` stands for two sides at once.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    how: str
