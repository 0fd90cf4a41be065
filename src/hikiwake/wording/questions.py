"""Questions to an analyst, in words: which of two states does a decision maker prefer?"""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.moves import NAMES, listing, state

ANSWERS = "1, 2, = (as good as each other), s (skip) or q (quit)"


def question(
    number: int, name: str, title: str, first: tuple[int, str], second: tuple[int, str], depends: str
) -> tuple[str, ...]:
    """The lines of one question; states by number and text.

    >>> print(*question(1, "A", "Arm", (2, "Y"), (1, "N"), "It decides."), sep="\\n")
    Question 1. Which does A prefer?
      1: state 2 (Y), with "Arm"
      2: state 1 (N), without it
    It decides.
    """
    return (
        f"Question {number}. Which does {name} prefer?",
        f'  1: {state(*first)}, with "{title}"',
        f"  2: {state(*second)}, without it",
        depends,
    )


def depends(numbers: Sequence[int], concept: str, most: int = 8) -> str:
    """Which equilibria depend on the answer.

    >>> depends([3], "seq")
    'On the answer depends whether state 3 holds (SEQ).'
    """
    shown = [str(number) for number in numbers[:most]]
    if len(numbers) > most:
        shown.append(f"{len(numbers) - most:,} more")
    states = f"state {shown[0]} holds" if len(numbers) == 1 else f"states {listing(shown)} hold"
    return f"On the answer depends whether {states} ({NAMES[concept]})."


def expected(given: str) -> str:
    """An answer that is none."""
    return f'"{given}" is no answer; expected {ANSWERS}'


def nothing_to_ask(concept: str) -> str:
    """Nothing that is open matters."""
    return f"No comparison that is left open changes what holds ({NAMES[concept]})."


def as_good(name: str, title: str) -> str:
    """What was answered with as good: there is no statement for it."""
    return f'{name} does not care about "{title}": no statement is needed.'


def to_add(name: str) -> str:
    """Where the statements belong."""
    return f"Add at the end of the statements of {name}, and give each its grounds."
