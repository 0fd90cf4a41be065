"""How a conflict evolves, in words: what is reached, and what only joint moves reach."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.moves import NAMES, listing, state


def reached(number: int, text: str, by: str, count: int, of: int) -> str:
    """How much is reached.

    >>> reached(1, "NN", "moves", 1, 4)
    'From state 1 (NN) by moves: 1 of 4 states is reached.'
    """
    return f"From {state(number, text)} by {by}: {count:,} of {of:,} states {'is' if count == 1 else 'are'} reached."


def joint(coalition: Sequence[str], origin: int, target: int, text: str, concept: str) -> str:
    """A joint move; with a concept it is an equilibrium jump.

    >>> joint(["A", "B"], 1, 4, "YY", "nash")
    'Equilibrium jump (Nash): A and B together from state 1 to state 4 (YY).'
    """
    kind = f"Equilibrium jump ({NAMES[concept]})" if concept else "Joint move"
    return f"{kind}: {listing(coalition)} together from state {origin} to {state(target, text)}."


def left_out(count: int) -> str:
    """Equilibria whose joint moves were not looked for."""
    return f"Joint moves from {count:,} more equilibria that are reached were not looked for."
