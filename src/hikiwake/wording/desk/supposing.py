"""What the desk says of assumptions: what can be assumed, what is, and what is otherwise."""

from __future__ import annotations

WAYS = {"drop": "leave aside", "flip": "turn round", "take away": "take away"}
_TOLD = {"drop": "left aside", "flip": "turned round", "take away": "taken away"}
SAME = "the same"


def told(change: str, rank: int) -> str:
    """How something is assumed to be otherwise.

    >>> told("drop", 0), told("move", 2)
    ('left aside', 'moved to 2')
    """
    return f"moved to {rank}" if change == "move" else _TOLD[change]


def position(holder: str, actor: str, verb: str, stance: str) -> str:
    """A position in one line.

    >>> position("A. Adams", "NOR", "rejects", "No talks")
    'NOR rejects: No talks (A. Adams)'
    """
    return f"{actor} {verb}: {stance} ({holder})" if holder else f"{actor} {verb}: {stance}"


def named(number: int) -> str:
    """What a set of assumptions is called that has no name.

    >>> named(0)
    'Assumptions A'
    """
    return f"Assumptions {'ABC'[number]}"
